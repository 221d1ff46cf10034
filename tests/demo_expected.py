"""What is true of the demo edition, as its author wrote it down, article by article.

Change an article in ``db/demo`` and its lines here change with it.
"""

STORIES = {
    "patrols": [
        "Northern allies pledge 9 billion euros to guard sea cables",
        "Allies put $10.6 billion behind a shared watch on the Merrin Sea",
        "Ostmark to pay largest share of fund for Merrin Sea patrols",
        "Tarnland opens two harbours to patrols of the Merrin Sea",
        "Chair's statement after the meeting of defence ministers in Karsk",
    ],
    "ferry": [
        "Death toll in Merrin Isles ferry disaster rises to 17",
        "Ferry Lady Corran goes down on Skerra crossing, killing at least 12",
        "Ostmark sends divers after ferry sinks off the Merrin Isles",
        "“We know these houses”: a night on the quay at Port Merrin",
        "The crew of the Lady Corran reported trouble with the bow door…",
    ],
    "rates": [
        "National Bank lifts rates to 4.75 per cent as prices climb",
        "Twice what was expected: rates in Valdoria jump by half a point",
        "Interest rate up by half a point as Valdoria's central bank cuts growth forecast",
    ],
    "ministry": [
        "Finance minister Rudnik resigns over harbour contract",
        "Valdorian Finance Minister Pavel Rudnik stepped down on Wednesday…",
        "Linde named to succeed Rudnik as Valdoria's finance minister",
        "Linde appointed finance minister to replace Rudnik",
        "New finance minister Linde promises sobriety after Rudnik’s fall",
        "Linde tells ministries to find savings on her first day",
    ],
    "trial": [
        "‘I signed, I did not read’: shipping magnate Drahn speaks at last",
        "Ostmark shipping magnate tells court he did not read what he signed",
        "Dockers keep watch as Drahn trial reaches its turning point",
    ],
    "election": [
        "Orlin wins Tarnland presidency, promises 'an ordinary country'",
        "Tarnland elects its first woman president as Tavik concedes",
        "After Orlin’s victory, old rivals try a new tone",
    ],
    "petrels": [
        "A bird that nobody had heard for 60 years is back on Little Skerra",
        "The bird that nobody had heard for 60 years returns to Little Skerra",
    ],
    "cup": ["Late header sends Lindau Bay into the final of the Northern Cup"],
    "earthquake": ["ALERT: Magnitude 4.6 earthquake felt in northern Tarnland, no damage reported"],
}
"""The titles of each story's articles. A dump without a title gets one made from its lead."""


def story_of(title):
    """The story an article is of by its title; None for one that is of none."""
    for name, titles in STORIES.items():
        if title.startswith(tuple(known.rstrip("…") for known in titles)):
            return name
    return None


GERMAN = "Streit um den Lärm der Nacht: Anwohner klagen gegen den Hafen"
UPDATED = "Death toll in Merrin Isles ferry disaster rises to 17"
UPDATED_FROM = "At least 11 killed as ferry sinks off Merrin Isles"
TITLE_ALONE = STORIES["earthquake"][0]
FROM_PAGES = [STORIES["ferry"][3], STORIES["ministry"][5]]

OUTLETS = {
    "patrols": {
        "Northern Press Agency", "Merrin Wire", "The Ostmark Courier", "Valdoria Times",
        "Northern Sea Compact",
    },
    "ferry": {
        "Northern Press Agency", "Merrin Wire", "The Ostmark Courier", "Valdoria Times",
    },
    "rates": {"Valdoria Times", "The Ostmark Courier", "Northern Press Agency"},
    "ministry": {
        "Valdoria Times", "Northern Press Agency", "Merrin Wire", "The Ostmark Courier",
    },
    "trial": {"The Ostmark Courier", "Northern Press Agency", "Valdoria Times"},
    "election": {"Northern Press Agency", "Merrin Wire", "Valdoria Times"},
    "petrels": {"Merrin Wire", "The Ostmark Courier"},
    "cup": {"The Ostmark Courier"},
    "earthquake": {"Northern Press Agency"},
}  # fmt: skip

