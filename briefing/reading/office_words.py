"""The words that offices and occupations are made of."""

HEADS = frozenset(
    """
    president vice-president premier chancellor minister secretary under-secretary undersecretary king queen
    prince princess emperor sultan emir sheikh monarch taoiseach ayatollah pope cardinal archbishop
    ambassador envoy consul attaché attache governor senator congressman congresswoman representative
    congressperson lawmaker legislator mp mps mep msp peer councillor councilman councilwoman councilor
    alderman assemblyman assemblywoman mayor sheriff deputy whip speaker commissioner comptroller treasurer
    secretary-general chief chair chairman chairwoman chairperson leader co-leader co-chair co-chairman head
    director co-director administrator commander commander-in-chief general colonel lieutenant major captain
    admiral sergeant corporal private marshal brigadier warden superintendent inspector detective constable
    officer official spokesman spokeswoman spokesperson negotiator mediator diplomat delegate adviser advisor
    aide strategist lawyer attorney prosecutor solicitor barrister advocate judge justice magistrate
    ombudsman whistleblower bishop rabbi imam vicar pastor priest reverend minister-president nominee
    candidate president-elect prime-minister-designate regent chairman-designate ally deputy-governor
    statesman politician democrat republican ruler dictator strongman warlord tsar czar counsel
    co-founder founder co-founders boss ceo cfo coo cto executive manager owner partner investor financier
    banker economist analyst trader entrepreneur businessman businesswoman tycoon billionaire magnate
    millionaire industrialist industry-veteran consultant auditor accountant
    professor lecturer scientist researcher physicist chemist biologist astronomer epidemiologist virologist
    psychologist psychiatrist historian sociologist anthropologist philosopher mathematician engineer
    academic scholar fellow dean rector provost principal headteacher headmaster teacher student
    doctor surgeon physician nurse paediatrician pediatrician cardiologist pathologist midwife paramedic
    activist campaigner organiser organizer dissident protester volunteer lobbyist pollster
    editor editor-in-chief journalist reporter columnist broadcaster presenter anchor correspondent
    commentator critic blogger podcaster photographer photojournalist publisher host moderator
    author writer novelist poet playwright essayist biographer screenwriter filmmaker director-general
    actor actress singer songwriter singer-songwriter rapper musician pianist violinist guitarist drummer
    composer conductor comedian artist painter sculptor designer architect model dancer choreographer producer
    star superstar celebrity chef influencer youtuber
    coach head-coach trainer striker goalkeeper midfielder defender winger forward full-back fullback fly-half
    quarterback linebacker receiver pitcher batsman bowler wicketkeeper all-rounder skipper player
    footballer golfer cyclist sprinter swimmer boxer jockey driver champion medallist medalist veteran
    referee umpire rookie outfielder shortstop catcher centre-back left-back right-back
    astronaut cosmonaut pilot farmer firefighter policeman policewoman soldier guard worker
    resident neighbour neighbor witness survivor victim passenger tourist refugee migrant
    suspect defendant plaintiff gunman hacker
    father mother son daughter brother sister husband wife widow widower uncle aunt cousin nephew niece
    grandfather grandmother grandson granddaughter girlfriend boyfriend fiancé fiancée friend colleague
    rival predecessor successor coordinator co-ordinator expert specialist member chairwoman-designate
    guru pioneer explorer mountaineer butcher baker shopkeeper carpenter electrician mechanic plumber
    fisherman lorry-driver housewife pensioner retiree veterinarian vet pharmacist dentist therapist
    geologist meteorologist forecaster climatologist archaeologist seismologist ecologist
    minister-designate bodyguard chaplain monk nun lama duke duchess earl baroness baron viscount
    """.split()
)
"""Nouns that a role may end in, lower case and singular."""

KIN = frozenset(
    "father mother son daughter brother sister husband wife widow widower uncle aunt cousin nephew niece "
    "grandfather grandmother grandson granddaughter girlfriend boyfriend fiancé fiancée friend colleague rival "
    "predecessor successor resident neighbour neighbor witness victim suspect member ally star".split()
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
    "MEP": "mep",
}
"""Short forms of heads, as written."""

