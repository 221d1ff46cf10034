"""The money of the world: symbols, ISO 4217 codes and words, and the countries that part them.

Sources: ISO 4217 (codes), and the usage of English news for symbols and words. A word that several
currencies share (pesos, francs) stands for one only where a country goes before it or news in
English always means one; else the word itself is the unit.
"""

from briefing.reading.wordlist import wordlist

SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "Can$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD",
    "R$": "BRL", "J$": "JMD", "TT$": "TTD", "MX$": "MXN", "Mex$": "MXN", "AR$": "ARS",
    "CN¥": "CNY", "RMB¥": "CNY", "Z$": "ZWL", "N$": "NAD", "B$": "BND", "FJ$": "FJD",
    "€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH",
    "₺": "TRY", "₩": "KRW", "₪": "ILS", "₦": "NGN", "₫": "VND", "₱": "PHP", "฿": "THB",
    "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₾": "GEL", "₼": "AZN", "₭": "LAK",
    "₮": "MNT", "៛": "KHR", "֏": "AMD", "৳": "BDT", "₨": "INR", "E£": "EGP",
    "Rs.": "INR", "Rs": "INR", "RM": "MYR", "RMB": "CNY", "Tk": "BDT", "Rp": "IDR",
    "KSh": "KES", "Ksh": "KES", "Sh": "KES", "TSh": "TZS", "USh": "UGX", "Dh": "AED",
    "Fr.": "CHF", "SFr": "CHF", "zł": "PLN",
}  # fmt: skip
"""What stands before a number (some behind it too). A bare "$" is the United States'."""

CODES = wordlist(
    """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
    GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW
    KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
    NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
    SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES
    VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL"""
)

WORDLIKE_CODES = wordlist("ALL AMD BAM BOB COP CUP GEL LAK MAD MOP PEN SOS TOP TRY SDG")
"""Codes that are also words or other abbreviations: money only with a scale behind the number."""

GLUED = CODES | wordlist("Rs Rs. RMB RM Tk Rp KSh Ksh Sh SFr R N P K")
"""What may stand before a numeral without a space though it ends in a letter."""

SCALED_LETTERS = {"R": "ZAR", "N": "NGN", "P": "PHP", "K": "ZMW"}
"""Letters that mean a currency only before a scaled number: "R500 million"."""