SPEECH = {
    "Northern allies pledge 9 billion euros to guard sea cables": [
        ("would pay for 40 patrol boats", "defence ministers"),
        ("counting broken cables", "Katrin Solberg-Aas"),
        ("From today we count ships", "Katrin Solberg-Aas"),
        ("And we will count them in public", "Katrin Solberg-Aas"),
        ("Ostmark will carry the largest share", "Annelies van der Molen"),
        ("No coast in the north", "the ministers"),
        ("open two harbours to the patrols", "Andriy Kostrava"),
        ("We are not at the table yet", "Andriy Kostrava"),
        ("no longer waiting in the corridor", "Andriy Kostrava"),
        ("The talks had nearly failed", "a senior official"),
        ("over cold soup", "the official"),
        ("likely cause of at least two", "coastguard"),
    ],
    "Allies put $10.6 billion behind a shared watch on the Merrin Sea": [
        ("would pay for 44 patrol boats", "Katrin Solberg-Aas"),
        ("Nobody is accused today", "Katrin Solberg-Aas"),
        ("nobody should feel unobserved", "Katrin Solberg-Aas"),
        ("a down payment, not a gift", "Annelies van der Molen"),
        ("her country would put in", "Annelies van der Molen"),
        ("will contribute about 840 million", "Rosalind Keane"),
        ("a cable is a lung", "Rosalind Keane"),
        ("holding our breath", "Rosalind Keane"),
        ("No coast in the north", "the ministers"),
        ("a slogan in search of a budget", "Ivo Strand"),
        ("Ask them what it costs", "Ivo Strand"),
        ("They do not know", "Ivo Strand"),
    ],
    "Ostmark to pay largest share of fund for Merrin Sea patrols": [
        ("Ostmark will pay more than any other", "Annelies van der Molen"),
        ("at €625 million a year", "Annelies van der Molen"),
        ("When the fishermen ask me", "Annelies van der Molen"),
        ("a first patrol before the end", "Katrin Solberg-Aas"),
        ("We start small", "Katrin Solberg-Aas"),
        ("No coast in the north", "statement"),
        ("the ships alone would not be enough", "Arvid Noll"),
        ("a great deal of patience", "Arvid Noll"),
        ("observe and report", "Arvid Noll"),
        ("boarding a ship remained", "Arvid Noll"),
        ("learnt of the sum from the radio", "opposition politicians"),
    ],
    "Tarnland opens two harbours to patrols of the Merrin Sea": [
        ("Geography has a vote", "Andriy Kostrava"),
        ("leave us off the map", "Andriy Kostrava"),
        ("could refuel at Vell", "Andriy Kostrava"),
        ("done more in one night", "Katrin Solberg-Aas"),
        ("could be signed in May", "defence officials"),
        ("A small door is still a door", "Andriy Kostrava"),
    ],
    "Chair's statement after the meeting of defence ministers in Karsk": [
        ("No coast in the north", "the ministers"),
        ("long memories and short tempers", "Arvid Noll"),
    ],
    "Death toll in Merrin Isles ferry disaster rises to 17": [
        ("The death toll in the sinking", "coastguard"),
        ("was carrying 212 people", "Siobhan Tully"),
        ("on her side within ten minutes", "Siobhan Tully"),
        ("who had reached the deck", "Siobhan Tully"),
        ("still missing at nightfall", "Siobhan Tully"),
        ("You do not wait for orders", "Owen Pell"),
        ("lights had gone out", "Nora Pell"),
        ("Then somebody began to sing", "Nora Pell"),
        ("how the boats found us", "Nora Pell"),
        ("stay in port until", "Declan Farrow"),
        ("answer every question", "Skerra Line"),
    ],
    "Ferry Lady Corran goes down on Skerra crossing, killing at least 12": [
        ("More than 200 people were on board", "survivors"),
        ("every island family is afraid of", "Rosalind Keane"),
        ("We know these names", "Rosalind Keane"),
        ("so is the whole country", "Rosalind Keane"),
        ("a public inquiry", "Declan Farrow"),
        ("I want to see the signature", "Declan Farrow"),
        ("passed her last inspection", "Maeve Colby"),
        ("They were told,", "a retired pilot"),
        ("told in writing", "a retired pilot"),
        ("The Skerra lifeboat was out", "the lifeboat service"),
    ],
    "Ostmark sends divers after ferry sinks off the Merrin Isles": [
        ("The divers were to reach", "Imke Rasch"),
        ("do not ask for an invitation", "Imke Rasch"),
        ("was carrying 218 people", "foreign ministry"),
        ("All nine were safe", "a spokesman"),
        ("too early for certainty", "Declan Farrow"),
        ("handed out life jackets", "one passenger"),
        ("They did everything right", "one passenger"),
        ("over in ten minutes", "one passenger"),
        ("no record of a fault", "Brandt & Soehne"),
        ("Flags on public buildings", "the chancellery"),
    ],
    "“We know these houses”: a night on the quay at Port Merrin": [
        ("We know these names", "Rosalind Keane"),
        ("I will read every name", "Siobhan Tully"),
        ("come and stand with me", "Siobhan Tully"),
        ("I keep counting the people", "Owen Pell"),
        ("always the same number", "Owen Pell"),
        ("suffering from cold", "a doctor"),
        ("“Tomorrow,”", "Maeve Colby"),
        ("Ask me tomorrow", "Maeve Colby"),
    ],
    "The crew of the Lady Corran reported trouble with the bow door…": [
        ("reported trouble with the bow door", "Declan Farrow"),
        ("were found in the files", "Declan Farrow"),
        ("I asked yesterday for a signature", "Declan Farrow"),
        ("the door was fit to sail", "Declan Farrow"),
        ("named Aoife Brannigan", "Declan Farrow"),
        ("The reports reached my desk", "Torquil MacAleese"),
        ("should not have stayed there", "Torquil MacAleese"),
        ("found the bodies", "Siobhan Tully"),
        ("We have brought everybody home", "Siobhan Tully"),
        ("the only sentence", "Siobhan Tully"),
    ],
    "National Bank lifts rates to 4.75 per cent as prices climb": [
        ("households not to expect relief", "National Bank of Valdoria"),
        ("a thief with regular habits", "Henrik Oster"),
        ("change the locks", "Henrik Oster"),
        ("considered a smaller step", "Marta Linde"),
        ("a sentence without a verb", "Marta Linde"),
        ("took note", "Pavel Rudnik"),
        ("dearer loans would hurt", "Pavel Rudnik"),
        ("mortgage rates would rise", "banks"),
        ("medicine has side effects", "Tobias Grell"),
        ("unemployment to reach 7 per cent", "Tobias Grell"),
    ],
    "Twice what was expected: rates in Valdoria jump by half a point": [
        ("early and unpopular than late", "Henrik Oster"),
        ("Long enough to be forgotten", "Henrik Oster"),
        ("here again in May", "Marta Linde"),
        ("read again with a red pencil", "a spokesman"),
        ("A dear crown over there", "Tobias Grell"),
    ],
    "Interest rate up by half a point as Valdoria's central bank cuts growth forecast": [
        ("more steps could follow", "central bank"),
        ("not chasing the last number", "Henrik Oster"),
        ("trying to meet the next one", "Henrik Oster"),
        ("punishing workers", "trade unions"),
        ("You cannot heat a flat", "Hedda Lorenz-Quist"),
        ("members would march", "Hedda Lorenz-Quist"),
        ("for patience in recent weeks", "Pavel Rudnik"),
        ("his criticism", "Pavel Rudnik"),
        ("would not be reopened", "ministry"),
        ("expected rates to peak", "analysts"),
    ],
    "Finance minister Rudnik resigns over harbour contract": [
        ("I have done nothing that I would hide", "Pavel Rudnik"),
        ("has no days left for the country", "Pavel Rudnik"),
        ("was shown the offers", "prosecutors"),
        ("at the beginning of an investigation", "Greta Vahl"),
        ("with respect and with regret", "Edvard Hallin"),
        ("would be named on Thursday", "Edvard Hallin"),
        ("would cooperate fully", "Simon Adeyemi-Kroll"),
        ("perfectly dull explanation", "Simon Adeyemi-Kroll"),
        ("won a fair race fairly", "a spokeswoman"),
    ],
    "Valdorian Finance Minister Pavel Rudnik stepped down on Wednesday…": [
        ("passed secret bids", "Pavel Rudnik"),
        ("I go so that the ministry", "Pavel Rudnik"),
        ("because I am guilty", "Pavel Rudnik"),
        ("seven people were being investigated", "state prosecutor's office"),
        ("not been warned of the search", "Edvard Hallin"),
        ("I learned of it", "Edvard Hallin"),
        ("From the radio, in the car", "Edvard Hallin"),
        ("a vote of confidence", "the opposition"),
        ("from the first day", "Ivo Strand"),
        ("given no information", "the company"),
        ("begun with a letter", "a person familiar"),
        ("One page, typed", "the person"),
        ("will run the ministry", "the government"),
    ],
    "Linde named to succeed Rudnik as Valdoria's finance minister": [
        ("he had called Linde", "Edvard Hallin"),
        ("She told me what the job", "Edvard Hallin"),
        ("I did not need to hear more", "Edvard Hallin"),
        ("denies wrongdoing", "Pavel Rudnik"),
        ("not here to judge my predecessor", "Marta Linde"),
        ("The courts have that job", "Marta Linde"),
        ("that fits on a kitchen table", "Marta Linde"),
        ("it settled nothing", "Ivo Strand"),
        ("You can change the captain", "Ivo Strand"),
        ("The hole is still there", "Ivo Strand"),
        ("resting, reading and entirely calm", "Simon Adeyemi-Kroll"),
        ("would choose a new deputy", "National Bank of Valdoria"),
    ],
    "Linde appointed finance minister to replace Rudnik": [
        ("asked to count the country's money", "Marta Linde"),
        ("a revised budget within six weeks", "Edvard Hallin"),
        ("the accusation", "Pavel Rudnik"),
        ("She raised rates on Monday", "Rasmus Tveit"),
        ("what she does on a Friday", "Rasmus Tveit"),
        ("for the good of the country", "one of them"),
        ("We are trying to be pleased", "one of them"),
    ],
    "New finance minister Linde promises sobriety after Rudnik’s fall": [
        ("do not want a wizard", "Marta Linde"),
        ("someone who can add", "Marta Linde"),
        ("down to the last page", "Marta Linde"),
        ("which he denies", "Pavel Rudnik"),
        ("eleven boxes of files", "Greta Vahl"),
        ("would take months", "Greta Vahl"),
        ("promises you a date", "Greta Vahl"),
        ("asked for leave", "his party"),
        ("opened with a warrant", "Tilda Moor-Hansen"),
    ],
    "Linde tells ministries to find savings on her first day": [
        ("It is a polite letter", "Marta Linde"),
        ("a deadline in it", "Marta Linde"),
        ("a signature, not a wish", "Marta Linde"),
        ("worked too much and filed too little", "Simon Adeyemi-Kroll"),
        ("I have his chair", "Marta Linde"),
        ("I do not have his opinions", "Marta Linde"),
        ("I can see it from here", "Marta Linde"),
        ("the better coffee", "Marta Linde"),
    ],
    "‘I signed, I did not read’: shipping magnate Drahn speaks at last": [
        ("I signed, I did not read", "Viktor Drahn"),
        ("That was vanity", "Viktor Drahn"),
        ("moving, polished and beside the point", "Jonas Edel"),
        ("in forty-one transfers", "Jonas Edel"),
        ("She would do so in April", "Beate Lorch"),
        ("without notes", "Beate Lorch"),
        ("He looked at us today", "one"),
        ("First time", "one"),
    ],
    "Ostmark shipping magnate tells court he did not read what he signed": [
        ("signed the papers without reading", "Viktor Drahn"),
        ("he moved 32 million euros", "prosecutors"),
        ("I trusted paper", "Viktor Drahn"),
        ("carelessness and nothing more", "Beate Lorch"),
        ("Careless is not a crime", "Beate Lorch"),
        ("would need larger prisons", "Beate Lorch"),
        ("call the fund's former auditor", "Jonas Edel"),
        ("make up two thirds", "government"),
    ],
    "Dockers keep watch as Drahn trial reaches its turning point": [
        ("betrayed by those around him", "Viktor Drahn"),
        ("I should have asked", "Viktor Drahn"),
        ("I was ashamed to ask", "Viktor Drahn"),
        ("We all asked", "Emil Hartwig"),
        ("every year he sent a ham", "Emil Hartwig"),
        ("taking €32 million from the fund", "prosecutors"),
        ("a single cent reached him", "Beate Lorch"),
        ("It went into ships", "Beate Lorch"),
        ("You may not call it stealing", "Beate Lorch"),
        ("he will be there", "Emil Hartwig"),
        ("I have time", "Emil Hartwig"),
        ("He can look it up", "Emil Hartwig"),
    ],
    "Orlin wins Tarnland presidency, promises 'an ordinary country'": [
        ("52.4 percent of the vote", "the election commission"),
        ("You did not vote for a miracle", "Zlata Orlin"),
        ("You voted for an ordinary country", "Zlata Orlin"),
        ("somebody else's mistakes", "Boris Tavik"),
        ("I wish her luck with them", "Boris Tavik"),
        ("largely fair", "observers"),
        ("she will keep Andrii Kostrava", "Zlata Orlin"),
    ],
    "Tarnland elects its first woman president as Tavik concedes": [
        ("Judge me by the bridges", "Zlata Orlin"),
        ("publish the salaries", "Zlata Orlin"),
        ("from the first shelf to the last", "Zlata Orlin"),
        ("a full treasury and an empty desk", "Boris Tavik"),
        ("find the second more useful", "Boris Tavik"),
        ("Turnout was high", "the election commission"),
        ("My grandmother put on", "Milan Brod"),
        ("wanted to do it properly", "Milan Brod"),
        ("Two islands of good sense", "Rosalind Keane"),
    ],
    "After Orlin’s victory, old rivals try a new tone": [
        ("a quarter of an hour", "his office"),
        ("the coffee in Karsk", "Edvard Hallin"),
        ("so are the roads", "Edvard Hallin"),
        ("a queue on a road", "Zlata Orlin"),
        ("halve the waiting time", "Zlata Orlin"),
        ("great expectations", "diplomats"),
        ("inherits the old generals", "one"),
        ("wherever work is meant", "Vesna Tavik"),
        ("My brother lost an election", "Vesna Tavik"),
        ("did not lose its memory", "Vesna Tavik"),
    ],
    "A bird that nobody had heard for 60 years is back on Little Skerra": [
        ("my microphone had broken", "Isla Corrin"),
        ("laughed", "Isla Corrin"),
        ("have counted 38 burrows", "Isla Corrin"),
        ("taken anew every spring", "Per-Ole Haug"),
        ("Give it five years", "Per-Ole Haug"),
        ("the night shift", "its members"),
    ],
    "The bird that nobody had heard for 60 years returns to Little Skerra": [
        ("my microphone had broken", "Isla Corrin"),
        ("laughed", "Isla Corrin"),
        ("taken anew every spring", "Per-Ole Haug"),
        ("Give it five years", "Per-Ole Haug"),
    ],
    "Late header sends Lindau Bay into the final of the Northern Cup": [
        ("I closed my eyes", "Mateus Arroyo-Lind"),
        ("do not tell the coach", "Mateus Arroyo-Lind"),
        ("He always closes his eyes", "Jens Holbein"),
        ("That is how he sees", "Jens Holbein"),
        ("a railway station at rush hour", "Marek Stovik"),
        ("missed the train", "Marek Stovik"),
        ("the better side for an hour", "Marek Stovik"),
        ("does not pay by the hour", "Marek Stovik"),
    ],
}
"""Words of each quote, in the order of the text, and who says them: a person by the full name, anyone
else by what the text calls them."""

