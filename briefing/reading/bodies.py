"""Words that tell of organisations, and the organisations that every paper knows by one word."""

from briefing.reading.wordlist import wordlist

BODY_NOUNS = wordlist(
    """
    Ministry Department Agency Bank Corp Corporation Council University College Institute
    Committee Commission Union Association Federation Group Company Foundation Court Office
    Bureau Authority Board Parliament Assembly Army Navy Police Hospital Society Alliance
    Network Fund Church Embassy Airlines Airways Organisation Organization Forum Chamber
    Confederation Mission Secretariat Coalition Party Inc Ltd Movement Observatory Service
    Tribunal Watch Directorate Monitor Caucus Subcommittee Academy Laboratory Museum Cabinet
    Congress Senate Institution Trust Partnership League Consortium Collective Guard Corps
    Command Force Forces Initiative Project Campaign Centre Center School Holdings Industries
    Technologies Pharmaceuticals Motors Partners Associates Post Times Tribune Journal Herald
    Gazette Courier Wire Telegraph Chronicle Examiner Enquirer Daily Weekly Registry
    Inspectorate Ombudsman Task
    """
)
"""Nouns that an organisation's name ends in, or goes on behind with "of", "for" or "on"."""

METONYMS = frozenset(
    " ".join(name.split())
    for name in """
    Kremlin, Pentagon, White House, Downing Street, Élysée, Elysée, Elysee, Vatican, Holy See,
    Whitehall, Bundestag, Bundesrat, Knesset, Duma, Sejm, Riksdag, Folketing, Storting, Lok Sabha,
    Rajya Sabha, Cortes, Oireachtas, Dáil, Politburo, Congress, Senate, House of Representatives,
    House of Commons, House of Lords, Supreme Court, Parliament, Wall Street, Scotland Yard,
    Interpol, Europol, Eurostat, Hamas, Hezbollah, Hizbollah, Taliban, Islamic State, al-Qaeda,
    Al-Qaeda, Al Qaeda, al-Shabaab, Boko Haram, Fatah, Likud, Sinn Féin, Sinn Fein, Fidesz,
    Eurogroup, Mossad, Shin Bet, Bundesbank, Bundeswehr, Federal Reserve, Treasury, Foreign
    Office, Home Office, State Department, Justice Department, Treasury Department, Defense
    Department, Red Cross, Red Crescent, Greenpeace, Oxfam, Amnesty International, Human Rights
    Watch, United Nations, European Union, European Commission, European Parliament, European
    Council, European Central Bank, World Bank, African Union, Arab League, Associated Press,
    Agence France-Presse, Bloomberg, Axios, Politico, Xinhua, Interfax, Tass, Al Jazeera, Airbus,
    Boeing, Toyota, Volkswagen, Samsung, Sony, Nissan, Honda, Goldman Sachs, Morgan Stanley, Wells
    Fargo, Johns Hopkins, Charles Schwab, Democrats, Republicans, Tories, Conservatives, Liberal
    Democrats, Greens, Social Democrats, Christian Democrats
    """.split(",")
)
"""Organisations that one or two words name without telling that they are any."""

ACRONYMS = {
    "UN": "United Nations",
    "EU": "European Union",
    "AU": "African Union",
    "WHO": "World Health Organization",
    "IMF": "International Monetary Fund",
    "ECB": "European Central Bank",
    "IAEA": "International Atomic Energy Agency",
    "FBI": "Federal Bureau of Investigation",
    "CIA": "Central Intelligence Agency",
    "NSA": "National Security Agency",
    "ICC": "International Criminal Court",
    "ICJ": "International Court of Justice",
    "WTO": "World Trade Organization",
    "OSCE": "Organization for Security and Co-operation in Europe",
    "DOJ": "Justice Department",
    "GOP": "Republican Party",
}
"""Short forms that a text uses beside the full name."""

NO_BODIES = wordlist(
    """
    Defense Defence State Energy Health Education Interior Commerce Labor Labour Justice
    Homeland Security Foreign Affairs House Medicare Medicaid Obamacare Brexit Covid COVID
    Covid-19 COVID-19 Coronavirus Internet Bible Koran Quran Constitution Act Bill Oscar Oscars
    Emmy Grammy Nobel Olympics Cup League Championship Premier World Series TV PC DVD CD AI IT
    GDP CEO CFO COO CTO MP MPs PM VP HIV AIDS DNA RNA ID PhD MBA BA MA AM USA US UK U.S. U.K.
    GMT EST EDT BST CET PST ISIS-K FAQ PDF URL HTML PTSD LGBT LGBTQ BAME VAT GCSE A-level OK Jr
    Sr II III IV RIP DIY FM HD
    """
)
"""What the model takes for organisations and is none."""

STATE_BODIES = (
    r"(?:(?:foreign|defen[cs]e|interior|finance|health|justice|education|energy|trade|economy|"
    r"transport|environment|agriculture|culture|labou?r|information|oil|emergency|emergencies|home|"
    r"industry|tourism|sports?|housing|planning|immigration|development) (?:affairs )?ministry|"
    r"ministry of (?:the )?[a-z]+(?: (?:and [a-z]+|affairs))?)"
)
"""A ministry in small letters, as a pattern."""

STATE_POWERS = (
    r"(?:government|army|military|armed forces|navy|air force|police|parliament|central bank|"
    r"embassy|supreme court|constitutional court|coast ?guard|border guard|prosecutors?' office)"
)
"""What states have that speaks, in small letters, as a pattern."""
