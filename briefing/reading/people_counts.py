"""Numbers of people something happened to: "164 people killed", "killing 12", "a toll of 48".

What happened is given in its normal form (``killed``, ``injured``, …), from the verb behind the
number, the verb before it, or a noun that holds it ("12 deaths"). Every look is at a bounded
stretch beside the number, within its sentence.
"""

import re
from dataclasses import replace

from briefing.reading.amounts import Amount
from briefing.reading.counted import ANIMALS, Counted, counted_noun, is_people

_FORMS = {
    "killed": "killed slain murdered dead died dies die perished drowned lynched massacred "
    "kill kills killing",
    "injured": "injured wounded hurt maimed injure injures injuring wound wounds wounding hurting",
    "missing": "missing unaccounted disappeared",
    "displaced": "displaced homeless uprooted displace displaces displacing uprooting",
    "arrested": "arrested detained jailed imprisoned arrest arrests arresting detain detains "
    "detaining jailing rounded-up",
    "evacuated": "evacuated evacuate evacuates evacuating",
    "rescued": "rescued rescue rescues rescuing",
    "abducted": "abducted kidnapped abduct abducts abducting kidnap kidnaps kidnapping",
    "captured": "captured capture captures capturing",
    "released": "released freed release releases releasing free frees freeing",
    "hospitalised": "hospitalised hospitalized",
    "infected": "infected infecting",
    "trapped": "trapped stranded trapping stranding",
    "deported": "deported expelled deport deports deporting expelling",
    "executed": "executed beheaded executing beheading",
    "laid off": "laid-off",
    "attended": "attended attending attend gathered marched rallied demonstrated protested",
    "fled": "fled fleeing",
}
_NORMAL = {word: form for form, words in _FORMS.items() for word in words.split()}
_INTRANSITIVE = frozenset(
    "died dies die perished drowned fled fleeing gathered marched rallied demonstrated protested"
    " attending missing homeless disappeared unaccounted dead".split()
)
_DESCRIBING = frozenset(
    "dead wounded injured missing displaced homeless abducted kidnapped captured detained jailed"
    " arrested infected trapped stranded".split()
)
_EVENTS = {
    "deaths": "killed", "fatalities": "killed", "dead": "killed", "injuries": "injured",
    "injured": "injured", "wounded": "injured", "arrests": "arrested", "casualties": "casualties",
    "detentions": "arrested", "evacuees": "evacuated", "abductions": "abducted",
    "executions": "executed", "missing": "missing",
}  # fmt: skip

