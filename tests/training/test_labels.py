import numpy as np

from briefing.reading.layout import lay_out
from briefing.reading.naming import NAME_LABELS
from briefing.reading.tagging import CONTENT, CUE, IN_CONTENT, SOURCE, engine
from briefing.training.annotated import parse
from briefing.training.corpora import own
from briefing.training.labels import IGNORED, NOWHERE, SAID, labels_of
from tests.training.test_annotated import FILE

GOES_ON = """id: t-2
genre: test
split: train
===
<q1>“We counted twice,”</q1> <c1>said</c1> <s1><p>Mira Talan</p></s1>.

<q2>“Then again.”</q2>

<p>Hask</p> laughed.

<q3>“Why not?”</q3>
===
q1: person: Mira Talan
q2: person: Mira Talan
q3: person: Hask
person: Mira Talan
person: Hask
"""


def labelled(source):
    (example,) = own([parse(source)], {})
    layout = lay_out(example.article.text, engine().tokenizer)
    words = [layout.text[a:b] for a, b in zip(layout.word_start, layout.word_end, strict=True)]
    return words, labels_of(example, layout)


def test_words_carry_tags_pointers_and_names():
    words, labels = labelled(FILE)
    said, that, told = (words.index(word) for word in ("said", "that", "told"))
    assert labels.tags[[said, that]].tolist() == [CUE, CONTENT]
    assert labels.to_cue[that] == said
    assert labels.tags[labels.to_source[said]] == SOURCE
    assert SAID[labels.said[said]] == "said"
    assert SAID[labels.said[told]] == "unsaid"
    person = 1 + 2 * NAME_LABELS.index("PERSON")
    assert np.flatnonzero(labels.names).tolist() == [words.index("Mira"), words.index("Talan")]
    assert labels.names[words.index("Mira")] == person


def test_what_is_told_inside_a_quote_has_tags_of_its_own():
    words, labels = labelled(FILE)
    that, hask, had, her, go = (words.index(word) for word in ("that", "Hask", "had", "her", "go"))
    assert set(labels.tags[hask : go + 1].tolist()) == {IN_CONTENT}
    assert labels.inner[[that, hask, had, her, go]].tolist() == [
        *(0, SOURCE, CUE, CONTENT, IN_CONTENT),
    ]
    assert labels.to_source[had] == hask
    assert labels.to_cue[her] == words.index("said")
    assert set(labels.inner[:that].tolist()) == {IGNORED}


def test_a_quote_without_a_cue_goes_on_from_the_last_one_of_its_speaker_or_from_none():
    words, labels = labelled(GOES_ON)
    assert labels.to_cue[words.index("again")] == words.index("said")
    assert labels.to_cue[words.index("Why")] == NOWHERE
