"""Words for what people are: titles before a name, ranks, offices and callings, and what changes one.

The one vocabulary of roles: what attribution stores as a role is understood in a question, and the other way round.
All words are folded: lower case, without diacritics, apostrophes and dots.
"""

from __future__ import annotations

from index.language.acts import RELATIVES
from index.language.english import words

MALE_TITLES = words("mr sir lord king prince congressman councilman chairman spokesman m herr father")
FEMALE_TITLES = words("""
mrs ms miss dame lady queen princess congresswoman councilwoman chairwoman spokeswoman mme frau madam madame
sister baroness duchess actress
""")

# Set before a name and part of no name; the bare ones say nothing else.
BARE_HONORIFICS = words("""
mr mrs ms miss mx mme m cr crs dr prof sir dame madam madame herr frau fr hon shri smt shrimati comrade engr alhaji
alhaja hajiya doctor datuk dato datin
""")
HONORIFICS = BARE_HONORIFICS | words("""
professor lord lady oba igwe rev revd reverend honorable honourable sheikh sheik imam ayatollah rabbi cardinal
archbishop queen princess emperor baron baroness duchess ratu
""")

# How clergy are styled before "Canon" and "Bishop", and what stands before a style: "The Very Revd", "the Rt Hon".
OF_CLERGY = words("very rev revd reverend")
BEFORE_STYLES = words("very most rt right canon")

# Titles that are names as well: of two names behind them alone.
BEFORE_FULL_NAMES = words("dean eze eng sister brother")
# How clergy, chiefs, learned people and officials of many countries are titled, with a capital before a name; by
# themselves most are what somebody is and some are names.
BEFORE_NAMES = words("""
pastor apostle evangelist evang msgr monsignor mons deaconess undersheriff trooper alderman assemblyman assemblywoman
otunba mallam malam hajia haji hajji hadji barr barrister advocate adv surv pharm togbe osabarima kgosi inkosi maulana
moulana mufti mahant sadhvi jathedar ustaz ustadh tehsildar sarpanch konsehal encik cde cst const pak bapak ibu mzee
bro sis
""")
# What is a title elsewhere and a given name behind one of these: "Cde Justice Roe".
GIVEN_LIKE_TITLES = words("justice prince princess bishop")
# The same, which are surnames, given names or things too: before two names and more.
BEFORE_TWO_NAMES = words("""
auntie aunty uncle tita tito aling kuya ate lolo lola
elder deacon prophet vicar provost warden reeve engineer swami acharya nawab arc arch matron
obong eteidung etubom ovie nze ichie lolo ugoeze erelu daasebre mamaga okatakyie
""")

RANKS = words("""
gen lt ltg maj col cpt capt captain cmdr commander sgt sergeant cpl corporal pvt private adm admiral brig
brigadier colonel lieutenant major marshal commodore ensign rear vice staff lance sergent vadm radm bgen ltgen majgen
supt insp det dci dsi acp dcp dysp cdre cdr sqn garda pol
ssupt csupt pcol pltcol pmaj pcapt pcpt plt pbgen pmgen ltcol pte lcpl spr gnr sub-lt pltgen pgen pssg
psms kapt pems pcms pmsg pcpl
""")

# Ranks of the police in capitals, which are other things by themselves ("DC Comics"): titles before two names.
FORCE_RANKS = words("""
pc wpc pcso ps po dc ds di dcs dcc acc tdc dsp ssp asp sho igp sp csp da ppc opc ocpd ocs occ ocid ocsid dpc cmo cpo
sdpo adgp dgp digp aigp dig adc bdo dci ppo si asi uno dpo sdo sdm xen tho ppro rpc avm hhj rdo dro mro tdo bmo
""")
# Of these with two letters, what is no other thing's initials: "SI Roe".
NO_OTHERS = words("si")
# Whose seat in a parliament, or rank at chess, is told by its initials, in capitals before two names: "Free Harbour MK
# Jane Roe", "GM Jane Roe".
SEATS_BY_INITIALS = words("mk mca mha mna mpa mpp gm wgm wim")
# What an office of several fields may be of: "Ministry of Ports, Trade and Labour secretary".
MINISTRIES = words("ministry department office secretariat")
# Titles before a name behind what they are of, with a capital: "Health Critic Jane Roe", "Site Engineer Tom Lind".
BEHIND_FIELDS = words("critic member engineer worker supervisor")
# What follows an office in its title: "Minister Responsible for Ports Jane Roe", "President Elect Jane Roe".
BEHIND_OFFICES = words("responsible designate elect emeritus")
# Titles of the clergy that are other words by themselves.
CHURCH_TITLES = words("father canon ven venerable archdeacon")
# Titles that go with what their bearers are called: "Pope Adrian", "King Olav", "Sister Ann".
NAMED_WITH = words("""
pope bishop metropolitan patriarch brother sister mother father pastor apostle evangelist king prince sultan emir crown
duke earl count countess viscount viscountess marquess sheikha chief oba oni pandit swami guru
""")
# Malaysian titles of two words: "Tan Sri", "Dato' Seri"; "Tan" and "Sri" alone are names.
MALAY_FIRST = words("tan dato datuk datin puan toh")
MALAY_SECOND = words("sri seri puan")
# "Det Con", "Asst Ch Con": a constable behind one of these.
BEFORE_CONSTABLE = words("det ch asst chief police woman special dep")

