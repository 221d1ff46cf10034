"""The words that offices and occupations are made of."""

from briefing.reading.wordlist import wordlist

HEADS = wordlist(
    """
    president vice-president premier chancellor minister secretary under-secretary
    undersecretary king queen prince princess emperor sultan emir sheikh monarch taoiseach
    ayatollah pope cardinal archbishop ambassador envoy consul attaché attache governor senator
    congressman congresswoman representative congressperson lawmaker legislator mp mps mep msp
    peer councillor councilman councilwoman councilor alderman assemblyman assemblywoman mayor
    sheriff deputy whip speaker commissioner comptroller treasurer secretary-general clerk
    rapporteur chief chair chairman chairwoman chairperson leader co-leader co-chair co-chairman
    head director co-director administrator commander commander-in-chief general colonel
    lieutenant major captain admiral sergeant corporal private marshal brigadier warden
    superintendent inspector detective constable officer official spokesman spokeswoman
    spokesperson negotiator mediator diplomat delegate adviser advisor aide strategist lawyer
    attorney prosecutor solicitor barrister advocate judge justice magistrate ombudsman
    whistleblower bishop rabbi imam vicar pastor priest reverend minister-president nominee
    candidate president-elect prime-minister-designate regent chairman-designate ally
    deputy-governor statesman politician democrat republican ruler dictator strongman warlord
    tsar czar counsel co-founder founder co-founders boss ceo cfo coo cto executive manager
    owner partner investor financier banker economist analyst trader entrepreneur businessman
    businesswoman tycoon billionaire magnate millionaire industrialist industry-veteran
    consultant auditor accountant professor lecturer scientist researcher physicist chemist
    biologist astronomer epidemiologist virologist psychologist psychiatrist historian
    sociologist anthropologist philosopher mathematician engineer academic scholar fellow dean
    rector provost principal headteacher headmaster teacher student doctor surgeon physician
    nurse paediatrician pediatrician cardiologist pathologist midwife paramedic activist
    campaigner organiser organizer dissident protester volunteer lobbyist pollster editor
    editor-in-chief journalist reporter columnist broadcaster presenter anchor correspondent
    commentator critic blogger podcaster photographer photojournalist publisher host moderator
    author writer novelist poet playwright essayist biographer screenwriter filmmaker
    director-general actor actress singer songwriter singer-songwriter rapper musician pianist
    violinist guitarist drummer composer conductor comedian artist painter sculptor designer
    architect model dancer choreographer producer star superstar celebrity chef influencer
    youtuber coach head-coach trainer striker goalkeeper midfielder defender winger forward
    full-back fullback fly-half quarterback linebacker receiver pitcher batsman bowler
    wicketkeeper all-rounder skipper player footballer golfer cyclist sprinter swimmer boxer
    jockey driver champion medallist medalist veteran referee umpire rookie outfielder shortstop
    catcher centre-back left-back right-back astronaut cosmonaut pilot farmer firefighter
    policeman policewoman soldier guard worker resident neighbour neighbor witness survivor
    victim passenger tourist refugee migrant suspect defendant plaintiff gunman hacker father
    mother son daughter brother sister husband wife widow widower uncle aunt cousin nephew niece
    grandfather grandmother grandson granddaughter girlfriend boyfriend fiancé fiancée friend
    colleague rival predecessor successor coordinator co-ordinator expert specialist member
    chairwoman-designate guru pioneer explorer mountaineer butcher baker shopkeeper carpenter
    electrician mechanic plumber fisherman lorry-driver housewife pensioner retiree veterinarian
    vet pharmacist dentist therapist geologist meteorologist forecaster climatologist
    archaeologist seismologist ecologist minister-designate bodyguard chaplain monk nun lama
    duke duchess earl baroness baron viscount juror sub-inspector waiter waitress doorman pupil
    """
)
"""Nouns that a role may end in, lower case and singular."""

KIN = wordlist(
    """
    father mother son daughter brother sister husband wife widow widower uncle aunt cousin
    nephew niece grandfather grandmother grandson granddaughter girlfriend boyfriend fiancé
    fiancée friend colleague rival predecessor successor resident neighbour neighbor witness
    victim suspect member ally star
    """
)
"""Nouns that say how one stands to another, no office: they show a person and make no role."""

