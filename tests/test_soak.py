"""A seeded sample of ``make soak``."""

from tests import soak, soak_inputs, soak_kills, soak_store


def test_random_queries_are_never_an_error():
    soak.soak_search(1500)


def test_mutated_articles_are_read_whole():
    soak.soak_engine(150)


def test_mutated_inputs_are_taken_in_or_refused():
    soak_inputs.soak_inputs(300)


def test_killed_processes_lose_nothing():
    soak_kills.soak_kills(12)


def test_a_full_disk_is_told_and_loses_nothing():
    soak_store.soak_full_disk(2)


def test_two_writers_and_three_readers_meet_no_error():
    soak_store.soak_together(4)