# "Minister of Local Government": what stands before the word in the name of what an office is of.
GOVERNMENTS = words("local central regional provincial municipal federal")
# Titles that stand before a name and for nobody by themselves: "sec roe", "deputy pm".
SHORT_TITLES = words("sec sen gov rep gen amb col lt maj capt sgt pm deputy")
# Words that colour an office and are none by themselves.
MOMENTS = words("late then former ex new first prime acting interim outgoing incoming said and the an a")
# How somebody is styled behind an office: "the Minister of Labour, Chief Emeka Roe".
STYLES = words(
    "chief prince princess comrade alhaji alhaja engr barr barrister otunba mallam evangelist pastor bishop apostle hon"
)

# The word that makes a noun phrase a role: "State Department spokesman", "NATO Secretary General".
ROLE_HEADS = words("""
provost bursar procurator president pres chairman chairwoman chairperson chair secretary minister premier chancellor
general governor gov
senator sen representative rep congressman congresswoman councilman councilwoman councillor councilor
councilmember councilperson assemblyperson selectman selectwoman selectperson boardmember freeholder harbourmaster
harbormaster mayor
ambassador amb sec usec asec spokesman spokeswoman spokesperson spox director commissioner adviser advisor chief
leader head lecturer attorney atty speaker whip justice judge sheriff prosecutor detective inspector officer constable
superintendent deputy undersecretary treasurer envoy delegate mp mep msp td lawmaker legislator candidate nominee
executive ceo cfo coo founder co-founder cofounder editor reporter correspondent columnist analyst economist
lawyer solicitor coroner ombudsman magistrate
pathologist headteacher headmaster headmistress registrar strategist historian coach manager captain coordinator
administrator comptroller counsel counselor
counsellor pope king taoiseach tanaiste sultan emir prince princess regent dictator warlord activist author actor
cathaoirleach
actress singer researcher scientist surgeon physician nurse teacher student resident witness defendant plaintiff
moderator boss host anchor interviewer owner partner trader president-elect vice-president lieutenant official
pm cm mla mlc mec cllr clr coun ald fm eam vp cto coo cio ciso dir exec cong
organiser organizer gentleman consultant pollster biographer astronaut cosmonaut diplomat aide trustee regulator
secretary-general director-general rapporteur rector archbishop rabbi chaplain convener convenor
clerk recorder collector corporator curator assemblyman assemblywoman assemblymember alderman
""")
# Who holds an office, in small letters before a name and nowhere else: "party in-charge Jane Roe".
IN_OFFICE = words("in-charge")

# What an office may open with although it looks like a verb: "policing minister".
FIELDS_IN_ING = words("""
policing housing planning acting managing founding nursing training banking shipping sitting outgoing incoming ruling
leading presiding visiting supervising consulting contributing commanding farming fishing mining manufacturing licensing
engineering marketing advertising accounting reigning broadcasting broking building
""")
# Who teaches and studies: a title before a name, a role behind it.
LEARNED = words("professor lecturer fellow reader")
# Offices that one person often holds together: "founder and CEO Jane Roe".
HELD_TOGETHER = words("""
founder co-founder cofounder chairman chairwoman chairperson chair president owner co-owner director publisher partner
""")
# Roles that are written in capitals.
ROLE_ACRONYMS = words("ceo cfo coo cto cio ciso mp mep msp td mla mlc mec")
# Who tells what others said, for an outlet.
REPORTERS = words("reporter correspondent columnist editor journalist anchor host interviewer")
# Titles before several names: "Senators Jane Roe and Tom Lind".
PLURAL_TITLES = words("""
senators sens representatives reps congressmen congresswomen presidents ministers governors govs secretaries mayors
judges justices professors profs generals ambassadors councillors councilors lawmakers chancellors commissioners
inspectors detectives sergeants sheriffs bishops cardinals owners siblings founders
lawyers attorneys barristers solicitors advocates magistrates prosecutors
trustees directors supervisors delegates aldermen mps mlas mcas meps msps tds cllrs clrs
""")
# Titles that are followed by the given name alone: "Sheikh Mohammed", "Sister Agnes".
GIVEN_NAME_TITLES = words(
    "sheikh sheik sir dame prince princess king queen sultan emir imam sister brother father pope ratu"
)

