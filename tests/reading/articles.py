"""Fictional articles in the manner of the wires, each with what is said in it and by whom.

``said`` pairs a few words of a quote with its speaker; None where the text leaves it open. No
quote of another speaker may hold these words. ``unsaid`` are words that nobody says.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """A text with its quotes as a careful reader would list them."""

    name: str
    text: str
    said: tuple[tuple[str, str | None], ...]
    unsaid: tuple[str, ...] = ()


SUMMIT = Article(
    "summit",
    """LINDAU BAY, Ostmark (Reuters) - Ostmark and Valdoria agreed on Tuesday to reopen four border crossings, their foreign ministers said after a day of talks. They also met to discuss bolstering patrols at sea.

"We have turned a page," Ostmark's Foreign Minister Petra Halvorsen told reporters alongside her Valdorian counterpart, Anton Drexler. "The crossings will open on May 1."

Drexler said his country would send customs officers within a week. "It is a first step," he said, "and there will be others."

"No one should expect miracles," he added.

Halvorsen's spokesman, Jonas Reber, said the two sides had not discussed the disputed Hallen islands.

The Valdorian minister declined to say whether sanctions would be lifted. He denied that his government had paid for the talks.

"Our border is not for sale," Halvorsen said.

According to Ostmark's trade ministry, the closure cost exporters 40 million euros a month.
""",
    (
        ("We have turned a page", "Petra Halvorsen"),
        ("crossings will open on May 1", "Petra Halvorsen"),
        ("send customs officers", "Anton Drexler"),
        ("It is a first step", "Anton Drexler"),
        ("No one should expect miracles", "Anton Drexler"),
        ("disputed Hallen islands", "Jonas Reber"),
        ("Our border is not for sale", "Petra Halvorsen"),
        ("cost exporters 40 million", "Ostmark's trade ministry"),
    ),
    ("sanctions would be lifted", "had paid for the talks", "bolstering patrols"),
)

STRIKE = Article(
    "strike",
    """TARN, Tarnland (AP) — Rockets struck an apartment block in the capital early Friday, killing at least nine people, officials said.

“There was no warning at all,” said Lena Orlik, 61, who lives on the fourth floor. “I heard a whistle, and then the window was gone.”

Mayor Tomas Brandl called the attack “a crime against people asleep in their beds.”

Rescuers pulled a girl of 6 from the rubble, the emergency service said in a statement.

Tarnland's defense ministry blamed Merrin separatists. A spokesman for the separatists, who spoke on condition of anonymity, rejected the accusation.

“We fired at no city,” the spokesman said. “They should look at their own batteries.”

Orlik said she would stay with her sister. She did not know where her neighbors were.

“We will rebuild every wall,” Brandl wrote on X.

The mayor said that schools would stay closed until Monday.
""",
    (
        ("There was no warning", "Lena Orlik"),
        ("I heard a whistle", "Lena Orlik"),
        ("a crime against people asleep", "Tomas Brandl"),
        ("pulled a girl of 6", "the emergency service"),
        ("We fired at no city", "the spokesman"),
        ("look at their own batteries", "the spokesman"),
        ("stay with her sister", "Lena Orlik"),
        ("rebuild every wall", "Tomas Brandl"),
        ("schools would stay closed", "Tomas Brandl"),
    ),
    ("where her neighbors were",),
)

COURT = Article(
    "court",
    """A former bank chief was told by a judge on Thursday that he faced “a long time in prison” after a jury in Port Merrin found him guilty of fraud.

Edwin Marlow, 58, was accused of hiding losses of 90 million pounds at the Merrin Savings Bank. He was described as “a gambler with other people's money” by the prosecutor, Ruth Ansell.

Judge Harriet Cole said: “You betrayed those who trusted you.”

Marlow's lawyer, Simon Peake, said his client would appeal. “We believe the jury was misled,” he told reporters outside the court.

Two pensioners who lost their savings wept in the gallery. “He never once looked at us,” said one of them, Doris Finch.

“I asked him in the corridor, ‘Why us?’ He said, ‘Ask the board,’” she said.