_WORDS_OF_HAPPENING = "|".join(sorted(_NORMAL, key=len, reverse=True)).replace("-", "[ -]")
_AUXILIARY = (
    "were|was|are|is|have|has|had|been|be|being|got|may|might|could|would|will|also|reportedly"
    "|believed|feared|confirmed|reported|presumed|known|said|thought|to|now|still|listed|declared"
    "|all|left|remain|remained|pronounced|initially|later|critically|seriously|badly|fatally"
    "|severely|slightly|lightly|so far|already|then|either|both|estimated|shot|burned|stabbed|and"
    "|found|as|go|went|gone|of them"
)
# "12 people, including three children, …", "five guards and a driver …", "40 people in the town …"
_BEHIND = re.compile(
    r"(?:, (?:including|among them)[^,.;]{1,80},| \([^()]{1,60}\)"
    r"| and (?:an?|one|his|her|their|the) [A-Za-z’'-]+(?: [A-Za-z’'-]+)?)?(?:,? who)?"
    r"(?P<place> (?:in|from|at|aboard|on|inside|near|across|among|of) [A-Za-z’'. -]{1,45}?)?"
    rf"(?P<aux>(?: (?:{_AUXILIARY}))*) (?P<verb>{_WORDS_OF_HAPPENING})\b(?![-’'])"
    r"(?: (?:and|or) (?P<second>wounded|injured|hurt|missing|killed|dead)\b)?"
)
_LOST_LIVES = re.compile(
    r"(?: (?:have|had|has|may have|also|reportedly))* (?:lost their li[fv]es?|lives\b)"
)
_TOOK_PART = re.compile(
    r"(?: (?:have|had|were|are))* (?:taken? part|took part|taking part|turned out|on hand)\b"
)
_OF_WHOLE = re.compile(
    r" of (?:the|its|their|his|those|these|some|about)\b(?: [\w’',-]+){0,5}?"
    rf"(?P<aux>(?: (?:{_AUXILIARY}))+) (?P<verb>{_WORDS_OF_HAPPENING})\b"
)
# What may follow a participle that stands alone ("12 soldiers killed in …"); anything else makes
# it the verb of a sentence ("12 soldiers killed a man").
_PASSIVE_REST = re.compile(
    r"[,.;:)!?”\"’—–-]|\s*$|\s+(?:in|by|and|or|when|on|at|after|as|since|during|this|last|near|from"
    r"|over|while|so|across|inside|outside|along|around|between|before|under|within|with|without"
    r"|but|to|if|for|overnight|yesterday|today|earlier|there|here|nationwide|worldwide|alone|every"
    r"|each|per|because|following|throughout|including|among|amid|up|last|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|only|more|others)\b|\s+[-–—(]",
    re.IGNORECASE,
)
_HEDGES_BETWEEN = (
    r"(?:(?:at least|at most|as many as|more than|fewer than|less than|up to|no fewer than|another"
    r"|an|estimated|about|around|some|nearly|almost|over|roughly|approximately|all|only|just|the"
    r"|additional|further|under|close to|well|possibly|perhaps) )*"
)
_VERB_BEFORE = re.compile(
    rf"(?<!not )(?<!’t )\b(?P<verb>{_WORDS_OF_HAPPENING}|shot dead|shot and killed|gunned down"
    r"|claim(?:ed|ing|s)|costs?|costing|employ(?:s|ed|ing)?)"
    r"\s(?:(?:on |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day )?"
    r"(?P<lives>the lives of )?"
    rf"{_HEDGES_BETWEEN}\Z",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?:(?P<toll>(?:death )?tolls?)"
    r"|(?:number|count) of (?:people |those |confirmed |the )?(?P<what>\w+))\b(?!’)"
    r"[^.;:!?\d]{0,60}?\b(?:from \S{1,12} )?"
    r"(?:to|at|of|reach\w*|hit|hits|pass\w*|was|is|exceed\w*|above|past|topp\w+|surpass\w*)"
    rf" {_HEDGES_BETWEEN}\Z",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"\b(?:crowds? of|attended by|audience of|drew|draws|drawing|attract(?:ed|ing|s)"
    r"|in front of|watched by|seen by|cheered on by)"
    rf" {_HEDGES_BETWEEN}(?:a crowd of )?\Z",
    re.IGNORECASE,
)
_CROWD_OF = re.compile(rf"\b(?:crowds?|audience) of {_HEDGES_BETWEEN}\Z", re.IGNORECASE)
# "driven 8,000 people from their homes", "forced 300 residents to flee"
_DRIVEN = re.compile(
    r"\b(?:driv(?:e|es|en|ing)|drove|forc(?:e|ed|es|ing)|chas(?:ed|ing)|sent|left|leav(?:es|ing)"
    rf"|made) {_HEDGES_BETWEEN}\Z",
    re.IGNORECASE,
)
_FROM_HOME = re.compile(
    r" (?:(?:out of|from|to leave|to flee|fleeing)(?: (?:their|the))?"
    r" (?:homes?|houses|villages?|towns?)"
    r"|to flee\b|homeless\b|without (?:a )?(?:roof|homes?)\b)"
)
_TOLL_KIND = {
    "deaths": "killed", "dead": "killed", "killed": "killed", "fatalities": "killed",
    "injured": "injured", "wounded": "injured", "injuries": "injured", "missing": "missing",
    "casualties": "casualties", "displaced": "displaced", "arrests": "arrested",
    "arrested": "arrested", "detained": "arrested", "evacuated": "evacuated",
}  # fmt: skip
_BARE_REST = re.compile(
    r"[,.;:)!?”\"—–]|\s*$|\s+(?:and|in|on|at|as|when|after|before|during|since|with|including|near"
    r"|by|while|others?|more|overnight|yesterday|today|across|inside|outside|from|over|so|but|last"
    r"|this|there|of them|monday|tuesday|wednesday|thursday|friday|saturday|sunday|[-–—(])(?!\w)",
    re.IGNORECASE,
)
WHOLE_BEFORE = re.compile(
    r"\bof (?:the|its|their|his|those|these|all)(?: (?:about|some|nearly|roughly|estimated))*\s\Z",
    re.IGNORECASE,
)
_CROSSING = re.compile(
    r"\b(?:said|says|say|who|that|which|when|where|while|but|told|were|was|after|as)\b"
)
_SUFFERING = re.compile(r"\b(?:were|was|are|is|been|be|being|got)\b")
_CASUALTIES = ("killed", "injured")
_LOOK = 90


def what_happened(
    text: str, amount: Amount, sentence_end: int, sentence_start: int
) -> tuple[str, int] | None:
    """What happened to a number of people, in its normal form, and where their words end.

    ``amount`` has no unit of its own. None where the text does not say that anything happened, or
    where the number is the whole of which another number is a part ("12 of the 40 passengers").
    """
    if amount.value != int(amount.value) or amount.value <= 0:
        return None
    base = max(sentence_start, amount.start - _LOOK)
    text = text[base : min(sentence_end, amount.end + 2 * _LOOK)]
    amount = replace(amount, start=amount.start - base, end=amount.end - base)
    happened = _happened(text, amount)
    return (happened[0], happened[1] + base) if happened else None


