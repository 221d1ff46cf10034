import numpy as np

from briefing.reading.layout import lay_out
from briefing.reading.naming import NAME_LABELS
from briefing.reading.tagging import CONTENT, CUE, IN_CONTENT, SOURCE, engine
from briefing.training.annotated import parse
from briefing.training.corpora import own
from briefing.training.labels import SAID, labels_of
from tests.training.test_annotated import FILE


def test_words_carry_tags_pointers_and_names():
    (example,) = own([parse(FILE)], {})
    layout = lay_out(example.article.text, engine().tokenizer)
    words = [layout.text[a:b] for a, b in zip(layout.word_start, layout.word_end, strict=True)]
    labels = labels_of(example, layout)
    said, that, told, her = (words.index(word) for word in ("said", "that", "told", "her"))
    assert labels.tags[[said, that, her]].tolist() == [CUE, CONTENT, CONTENT]
    assert labels.tags[words.index("go")] == IN_CONTENT
    assert labels.to_cue[that] == said
    assert labels.to_cue[her] == words.index("had")
    assert labels.tags[labels.to_source[said]] == SOURCE
    assert SAID[labels.said[said]] == "said"
    assert SAID[labels.said[told]] == "unsaid"
    person = 1 + 2 * NAME_LABELS.index("PERSON")
    assert np.flatnonzero(labels.names).tolist() == [words.index("Mira"), words.index("Talan")]
    assert labels.names[words.index("Mira")] == person