Ansell, who has led the case since 2019, said the verdict sent a message to the City.
""",
    (
        ("You betrayed those", "Harriet Cole"),
        ("his client would appeal", "Simon Peake"),
        ("the jury was misled", "Simon Peake"),
        ("never once looked at us", "Doris Finch"),
        ("I asked him in the corridor", "Doris Finch"),
        ("verdict sent a message", "Ruth Ansell"),
        ("a gambler with other people", "Ruth Ansell"),
    ),
    ("hiding losses of 90 million",),
)

BRITISH = Article(
    "British marks",
    """Nurses' leader 'ashamed' of hospital waits

By Holly Wren
Health correspondent

The head of the nurses' union has said she is ‘ashamed’ of the state of Port Merrin's hospitals.

‘I have worked here for thirty years and I've never seen corridors like these,’ Moira Tench told the Merrin Wire.

‘People are dying who shouldn't be dying,’ she said. ‘That's the plain truth.

‘And nobody in government will look us in the eye.’

Health Secretary Giles Orchard said he was ‘deeply sorry’ for the delays.

‘We inherited a broken system,’ he said. ‘It won't be mended in a month.’

A spokesperson for the Port Merrin Hospitals Trust said: ‘Our staff's efforts have been extraordinary.’
""",
    (
        ("thirty years", "Moira Tench"),
        ("People are dying", "Moira Tench"),
        ("nobody in government", "Moira Tench"),
        ("deeply sorry", "Giles Orchard"),
        ("inherited a broken system", "Giles Orchard"),
        ("mended in a month", "Giles Orchard"),
        ("efforts have been extraordinary", "A spokesperson for the Port Merrin Hospitals Trust"),
    ),
)

MARKETS = Article(
    "markets",
    """KARSK, March 3 (NPA) - Valdoria's crown fell to its lowest in a decade on Monday after the central bank unexpectedly cut rates, traders said.

The bank lowered its key rate by half a point to 3.25 percent, saying inflation had "passed its peak". Governor Ines Kaltwasser said more cuts could follow in autumn.

"This is a gamble," said Piotr Lang, chief economist at Hollin Bank. "If oil rises again, they will have to turn around."

Analysts polled by the agency had expected no change.

Shares in Valdoria Steel, which calls itself "the spine of the nation", rose 4 percent.

"We have been waiting for this," its chief executive, Marek Soll, told the Valdoria Times.

Lang expects the crown to lose a further 3 percent by June. He said exporters would cheer and importers would not.

Kaltwasser told parliament last month that there was no reason to hurry.
""",
    (
        ("passed its peak", "The bank"),
        ("more cuts could follow", "Ines Kaltwasser"),
        ("This is a gamble", "Piotr Lang"),
        ("If oil rises again", "Piotr Lang"),
        ("We have been waiting", "Marek Soll"),
        ("exporters would cheer", "Piotr Lang"),
        ("no reason to hurry", "Ines Kaltwasser"),
    ),
    ("the spine of the nation",),
)

TWO_PRESIDENTS = Article(
    "two presidents",
    """VIENNA (AFP) – Valdorian President Milan Kostic and Ostmark's President Greta Lindqvist traded barbs on Sunday over a gas pipeline that crosses both countries.

Kostic accused Lindqvist of "blackmail" in a televised address.

"She wants us to freeze," he said. "We will not freeze."

Lindqvist dismissed the charge as "theatre".

"He should pay his bills," she told Ostmark radio. "Then we can talk."

The Valdorian president said his country owed nothing.

Ostmark's president said the debt stood at 200 million euros.

The president's office did not respond to a request for comment.

"Both of them are playing to the gallery," said a European diplomat, who asked not to be named.
""",
    (
        ("She wants us to freeze", "Milan Kostic"),
        ("We will not freeze", "Milan Kostic"),
        ("theatre", "Greta Lindqvist"),
        ("He should pay his bills", "Greta Lindqvist"),
        ("Then we can talk", "Greta Lindqvist"),
        ("his country owed nothing", "Milan Kostic"),
        ("debt stood at 200 million", "Greta Lindqvist"),
        ("playing to the gallery", "a European diplomat"),
    ),
)

QUAKE = Article(
    "quake",
    """By Nadia Ferro, CNN

