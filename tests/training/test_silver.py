import json

from briefing.training import corpora, silver

TOLD = "the premier had told her that the dam would hold until spring"
TEXT = (
    f"Dam will hold\n\nMira Talan said {TOLD}.\n\n"
    "“Nobody slept that night,” Petr Hask told reporters in Sanna on Monday."
)


def words(spans):
    return [TEXT[a:b] for a, b in spans]


def test_what_is_told_inside_a_content_is_found_in_its_words_alone():
    start = TEXT.index(TOLD)
    (inner,) = silver.inside(TEXT, [(start, start + len(TOLD))]).attributions
    assert words(inner.contents) == ["that the dam would hold until spring"]
    assert words(inner.cue) == ["had told"]
    assert words(inner.source) == ["the premier"]
    assert inner.said == "said"


def test_what_is_written_is_read_back_the_same(tmp_path):
    texts, out = tmp_path / "texts.jsonl", tmp_path / "silver.jsonl"
    texts.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", "utf-8")
    silver.teach(None, texts, out)
    found = corpora.silver_of(out)["a"]
    assert found == silver.whole(TEXT)
    assert ["“Nobody slept that night,”"] in [words(a.contents) for a in found.attributions]
    (example,) = corpora.unlabelled(texts, {"a": []}, {"a": found})
    assert example.attributed
    assert example.article.attributions == found.attributions


def test_articles_without_silver_are_of_use_for_names_alone(tmp_path):
    texts = tmp_path / "texts.jsonl"
    texts.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", "utf-8")
    (example,) = corpora.unlabelled(texts, {"a": []}, {})
    assert not example.attributed
