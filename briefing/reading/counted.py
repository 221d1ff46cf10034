"""What a number counts: the noun behind it, where it is one that a briefing cares for."""

import re
from dataclasses import dataclass

from briefing.reading.wordlist import wordlist

PEOPLE = wordlist(
    """people persons person men women man woman children child girls boys girl boy babies infants
    teenagers teens youths students pupils teachers civilians civilian soldiers soldier troops
    servicemen servicewomen marines sailors airmen officers officer policemen policewomen fighters
    militants insurgents rebels gunmen terrorists jihadists hostages hostage prisoners prisoner
    inmates detainees captives refugees migrants immigrants asylum-seekers seekers protesters
    protestors demonstrators activists journalists reporters workers worker employees staff miners
    fishermen farmers firefighters rescuers medics doctors nurses patients passengers passenger
    crew pilots drivers tourists visitors pilgrims worshippers residents villagers citizens
    nationals foreigners locals victims victim survivors others adults adult suspects suspect
    members member relatives family families households guards personnel recruits conscripts
    reservists mercenaries contractors staffers lawmakers delegates supporters opponents voters
    spectators fans guests players athletes participants attendees customers users subscribers
    homeowners evacuees bystanders pedestrians cyclists climbers divers swimmers hikers skiers
    commuters shoppers peacekeepers veterans agents troopers deputies police aid-workers
    individuals souls lives bodies corpses dead injured wounded missing deaths fatalities injuries
    arrests casualties detentions abductions executions americans"""
)
ANIMALS = wordlist(
    """tigers elephants cows cattle sheep goats pigs birds chickens fish whales dolphins dogs cats
    horses lions deer wolves bears camels livestock animals poultry turkeys ducks seals bees"""
)
_COUNTED = wordlist(
    """troops soldiers drones missiles rockets tanks shells jets warplanes fighters aircraft
    helicopters warships ships vessels boats submarines warheads bombs mines landmines guns rifles
    weapons rounds launchers airstrikes strikes sorties attacks vehicles trucks cars planes trains
    flights homes houses buildings apartments schools hospitals businesses households families
    villages towns acres hectares jobs seats votes ballots signatures cases infections tests doses
    vaccines patients students workers employees staff delegates supporters protesters
    demonstrators migrants refugees seekers immigrants prisoners detainees hostages inmates
    residents voters customers users subscribers barrels tons tonnes megawatts gigawatts nations
    howitzers mortars frigates destroyers bombers interceptors torpedoes
    countries companies firms banks stores complaints lawsuits emails documents shares units copies
    people civilians members participants delegations personnel recruits reservists visitors
    tourists passengers sanctions visas applications petitions properties"""
)
_PLURAL_PEOPLE = re.compile(r"[a-z]{3,}(?:men|women|ists|ians|ees|eers|ants|ors|ers)$")
_NOT_PEOPLE = wordlist(
    """computers servers containers trailers boilers bunkers towers centers numbers papers chapters
    letters orders  borders rivers quarters matters centres dollars cars doors floors
    sectors factors errors monitors reactors tractors restaurants plants grants warrants trees
    committees fees degrees coffees launchers carriers destroyers bombers interceptors tankers
    freighters bulldozers newspapers offers answers powers corners trackers counters mirrors
    sensors processors motors indicators meters kilometers centimeters hectometers
    acres liters trackers winters summers covers feathers shelters theaters"""
)
_STOP = wordlist(
    """a an the in on of at by for from to with as after before when while where since until under
    over among during and but or nor so if than that this these those which who whom whose is are
    was were be been being has have had do does did will would can could may might must shall
    should said says say told he she it they we you i his her its their our my per each every
    into onto out off up down about against between through across near inside not no
    minute minutes hour hours day days week weeks month months year years decade decades century
    centuries second seconds yards yard feet foot inch inches mile miles metre metres meter meters
    km kilometre kilometres kilometer kilometers mph kph pounds pound kg kilos kilograms grams
    percent points point times degrees january february march april may june july august september
    october november december am pm o'clock th st nd rd goals runs wins wickets touchdowns"""
)
_WORD = re.compile(r" ([A-Za-z][\w’'-]*)")
_OR_SO = re.compile(r" or (?:so|more|fewer)(?= [a-z])")
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun behind a number, in lower case, with where it starts and ends."""

    word: str
    start: int
    end: int
    capital: bool = False


def counted_noun(text: str, position: int) -> Counted | None:
    """The noun that the number ending at ``position`` counts, past a few words that describe it.

    The last of a row of known nouns is the head ("police officers"); a capitalised name of a
    people ("12 Russians") counts too.
    """
    found: Counted | None = None
    loose = _OR_SO.match(text, position)
    position = loose.end() if loose else position
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, position)
        word = match[1].lower().replace("’", "'") if match else ""
        if not match or word in _STOP:
            break
        if _is_noun(word) or (match[1][0].isupper() and _is_nationals(text, match)):
            found = Counted(word, match.start(1), match.end(), match[1][0].isupper())
        elif found:
            break
        position = match.end()
    return found


def is_people(noun: Counted) -> bool:
    """Whether a noun names people, or what befell them."""
    if noun.word in PEOPLE or noun.capital:
        return True
    return bool(_PLURAL_PEOPLE.search(noun.word)) and noun.word not in _NOT_PEOPLE | _COUNTED


def is_counted(noun: Counted) -> bool:
    """Whether a noun is worth a figure when nothing is said to have happened to it."""
    return noun.word in _COUNTED


def _is_noun(word: str) -> bool:
    if word in PEOPLE or word in _COUNTED or word in ANIMALS:
        return True
    return bool(_PLURAL_PEOPLE.search(word)) and word not in _NOT_PEOPLE


def _is_nationals(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word stands as a noun of people ("Russians", "12 Chinese were")."""
    word = match[1]
    if re.search(r"(?:ans|is|ns|es|ks|ts|os)$", word) and len(word) > 4:
        following = _WORD.match(text, match.end())
        return not following or following[1].lower() in _STOP or following[1].islower()
    return False
