"""Over hard pairs of figures, labelled by reading: what differs is said, what does not is not."""

from tests.figure_pairs import own_pairs, score


def test_what_is_said_to_differ_does():
    found = score(own_pairs())
    assert found.right / found.said >= 0.9, found


def test_most_of_what_differs_is_said():
    found = score(own_pairs())
    assert found.right / found.differ >= 0.7, found


def test_the_pairs_are_many_and_of_every_label():
    labels = [pair.label for pair in own_pairs()]
    assert len(labels) > 100
    assert {label: labels.count(label) >= 20 for label in set(labels)} == {
        "differs": True,
        "agrees": True,
        "other": True,
    }