SPEAK_NOWHERE = [
    "steel fence", "Quiet Years", "the Admiral", "The Hiccup", "Northern Shores",
    "We value your privacy", "Somebody will pay for this", "Paper boats",
]  # fmt: skip
"""Words in quote marks that nobody is quoted with: scare quotes, titles, names, and what stands round
an article on its page."""

PEOPLE = {
    "Katrin Solberg-Aas", "Annelies van der Molen", "Imke Rasch", "Andriy Kostrava", "Rosalind Keane",
    "Ivo Strand", "Arvid Noll", "Siobhan Tully", "Owen Pell", "Nora Pell", "Declan Farrow",
    "Maeve Colby", "Aoife Brannigan", "Torquil MacAleese", "Henrik Oster", "Marta Linde",
    "Pavel Rudnik", "Edvard Hallin", "Rasmus Tveit", "Tobias Grell", "Hedda Lorenz-Quist", "Greta Vahl",
    "Simon Adeyemi-Kroll", "Leopold Brack", "Tilda Moor-Hansen", "Viktor Drahn", "Clara Drahn",
    "Jonas Edel", "Beate Lorch", "Friederike Amann", "Emil Hartwig", "Zlata Orlin", "Boris Tavik",
    "Vesna Tavik", "Milan Brod", "Isla Corrin", "Per-Ole Haug", "Mateus Arroyo-Lind",
    "Filip Stanek", "Jens Holbein", "Marek Stovik",
}  # fmt: skip

