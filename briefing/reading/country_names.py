"""The countries of the world in English, one a line: name | adjectives | capitals | other names.

Written by hand for this project. Adjectives stand in the singular; a plural "s" is understood. A
capital is listed because papers write it for the government ("Kyiv's envoy").
"""

COUNTRIES = """
Afghanistan|Afghan|Kabul|
Albania|Albanian|Tirana|
Algeria|Algerian|Algiers|
Andorra|Andorran|Andorra la Vella|
Angola|Angolan|Luanda|
Antigua and Barbuda|Antiguan||Antigua
Argentina|Argentine,Argentinian|Buenos Aires|
Armenia|Armenian|Yerevan|
Australia|Australian,Aussie|Canberra|
Austria|Austrian|Vienna|
Azerbaijan|Azerbaijani,Azeri|Baku|
Bahamas|Bahamian|Nassau|the Bahamas
Bahrain|Bahraini|Manama|
Bangladesh|Bangladeshi|Dhaka|
Barbados|Barbadian,Bajan|Bridgetown|
Belarus|Belarusian,Belarussian|Minsk|Byelorussia
Belgium|Belgian||
Belize|Belizean|Belmopan|
Benin|Beninese|Porto-Novo|
Bhutan|Bhutanese|Thimphu|
Bolivia|Bolivian|La Paz|
Bosnia and Herzegovina|Bosnian|Sarajevo|Bosnia,Bosnia-Herzegovina
Botswana|Botswanan|Gaborone|
Brazil|Brazilian|Brasilia,Brasília|
Brunei|Bruneian|Bandar Seri Begawan|
Bulgaria|Bulgarian|Sofia|
Burkina Faso|Burkinabe,Burkinabé|Ouagadougou|
Burundi|Burundian|Bujumbura,Gitega|
Cambodia|Cambodian|Phnom Penh|
Cameroon|Cameroonian|Yaounde,Yaoundé|
Canada|Canadian|Ottawa|
Cape Verde|Cape Verdean|Praia|Cabo Verde
Central African Republic||Bangui|
Chad|Chadian|N'Djamena|
Chile|Chilean|Santiago|
China|Chinese|Beijing|People's Republic of China,PRC,Communist China
Colombia|Colombian|Bogota,Bogotá|
Comoros|Comorian|Moroni|
Congo|Congolese|Brazzaville|Republic of Congo,Congo-Brazzaville
Democratic Republic of the Congo||Kinshasa|DR Congo,DRC,Democratic Republic of Congo,Zaire
Costa Rica|Costa Rican||
Croatia|Croatian,Croat|Zagreb|
Cuba|Cuban|Havana|
Cyprus|Cypriot|Nicosia|
Czech Republic|Czech|Prague|Czechia
Denmark|Danish,Dane|Copenhagen|
Djibouti|Djiboutian||
Dominica|||
Dominican Republic|Dominican|Santo Domingo|
East Timor|Timorese,East Timorese|Dili|Timor-Leste
Ecuador|Ecuadorian,Ecuadorean|Quito|
Egypt|Egyptian|Cairo|
El Salvador|Salvadoran,Salvadorean|San Salvador|
Equatorial Guinea|Equatoguinean|Malabo|
Eritrea|Eritrean|Asmara|
Estonia|Estonian|Tallinn|
Eswatini|Swazi|Mbabane|Swaziland
Ethiopia|Ethiopian|Addis Ababa|
Fiji|Fijian|Suva|
Finland|Finnish,Finn|Helsinki|
France|French,Frenchman,Frenchwoman|Paris|
Gabon|Gabonese|Libreville|
Gambia|Gambian|Banjul|the Gambia
Georgia|Georgian|Tbilisi|
Germany|German|Berlin|
Ghana|Ghanaian|Accra|
Greece|Greek|Athens|
Grenada|Grenadian||
Guatemala|Guatemalan|Guatemala City|
Guinea|Guinean|Conakry|
Guinea-Bissau|Bissau-Guinean|Bissau|
Guyana|Guyanese|Georgetown|
Haiti|Haitian|Port-au-Prince|
Honduras|Honduran|Tegucigalpa|
Hong Kong|Hongkonger,Hong Konger||
Hungary|Hungarian|Budapest|
Iceland|Icelandic,Icelander|Reykjavik|
India|Indian|New Delhi,Delhi|
Indonesia|Indonesian|Jakarta|
Iran|Iranian|Tehran,Teheran|Islamic Republic of Iran
Iraq|Iraqi|Baghdad|
Ireland|Irish,Irishman,Irishwoman|Dublin|Republic of Ireland,Irish Republic
Israel|Israeli|Jerusalem,Tel Aviv|
Italy|Italian|Rome|
Ivory Coast|Ivorian|Yamoussoukro|Cote d'Ivoire,Côte d'Ivoire
Jamaica|Jamaican||
Japan|Japanese|Tokyo|
Jordan|Jordanian|Amman|
Kazakhstan|Kazakh,Kazakhstani|Astana|
Kenya|Kenyan|Nairobi|
Kiribati||Tarawa|
Kosovo|Kosovar,Kosovan|Pristina|
Kuwait|Kuwaiti||
Kyrgyzstan|Kyrgyz|Bishkek|
Laos|Laotian,Lao|Vientiane|
Latvia|Latvian|Riga|
Lebanon|Lebanese|Beirut|
Lesotho|Basotho|Maseru|
Liberia|Liberian|Monrovia|
Libya|Libyan|Tripoli|
Liechtenstein||Vaduz|
Lithuania|Lithuanian|Vilnius|
Luxembourg|Luxembourgish,Luxembourger||
Madagascar|Malagasy,Madagascan|Antananarivo|
Malawi|Malawian|Lilongwe|
Malaysia|Malaysian|Kuala Lumpur|
Maldives|Maldivian|Male|the Maldives
Mali|Malian|Bamako|
Malta|Maltese|Valletta|
Marshall Islands|Marshallese|Majuro|
Mauritania|Mauritanian|Nouakchott|
Mauritius|Mauritian|Port Louis|
Mexico|Mexican|Mexico City|
Micronesia|Micronesian|Palikir|
Moldova|Moldovan|Chisinau|
Monaco|Monegasque,Monégasque||
Mongolia|Mongolian|Ulaanbaatar,Ulan Bator|
Montenegro|Montenegrin|Podgorica|
Morocco|Moroccan|Rabat|
Mozambique|Mozambican|Maputo|
Myanmar|Burmese|Naypyidaw|Burma
Namibia|Namibian|Windhoek|
Nauru|Nauruan||
Nepal|Nepali,Nepalese|Kathmandu|
Netherlands|Dutch,Dutchman,Dutchwoman|The Hague|the Netherlands,Holland
New Zealand|New Zealander,Kiwi|Wellington|
Nicaragua|Nicaraguan|Managua|
Niger|Nigerien|Niamey|
Nigeria|Nigerian|Abuja|
North Korea|North Korean|Pyongyang|DPRK
North Macedonia|Macedonian,North Macedonian|Skopje|Macedonia
Norway|Norwegian|Oslo|
Oman|Omani|Muscat|
Pakistan|Pakistani|Islamabad|
Palau|Palauan||
Palestine|Palestinian|Ramallah|Palestinian territories,Palestinian Authority
Panama|Panamanian|Panama City|
Papua New Guinea|Papua New Guinean|Port Moresby|
Paraguay|Paraguayan|Asuncion,Asunción|
Peru|Peruvian|Lima|
Philippines|Philippine,Filipino,Filipina|Manila|the Philippines
Poland|Polish,Pole|Warsaw|
Portugal|Portuguese|Lisbon|
Qatar|Qatari|Doha|
Romania|Romanian|Bucharest|
Russia|Russian|Moscow|Russian Federation
Rwanda|Rwandan|Kigali|
Saint Kitts and Nevis|Kittitian||St Kitts and Nevis,St. Kitts and Nevis
Saint Lucia|Saint Lucian,St Lucian|Castries|St Lucia,St. Lucia
Saint Vincent and the Grenadines|Vincentian|Kingstown|St Vincent and the Grenadines
Samoa|Samoan|Apia|
San Marino|Sammarinese||
Sao Tome and Principe|||São Tomé and Príncipe
Saudi Arabia|Saudi,Saudi Arabian|Riyadh|Kingdom of Saudi Arabia
Senegal|Senegalese|Dakar|
Serbia|Serbian,Serb|Belgrade|
Seychelles|Seychellois||the Seychelles
Sierra Leone|Sierra Leonean|Freetown|
Singapore|Singaporean||
Slovakia|Slovak,Slovakian|Bratislava|
Slovenia|Slovenian,Slovene|Ljubljana|
Solomon Islands|Solomon Islander|Honiara|the Solomon Islands
Somalia|Somali|Mogadishu|
South Africa|South African|Pretoria,Cape Town|
South Korea|South Korean|Seoul|Republic of Korea,ROK
South Sudan|South Sudanese|Juba|
Soviet Union|Soviet||USSR,U.S.S.R.
Spain|Spanish,Spaniard|Madrid|
Sri Lanka|Sri Lankan|Colombo|
Sudan|Sudanese|Khartoum|
Suriname|Surinamese|Paramaribo|
Sweden|Swedish,Swede|Stockholm|
Switzerland|Swiss|Bern|
Syria|Syrian|Damascus|
Taiwan|Taiwanese|Taipei|Republic of China
Tajikistan|Tajik|Dushanbe|
Tanzania|Tanzanian|Dodoma|
Thailand|Thai|Bangkok|
Togo|Togolese|Lome,Lomé|
Tonga|Tongan||
Trinidad and Tobago|Trinidadian|Port of Spain|Trinidad
Tunisia|Tunisian|Tunis|
Turkey|Turkish,Turk|Ankara|Türkiye,Turkiye
Turkmenistan|Turkmen|Ashgabat|
Tuvalu|Tuvaluan|Funafuti|
Uganda|Ugandan|Kampala|
Ukraine|Ukrainian|Kyiv,Kiev|
United Arab Emirates|Emirati|Abu Dhabi|UAE,U.A.E.,Emirates,the Emirates
United Kingdom|British,Briton,Brit|London|UK,U.K.,Britain,Great Britain,the UK,the U.K.
United States|American|Washington|US,U.S.,USA,U.S.A.,America,United States of America,the US
Uruguay|Uruguayan|Montevideo|
Uzbekistan|Uzbek|Tashkent|
Vanuatu|Vanuatuan,ni-Vanuatu|Port Vila|
Vatican City|||Vatican,Holy See
Venezuela|Venezuelan|Caracas|
Vietnam|Vietnamese|Hanoi|Viet Nam
Yemen|Yemeni|Sanaa|
Zambia|Zambian|Lusaka|
Zimbabwe|Zimbabwean|Harare|
"""

NATIONS_WITHIN = {
    "England": "United Kingdom",
    "English": "United Kingdom",
    "Scotland": "United Kingdom",
    "Scottish": "United Kingdom",
    "Wales": "United Kingdom",
    "Welsh": "United Kingdom",
    "Northern Ireland": "United Kingdom",
    "Northern Irish": "United Kingdom",
    "Catalonia": "Spain",
    "Catalan": "Spain",
    "Bavaria": "Germany",
    "Bavarian": "Germany",
    "Quebec": "Canada",
    "Ontario": "Canada",
    "Alberta": "Canada",
    "British Columbia": "Canada",
    "New South Wales": "Australia",
    "Queensland": "Australia",
}
"""Parts of a country with a government of their own. They stay in a role's title."""

US_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|"
    "Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|"
    "Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|"
    "New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|"
    "South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|"
    "Wyoming"
).split("|")
