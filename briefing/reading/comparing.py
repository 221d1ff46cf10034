"""What the places of a text where names may stand tell of one another."""

from itertools import pairwise

from briefing.reading.first_names import is_first_name
from briefing.reading.given_names import gender_of_name
from briefing.reading.names import PARTICLES, Word
from briefing.reading.surroundings import Candidate
from briefing.reading.wordlist import wordlist

_FIRM_WORDS = wordlist(
    """
    Systems Rovers United City Town Wanderers Athletic Metals Group Holdings Bank Inc Corp Ltd LLC
    Industries Technologies Airlines Airways Motors Energy Pharma Pharmaceuticals Robotics Labs
    Software Networks Oil Gas Mutual Insurance Securities Capital Partners Foods Brewery Steel
    """
)


def compare(text: str, words: list[Word], found: list[Candidate]) -> None:
    """Notes on every candidate what the others and the rest of the text tell of it."""
    _as_elsewhere(words, found)
    _note_small(words, found)
    _note_firms(words, found)
    _share_surnames(words, found)
    _share_roles(words, found)
    _number_paragraphs(text, found)


def _as_elsewhere(words: list[Word], found: list[Candidate]) -> None:
    """Writes names in capitals alone as the text has their words elsewhere ("MR TALAN: No.")."""
    small: dict[str, str] = {}
    for candidate in found:
        if all(token.isupper() and len(token) > 1 for token in candidate.tokens):
            small = small or {w.text.upper(): w.text for w in words if _is_written_small(w.text)}
            written = tuple(small.get(token, token) for token in candidate.tokens)
            if written != candidate.tokens:
                candidate.tokens, candidate.name = written, " ".join(written)


def _is_written_small(word: str) -> bool:
    """Whether a word is written as in a name, not in capitals alone ("Talan", "van")."""
    return word in PARTICLES or (word[0].isupper() and not word.isupper())


def _note_small(words: list[Word], found: list[Candidate]) -> None:
    """Notes what the text also writes small: "Impeach Talan" where "impeach" stands elsewhere."""
    small = {word.text for word in words}
    for candidate in found:
        first = candidate.tokens[0]
        candidate.small = first.lower() in small and not _is_given(first)


def _note_firms(words: list[Word], found: list[Candidate]) -> None:
    """Notes what begins the name of a firm or a club elsewhere ("Tarn" beside "Tarn Rovers")."""
    firms = {
        word.text
        for word, after in pairwise(words)
        if after.text in _FIRM_WORDS and word.gap == " " and word.capital
    }
    for candidate in found:
        candidate.firm = len(candidate.tokens) == 1 and candidate.tokens[0] in firms


def _share_surnames(words: list[Word], found: list[Candidate]) -> None:
    """Gives "Ann" of "Ann and Jan Kern" the surname: one name for both."""
    surnames = {candidate.tokens[-1] for candidate in found if len(candidate.tokens) > 1}
    for before, after in pairwise(found):
        joined = [word.text for word in words[before.last - 1 : after.first]][1:] == ["and"]
        if not joined or words[before.last - 1].gap != " " or len(before.tokens) > 1:
            continue
        first, (given, *rest) = before.tokens[0], after.tokens
        if rest and first not in surnames and _is_given(first) and _is_given(given):
            before.tokens = (first, *rest)
            before.name = " ".join(before.tokens)


def _is_given(word: str) -> bool:
    return is_first_name(word) or gender_of_name(word) is not None


def _share_roles(words: list[Word], found: list[Candidate]) -> None:
    """Gives the role of "Senators" to every name in the list behind it."""
    for before, after in pairwise(found):
        between = words[before.last : after.first]
        listed = all(word.text == "and" or word.text[0].isupper() for word in between)
        if not before.several or not listed or len(between) > 4:
            continue
        gap = words[before.last - 1].gap
        last = any(word.text == "and" for word in between)
        if gap[:1] in {",", " "} and "." not in gap and not after.roles:
            after.roles, after.several = list(before.several), [] if last else before.several


def _number_paragraphs(text: str, found: list[Candidate]) -> None:
    """Numbers the paragraphs that candidates stand in."""
    number = at = 0
    for candidate in found:
        number += text.count("\n", at, candidate.start)
        at = candidate.start
        candidate.paragraph = number
