"""Fictional leads: two reports of one sinking, and what is not of it."""

from briefing.model import Lead

FERRY = Lead(
    1,
    "Ferry with 140 aboard sinks off Port Merrin",
    "PORT MERRIN — A ferry carrying 140 passengers sank in heavy seas off Port Merrin on Monday, and "
    "the coastguard was searching for eleven people, harbour master Ilsa Torvane said.",
    "2030-03-04T08:00:00+00:00",
    "Merrin Wire",
)
FERRY_ELSEWHERE = Lead(
    2,
    "Eleven missing after Merrin Isles ferry disaster",
    "The coastguard of the Merrin Isles searched on Monday for eleven passengers of a ferry that sank "
    "near Port Merrin, in what Ilsa Torvane, the harbor master, called the worst night of her life.",
    "2030-03-04T15:30:00+00:00",
    "The Ostmark Courier",
)
BUDGET = Lead(
    3,
    "Valdoria's parliament rejects budget",
    "KARSK — Lawmakers in Valdoria voted down the budget of Prime Minister Ada Tully on Monday, leaving "
    "teachers and nurses without the raise that she had promised.",
    "2030-03-04",
    "Valdoria Times",
)
OTHER_FERRY = Lead(
    4,
    "Ferry company orders two ships from Lindau Bay yard",
    "LINDAU BAY — The largest ferry company of Ostmark has ordered two ships from a local yard for a "
    "price that neither side would name, the yard said.",
    "2030-03-05",
    "The Ostmark Courier",
)
WRECK = Lead(
    5,
    "Ostmark sends divers to the wreck off Merrin",
    "Ostmark has sent a team of navy divers to help Merrin search the wreck of the ferry that went down "
    "on Monday. The divers, who left with two tonnes of equipment, are to enter the car deck first, where "
    "eleven passengers were last seen, the coastguard of Merrin said. Ostmark offered the team within an "
    "hour of the first call for help.",
    "2030-03-05",
    "The Ostmark Courier",
)
FISHING = Lead(
    6,
    "Ostmark and Merrin agree how much cod may be caught",
    "After nine years of quarrels Ostmark and Merrin have agreed how much cod each of their fleets may "
    "take from the shared banks. Skippers on both sides called the quotas too small, and the biologists "
    "who had asked for none at all called them too large. Ostmark keeps the larger part, Merrin gets the "
    "spring season to itself.",
    "2030-03-05",
    "Merrin Wire",
)