(CNN) — A powerful earthquake shook the Merrin Isles on Wednesday, leaving thousands without power, according to the national disaster agency.

“The ground moved like water,” fisherman Paulo Reyes told CNN. “My boat was on the road.”

“I have lost everything I built in forty years.

“But my children are alive, and I thank God for that.”

Prime Minister Ana Duarte declared a state of emergency and urged people to stay away from the coast. “Do not go back for your belongings,” she said in a televised speech.

Several residents who slept in the open said they feared aftershocks.

“Help is on the way,” said the head of the Red Crescent in the islands, Samir Haddad, in a post on X.

READ MORE: ‘We ran for our lives’: Survivors tell of the wave

Photo: Houses lie in ruins in Port Merrin. “Unreal,” reads a sign.

It was the strongest quake since 1987, the agency said.
""",
    (
        ("thousands without power", "the national disaster agency"),
        ("The ground moved like water", "Paulo Reyes"),
        ("My boat was on the road", "Paulo Reyes"),
        ("I have lost everything", "Paulo Reyes"),
        ("my children are alive", "Paulo Reyes"),
        ("Do not go back for your belongings", "Ana Duarte"),
        ("they feared aftershocks", "Several residents"),
        ("Help is on the way", "Samir Haddad"),
        ("strongest quake since 1987", "the agency"),
    ),
)

FOOTBALL = Article(
    "football",
    """Karsk United 2-1 Tarn Rovers

Karsk manager Oleg Brandt praised his side's courage after they came from behind to reach the cup final.

“I'm so proud of the boys,” Brandt said. “At half-time I told them, ‘You have forty-five minutes to be remembered.’”

Striker Deniz Aksoy, who scored both goals, said he had dreamed of such a night.

“My dad used to bring me here. He'd say, ‘One day it'll be you,’” Aksoy said.

Rovers coach Ian Mallory was less happy. “The second goal was a mile offside,” he said.

Brandt laughed when asked about it. “I haven't seen it back,” he said. “Ian's a good man, he'll get over it.”

Fans call the old stand “the Oven”.

Mallory's captain, Luca Verri, said the referee had apologised to him.
""",
    (
        ("so proud of the boys", "Oleg Brandt"),
        ("forty-five minutes to be remembered", "Oleg Brandt"),
        ("dreamed of such a night", "Deniz Aksoy"),
        ("used to bring me here", "Deniz Aksoy"),
        ("a mile offside", "Ian Mallory"),
        ("I haven't seen it back", "Oleg Brandt"),
        ("he'll get over it", "Oleg Brandt"),
        ("referee had apologised", "Luca Verri"),
    ),
    ("the Oven",),
)

INTERVIEW = Article(
    "interview",
    """Novelist Clara Voss on silence, snow and her late mother

Clara Voss lives at the end of a road that is closed for half the year. Her seventh novel appears this week.

Why did you stop writing for ten years?

“I had nothing to say. People don't believe that, but it's true,” Voss says.

Her mother, the actor Helene Voss, died in 2014. “She was the first reader of everything,” says her daughter. “When she was gone, the sentences went too.”

Her editor, Martin Hale, remembers the day the manuscript arrived. “I read it standing up, in the corridor,” he says.

Voss shrugs at that. “Martin exaggerates,” she says. “He always has a chair.”

The critic Una Reiss wrote in the Ostmark Courier that the book was “colder and better than anything she has done”.
""",
    (
        ("I had nothing to say", "Clara Voss"),
        ("first reader of everything", "her daughter"),
        ("I read it standing up", "Martin Hale"),
        ("Martin exaggerates", "Clara Voss"),
        ("He always has a chair", "Clara Voss"),
        ("colder and better", "Una Reiss"),
    ),
)

PARLIAMENT = Article(
    "parliament",
    """Opposition walks out as Tarnland passes security law

