"""What a reader is shown of two texts that differ."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.wording import Part, abridged, differences, marked, within

OLD = "The fleet of Tarn sails at dawn.\nForty boats will go, said the harbour master.\nNo more."
NEW = "The fleet of Tarn sails at noon.\nForty boats will go, said the harbour master.\nNo more."


def told(old, new):
    return marked(differences(old, new))[0]


def test_one_word_of_a_text_is_told_with_marks_of_its_own():
    assert told(OLD, NEW).startswith("The fleet of Tarn sails at [-dawn.-] {+noon.+}\nForty")
    text, spans = marked(differences(OLD, NEW))
    assert [(text[a:b], kind) for a, b, kind in spans] == [
        ("[-dawn.-]", "gone"), ("{+noon.+}", "new"),
    ]  # fmt: skip


def test_words_added_and_taken_out():
    assert told("We go.", "We shall go.") == "We {+shall+} go."
    assert told("We shall go.", "We go.") == "We [-shall-] go."
    assert told("", "We go.") == "{+We go.+}"
    assert told("We go.", "") == "[-We go.-]"
    assert told("We go.", "We go.") == "We go."


def test_a_paragraph_put_in_leaves_the_others_as_they_were():
    old, new = "One fish.\n\nTwo fish.", "One fish.\n\nThree fish are here.\n\nTwo fish."
    assert told(old, new) == "One fish.\n\n{+Three fish are here.+}\n\nTwo fish."


def test_a_chance_word_between_two_changes_is_no_island():
    old = "cold rain fell upon the old grey town all night"
    new = "warm sun shone over the new white walls each day"
    assert [part.kind for part in differences(old, new)] == ["gone", "new"]


def test_what_stayed_the_same_is_cut_but_for_a_few_words():
    words = [f"w{n}" for n in range(300)]
    changed = [*words[:150], "CHANGED", *words[151:]]
    text = marked(abridged(differences(" ".join(words), " ".join(changed)), 3))[0]
    assert text == "… w147 w148 w149 [-w150-] {+CHANGED+} w151 w152 w153 …"


def test_a_cut_at_the_ends_is_an_ellipsis():
    whole = "We will not leave the harbour to the smugglers, ever."
    assert marked(within(differences(whole, "leave the harbour to smugglers,")))[0] == (
        "… leave the harbour to [-the-] smugglers, …"
    )


def test_texts_too_long_to_be_compared_count_as_replaced():
    old = " ".join(f"a{n}" for n in range(20_000))
    new = " ".join(f"b{n}" for n in range(20_000))
    assert [part.kind for part in differences(old + " end", new + " end")] == ["gone", "new"]


WORDS = st.lists(st.sampled_from(["a", "b", "c", "\n", "the", "the\n\n"]), max_size=30)


@given(WORDS, WORDS)
def test_the_parts_make_up_both_texts(old, new):
    old, new = " ".join(old), " ".join(new)
    parts = differences(old, new)
    assert " ".join("".join(p.text for p in parts if p.kind != "gone").split()) == " ".join(
        new.split()
    )
    assert " ".join(" ".join(p.text for p in parts if p.kind != "new").split()) == " ".join(
        old.split()
    )
    assert all(isinstance(part, Part) and part.text for part in parts)