# Nouns for people that stand behind "the" and before no name as a title: "the man", "which voter".
CALLINGS = words("""
ally artist billionaire bishop boss broadcaster businessman businesswoman celebrity chieftain comedian commentator
contender critic democrat designer developer doctor donor entrepreneur expert farmer father financier front-runner
frontrunner gop incumbent investor journalist lady libertarian lobbyist magnate man mate member millionaire mogul mother
musician neurosurgeon novelist operative pastor person pilot player pm poet police politician pontiff priest producer
publisher republican rival scholar soldier staffer standard-bearer supporter supremo survivor tycoon veep veteran
victim voter woman writer
""")

# What people are or do, before a name in small letters ("her lawyer, advocate Jane Roe").
WALKS_OF_LIFE = CALLINGS | words("""
principal breeder shearer orchardist winemaker crofter herder logger trawlerman vendor hawker publican beekeeper
advocate architect baker banker barrister bartender boxer broker builder campaigner carer chef cyclist defender
demonstrator driver electrician engineer eyewitness firefighter fisherman fisherwoman forecaster goalkeeper golfer guide
historian inmate juror landlady landlord marcher mechanic midfielder midwife miner neighbor neighbour paramedic referee
passenger pensioner pharmacist plumber professor protester ranger researcher retiree sailor scientist shopkeeper skipper
soldier songwriter striker student swimmer teacher tenant trader trainer veterinarian vet volunteer waiter waitress
warden winger worker
dentist caretaker coxswain helmsman dispatcher lifeguard locksmith optician physiotherapist medic janitor crewman
boatman ferryman
colleague counterpart opponent teammate
publicist filmmaker auteur playwright screenwriter showrunner cinematographer choreographer composer conductor dancer
drummer guitarist pianist violinist rapper sculptor painter illustrator cartoonist photographer restaurateur
employee trucker realtor rancher grower beekeeper gardener welder courier librarian undertaker botanist chemist
physicist mathematician statistician psychiatrist evacuee refugee streamer blogger youtuber podcaster influencer vlogger
quarterback linebacker pitcher sprinter jockey wrestler skier footballer cricketer carpenter cook butcher tailor
""")
# What else somebody studies: "seismologist", "pediatrician".
STUDIES = ("ologist", "iatrician")
# How words end that tell what somebody does or is: "investigator", "newsagent", "landowner", "freeholder".
AGENTS = ("er", "or", "ist", "ant", "ent", "man", "woman", "person", "ian", "ee", "mate")
# The same in two words, before a name: "Opposite number Jane Roe disagreed."
COUNTERPARTS = ("opposite number", "team mate", "strike partner", "running mate")

# Every word that can be the head of a role in a question.
ROLES = ROLE_HEADS | CALLINGS | (HONORIFICS - BARE_HONORIFICS) | (RANKS - words("rear lance"))
# Roles that say little of who somebody is, and that articles seldom give: "which voter said" is asked of everybody.
LOOSE_ROLES = words("""
ally celebrity contender critic democrat expert farmer father gop host incumbent lady libertarian man mate member
mother official person player police republican resident rival student supporter survivor veteran victim voter witness
woman writer
""")
# What may stand before a name and is no part of it, abbreviated or in full; also "former", "ex".
TITLES = HONORIFICS | RANKS | ROLE_HEADS | words("former ex then acting pastor bishop")

# Words that colour a role and never begin a name.
ROLE_MODIFIERS = words("""
former fmr then ex late acting interim outgoing incoming longtime veteran senior junior prime first foreign
assistant associate principal press deputy permanent special chief the a an said and new
""")
# What else may stand before an office in small letters: "opposition leader", "city councillor".
OFFICE_FRONTS = words("""
opposition party union community minority majority coalition rebel student tribal church protest local regional city
state council village school county town district provincial municipal shadow lead team club league company bank court
""")

# Offices behind a country's initials that are also a pronoun: "US President Jane Roe".
US_OFFICES = words("president senator representative congressman congresswoman ambassador secretary envoy attorney")

