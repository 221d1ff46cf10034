"""Which pronoun a person goes by, as far as a text or a given name tells."""

from collections.abc import Collection

from briefing.model import FoundPerson
from briefing.reading.given_names import gender_of_name
from briefing.reading.phrases import MEN, WOMEN, Gender
from briefing.reading.wordlist import wordlist

HE_TITLES = wordlist(
    """
    Mr MR Sir Lord King Prince Señor Don Brother Father Pope Duke Baron Sheikh Emperor Congressman
    """
)
SHE_TITLES = wordlist(
    """
    Mrs MRS Ms Miss Dame Lady Queen Princess Madam Mme Sister Duchess Baroness Congresswoman Empress
    """
)
_SONS = frozenset(["Jr", "Sr", "II", "III", "IV"])
_HE_WORDS = wordlist("he his him himself")
_SHE_WORDS = wordlist("she her hers herself")


def gender_of(found: FoundPerson, text: str, called: Collection[str] = ()) -> Gender | None:
    """The pronoun a person goes by, or None where nothing tells.

    A title of address in front of a mention decides, then the given name, then what the article
    calls the person (``called``: "wife", "actor"), then the first pronoun behind a mention in the
    same sentence, where mentions agree.
    """
    for start, _ in found.mentions:
        word = text[max(0, start - 16) : start].split(" ")[-2:-1]
        title = word[0].rstrip(".").strip('(“"') if word else ""
        if title in HE_TITLES or title in SHE_TITLES:
            return "he" if title in HE_TITLES else "she"
    words = found.name.split()
    if len(words) > 1 and words[-1].rstrip(".") in _SONS:
        return "he"
    if known := gender_of_name(words[0]):
        return known
    she, he = not WOMEN.isdisjoint(called), not MEN.isdisjoint(called)
    if she != he:
        return "she" if she else "he"
    return _by_pronouns(found, text)


def _by_pronouns(found: FoundPerson, text: str) -> Gender | None:
    heard: set[Gender] = set()
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