ABBREVIATED = {
    "Sen": "senator",
    "Sens": "senator",
    "Rep": "representative",
    "Reps": "representative",
    "Gov": "governor",
    "Govs": "governor",
    "Gen": "general",
    "Lt": "lieutenant",
    "Col": "colonel",
    "Capt": "captain",
    "Cmdr": "commander",
    "Sgt": "sergeant",
    "Maj": "major",
    "Adm": "admiral",
    "Cpl": "corporal",
    "Brig": "brigadier",
    "Prof": "professor",
    "Rev": "reverend",
    "Supt": "superintendent",
    "Det": "detective",
    "Insp": "inspector",
    "Pres": "president",
    "Amb": "ambassador",
    "Dr": "doctor",
    "PM": "prime minister",
    "CEO": "ceo",
    "CFO": "cfo",
    "COO": "coo",
    "CTO": "cto",
    "MP": "mp",
    "MPs": "mp",
    "MEP": "mep",
}
"""Short forms of heads, as written."""

HONORIFICS = wordlist(
    """
    Mr Mrs Ms Mx Miss Mister Madam Madame Mme Messrs Sir Dame Lord Lady Dr Rev Reverend Fr
    Father Sister Brother Hon St Saint Don Señor Señora Monsieur Herr Frau Signor Hajj Haji Prof
    Professor Uncle Aunt Auntie Shri Smt Shrimati Kumari Pandit Swami Datuk Dato
    Datin Hajah Hajia Hajiya Alhaji Alhaja Ustaz Ustad Maulana Mallam Malam Oba Otunba Igwe Engr
    Barr Comrade MR MRS DR Ratu Daw Mwalimu Doña Dona Grandmaster
    """
)
"""Words of address in front of a name; they show a person and are no office by themselves."""

PORTFOLIOS = wordlist(
    """
    defence defense foreign interior home finance treasury justice health education environment
    energy transport transportation trade commerce agriculture culture sport sports labour labor
    economy economic economics development housing immigration migration security intelligence
    science technology tourism infrastructure industry fisheries welfare pensions work works
    equality equalities digital climate business communities communication communications
    information international external internal state veterans affairs services homeland
    national social public family families women youth children employment relations religious
    european planning water forestry mines mining oil petroleum gas local government exchequer
    staff police army navy military naval air force armed forces strategic space nuclear
    political human rights legal budget tax revenue customs border elections electoral emergency
    emergencies civil reconstruction innovation research research-and-development marketing
    policy operations corporate investment investments regional rural urban parliamentary press
    media sales product engineering general land lands higher levelling power electricity
    maritime railways aviation
    """
)
"""What an office may be about: it stays in the title ("Minister of Defence")."""

MODIFIERS = (
    wordlist(
        """
    prime vice deputy assistant associate acting interim caretaker senior junior top chief lead
    leading head executive managing founding general former ex then onetime one-time first
    second third permanent special presidential chief-of-staff shadow opposition ruling majority
    minority federal regional provincial municipal city county state district local high supreme
    crown grand honorary lifetime longtime long-time outgoing incoming newly newly-elected
    re-elected incumbent current new old retired late ousted deposed embattled veteran prominent
    influential powerful hard-line hardline far-right right-wing left-wing centre-left
    centre-right centrist conservative liberal socialist communist democratic republican
    nationalist populist progressive moderate independent royal papal judicial spiritual
    religious tribal rebel separatist guerrilla militant militia union party group company club
    team national world olympic european military naval army navy police security intelligence
    foreign defence defense finance financial political economic legal legislative medical
    technical sporting creative artistic parliamentary congressional senate house government
    cabinet council board committee commission court appeals appellate circuit trial attorney
    solicitor advocate lieutenant major brigadier rear wing squadron master staff campaign
    policy press media communications communication public relations affairs news sports science
    technology health education energy environment climate trade business investment research
    development marketing sales product operating information human rights star striker
    goalkeeping football soccer rugby cricket tennis golf basketball baseball hockey boxing
    cycling assistant-manager record-breaking award-winning best-selling bestselling
    oscar-winning nobel prize-winning world-famous famous renowned celebrated legendary iconic
    controversial outspoken fellow american-born british-born self-styled alleged convicted
    jailed imprisoned exiled slain great great-grand young elder younger eldest oldest
    presumptive likely putative would-be potential possible congress-woman multi-millionaire
    multimillionaire property tech internet software hedge fund oil hotel jewish muslim catholic
    christian hindu sikh buddhist protestant evangelical anglican sunni shiite shia orthodox
    african-american african asian arab kurdish latino latina hispanic black white native
    indigenous high-ranking highest-ranking three-time two-time four-time five-time one-term
    two-term private principal trade-union human-rights anti-corruption anti-war pro-democracy
    pro-russian pro-european pro-western climate-change environmental consumer civil criminal
    defence-team war film movie television tv radio theatre pop rock folk jazz opera soul
    country punk hip-hop fashion school primary secondary high-school university college
    emeritus visiting adjunct clinical
    """
    )
    | PORTFOLIOS
)
"""Lower-case words that may stand in front of a head."""

