"""Linking people of given mentions."""

from random import Random

from briefing.mentions import link_people

MENTIONS = [
    ("a", "budget", "Ada Tully"),
    ("a", "budget", "Tully"),
    ("b", "budget", "Tully"),
    ("c", "floods", "Tully"),
    ("d", "floods", "Kesk"),
    ("e", "harbour", "Ada M. Tully"),
    ("e", "harbour", "Bruno Kesk"),
    ("f", "floods", "Kesk"),
    ("g", "harbour", "Kesk"),
]


def test_whole_names_are_known_everywhere_and_parts_in_their_story():
    one, two, three, four, five, six, seven, eight, nine = link_people(MENTIONS)
    assert one == two == three == six
    assert four not in (one, five)
    assert five == eight
    assert seven == nine != five


def test_the_order_of_mentions_makes_no_other_people():
    def together(mentions):
        numbers = link_people(mentions)
        return {
            frozenset(m for m, n in zip(mentions, numbers, strict=True) if n == number)
            for number in numbers
        }

    for seed in range(5):
        shuffled = Random(seed).sample(MENTIONS, len(MENTIONS))
        assert together(shuffled) == together(MENTIONS)


def test_no_mentions_are_nobody():
    assert link_people([]) == []