_FAMILIES = {
    "dollar dollars": ("USD", """us=USD u.s=USD american=USD australian=AUD canadian=CAD
        new-zealand=NZD nz=NZD hong-kong=HKD hk=HKD singapore=SGD singaporean=SGD
        taiwan=TWD taiwanese=TWD
        jamaican=JMD namibian=NAD zimbabwe=ZWL zimbabwean=ZWL liberian=LRD fijian=FJD fiji=FJD
        trinidadian=TTD bahamian=BSD barbadian=BBD bermudian=BMD guyanese=GYD brunei=BND
        belize=BZD surinamese=SRD caribbean=XCD"""),
    "euro euros": ("EUR", ""),
    "pound pounds": ("GBP", """british=GBP egyptian=EGP lebanese=LBP syrian=SYP sudanese=SDG
        south-sudanese=SSP sterling=GBP falkland=FKP gibraltar=GIP"""),
    "yen": ("JPY", "japanese=JPY"),
    "yuan renminbi": ("CNY", "chinese=CNY"),
    "rupee rupees": ("INR", """indian=INR pakistani=PKR sri-lankan=LKR lankan=LKR nepali=NPR
        nepalese=NPR mauritian=MUR seychelles=SCR seychellois=SCR"""),
    "rupiah rupiahs": ("IDR", "indonesian=IDR"),
    "won": ("KRW", "korean=KRW south-korean=KRW north-korean=KPW"),
    "franc francs": ("", """swiss=CHF cfa=XOF rwandan=RWF burundian=BIF congolese=CDF guinean=GNF
        djiboutian=DJF djibouti=DJF comorian=KMF french=FRF belgian=BEF pacific=XPF"""),
    "peso pesos": ("", """mexican=MXN argentine=ARS argentinian=ARS argentinean=ARS chilean=CLP
        colombian=COP philippine=PHP filipino=PHP uruguayan=UYU dominican=DOP cuban=CUP"""),
    "ruble rubles rouble roubles": ("RUB", """russian=RUB belarusian=BYN belarussian=BYN
        soviet=SUR"""),
    "hryvnia hryvnias hryvnya hryvnyas": ("UAH", "ukrainian=UAH"),
    "krona kronor kronas": ("SEK", "swedish=SEK icelandic=ISK"),
    "kronur": ("ISK", "icelandic=ISK"),
    "krone kroner": ("", "norwegian=NOK danish=DKK"),
    "crown crowns": ("", """norwegian=NOK swedish=SEK danish=DKK czech=CZK icelandic=ISK
        slovak=SKK estonian=EEK"""),
    "koruna korunas korun": ("CZK", "czech=CZK slovak=SKK"),
    "zloty zlotys zlotych złoty złotys": ("PLN", "polish=PLN"),
    "forint forints": ("HUF", "hungarian=HUF"),
    "leu lei": ("RON", "romanian=RON moldovan=MDL"),
    "lev leva levs": ("BGN", "bulgarian=BGN"),
    "lira liras lire": ("TRY", "turkish=TRY lebanese=LBP syrian=SYP italian=ITL"),
    "dinar dinars": ("", """serbian=RSD iraqi=IQD jordanian=JOD kuwaiti=KWD bahraini=BHD
        algerian=DZD tunisian=TND libyan=LYD yugoslav=YUN"""),
    "denar denars": ("MKD", "macedonian=MKD"),
    "riyal riyals": ("SAR", "saudi=SAR qatari=QAR qatar=QAR omani=OMR yemeni=YER iranian=IRR"),
    "rial rials": ("IRR", "iranian=IRR omani=OMR yemeni=YER qatari=QAR saudi=SAR"),
    "toman tomans": ("", ""),
    "dirham dirhams": ("AED", "uae=AED emirati=AED moroccan=MAD"),
    "shekel shekels": ("ILS", "israeli=ILS"),
    "shilling shillings": ("", "kenyan=KES ugandan=UGX tanzanian=TZS somali=SOS"),
    "rand rands": ("ZAR", "african=ZAR south-african=ZAR"),
    "naira nairas": ("NGN", "nigerian=NGN"),
    "cedi cedis": ("GHS", "ghanaian=GHS ghana=GHS"),
    "birr birrs": ("ETB", "ethiopian=ETB"),
    "kwacha": ("ZMW", "zambian=ZMW malawian=MWK malawi=MWK"),
    "pula": ("BWP", "botswana=BWP"),
    "kwanza kwanzas": ("AOA", "angolan=AOA"),
    "metical meticais": ("MZN", "mozambican=MZN"),
    "baht": ("THB", "thai=THB"),
    "dong": ("VND", "vietnamese=VND"),
    "ringgit ringgits": ("MYR", "malaysian=MYR"),
    "riel riels": ("KHR", "cambodian=KHR"),
    "kip": ("LAK", "lao=LAK laotian=LAK"),
    "kyat kyats": ("MMK", "myanmar=MMK burmese=MMK"),
    "taka": ("BDT", "bangladeshi=BDT"),
    "afghani afghanis": ("AFN", "afghan=AFN"),
    "tenge": ("KZT", "kazakh=KZT kazakhstani=KZT"),
    "soum soums": ("UZS", "uzbek=UZS"),
    "som soms": ("KGS", "kyrgyz=KGS uzbek=UZS"),
    "somoni": ("TJS", "tajik=TJS"),
    "manat manats": ("", "azerbaijani=AZN azeri=AZN turkmen=TMT"),
    "lari laris": ("GEL", "georgian=GEL"),
    "dram drams": ("AMD", "armenian=AMD"),
    "tugrik tugriks tögrög": ("MNT", "mongolian=MNT"),
    "real reais reals": ("BRL", "brazilian=BRL"),
    "sol soles": ("PEN", "peruvian=PEN"),
    "boliviano bolivianos": ("BOB", "bolivian=BOB"),
    "bolivar bolivars bolivares bolívar bolívares": ("VES", "venezuelan=VES"),
    "guarani guaranis guaraníes": ("PYG", "paraguayan=PYG"),
    "colon colones": ("CRC", "rican=CRC costa-rican=CRC"),
    "quetzal quetzales quetzals": ("GTQ", "guatemalan=GTQ"),
    "lempira lempiras": ("HNL", "honduran=HNL"),
    "cordoba cordobas": ("NIO", "nicaraguan=NIO"),
    "gourde gourdes": ("HTG", "haitian=HTG"),
    "dalasi dalasis": ("GMD", "gambian=GMD"),
    "ariary": ("MGA", "malagasy=MGA"),
    "lek leke leks": ("ALL", "albanian=ALL"),
    "kuna kunas": ("HRK", "croatian=HRK"),
    "rufiyaa": ("MVR", "maldivian=MVR"),
    "ngultrum": ("BTN", "bhutanese=BTN"),
    "deutschmark deutschmarks deutschemark deutschemarks": ("DEM", ""),
    "mark marks": ("", "german=DEM deutsche=DEM bosnian=BAM convertible=BAM finnish=FIM"),
    "buck bucks": ("USD", ""),
    "cent cents": ("USD", "us=USD u.s=USD euro=EUR american=USD canadian=CAD australian=AUD"),
    "pence": ("GBP", ""),
    "thaler thalers taler talers ducat ducats florin florins guilder guilders": ("", "dutch=NLG"),
    "escudo escudos peseta pesetas drachma drachmas schilling schillings": ("", ""),
}  # fmt: skip

HUNDREDTHS = wordlist("cent cents pence")
"""Words for a hundredth of their currency."""

SCALED_WORDS = wordlist(
    """won mark marks crown crowns sol soles real reals som soms colon lev leu lei kip dong pula
    rand rands birr taka buck florin florins guarani guaranis shilling shillings dram drams
    quetzal quetzals mark marks cordoba lek manat ducat ducats taler talers thaler thalers
    sovereign sovereigns cedi"""
)
"""Words with another meaning, or hardly ever met: money with a scale or a country before them."""

WORDS: dict[str, str] = {
    word: unit for words, (unit, _) in _FAMILIES.items() for word in words.split()
}
"""Each word for money with the ISO code it stands for alone, "" where it could be several."""

BY_COUNTRY: dict[str, dict[str, str]] = {
    word: dict(pair.split("=") for pair in countries.split())
    for words, (_, countries) in _FAMILIES.items()
    for word in words.split()
}
"""Each word with the countries that may go before it ("hong-kong") and the code it then has."""

DOLLAR_CODES = frozenset(code for code in CODES if code in BY_COUNTRY["dollar"].values())
"""The codes that a bare "$" may turn out to mean where they follow the number."""
