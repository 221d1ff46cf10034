"""Words that open sentences and are no names."""

from briefing.reading.small_words import small_words
from briefing.reading.wordlist import wordlist

_COMMON = wordlist(
    """
    the a an and or but nor so yet for if when while where why how what which who whom whose
    that this these those there here then than as at by in into of off on onto out over under up
    down from to toward towards with without within about above across after against along among
    around before behind below beneath beside besides between beyond despite during except
    inside like near outside past per since through throughout till until upon via is are was
    were be been being am do does did done has have had having can could may might must shall
    should will would not no yes i he she it we they you me him her us them his hers its our
    ours their theirs your yours my mine myself himself herself itself themselves ourselves one
    two three four five six seven eight nine ten eleven twelve many most more some any all each
    every both either neither few several much other another such only own same too very just
    also even still already again once ever never always often sometimes usually perhaps maybe
    however therefore thus hence moreover furthermore meanwhile instead indeed later earlier
    today yesterday tomorrow tonight now soon recently finally eventually monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan feb mar apr jun jul aug sept oct nov dec although
    though because unless whereas whether said says say told asked added according let thank
    thanks please sorry hello yeah ok okay well oh hey dear get got make made take took give
    gave see saw know knew think thought come came go went look photo image picture video file
    read watch follow share subscribe comments advertisement related last next previous
    following amid unlike given based speaking including others everyone everybody someone
    somebody anyone anybody nobody something nothing everything nearly almost especially
    particularly apparently clearly obviously certainly surely basically essentially generally
    actually really simply currently previously reportedly allegedly meantime overall
    additionally likewise similarly conversely nonetheless nevertheless otherwise further second
    third fourth firstly secondly step replay videos enlarge continue continued stop start click
    tap sign donate raising killed wow don't didn't doesn't isn't aren't wasn't won't can't
    couldn't wouldn't shouldn't it's that's there's he's she's they're we're you're i'm i've
    i'll i'd we've we'll let's what's who's here's don’t didn’t doesn’t isn’t aren’t wasn’t
    won’t can’t couldn’t wouldn’t shouldn’t it’s that’s there’s he’s she’s they’re we’re you’re
    i’m i’ve i’ll i’d we’ve we’ll let’s what’s who’s here’s
    """
)


def is_common(word: str) -> bool:
    """Whether a word opens sentences and is no name. "US" and "WHO" are, "BREAKING" is not."""
    if len(word) > 1 and word.isupper():
        return len(word) > 3 and (word.lower() in _COMMON or word.lower() in small_words())
    return word.lower() in _COMMON
