"""A seeded sample of ``make soak``."""

from tests import soak, soak_inputs


def test_random_queries_are_never_an_error():
    soak.soak_search(1500)


def test_mutated_articles_are_read_whole():
    soak.soak_engine(150)


def test_mutated_inputs_are_taken_in_or_refused():
    soak_inputs.soak_inputs(300)
