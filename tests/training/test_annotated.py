import pytest

from briefing.training.annotated import AnnotationError, parse

FILE = """id: t-1
genre: test
split: train
===
Dam will hold

<s1>The premier, <p>Mira Talan</p>,</s1> <c1>said</c1> <q1>that <s2>Hask</s2> <c2>had told</c2> <q2>her to go</q2></q1>.
===
q1: person: Mira Talan
q2 unsaid: unnamed: Hask
person: Mira Talan = M. Talan
"""


def test_tags_become_spans_of_the_bare_text():
    article = parse(FILE)
    outer, inner = article.attributions
    text = article.text
    assert text.startswith("Dam will hold\n\nThe premier, Mira Talan, said that Hask")
    assert [text[a:b] for a, b in outer.contents] == ["that Hask had told her to go"]
    assert [text[a:b] for a, b in inner.contents] == ["her to go"]
    assert [text[a:b] for a, b in outer.source] == ["The premier, Mira Talan,"]
    assert [text[a:b] for a, b in article.mentions] == ["Mira Talan"]
    assert (outer.said, outer.kind, outer.speaker) == ("said", "person", "Mira Talan")
    assert (inner.said, inner.kind, inner.speaker) == ("unsaid", "unnamed", "Hask")
    assert article.people == (("Mira Talan", "M. Talan"),)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("</q2></q1>", "</q1></q2>", "closes"),
        ("</q2></q1>.", "</q2>.", "never closed"),
        ("q1: person: Mira Talan\n", "", "no line below"),
        ("q2 unsaid: unnamed: Hask", "q2 unsaid: nobody: Hask", "no kind of speaker"),
        ("q1: person: Mira Talan", "q1: person: Petr Talan", "no person below"),
        ("<p>Mira Talan</p>", "<p>Mira Quell</p>", "part of no person's name"),
        ("split: train", "split: test", "split"),
        ("===\nq1", "q1", "parts"),
    ],
)
def test_a_file_that_breaks_the_form_says_how(good, bad, told):
    assert good in FILE
    with pytest.raises(AnnotationError, match=told):
        parse(FILE.replace(good, bad))
