"""Capitalised words that tell of streets, clubs, cups, firms, laws and the like."""

from briefing.reading.wordlist import wordlist

THING_WORDS = wordlist(
    """
    Terrace Crescent Dredging Milling Mining Shipping Trading Banking Brewing Broking
    Engineering Elementary Medical Cannery Infra Infrastructure Agro Road Avenue Boulevard
    Square Tower Towers Building Plaza Station Airport Stadium Arena Centre Center Court Palace
    Garden Rehab Tech Deportivo Atlético Atletico Sporting Olympique Dynamo Dinamo Lokomotiv
    Spartak Borussia Werder Eintracht Hertha Schalke Bayer Celta Espanyol USS HMS HMAS MV SS RMS
    USNS Chargers Raiders Colts Jaguars Falcons Ravens Seahawks Rams Chiefs Bengals Saints
    Titans Texans Vikings Buccaneers Commanders Redskins Padres Astros Phillies Mariners Royals
    Orioles Nationals Marlins Rockies Diamondbacks Pirates Brewers Spurs Nets Hawks Hornets
    Pistons Pacers Raptors Clippers Kings Suns Mavericks Rockets Grizzlies Pelicans Thunder
    Blazers Timberwolves Nuggets Penguins Flyers Capitals Canucks Oilers Flames Predators
    Blackhawks Sabres Islanders Cathedral Mosque Synagogue Chapel Museum Gallery Theatre Theater
    Hotel Hospital Clinic School College University Academy Institute Library Laboratory River
    Sea Ocean Bay Gulf Strait Island Islands Isle Isles Mountain Mountains Mount Hills Valley
    Desert Beach Coast Peninsula County City Town Village District Province State States Region
    Territory Harbour Harbor Highway Expressway Freeway Motorway Tunnel Canal Dam Bank Corp
    Corporation Inc Ltd LLC LLP PLC Plc Co Company Group Holdings Partners Capital Ventures
    Industries Sachs Motors Airlines Airways Air Oil Gas Energy Petroleum Electric
    Pharmaceuticals Pharma Technologies Systems Solutions Media Pictures Studios Records
    Entertainment News Times Post Journal Tribune Herald Gazette Guardian Telegraph Independent
    Mirror Express Mail Chronicle Review Magazine Weekly Daily Radio Television TV Network
    Channel Cup League Championship Championships Trophy Open Masters Games Olympics Olympic
    Series Tour Grand Prix Derby Stakes Marathon Festival Awards Award Prize Medal Oscars Oscar
    United Rovers Wanderers Albion Hotspur Athletic FC AFC Real Bayern Inter Juventus Arsenal
    Chelsea Liverpool Everton Yankees Mets Dodgers Giants Lakers Celtics Bulls Cowboys Patriots
    Packers Broncos Steelers Eagles Jets Dolphins Bears Lions Tigers Sox Cubs Braves Heat Knicks
    Warriors Rangers Bruins Devils Panthers Party Union Association Federation Committee
    Commission Council Agency Authority Department Ministry Office Bureau Board Service Services
    Administration Congress Senate House Parliament Assembly Cabinet Foundation Trust Fund
    Society Alliance Coalition Organization Organisation Forum Club Team Squad Front Army Navy
    Force Forces Police Corps Brigade Division Regiment Battalion Fleet Command Movement
    Campaign Act Treaty Accord Agreement Amendment Constitution Code Convention Declaration
    Protocol Plan Project Program Programme Initiative Operation Summit Conference Week Month
    Year Christmas Easter Ramadan Thanksgiving Halloween Hanukkah Eve War Wars Revolution
    Uprising Crisis Republic Kingdom Empire Emirates Nations Nation World Europe Africa Asia
    America Americas South Northern Southern Eastern Western Central Middle New Old Great
    Greater Upper Lower Internet Facebook Twitter Google Apple Amazon Microsoft Instagram
    YouTube Netflix Uber Tesla Snapchat WhatsApp TikTok Telegram Reddit Wikipedia Android iPhone
    Windows Playstation Xbox Kickstarter Bible Koran Quran Torah God Lord's Christians Muslim
    Muslims Jewish Jews Jew Catholic Catholics Islam Islamic Hindu Hindus Buddhist Sikh Sikhs
    Protestant Protestants Orthodox Mormon Evangelical Republican Republicans Democrat Democrats
    Democratic Tory Tories Labour Conservative Conservatives Liberal Liberals Greens Socialist
    Communist Nazi Nazis Marxist German Spanish Italian Russian Chinese Japanese Arabic Hebrew
    Latin Persian Hispanic Latino African Asian European American Americans Europeans Arab Arabs
    Kurdish Kurds Kurd Airbus Boeing Toyota Honda Nissan Volkswagen Mercedes Ferrari Renault
    McLaren Bitcoin Covid Coronavirus Ebola Zika Hurricane Typhoon Tropical Cyclone Syndrome
    Disease Virus Theory Effect Doctrine Memorial Monument Cemetery Statue Economics Science
    Sciences Studies Research Technology Security Intelligence Defense Defence Foreign Affairs
    Health Education Environment Justice Treasury Finance Commerce Labor Interior Homeland
    Relations Rights Policy Strategy Management Development Investment Markets Stock Exchange
    Index Supreme Federal National International Global Royal Imperial Public Special General's
    High Therapeutics Biosciences Diagnostics Semiconductor Software Networks Sports Sport
    Football Cricket Rugby Soccer Basketball Baseball Hockey Tennis Golf Analytics Logistics
    Insurance Securities Advisors Advisers Associates Brothers Sons Bros Foods Beverages Brewery
    Vineyards Restaurant Cafe Bar Bakery Pub Inn Resort Casino Mall Store Stores Shop
    Supermarket Apartments Estate Estates Heights Gardens Creek Falls Springs Canyon Point
    Crossing Junction Terminal Pier Quay Wharf Farms Ranch Prison Jail Penitentiary Barracks
    Base Shipyard Dock Docks Cruise Railway Rail Railroad Line Lines Subway Bus Taxi Ferry Boat
    Ship Vessel Satellite Rocket Telescope Space Mission Apollo Shuttle Stories Album Film Movie
    Show Episode Season Novel Poem Opera Symphony Orchestra Choir Quartet Chapter Verse Edition
    Guide Report Reports Study Survey Poll Chart Map Photo Photos Image Images Video Videos
    Website Blog Newsletter Podcast App Email Update Updates Breaking Exclusive Opinion
    Editorial Analysis Comment Comments Subscribe Advertisement Related More Read Watch Follow
    Share Sign Click Tap Download Install Terms Privacy Cookies Settings Help Contact About Home
    Next Previous Caucus Subcommittee Primary Primaries Election Elections Ballot Referendum
    Debate Debates Inauguration Swamp Mainstream Deep Obamacare Medicare Medicaid Brexit
    """
)

