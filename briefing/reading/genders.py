"""Which pronoun a person goes by, as far as a text or a common first name tells."""

from briefing.model import FoundPerson
from briefing.reading.first_names import EITHER, HE, SHE
from briefing.reading.wordlist import wordlist

_HE_TITLES = wordlist(
    """
    Mr MR Sir Lord King Prince Señor Don Brother Father Pope Duke Baron Sheikh Emperor Congressman
    """
)
_SHE_TITLES = wordlist(
    """
    Mrs MRS Ms Miss Dame Lady Queen Princess Madam Mme Sister Duchess Baroness Congresswoman Empress
    """
)
_HE_WORDS = wordlist("he his him himself")
_SHE_WORDS = wordlist("she her hers herself")


def gender_of(found: FoundPerson, text: str) -> str | None:
    """The pronoun a person goes by: "he", "she", or None where nothing tells.

    A title of address in front of a mention decides, then a common first name, then the first
    pronoun behind a mention in the same sentence, where mentions agree.
    """
    for start, _ in found.mentions:
        word = text[max(0, start - 16) : start].split(" ")[-2:-1]
        title = word[0].rstrip(".").strip('(“"') if word else ""
        if title in _HE_TITLES or title in _SHE_TITLES:
            return "he" if title in _HE_TITLES else "she"
    first = found.name.split()[0].split("-")[0]
    if first not in EITHER and (first in HE) != (first in SHE):
        return "he" if first in HE else "she"
    return _by_pronouns(found, text)


def _by_pronouns(found: FoundPerson, text: str) -> str | None:
    heard: set[str] = set()
    for _, end in found.mentions:
        rest = text[end : end + 120].split("\n", maxsplit=1)[0].split(". ", maxsplit=1)[0]
        words = rest.replace(",", " ").split()
        for place, word in enumerate(words):
            if place and word[0].isupper():
                break
            if word in _HE_WORDS or word in _SHE_WORDS:
                heard.add("he" if word in _HE_WORDS else "she")
                break
    return heard.pop() if len(heard) == 1 else None
