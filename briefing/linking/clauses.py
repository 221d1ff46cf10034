"""What a sentence says of a figure in it: its clauses without whoever says so.

"Officials said on Monday that the flood had killed 12 people" and "The flood killed 12 people,
the mayor told reporters" both say "the flood killed"; who says it, and on which day, is not what
the figure is about.
"""

import re

_SAY = (
    r"(?:sa(?:id|ys?)|told|tells|announc(?:ed|es)|add(?:ed|s)|report(?:ed|s)|confirm(?:ed|s)"
    r"|wr(?:ote|ites)|estimat(?:ed?|es)|show(?:ed|s|n)|found|finds|claim(?:ed|s)|acknowledg(?:ed|es)"
    r"|not(?:ed|es)|stat(?:ed|es)|decided|insist(?:ed|s)|indicat(?:ed|es)|argu(?:ed|es)|warn(?:ed|s))"
)
_WHEN = (
    r"(?: (?:on |late |early |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: \w+)?"
    r"| yesterday| today| last (?:week|month|year)| in a (?:statement|letter|report|speech)"
    r"| in [A-Z]\w+)*"
)
# "The mayor of Tarn said on Monday that …", but not "Ostmark said it would pay …".
_LEADING = re.compile(
    rf"\A.{{0,160}}?\b{_SAY}(?! to | by ){_WHEN},?(?: that)?\s"
    r"(?!(?:it|he|she|they|we|its|his|her|their|our)\b)(?=\S)",
    re.DOTALL,
)
_TRAILING = re.compile(rf",[”\"]? (?:[^,;\d“”\"]{{1,110}}? )?{_SAY}\b.*", re.DOTALL)
_ACCORDING = re.compile(
    r",? (?:according to|as per)\b[^,;]*|\A\s*[Aa]ccording to [^,;]*, "
    r"|,? (?:data|figures) from [^,;]*"
)
_AS_OF = re.compile(
    r",? ?\b(?:[Aa]s of|[Bb]y|[Tt]o date|[Ss]o far)\b(?: (?:late |early )?(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?)?,?",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\A\s*(?:[A-Z]{3,}[A-Z ,.]*(?:\([A-Z][\w ]*\)\s*)?)[-–—]+ ")


def without_speech(before: str, behind: str) -> tuple[str, str]:
    """The words before and behind a figure in its sentence, without who says so and since when."""
    before = _ACCORDING.sub(" ", _DATELINE.sub("", before))
    leading = _LEADING.match(before + " ")
    if leading and leading.end() <= len(before):
        before = before[leading.end() :]
    behind = _TRAILING.sub("", _ACCORDING.sub(" ", behind))
    return _without_dates(before), _without_dates(behind)


def _without_dates(words: str) -> str:
    """Without the day on which a count stood; "by Monday" goes, "by the army" stays."""
    return _AS_OF.sub(lambda m: m[0] if m[0].strip(" ,").lower() == "by" else " ", words)