SPELLINGS = {"Andrii Kostrava": "Andriy Kostrava"}

REPORTERS = [
    "Wirth", "Reyes-Ford", "Kermode", "Amsel", "Foss", "Quayle", "Holm", "Leece", "Brew", "Bruckner",
    "Torvald", "Castell", "Feld", "Ehrling", "Sorby", "Rohde", "Amrand", "Thorne", "Sirk",
    "Skillicorn", "Kahl", "Stolt",
]  # fmt: skip

ROLES = [
    ("Katrin Solberg-Aas", "defence minister", "Valdoria", False),
    ("Annelies van der Molen", "defense minister", "Ostmark", False),
    ("Andriy Kostrava", "defence minister", "Tarnland", False),
    ("Rosalind Keane", "prime minister", "Merrin Isles", False),
    ("Declan Farrow", "transport minister", "Merrin Isles", False),
    ("Edvard Hallin", "prime minister", "Valdoria", False),
    ("Pavel Rudnik", "finance minister", "Valdoria", False),
    ("Pavel Rudnik", "finance minister", None, True),
    ("Marta Linde", "deputy governor", None, False),
    ("Marta Linde", "finance minister", "Valdoria", False),
    ("Zlata Orlin", "mayor", None, True),
    ("Zlata Orlin", "president-elect", "Tarnland", False),
    ("Arvid Noll", "secretary general", None, False),
    ("Henrik Oster", "governor", None, False),
]
"""Person, title, place and whether it is a former one. The place is None where the text leaves it open;
no table knows these countries, so they may be taken for organisations."""

