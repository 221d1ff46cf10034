import hashlib
from importlib.resources import files

import numpy as np
import pytest

from briefing.reading.tagging import CONTENT, IN_CONTENT, IN_CUE, OUTSIDE, best_tags, engine, tag

SHIPPED = {
    "settings.json": "2e80963441bd1ca6d418f65322ac8eaa88ee28052c81debd23a4500cff4c83c3",
    "tagger.int8.onnx": "f3e9443a58bc193cb0e370327ff57b32c30fb0f7fc491605458f78d909504923",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_weights_are_those_that_were_measured(name):
    shipped = (files("briefing.reading") / "weights" / name).read_bytes()
    assert hashlib.sha256(shipped).hexdigest() == SHIPPED[name]


def test_the_model_is_loaded_once():
    assert engine() is engine()


def segments(text):
    tagging = tag(text)
    start, end = tagging.layout.word_start, tagging.layout.word_end
    return {
        (segment.label, text[start[segment.first] : end[segment.last]])
        for segment in tagging.segments
    }


def test_content_cue_and_source_are_told_apart():
    assert segments("The dam will be finished by spring, Oskar Lunde told parliament.") == {
        ("content", "The dam will be finished by spring"),
        ("cue", "told"),
        ("source", "Oskar Lunde"),
    }


def test_a_content_points_to_its_cue_and_the_cue_to_its_source():
    text = "Prices will rise, Lars Winde said."
    tagging = tag(text)
    words = [
        text[a:b] for a, b in zip(tagging.layout.word_start, tagging.layout.word_end, strict=True)
    ]
    (pointers,) = tagging.pointers
    assert words[pointers.to_cue[words.index("rise")].argmax() - 1] == "said"
    assert words[pointers.to_source[words.index("said")].argmax() - 1] in {"Lars", "Winde"}


def test_probabilities_are_probabilities():
    tagging = tag("“We are late,” she said.\n\n" * 30)
    assert len(tagging.log_p) == len(tagging.layout.word_start)
    for pointers in tagging.pointers:
        assert pointers.to_cue.shape == (
            pointers.end - pointers.own,
            pointers.end - pointers.start + 1,
        )
        assert (pointers.to_cue.sum(1) <= 1.001).all()


def test_the_best_tags_never_go_on_with_what_has_not_begun():
    log_p = np.full((4, 7), -5, np.float32)
    log_p[0, OUTSIDE] = 0
    log_p[1, [IN_CONTENT, CONTENT]] = -0.1, -0.5
    log_p[2, [IN_CUE, IN_CONTENT]] = -0.1, -0.3
    log_p[3, IN_CONTENT] = 0
    assert best_tags(log_p).tolist() == [OUTSIDE, CONTENT, IN_CONTENT, IN_CONTENT]


def test_the_best_tags_are_the_likeliest_where_they_may_follow():
    log_p = np.log(np.full((3, 7), 0.05, np.float32))
    log_p[[0, 1, 2], [CONTENT, IN_CONTENT, OUTSIDE]] = np.log(0.7)
    assert best_tags(log_p).tolist() == [CONTENT, IN_CONTENT, OUTSIDE]