SURNAME_THINGS = wordlist(
    """
    Rock Steel Nickel Abbey Band Banks Grove Ridge Song Story Mill Cove Gate Metro Farm Market
    Bill Bridge Camp Case Castle Christian Church Cold Cross Day East English Field Ford Forest
    Fox French Gates Guard Hall Lake Lane Law Marsh Mills Night North Park Port Press Rivers
    Star Storm Street Sun Temple West Woods Young
    """
)
"""Words of things that are surnames as well: they count against a name, and do not decide."""

NAMED_AFTER_PEOPLE = frozenset(
    " ".join(name.split())
    for name in """
    Goldman Sachs, Morgan Stanley, Charles Schwab, JP Morgan, J.P Morgan, J.P. Morgan, Johns
    Hopkins, Wells Fargo,
    Merrill Lynch, Lehman Brothers, Rolls Royce, Harley Davidson, Louis Vuitton, Hewlett
    Packard, Jack Daniels,
    Dow Jones, Aston Martin, Hugo Boss, Ralph Lauren, Calvin Klein, Tommy Hilfiger, Fannie Mae,
    Freddie Mac,
    Sallie Mae, Uncle Sam, Santa Claus, Father Christmas, Mickey Mouse, Donald Duck, Jesus
    Christ, Virgin Mary,
    Best Buy, Whole Foods, Burger King, Dairy Queen, Taco Bell, Trader Joe, Papa John, Jack Box,
    Mary Kay, Eli Lilly,
    John Deere, Deutsche Bank, Credit Suisse, Ernst Young, Capitol Hill, Camp David, Madison
    Avenue, Prince Edward,
    Prince George, Patriot Act, Tea Party, Big Ben, Al Jazeera, Al Qaeda, Al Shabaab, Boko
    Haram, Hong Kong,
    San Francisco, San Diego, San Jose, San Antonio, Los Angeles, Las Vegas, Santa Fe, Santa
    Monica, Santa Barbara,
    Santa Clara, Santa Cruz, El Paso, Baton Rouge, Des Moines, Sierra Club, Silicon Valley,
    Saudi Aramco, Tel Aviv,
    Buenos Aires, Rio Janeiro, Sao Paulo, São Paulo, Addis Ababa, Abu Dhabi, Kuala Lumpur, Addis
    Abeba,
    Mason Dixon, Jim Crow, John Doe, Jane Roe, Joe Public, Air Jordan, Martha Vineyard, Charles
    Town, Anne Arundel,
    Fort Worth, Mar-a-Lago, Bernie Bros, Never Trump, Black Lives, White Lives, Big Tech, Wall
    Street, Main Street
    """.replace("\n", " ").split(",")
)
"""Names of two words that look like a person's and are none's: firms, places, figures."""