# What a hyphen joins to an office: "vice-chancellor", "under-secretary-general".
# What stands before an office and tells neither its field nor its place.
NOT_OF_OFFICES = words("""
current late then new former senior top outgoing incoming departing acting interim retired longtime veteran
leading suspected alleged other same
""")
# What joins an office and its field or place: "minister of health", "commissioner for trade"; and what stands behind
# such a "for" and is neither: "the mayor for the first time".
OF_FIELDS = words("of for")
AT_PLACES = words("in at from")  # before where somebody is: "the newsagent in Karst"
NO_FIELDS = words("""
example instance now sure good ever once first second third last next two three four five several many years year months
weeks days hours
""")
# Who speaks for forces and has a rank of theirs: "police spokesman Chief Superintendent Roe".
SPEAKS_FOR = words("spokesman spokeswoman spokesperson")
LONG_RANKS = words("superintendent inspector general constable detective commissioner")
BEFORE_RANKS = words("chief senior deputy assistant director first second acting")
BEFORE_OFFICES = words("co vice under sub deputy ex assistant")

# How somebody feels who speaks, before an office or a name: "an angry Mayor Roe".
MOODS = words("""
angry furious incredulous emotional tearful jubilant defiant delighted upset shocked outraged irate beaming smiling
frustrated relieved disappointed fuming livid elated exasperated bemused devastated heartbroken distraught ecstatic
""")
# What a hyphen joins to what somebody did: "match-winner", "record-holder".
JOINED_AGENTS = words("winner scorer keeper starter maker holder stopper")
# What looks like a verb's past behind a name's comma and is part of an office: "Jane Roe, retired judge".
BEHIND_COMMA = words(
    "retired appointed elected decorated noted famed acclaimed renowned distinguished respected celebrated licensed"
)

# Both a title and a name: a title only at the very beginning or after another title, never as the last word.
# "m": the French title, and a middle initial.
AMBIGUOUS_TITLES = words("king prince marshall page chase pope bishop m")
# Surnames that are also the names of roles: the last word of a question's name may be either.
ROLE_SURNAMES = AMBIGUOUS_TITLES | words("""
major farmer judge priest poet baker marshal constable coach nurse justice sheriff baron regent trader sergeant lance
""")
# Words of roles that are a surname behind a given name ("Jane Judge", "Amala Sen").
SURNAMES_OF_ROLES = ROLE_SURNAMES | words(
    "sen sultan emir sheikh sheik head speaker chancellor coroner magistrate registrar imam rabbi"
)

# The words for whoever leads something; "the NATO chief" is its secretary general.
LEADERS = words("""
chief head boss leader president chairman chairwoman chair director secretary-general chancellor premier governor
commissioner executive commander mayor prime-minister king queen emir pope principal
""")
# Offices whose owner is a place or a body, and not somebody: "Karst's minister", but "Vorn's lawyer".
OF_PLACES = LEADERS | words("minister secretary ambassador senator treasurer")
# Offices of a body, whose name may stand before them without an apostrophe: "Karst Mills CEO on tolls".
OF_COMPANIES = words(
    "ceo cfo coo cto founder owner spokesman spokeswoman spokesperson manager coach captain headteacher"
)
# What somebody may be chief of, and no place's or body's name: "the fire chief" in a question without capitals.
FIELDS_OF_CHIEFS = words("""
fire army navy union party health education school team council prison jail traffic rescue ambulance border customs tax
finance sales marketing campaign security intelligence spy media communications news sport sports football rugby
cricket hockey hospital transport housing planning water power energy
""")
VERBS_AND_OFFICES = words("police")  # what one does as often as what one is: "to police bitcoin"
# Whoever works for a body in some office.
ANY_OFFICER = words("manager executive exec official representative rep")
# Heads that fit any office at the top.
ANY_LEADER = words("chief head boss leader")
# Whoever has one of these before a role does not hold the role itself.
UNDER = words("""
deputy shadow vice vice-president assistant under associate spokesperson press adviser aide staff
""")

