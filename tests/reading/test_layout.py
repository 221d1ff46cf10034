import numpy as np

from briefing.reading.layout import CONTEXT, WINDOW, lay_out, paragraphs_of, windows
from briefing.reading.tagging import engine


def layout(text):
    return lay_out(text, engine().tokenizer)


def words(text):
    found = layout(text)
    return [text[a:b] for a, b in zip(found.word_start, found.word_end, strict=True)]


def test_words_are_cut_where_the_model_cuts_them():
    assert words("  Karsk’s dam\n\n(“done”)") == [
        "Karsk",
        "’",
        "s",
        "dam",
        "(",
        "“",
        "done",
        "”",
        ")",
    ]


def test_every_word_knows_its_paragraph():
    found = layout("One two.\n\n\nThree.")
    assert found.word_paragraph.tolist() == [0, 0, 0, 1, 1]
    assert [found.text[a:b] for a, b in found.paragraphs] == ["One two.", "Three."]
    assert list(found.paragraph_words()) == [(0, 3), (3, 5)]


def test_a_text_set_in_short_lines_has_paragraphs_of_many_lines():
    text = "The crane was built\nin 1962 and is\nnot fit for\nany load.\n\nA second one\nfollows."
    assert [text[a:b].count("\n") for a, b in paragraphs_of(text)] == [3, 1]


def test_a_list_of_lines_stays_a_list():
    text = "Karsk\nTarn\nLindau Bay\nPort Merrin\nand more"
    assert len(paragraphs_of(text)) == 5


def test_windows_read_every_wordpiece_once_and_fit():
    text = "\n\n".join(
        "The harbour master of Lindau Bay said nothing. " * n for n in (1, 3, 9, 80, 2, 1)
    )
    found = layout(text)
    cut = windows(found)
    own = np.concatenate([np.arange(window.own, window.end) for window in cut])
    assert own.tolist() == list(range(len(found.piece_ids)))
    for window in cut:
        separators = np.unique(found.piece_paragraph[window.start : window.end]).size
        assert window.end - window.start + separators + 1 <= WINDOW
        assert window.own - window.start <= CONTEXT


def test_a_short_paragraph_is_read_again_before_the_next():
    short = "\n\n".join("He said no, as he had said before. " * 4 for _ in range(12))
    long = "\n\n".join("He said no, as he had said before. " * 12 for _ in range(12))
    assert all(window.start < window.own for window in windows(layout(short))[1:])
    assert all(window.start == window.own for window in windows(layout(long)))


def test_texts_without_words_have_no_windows():
    for text in ("", " ", "\n\n", "\u200b"):
        assert windows(layout(text)) == []


def test_offsets_are_in_characters_whatever_the_script():
    text = "😀 “Später”, sagte Ñandú; قال: \ud800 é"
    found = layout(text)
    assert "Später" in [text[a:b] for a, b in zip(found.word_start, found.word_end, strict=True)]
    assert found.word_end[-1] == len(text)


def test_what_looks_like_a_token_of_the_model_is_text():
    assert "".join(words("[CLS] says [SEP]")) == "[CLS]says[SEP]"