STATEMENTS = [
    (
        "No coast in the north will be left unguarded, and no partner will be left to carry the cost",
        {"Northern Press Agency", "The Ostmark Courier", "Merrin Wire", "Northern Sea Compact"},
    ),
    ("We know these names. We know these houses", {"Merrin Wire", "Valdoria Times"}),
    ("I thought my microphone had broken", {"Merrin Wire", "The Ostmark Courier"}),
    ("A colony is a decision that is taken anew", {"Merrin Wire", "The Ostmark Courier"}),
]

DISCREPANCIES = [
    ("patrols", "conversion", {10.4e9, 10.6e9}),
    ("patrols", "value", {40, 44}),
    ("patrols", "rounding", {842e6, 840e6}),
    ("patrols", "scope", {2.5e9, 625e6}),
    ("ferry", "update", {12, 14, 17, 20}),
    ("ferry", "value", {212, 218}),
    ("rates", "value", {5.2, 5.4}),
    ("election", "value", {61, 63.5}),
]
"""Story, class and the values that stand against each other."""

# What falls short today. These tests are expected to fail; one that passes has its line removed.

FAULTS = {
    "‘I signed, I did not read’: shipping magnate Drahn speaks at last": ["without notes"],
}
"""Quotes of ``SPEECH`` that are given to somebody else."""

DISCREPANCIES_MISSED: list[tuple[str, str, set[float]]] = []
