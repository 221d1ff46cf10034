"""The engine's parts on a plain text: tagged, then read."""

from briefing.reading import people, quotes
from briefing.reading.tagging import tag


def find_quotes(text):
    return quotes.find_quotes(tag(text))


def find_people(text, credits=()):
    return people.find_people(text, tag(text).names, credits)
