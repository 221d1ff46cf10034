"""Which language a text is in: English is read, and every other is named for what it is."""

import unicodedata
from functools import cache
from typing import Protocol

_SAMPLE = 2_000
"""Characters looked at: enough to be certain, 2 to 5 ms, and the same however long the text is."""

_ENOUGH_WORDS = 20
"""Words from which a text names its language by itself; below, the title is asked along."""

_FEWEST_WORDS = 3
"""Words below which Latin letters may be any language's: names look alike everywhere."""

_SURE, _SURE_IF_SHORT = 0.6, 0.8
"""Share of the probability that a language other than English needs. English taken for another
language goes unread, so of 3,000 English articles none and of their headlines hardly any may be."""

# Languages of no newspaper, which headlines full of names are taken for, and scripts' second names.
_NOT_IN_THE_NEWS = frozenset(("la", "eo", "vo", "ia", "ie", "io"))


def language_of(text: str, title: str = "") -> str | None:
    """The language of an article as ISO 639-1, or None where its few words do not tell.

    A text in other than Latin letters always has one, so that None means "read it as English".
    """
    sample = text[: _SAMPLE * 2].strip()[:_SAMPLE]
    words = len(sample.split())
    if words < _ENOUGH_WORDS:
        sample = f"{title[:_SAMPLE]}\n{sample}".strip()
        words = len(sample.split())
    latin = _share_of_latin(sample)
    if latin is None or (latin > 0.5 and words < _FEWEST_WORDS):
        return None
    language, confidence = _identifier().classify(sample)
    needed = _SURE if words >= _ENOUGH_WORDS else _SURE_IF_SHORT
    if latin > 0.5 and language != "en" and confidence < needed:
        return None
    return language


def _share_of_latin(text: str) -> float | None:
    """How many of a text's letters are Latin, 0 to 1; None where it has no letters."""
    letters = [char for char in text if char.isalpha()]
    latin = sum(1 for char in letters if char.isascii() or "LATIN" in unicodedata.name(char, ""))
    return latin / len(letters) if letters else None


class _Identifier(Protocol):
    def classify(self, instance: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    """py3langid's model, among the languages of ISO 639-1: 1.3 s of CPU, once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    two_letters = {name for name in identifier.labels if len(name) == 2}
    identifier.set_languages(two_letters - _NOT_IN_THE_NEWS)
    found: _Identifier = identifier
    return found
