"""How the lists of words that the grammars go by are written down."""


def wordlist(listed: str) -> frozenset[str]:
    """The words of a text, as a set: a list that reads like prose and costs no quote marks."""
    return frozenset(listed.split())
