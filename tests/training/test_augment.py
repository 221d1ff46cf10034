from random import Random

from briefing.training.annotated import parse
from briefing.training.augment import SINGLE, NamePool, edited, restyled, varied
from briefing.training.corpora import own
from tests.training.test_annotated import FILE

LONG = FILE.replace(
    "<q1>that <s2>Hask</s2> <c2>had told</c2> <q2>her to go</q2></q1>.",
    "<q1>“The water came at night and nobody slept until it fell. We counted the houses twice. "
    "Then we counted the people, one by one.”</q1>",
).replace("q2 unsaid: unnamed: Hask\n", "")
POOL = NamePool(("Ada", "Bo"), ("Quell", "Varga"), ("Karsk",))


def example(source):
    return own([parse(source)], {})[0]


def words(changed, spans):
    return [changed.article.text[a:b] for a, b in spans]


def test_spans_move_with_the_text():
    changed = edited(example(FILE), [(0, 3, "The old dam"), (15, 15, "KARSK — ")])
    (outer, _) = changed.article.attributions
    assert words(changed, outer.contents) == ["that Hask had told her to go"]
    assert words(changed, outer.cue) == ["said"]
    assert [changed.article.text[a:b] for a, b, _ in changed.names] == ["Mira Talan"]


def test_marks_change_their_style_and_nothing_else():
    changed = restyled(example(LONG), SINGLE)
    (attribution,) = changed.article.attributions
    (quote,) = words(changed, attribution.contents)
    assert (quote[0], quote[-1]) == ("‘", "’")
    assert (
        quote[1:-1] == words(example(LONG), example(LONG).article.attributions[0].contents)[0][1:-1]
    )


def test_whatever_is_varied_the_labels_stay_on_their_words():
    seen = set()
    for seed in range(200):
        changed = varied(example(LONG), POOL, Random(seed))
        (attribution,) = changed.article.attributions
        assert words(changed, attribution.cue) == ["said"]
        (quote,) = words(changed, attribution.contents)
        assert quote.strip("“”\"'‘’«»„").startswith("The water came")
        assert "one by one" in quote
        seen.add(changed.article.text)
    assert len(seen) > 20