Tarn - Tarnland's parliament passed a disputed security law late on Monday after opposition members walked out of the chamber.

"This law is a muzzle," opposition leader Rosa Heim told Al Jazeera. "They're afraid of their own people."

Interior Minister Karl Voigt said the law would protect citizens from "chaos imported from abroad".

Voigt, a former police chief, told lawmakers the country was "under attack", adding that judges would keep their say.

Heim said that was a lie. He "has never met a judge he did not want to fire", she said.

Defence Minister Olga Petrenko also backed the bill. The minister said soldiers would not be used against protesters.

In a statement read out by her lawyer, the jailed journalist Dina Sabri said: "Write everything down."

Rights group Open Gates condemned the vote. It said the law broke three treaties.

"We'll see them in court," said its director, Paul Nkemelu.
""",
    (
        ("This law is a muzzle", "Rosa Heim"),
        ("afraid of their own people", "Rosa Heim"),
        ("chaos imported from abroad", "Karl Voigt"),
        ("under attack", "Karl Voigt"),
        ("judges would keep their say", "Karl Voigt"),
        ("never met a judge", "Rosa Heim"),
        ("soldiers would not be used", "Olga Petrenko"),
        ("Write everything down", "Dina Sabri"),
        ("broke three treaties", None),
        ("see them in court", "Paul Nkemelu"),
    ),
)

PLANT = Article(
    "plant",
    """Workers at the Hollin chemical plant said on Saturday that alarms had failed before an explosion that killed three people.

Its members call themselves “the night shift”, and they have a list of complaints.

“Nobody listens to us,” said one worker, who asked for his name to be withheld because he feared for his job.

The company, Hollin Chemie, said it was cooperating with the authorities. Chief executive Vera Stahl expressed her condolences to the families.

Stahl, who joined from a rival last year, said production would resume “only when it is safe”.

“We owe that to the dead,” she said.

Her deputy, Erich Baum, quit on Friday. In a letter to the board, he wrote that warnings had been ignored “for years”.

Police chief Maria Sorel told a news conference with Stahl that two managers had been arrested. She gave no names.

The plan's stages — each with savings of 3 per cent — were drawn up in spring.
""",
    (
        ("alarms had failed", "Workers at the Hollin chemical plant"),
        ("Nobody listens to us", "one worker"),
        ("cooperating with the authorities", "Hollin Chemie"),
        ("only when it is safe", "Vera Stahl"),
        ("We owe that to the dead", "Vera Stahl"),
        ("warnings had been ignored", "Erich Baum"),
        ("two managers had been arrested", "Maria Sorel"),
    ),
    ("the night shift", "savings of 3 per cent", "her condolences", "his name to be withheld"),
)

SAME_GENDER = Article(
    "two of the same gender",
    """OSLO, April 2 (NPA) — Envoy Henrik Dahl met Tarnland's chief negotiator, Viktor Moroz, for three hours on Thursday.

Dahl told Moroz that patience in the capitals was running out. He said an answer was needed by Sunday.

“We are close,” Moroz told state television afterwards. “But close is not there.”

He praised the envoy for his calm.

“You cannot hurry peace,” said Dahl.

A White House official, speaking on condition of anonymity, said Washington was not at the table. Another official said it had been briefed.

The UN secretary general's spokeswoman, Amal Idris, welcomed the meeting. “Every hour they talk is an hour they do not shoot,” Idris said.
""",
    (
        ("patience in the capitals", "Henrik Dahl"),
        ("We are close", "Viktor Moroz"),
        ("close is not there", "Viktor Moroz"),
        ("You cannot hurry peace", "Henrik Dahl"),
        ("Washington was not at the table", "A White House official"),
        ("it had been briefed", "Another official"),
        ("Every hour they talk", "Amal Idris"),
    ),
)

ARTICLES = (
    SUMMIT,
    STRIKE,
    COURT,
    BRITISH,
    MARKETS,
    TWO_PRESIDENTS,
    QUAKE,
    FOOTBALL,
    INTERVIEW,
    PARLIAMENT,
    PLANT,
    SAME_GENDER,
)