HONORIFICS = frozenset(
    "Mr Mrs Ms Mx Miss Mister Madam Madame Mme Messrs Sir Dame Lord Lady Dr Rev Reverend Fr Father Sister Brother "
    "Hon St Saint Don Señor Señora Monsieur Herr Frau Signor Hajj Haji Prof Professor Uncle Aunt".split()
)
"""Words of address in front of a name; they show a person and are no office by themselves."""

PORTFOLIOS = frozenset(
    """
    defence defense foreign interior home finance treasury justice health education environment energy
    transport transportation trade commerce agriculture culture sport sports labour labor economy economic
    economics development housing immigration migration security intelligence science technology tourism
    infrastructure industry fisheries welfare pensions work works equality equalities digital climate business
    communities communication communications information international external internal state veterans
    affairs homeland national social public family families women youth children employment relations
    religious european planning water forestry mines mining oil petroleum gas local government exchequer
    staff police army navy military naval air force armed forces strategic space nuclear political human
    rights legal budget tax revenue customs border elections electoral emergency emergencies civil
    reconstruction innovation research research-and-development marketing policy operations corporate
    investment investments regional rural urban parliamentary press media sales product engineering general
    land lands higher education levelling power electricity maritime railways aviation
    """.split()
)
"""What an office may be about: it stays in the title ("Minister of Defence")."""

MODIFIERS = (
    frozenset(
        """
    prime vice deputy assistant associate acting interim caretaker senior junior top chief lead leading head
    executive managing founding general former ex then onetime one-time first second third permanent
    special presidential chief-of-staff shadow opposition ruling majority minority federal regional provincial
    municipal city county state district local high supreme crown grand honorary lifetime longtime long-time
    outgoing incoming newly elected newly-elected re-elected incumbent current new old retired late ousted deposed
    embattled veteran prominent influential powerful leading hard-line hardline far-right right-wing left-wing
    centre-left centre-right centrist conservative liberal socialist communist democratic republican nationalist
    populist progressive moderate independent royal papal judicial
    spiritual religious tribal rebel separatist guerrilla militant militia union party group company club team national
    world olympic european military naval army navy police security intelligence foreign defence defense
    finance financial political economic legal legislative medical technical sporting creative artistic
    parliamentary congressional senate house government cabinet council board committee commission
    court appeals appellate district circuit trial
    attorney solicitor advocate lieutenant major brigadier rear wing squadron master staff
    campaign policy press media communications communication public relations affairs news sports science
    technology health education energy environment climate trade business investment research development
    marketing sales product operating information human rights chief founding
    star striker goalkeeping football soccer rugby cricket tennis golf basketball baseball hockey boxing cycling
    assistant-manager caretaker record-breaking award-winning best-selling bestselling oscar-winning
    nobel prize-winning world-famous famous renowned noted celebrated legendary iconic controversial outspoken
    fellow american-born british-born self-styled alleged accused convicted jailed
    imprisoned exiled murdered slain missing injured great great-grand young elder younger eldest oldest
    presumptive likely putative would-be potential possible expected
    congress-woman multi-millionaire multimillionaire media property tech internet software hedge fund oil hotel
    private principal trade-union human-rights anti-corruption anti-war pro-democracy pro-russian pro-european
    pro-western climate-change environmental consumer civil criminal defence-team war
    film movie television tv radio theatre pop rock folk jazz opera soul country punk hip-hop fashion
    school primary secondary high-school university college emeritus visiting adjunct clinical
    """.split()
    )
    | PORTFOLIOS
)
"""Lower-case words that may stand in front of a head."""

FORMER = frozenset(
    "former ex then onetime one-time ousted deposed erstwhile sometime fmr past previous".split()
)

SOVEREIGN = frozenset(
    "president prime-minister premier chancellor king queen emperor monarch taoiseach leader "
    "pm dictator ruler sultan emir".split()
)
"""Heads of states and governments."""

PREPOSITIONS = frozenset(["of", "for", "at", "to", "from", "in", "with", "on", "du", "de"])

INSTITUTION_NOUNS = frozenset(
    "ministry government army navy police court company union party commission council committee agency bank "
    "department embassy parliament university institute hospital club group foundation firm association board "
    "military administration opposition regime office mission force forces federation coalition campaign charity "
    "school team church".split()
)
