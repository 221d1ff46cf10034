"""The telling words of a figure's sentence: stems, one for words that news uses alike."""

from briefing.linking.words import idf, stem

_EMPTY = frozenset(
    """the a an and or but of in on at to for from by with as is are was were be been being has have
    had it its he she they we his her their this that these those who which what when will would
    can could may might not no more most than then about around some over under up out into after
    before during between also other all any one two three said says say year years month week day
    million billion trillion thousand hundred percent per cent dollar dollars euro euros pound
    pounds people according report reported official officials government country new first last
    time us i you my our there least nearly almost just only so if while because such very much many
    make made monday tuesday wednesday thursday friday saturday sunday cost costs set go get gets
    got went take took put yet still even now later alone total totals far was ago well own
    however upon among along across near toward towards amid since until within without through
    mr mrs ms dr roughly approximately estimated additional another further""".split()
)
_SAME = {
    stem(word): stem(alike.split()[0])
    for alike in (
        "buy buys bought purchase purchased acquire acquired",
        "cut cuts axe axed slash slashed lose shed reduce reduced",
        "raise raised lift lifted hike hiked increase increased rose rise risen climbed grew"
        " growth",
        "fall falls fell fallen drop dropped decline declined shrank shrink contract contracted"
        " slow slowed slid",
        "approve approved vote voted agree agreed decide decided pass passed",
        "lend lent loan loans",
        "pledge pledged pledges promise promised promises commit committed",
        "repair repairs repaired rebuild rebuilding rebuilt reconstruction renovation",
        "price prices fetched fetch",
        "fine fined fines penalty",
        "march marched rally rallied protest protested demonstration demonstrated",
        "launch launched fire fired",
        "deliver delivered delivery receive received send sent supply supplied provide provided"
        " give gave given",
        "aid assistance help support funding",
        "economy economic gdp",
        "home homes house houses household",
        "apartment apartments flat flats",
        "explosion explosions blast blasts",
        "attack attacked attacks raid raids assault strike strikes",
        "quake earthquake quakes",
        "flood floods flooding",
        "fire fires blaze",
        "employ employs employed worker workers job jobs employee employees",
        "sea-wall seawall",
        "crash crashed derailment",
        "virus coronavirus covid",
        "shoot shooting shootings gunman gunmen",
        "school schools",
        "spend spends spent spending",
        "package bill act law plan measure",
        "relief rescue stimulus",
        "world worldwide global globally globe",
        "win won wins winner",
    )
    for word in alike.split()
}
"""The stem that stands for each of several words for one thing."""


def telling_stems(found: list[str]) -> frozenset[str]:
    """The stems of words that tell what is meant, one stem for words that news uses alike."""
    telling = (word for word in found if word not in _EMPTY and not word[0].isdigit())
    stemmed = (stem(word) for word in telling if len(word) > 1)
    return frozenset(_SAME.get(word, word) for word in stemmed)


def weight(stems: frozenset[str]) -> float:
    """How much a set of stems tells: the sum of their ``idf``."""
    return sum(idf(stemmed) for stemmed in stems)