FORMER = wordlist(
    """
    former ex then onetime one-time ousted deposed erstwhile sometime fmr past previous
    """
)

SOVEREIGN = wordlist(
    """
    president prime-minister premier chancellor king queen emperor monarch taoiseach leader pm
    dictator ruler sultan emir
    """
)
"""Heads of states and governments."""

PREPOSITIONS = frozenset(["of", "for", "at", "to", "with"])
"""What the tail of a role phrase begins with."""

DETERMINERS = wordlist("the a an his her its their our my your this that")

CAMPS = wordlist("administration campaign transition government camp")
"""What is called after the person who leads it."""

STATE_HEADS = wordlist(
    """
    governor senator lawmaker legislator representative congressman congresswoman attorney
    general secretary assemblyman assemblywoman democrat republican delegate treasurer
    """
)
"""Heads of offices that the states of the United States have."""

LOCAL_HEADS = wordlist(
    """
    mayor sheriff governor councillor councilman councilwoman councilor alderman commissioner
    resident
    """
)
"""Heads of offices that belong to a town or a region: its name stays in the title."""

PRIVATE_HEADS = wordlist(
    """
    businessman businesswoman entrepreneur tycoon billionaire millionaire farmer fisherman
    shopkeeper pensioner retiree housewife neighbour neighbor butcher baker carpenter electrician
    mechanic plumber grandfather grandmother
    """
)
"""What people are for themselves: a name in front is where they live ("Karsk businessman")."""

GOVERNMENT_HEADS = wordlist(
    """
    minister envoy ambassador negotiator diplomat official spokesman spokeswoman spokesperson
    delegate representative mediator adviser president premier chancellor ally attache attaché
    """
)
"""Heads before which a capital stands for its government ("Kyiv's envoy")."""

PLURAL_SHORT = frozenset(["Sens", "Reps", "Govs", "MPs", "MEPs", "CEOs"])

TERRITORIAL_HEADS = wordlist(
    """
    archbishop bishop duke duchess prince princess earl baron baroness viscount cardinal dean
    """
)
"""Heads of ranks that are named after a place."""

SENT_HEADS = wordlist(
    """
    ambassador envoy representative negotiator correspondent delegate mediator consul rapporteur
    """
)
"""Heads of those sent to a place: what follows "to" is not whom they speak for."""

CREATORS = wordlist(
    """
    author co-author writer novelist playwright creator star host biographer poet composer
    """
)
"""Heads of those who make a work: what follows "of" is its title."""

ORGANISATION_NOUNS = wordlist(
    """
    Party Ministry Department Agency Bank Corp Council University College Institute Committee
    Commission Union Association Federation Group Company Foundation Court Office Bureau Service
    Authority Board Congress Parliament Assembly Senate House Army Navy Force Police Club
    Hospital School Centre Center Society Alliance League Network Trust Fund Church Embassy
    Airlines Motors Administration Times Post Organisation Organization Forum Chamber
    Confederation Mission Programme Program Team Inc Ltd Campaign Project Academy Laboratory
    Museum Cabinet Secretariat Coalition Front Guard Corps Exchange Holdings Industries Partners
    Capital Technologies Research Faculty Services Studies International
    """
)
"""Capitalised nouns that an organisation's name ends in, or goes on behind with "of"."""

INSTITUTION_NOUNS = wordlist(
    """
    ministry government army navy police court company union party commission council committee
    agency bank department embassy parliament university institute hospital club group
    foundation firm association board military administration opposition regime office mission
    force forces federation coalition campaign charity school team church
    """
)