def _happened(text: str, amount: Amount) -> tuple[str, int] | None:
    before = text[: amount.start]
    noun = counted_noun(text, amount.end)
    if WHOLE_BEFORE.search(before) and not before.lower().endswith("lives of the "):
        return None
    return (
        _event(text, amount, noun)
        or _behind(text, amount, noun)
        or _before(text, amount, noun, before)
        or _between(text, amount, noun)
    )


def _event(text: str, amount: Amount, noun: Counted | None) -> tuple[str, int] | None:
    """A noun that holds what happened: "12 deaths", "910 injured"."""
    if noun and noun.word in _EVENTS and _PASSIVE_REST.match(text, noun.end):
        return _EVENTS[noun.word], amount.end if noun.word in _NORMAL else noun.end
    return None


def _behind(text: str, amount: Amount, noun: Counted | None) -> tuple[str, int] | None:
    if text.startswith(" of ", amount.end):
        part = _OF_WHOLE.match(text, amount.end)
        if not part or not _is_passive(text, part, _word(part["verb"])):
            return None
        return _NORMAL[_word(part["verb"])], amount.end
    end = noun.end if noun and is_people(noun) else amount.end
    generic = not noun or not is_people(noun)
    if generic and noun and noun.word in ANIMALS:
        return None
    if _LOST_LIVES.match(text, end):
        return "killed", end
    if _TOOK_PART.match(text, end) and not generic:
        return "attended", end
    match = _BEHIND.match(text, end)
    if not match or (match["place"] and (generic or _crosses(match["place"]))):
        return None
    verb = _word(match["verb"])
    if not _is_passive(text, match, verb):
        return None
    if match["aux"].endswith(" and") and _VERB_BEFORE.search(text[: amount.start]):
        return None  # "killed three people and wounded ten"
    form = _form(verb, match["second"])
    return form, end


def _crosses(place: str) -> bool:
    """Whether a place holds a verb or a joint, so that what follows is said of something else."""
    return bool(_CROSSING.search(place))


def _is_passive(text: str, match: re.Match[str], verb: str) -> bool:
    """Whether the number is whom it happened to, not who did it."""
    if verb.endswith("ing") and verb not in ("missing", "attending", "fleeing"):
        return False
    if verb in (
        "kill",
        "kills",
        "injure",
        "wound",
        "arrest",
        "detain",
        "rescue",
        "free",
        "release",
    ):
        return False
    suffers = _SUFFERING.search(match["aux"])
    if suffers or verb in ("died", "dies", "die", "perished", "drowned", "fled"):
        return True
    if counted_noun(text, match.end()) and verb in _INTRANSITIVE | {
        "injured",
        "wounded",
        "missing",
    }:
        return True
    return bool(_PASSIVE_REST.match(text, match.end())) or verb in ("attended", "gathered")


def _before(text: str, amount: Amount, noun: Counted | None, before: str) -> tuple[str, int] | None:
    people = noun is not None and is_people(noun)
    end = noun.end if noun and people else amount.end
    if not people and not _BARE_REST.match(text, amount.end):
        return None
    toll = _TOLL.search(before)
    if toll and (people or not noun):
        form = "killed" if toll["toll"] else _TOLL_KIND.get(toll["what"].lower())
        if form:
            return form, end
    if (people or _CROWD_OF.search(before)) and _CROWD.search(before):
        return "attended", end
    if _DRIVEN.search(before) and _FROM_HOME.match(text, end):
        return "displaced", end
    match = _VERB_BEFORE.search(before)
    form = _done(match, noun) if match else None
    return (form, end) if form else None


def _done(match: re.Match[str], noun: Counted | None) -> str | None:
    """What the verb before a number did to whom it counts, in its normal form."""
    verb = _word(match["verb"])
    people = noun is not None and is_people(noun)
    if verb.startswith(("shot", "gunned")):
        return "killed"
    if verb.startswith(("claim", "cost")):
        return "killed" if match["lives"] or (noun and noun.word == "lives") else None
    if verb.startswith("employ"):
        return "employed" if people else None
    return None if verb in _INTRANSITIVE and verb != "attended" else _NORMAL[verb]


def _between(text: str, amount: Amount, noun: Counted | None) -> tuple[str, int] | None:
    """A participle that describes whom the number counts: "12 wounded soldiers"."""
    if not noun or not is_people(noun):
        return None
    words = text[amount.end : noun.start].lower().split()
    if words and words[-1] in _DESCRIBING:
        return _NORMAL[words[-1]], noun.end
    return None


def _word(verb: str) -> str:
    verb = verb.lower().replace(" ", "-")
    return verb if verb in _NORMAL else verb.replace("-", " ")


def _form(verb: str, second: str | None) -> str:
    first = _NORMAL[verb]
    other = _NORMAL.get(second.lower()) if second else None
    if other and other != first:
        pair = {first, other}
        return "casualties" if pair == set(_CASUALTIES) else "killed or missing"
    return first
