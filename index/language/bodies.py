"""Words of the names of bodies, places and peoples."""

from __future__ import annotations

from index.language.english import words

# Newspapers, magazines and agencies are called so.
NEWSPAPERS = words("""
times post journal tribune herald globe gazette register examiner chronicle star newspaper sun mirror telegraph guardian
observer bee inquirer dispatch courier mail standard news weekly independent bugle sentinel express echo
""")
# Words that make a phrase the name of a body, wherever they stand.
ORGANISATIONS = words("""
department ministry office agency administration government cabinet parliament congress senate house court bureau
commission committee council board bank federation union association organisation organization league society
institute institution foundation university college school academy center centre company corporation corp inc ltd llc
plc group holdings party campaign police army navy force forces command embassy consulate mission authority service
services network news times post journal tribune herald magazine press radio television broadcasting reuters pentagon
kremlin treasury fund conference alliance coalition assembly directorate secretariat caucus pac club
team museum hospital church diocese vatican airline airlines airways motors industries systems partners media
project initiative front movement brigade guard presidency chancellery legislature chamber tribunal registry
newspaper poll survey website station siochana nations united amnesty international watch rights military company
regime junta guild syndicate brotherhood confederation cooperative collective consortium taskforce unit squad samiti
sangh mandal
""")
# What a body is, before its name.
BUSINESSES = words("""
charity producer maker retailer supplier chain broadcaster developer startup nonprofit supermarket miner brewer
distributor publisher contractor carmaker automaker ngo watchdog insurer lender airline firm
""")
OF_FIRMS = words("owner partner")  # what a firm may be as well as a person
# Of what a name behind them is, and of nobody: "at co-operative Karst Mills".
FIRMS = words("""
co-operative cooperative consultancy company firm charity retailer startup start-up nonprofit carmaker automaker ngo
watchdog insurer airline supermarket chain conglomerate think-tank thinktank lender utility
""")
# The last word of a company's name.
COMPANIES = words("""
stores store shops supermarkets foods brands energy oil gas mining steel foundry shipping lines ferries railways
airlines airways insurance capital ventures trust estates hotels breweries brewery pharmaceuticals labs laboratories
technologies software electronics telecom communications logistics retail pharmacy clinics studios records pictures
entertainment games motors automotive builders construction properties investments securities finance markets
manufacturing works bank group holdings hospital university college club museum co corp inc ltd plc llc gmbh
""")
# A name in a question that holds one of these is a body and not a person.
BODIES = ORGANISATIONS | words("daily gazette globe guardian kingdom national republic states street")
# Bodies that are called so without a name, beside these.
MORE_BODIES = words("judiciary firm charity retailer manufacturer carrier operator regulator watchdog insurer lender")
# What is open to visitors and has a name: "The Karst Gallery".
HOUSES = words("gallery library theatre theater archive archives")
# What else a body's name may end in: "Council Housing Services", "University Press".
BODY_NOUNS = words(
    "services service press staff branch campus centre center building hall team project trust desk unit"
)
# Bodies before which others speak: "the inquest heard".
HEARERS = words("court jury jurors tribunal inquest inquiry hearing panel judge judges magistrates trial coroner")
# Whom people tell something: "told the judge Roe had attended".
TOLD = HEARERS | words(
    "board committee council deputies officers investigators reporters police parliament lawmakers meeting"
    " audience crowd conference delegates shareholders councillors jurors"
)
# Bodies that meet on the record, so that one chairman is meant.
SITTING = words("committee subcommittee board panel council court commission inquiry meeting session assembly")
# Names of parties of two words, before the name of who leads one: "leader of Sinn Fein Jane Roe".
PARTY_OPENERS = words("sinn fine fianna plaid forza likud lok")
# Bodies that look like somebody's name: "the British Red Cross".
TWO_WORDS = frozenset({("red", "cross"), ("red", "crescent")})
# With full stops between, in front of a name no initials of a person: "U.S. Steel".
PLACES_BY_INITIALS = words("us un uk eu dc la ny")
# What stands before a ship's name.
SHIPS = words("uss usns hms hmas hmcs hmnzs ins pns bns rms rrs rfa ms mv ss")
# Things that bear people's names, and stand right before them.
VESSELS = words("""
ship boat yacht vessel ferry trawler tanker freighter lifeboat schooner tug racehorse mare gelding colt filly storm
hurricane typhoon cyclone
""")
PLACES = words("""
russia ukraine moscow kyiv kiev washington beijing china london paris berlin brussels tehran iran israel jerusalem
turkey türkiye turkiye ankara france germany britain england scotland wales ireland italy rome spain madrid poland
warsaw hungary romania bulgaria greece athens serbia croatia georgia tbilisi armenia azerbaijan japan tokyo india
pakistan australia canada ottawa mexico brazil argentina cuba venezuela egypt cairo syria damascus iraq baghdad
lebanon jordan saudi qatar yemen libya afghanistan taiwan taipei seoul pyongyang vietnam thailand sweden norway
finland denmark estonia latvia lithuania belarus minsk moldova austria vienna switzerland netherlands belgium portugal
kenya nairobi nigeria abuja ghana accra uganda kampala tanzania rwanda ethiopia somalia sudan zambia zimbabwe harare
botswana namibia mozambique malawi angola congo senegal morocco algeria tunisia eritrea lesotho cameroon gabon liberia
burundi madagascar mauritius indonesia jakarta malaysia singapore philippines manila bangladesh dhaka nepal kathmandu
bhutan maldives myanmar burma cambodia laos mongolia kazakhstan uzbekistan kyrgyzstan tajikistan turkmenistan oman
bahrain kuwait dubai iceland malta cyprus luxembourg slovenia slovakia czechia albania macedonia kosovo bosnia
sarajevo belgrade zagreb bucharest budapest prague warsaw vilnius riga tallinn helsinki oslo stockholm copenhagen
lisbon chile peru ecuador bolivia paraguay uruguay guatemala honduras nicaragua jamaica haiti bahamas barbados guyana
belize canberra melbourne toronto ontario quebec delhi mumbai islamabad karachi lahore kabul johannesburg pretoria
durban africa europe america asia zealand guinea caledonia kremlin pentagon vatican downing elysee bundestag knesset
duma hamas hezbollah taliban fatah reuters bloomberg facebook google twitter microsoft apple amazon nato unesco unicef
interpol europol greenpeace opec gop fox congress parliament
""")
# A people's adjective, and other names of a state -> the name that is compared.
STATES_AND_PEOPLES = {
    "britain": "uk", "british": "uk", "american": "us", "america": "us", "usa": "us", "french": "france",
    "german": "germany", "russian": "russia", "ukrainian": "ukraine", "chinese": "china", "israeli": "israel",
    "iranian": "iran", "turkish": "turkey", "italian": "italy", "spanish": "spain", "polish": "poland",
    "hungarian": "hungary", "romanian": "romania", "bulgarian": "bulgaria", "greek": "greece", "serbian": "serbia",
    "georgian": "georgia", "japanese": "japan", "indian": "india", "canadian": "canada", "mexican": "mexico",
    "brazilian": "brazil", "australian": "australia", "dutch": "netherlands", "swedish": "sweden", "finnish": "finland",
    "norwegian": "norway", "danish": "denmark", "estonian": "estonia", "latvian": "latvia", "lithuanian": "lithuania",
    "austrian": "austria", "swiss": "switzerland", "belgian": "belgium", "egyptian": "egypt", "syrian": "syria",
    "iraqi": "iraq", "afghan": "afghanistan", "pakistani": "pakistan", "european": "eu", "irish": "ireland",
    "scottish": "scotland", "welsh": "wales", "portuguese": "portugal", "croatian": "croatia", "czech": "czechia",
    "slovak": "slovakia", "albanian": "albania", "armenian": "armenia", "moldovan": "moldova", "belarusian": "belarus",
    "lebanese": "lebanon", "libyan": "libya", "cuban": "cuba", "venezuelan": "venezuela", "korean": "korea",
    "vietnamese": "vietnam", "argentine": "argentina", "saudi": "saudi-arabia", "kenyan": "kenya",
    "nigerian": "nigeria", "ghanaian": "ghana", "ugandan": "uganda", "tanzanian": "tanzania",
    "zimbabwean": "zimbabwe", "zambian": "zambia", "malawian": "malawi", "ethiopian": "ethiopia", "sudanese": "sudan",
    "rwandan": "rwanda", "namibian": "namibia", "cameroonian": "cameroon", "bangladeshi": "bangladesh",
    "nepali": "nepal", "nepalese": "nepal", "filipino": "philippines", "philippine": "philippines",
    "malaysian": "malaysia", "indonesian": "indonesia", "thai": "thailand", "singaporean": "singapore",
    "cambodian": "cambodia", "jamaican": "jamaica", "guyanese": "guyana", "fijian": "fiji", "peruvian": "peru",
    "chilean": "chile", "colombian": "colombia", "kuwaiti": "kuwait", "qatari": "qatar", "jordanian": "jordan",
    "yemeni": "yemen", "maltese": "malta", "icelandic": "iceland", "slovenian": "slovenia", "bosnian": "bosnia",
    "taiwanese": "taiwan", "moroccan": "morocco", "tunisian": "tunisia", "algerian": "algeria",
}  # fmt: skip
# What is of a state, in one word or as a part of its name.
PARTS_OF_STATES = frozenset(STATES_AND_PEOPLES) | words("lanka lankan lankans")
STATE_PHRASES = (
    ("united states", "us"),
    ("united kingdom", "uk"),
    ("united nations", "un"),
    ("european union", "eu"),
    ("saudi arabia", "saudi-arabia"),
)
PARTISANS = words("republicans democrats conservatives liberals tories")
# Before an office: "the Liberal minister".
OF_PARTIES = words("""
labour labor liberal conservative tory republican democrat democratic green greens national nationals nationalist
socialist communist progressive unionist independent
""")
PEOPLES = words("""
americans russians ukrainians europeans palestinians israelis germans iranians muslims christians catholics jews latinos
hispanics
""")
# A name that ends in one of these is no person's: peoples, believers, adherents, also one of them.
ADHERENTS = (
    PARTISANS
    | PEOPLES
    | words("""
labour british french chinese republican democrat american russian ukrainian conservative liberal palestinian israeli
muslim christian latino
""")
)
# Peoples that are surnames too: "Jane French".
SURNAMES_OF_PEOPLES = words("english french german welsh roman norman")
# People by what they do, several of them: nobody by name.
SEVERAL_PEOPLE = words("""
officials sources aides supporters voters critics leaders members lawmakers experts analysts diplomats reporters
opponents economists people activists protesters senators residents scientists journalists lawyers politicians
candidates delegates advisers advisors fisherfolk townsfolk menfolk womenfolk countryfolk
customers consumers shoppers subscribers buyers users depositors commuters travellers travelers savers borrowers
householders homeowners policyholders holidaymakers patients clients pupils creditors motorists fans
""")
# Who answers to no name in a question: "what did critics say", "what do some say".
GROUPS = (
    PARTISANS
    | SEVERAL_PEOPLE
    | words("""
americans europeans russians someone somebody anyone anybody everyone nobody others many some most few both one
""")
)
# What stands in an office and tells no place: "City Mayor", "National police chief".
OF_NO_PLACE = words("city town county national federal district regional provincial local municipal village state")
# The last words of names on a map: "Scarborough Shoal" is nobody.
PARTS_OF_EARTH = words("""
shoal shoals reef atoll island islands isle isles sea ocean bay gulf strait straits channel river lake creek delta
peninsula cape coast beach harbor harbour mountain mountains valley canyon desert plateau basin glacier falls highlands
archipelago province prefecture oblast county district borough township
""")
