"""Capitalised words that tell of streets, clubs, cups, firms, laws and the like."""

THING_WORDS = frozenset(
    """
    Street Road Avenue Lane Boulevard Square Park Bridge Tower Towers Building Plaza Station Airport Stadium Arena
    Hall Centre Center Court Palace Castle Cathedral Abbey Church Mosque Temple Synagogue Chapel Museum Gallery
    Theatre Theater Hotel Hospital Clinic School College University Academy Institute Library Laboratory
    River Lake Sea Ocean Bay Gulf Strait Island Islands Isle Isles Mountain Mountains Mount Hills Valley Desert
    Forest Beach Coast Peninsula County City Town Village District Province State States Region Territory
    Airport Port Harbour Harbor Highway Expressway Freeway Motorway Tunnel Canal Dam
    Bank Corp Corporation Inc Ltd LLC LLP PLC Plc Co Company Group Holdings Partners Capital Ventures Industries
    Sachs Stanley's Motors Airlines Airways Air Oil Gas Energy Petroleum Electric Pharmaceuticals Pharma Technologies
    Systems Solutions Media Pictures Studios Records Entertainment Press News Times Post Journal Tribune Herald
    Gazette Guardian Telegraph Independent Mirror Express Mail Star Sun Chronicle Review Magazine Weekly Daily
    Radio Television TV Network Channel Cup League Championship Championships Trophy Open Masters Games Olympics
    Olympic Series Tour Grand Prix Derby Stakes Marathon Festival Awards Award Prize Medal Oscars Oscar
    United Rovers Wanderers Albion Hotspur Athletic FC AFC Real Bayern Inter Juventus Arsenal Chelsea Liverpool
    Everton Yankees Mets Dodgers Giants Lakers Celtics Bulls Cowboys Patriots Packers Broncos Steelers Eagles
    Jets Dolphins Bears Lions Tigers Sox Cubs Braves Heat Knicks Warriors Rangers Bruins Devils Panthers
    Party Union Association Federation Committee Commission Council Agency Authority Department Ministry
    Office Bureau Board Service Services Administration Congress Senate House Parliament Assembly Cabinet Court
    Foundation Trust Fund Society Alliance Coalition Organization Organisation Forum Club Team Squad Front Army
    Navy Force Forces Guard Police Corps Brigade Division Regiment Battalion Fleet Command Movement Campaign
    Act Bill Law Treaty Accord Agreement Amendment Constitution Code Convention Declaration Protocol Plan
    Project Program Programme Initiative Operation Summit Conference Convention Day Week Month Year Night
    Christmas Easter Ramadan Thanksgiving Halloween Hanukkah Eve War Wars Revolution Uprising Crisis Cold
    Republic Kingdom Federation Empire Emirates Union Nations Nation World Europe Africa Asia America Americas
    North South East West Northern Southern Eastern Western Central Middle New Old Great Greater Upper Lower
    Internet Facebook Twitter Google Apple Amazon Microsoft Instagram YouTube Netflix Uber Tesla Snapchat
    WhatsApp TikTok Telegram Reddit Wikipedia Android iPhone Windows Playstation Xbox Kickstarter
    Bible Koran Quran Torah God Lord's Christian Christians Muslim Muslims Jewish Jews Jew Catholic Catholics
    Islam Islamic Hindu Hindus Buddhist Sikh Sikhs Protestant Protestants Orthodox Mormon Evangelical
    Republican Republicans Democrat Democrats Democratic Tory Tories Labour Conservative Conservatives Liberal
    Liberals Greens Socialist Communist Nazi Nazis Marxist
    English French German Spanish Italian Russian Chinese Japanese Arabic Hebrew Latin Persian Hispanic Latino
    African Asian European Western American Americans Europeans Arab Arabs Kurdish Kurds Kurd
    Airbus Boeing Toyota Honda Ford Nissan Volkswagen Mercedes Ferrari Renault McLaren Airways Bitcoin
    Covid Coronavirus Ebola Zika Hurricane Typhoon Storm Tropical Cyclone
    Syndrome Disease Virus Theory Effect Award Doctrine Memorial Monument Cemetery Statue
    Economics Science Sciences Studies Research Technology Security Intelligence Defense Defence Foreign Affairs
    Health Education Environment Justice Treasury Finance Commerce Labor Interior Homeland Affairs Relations
    Rights Policy Strategy Management Development Investment Markets Market Stock Exchange Index
    Supreme Federal National International Global Royal Imperial Public Special General's High
    """.split()
)