# The written forms of one role -> the form that is compared.
ROLE_FORMS = {
    # kin
    "mum": "mother", "mom": "mother", "mam": "mother", "mummy": "mother", "dad": "father", "daddy": "father",
    "hubby": "husband", "bro": "brother", "sis": "sister", "grandma": "grandmother", "gran": "grandmother",
    "grandpa": "grandfather",
    # abbreviations
    "ppro": "spokesperson",
    "sen": "senator", "gov": "governor", "rep": "representative", "pres": "president", "sec": "secretary",
    "gen": "general", "atty": "attorney", "amb": "ambassador", "prof": "professor", "rev": "reverend",
    "adm": "admiral", "capt": "captain", "cpt": "captain", "cmdr": "commander", "col": "colonel", "cpl": "corporal",
    "lt": "lieutenant", "maj": "major", "sgt": "sergeant", "sergent": "sergeant", "pvt": "private",
    "brig": "brigadier", "supt": "superintendent", "insp": "inspector", "det": "detective", "spox": "spokesperson",
    "usec": "undersecretary", "asec": "secretary", "fmr": "former", "dir": "director", "exec": "executive",
    "cong": "representative",
    "sg": "secretary-general", "secgen": "secretary-general", "pm": "prime-minister", "potus": "president",
    "veep": "vice-president", "ceo": "executive", "cofounder": "co-founder", "sheik": "sheikh",
    # spellings, and words for men and women
    "advisor": "adviser", "counselor": "counsellor", "councilor": "councillor", "organizer": "organiser",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairwoman": "chairman", "chair": "chairman",
    "chairperson": "chairman", "congressman": "representative", "congresswoman": "representative",
    "councilwoman": "councillor",
    "councilman": "councillor", "businesswoman": "businessman", "actress": "actor", "frontrunner": "front-runner",
    "premier": "prime-minister", "pontiff": "pope", "ex": "former", "defence": "defense", "labour": "labor",
}  # fmt: skip
# Several words for one role -> the one word that is compared.
ROLE_PHRASES = (
    ("member of parliament", "mp"),
    ("prime minister", "prime-minister"),
    ("secretary general", "secretary-general"),
    ("vice president", "vice-president"),
    ("under secretary", "undersecretary"),
    ("under-secretary", "undersecretary"),
    ("chief executive", "executive"),
    ("chief financial officer", "cfo"),
    ("chief finance officer", "cfo"),
    ("finance chief", "cfo"),
    ("head of state", "president"),
    ("head of government", "prime-minister"),
    ("chief operating officer", "coo"),
    ("foreign affairs", "foreign"),
    ("public relations officer", "spokesperson"),
    ("public information officer", "spokesperson"),
    ("public affairs officer", "spokesperson"),
    ("press officer", "spokesperson"),
    ("media officer", "spokesperson"),
)
# Offices whose name holds an "of", and what else they are called.
OFFICES_WITH_OF = {"head of state": "president", "head of government": "prime minister"}
# Who belongs to somebody: "Vorn's wife", "Vorn's team".
KIN = RELATIVES | words("team cabinet staff party campaign")
_PARENT, _CHILD, _SIBLING = (
    "mother father mum mom dad parent",
    "son daughter child boy girl baby",
    "sister brother twin",
)
# What somebody calls whom they are that to: who speaks of "her husband, Jo Pell" is Jo Pell's wife.
INVERSE_KIN = {
    **dict.fromkeys(_PARENT.split(), _CHILD),
    **dict.fromkeys(("son", "daughter", "child"), _PARENT),
    **dict.fromkeys(("sister", "brother", "sibling", "twin"), _SIBLING),
    **dict.fromkeys(("grandmother", "grandfather", "grandparent"), "grandson granddaughter grandchild"),
    **dict.fromkeys(("grandson", "granddaughter", "grandchild"), "grandmother grandfather"),
    **dict.fromkeys(("aunt", "uncle"), "niece nephew"),
    **dict.fromkeys(("niece", "nephew"), "aunt uncle"),
    **dict.fromkeys(("partner", "boyfriend", "girlfriend"), "partner boyfriend girlfriend"),
    "wife": "husband",
    "widow": "husband",
    "husband": "wife",
    "widower": "wife",
    "cousin": "cousin",
    "friend": "friend",
}
# Ranks that lead a police force where nobody is its chief.
HEADS_OF_POLICE = words("superintendent commissioner constable inspector-general")
# Heads of state, and offices of others who share their surname: "President Roe" is no Health Minister Jane Roe.
# Offices that alone before a name lead a state: "the Norvanian leader".
LEAD_STATES = frozenset({"president", "prime minister", "chancellor", "premier", "taoiseach"})
HEADS_OF_STATE = frozenset({"president", "king", "queen", "pope", "emperor", "sultan"})
BELOW_A_HEAD = frozenset({"minister", "secretary", "lady", "gentleman", "ambassador"})
# Who speaks for somebody in court, and what tells it behind a name: "Jane Roe, defending, said".
PLEADERS = words("lawyer attorney barrister solicitor counsel advocate defender")
# Who "represents" a ward or a seat.
REPRESENTING = words("councillor councilor alderman member mp mla mep msp td senator representative delegate")
PROSECUTING = words("district general prosecutor prosecuting us state commonwealth crown")  # attorneys of nobody's
PLEADING = words("defending mitigating representing represents represented")
