"""What descriptions of people are made of: heads of offices, in one form, and what stands before them."""

from __future__ import annotations

from index.language.english import words
from index.language.roles import ROLE_FORMS

_SHORT = words("gov pres sec gen atty")

# Heads of descriptions in one form: "the Ohio representative" is a congressman.
SAME_HEADS = {
    **{form: ROLE_FORMS[form] for form in _SHORT},
    **{form: ROLE_FORMS[form] for form in words("sen advisor chairwoman chair frontrunner businesswoman prof")},
    "rep": "congressman", "representative": "congressman", "congresswoman": "congressman",
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "justice": "judge", "lawyer": "attorney",
    "contender": "candidate", "hopeful": "candidate", "magnate": "mogul", "tycoon": "mogul",
    "neurosurgeon": "surgeon", "gop": "republican", "democratic": "democrat", "rival": "candidate",
    "skipper": "captain", "cllr": "councillor", "clr": "councillor", "coun": "councillor", "councilor": "councillor",
    "councilman": "councillor", "councilwoman": "councillor",
}  # fmt: skip
# Who plays, and who leads those who do.
ATHLETES = words("""
striker midfielder winger goalkeeper defender forward skipper captain manager coach player playmaker sprinter boxer
golfer cyclist swimmer champion footballer cricketer bowler batsman batter pitcher quarterback
prop hooker flanker fly-half scrum-half out-half full-back fullback centre-back left-back right-back wing-back
all-rounder seamer spinner paceman wicketkeeper hurler jockey rower opener debutant
""")
# Whom the words for places on a field mean: footballers.
ON_A_FIELD = words("striker midfielder winger goalkeeper defender forward")
# Who performs or writes.
ARTISTS = words("""
actor actress singer musician comedian star rapper songwriter novelist writer presenter broadcaster celebrity
""")
# Heads of descriptions that are no offices.
MORE_HEADS = (
    words("""
billionaire millionaire businessman businesswoman mogul magnate tycoon developer maven neurosurgeon surgeon professor
front-runner frontrunner contender hopeful democrat republican independent libertarian socialist texan floridian
standard-bearer incumbent lady veteran pastor radioman entrepreneur financier
bishop archbishop priest vicar imam rabbi cardinal reverend
""")
    | (ATHLETES - {"captain", "forward", "defender", "champion"})
    | (ARTISTS - {"presenter"})
)
# One person by her country: "the Dutchman".
COMPATRIOTS = words("""
american argentine argentinian australian austrian belgian brazilian briton bulgarian cameroonian canadian chilean
chinese colombian croat croatian czech dane dutchman dutchwoman egyptian englishman englishwoman finn frenchman
frenchwoman german ghanaian greek hungarian indian iranian iraqi irishman irishwoman israeli italian ivorian japanese
kenyan korean mexican moroccan nigerian norwegian pole portuguese romanian russian scot scotsman senegalese serb slovak
slovene spaniard swede swiss turk ukrainian uruguayan welshman kiwi aussie bangladeshi bolivian cuban ecuadorian
ethiopian fijian filipina filipino georgian icelander indonesian jamaican latvian lithuanian estonian malaysian nepali
pakistani paraguayan peruvian samoan singaporean tanzanian thai tongan ugandan venezuelan vietnamese zambian zimbabwean
""")
# Heads under which nobody of an article is meant for sure.
UNSAID_HEADS = words("""
official aide source reporter resident student witness interviewer moderator host teacher nurse researcher analyst
scientist partner author correspondent executive deputy officer founder trader owner delegate captain
""")
PUBLIC_HEADS = words("""
senator congressman governor mayor president vice-president secretary candidate nominee front-runner ambassador mogul
businessman billionaire millionaire developer surgeon republican democrat independent incumbent lady celebrity
socialist libertarian leader lawmaker speaker star
""")
# Who sits in a parliament: "the lawmaker" is any of them.
LEGISLATORS = words(
    "senator congressman legislator lawmaker mp mep msp td mla mlc mca mna mpp assemblyman assemblywoman"
    " parliamentarian"
)
# Who is sent to a state.
ENVOYS = words("ambassador envoy commissioner consul")
# Who is told of without a name in reports of crimes and accidents.
LAY_PEOPLE = words(
    "suspect accused defendant victim survivor driver complainant caller gunman attacker boy girl teenager"
)
# Who happens to be there.
PASSERS = words("""
visitor passer-by passerby onlooker bystander shopper commuter tourist customer worshipper villager spectator motorist
pedestrian diner holidaymaker
""")
# Who is told of as having done it.
CHARGED = words("suspect accused defendant")
# Whom something befalls in such a report, and who is not called so beside a name.
BEFALLEN = LAY_PEOPLE | words("man woman youth youngster motorist passenger pensioner pedestrian cyclist robber thief")
# Words of the office of who speaks for a body: "director of media operations".
MEDIA = words("media press information communications communication publicity relations pr")
# What a seat is: "councillor for the Holt Division Jane Roe".
SEATS = words("division ward district constituency county province region")
# Offices that several people of one article may hold.
MANY_HOLD = words(
    "senator congressman governor candidate nominee front-runner republican democrat independent mogul judge"
    " lawmaker legislator mp"
)
# Offices that one person holds at a time.
ONE_HOLDS = words("president mayor chancellor premier pope king queen chairman")
# Whom "the top cop" means.
LEAD_POLICE = words("chief commissioner general inspector-general director-general commander")
# Whom "the monarch" means, kings and the rulers of towns.
RULERS = words("king queen emperor sultan emir oba oni chief ruler")
# Who presides over a hearing: "a judge" of the first lines is named below them.
PRESIDE = words("judge coroner magistrate sheriff recorder")
# Whom a word for a title means that stands before names.
TITLE_WORDS = {
    "the doctor": ("dr", "doctor"), "the professor": ("prof", "professor"), "the knight": ("sir",),
    "the dame": ("dame",), "the peer": ("lord", "lady", "baroness"), "the nun": ("sr", "sister"),
    "the priest": ("fr", "father"), "the clergyman": ("rev", "revd", "reverend"), "the imam": ("imam",),
    "the lieutenant": ("lt", "lieutenant"), "the inspector": ("insp", "inspector"), "the sergeant": ("sgt", "sergeant"),
    "the captain": ("capt", "captain"), "the general": ("gen", "general"), "the colonel": ("col", "colonel"),
    "the admiral": ("adm", "admiral"), "the commander": ("cmdr", "commander"), "the major": ("maj", "major"),
    "the superintendent": ("supt", "superintendent"), "the detective": ("det", "detective"),
    "the deputy": ("deputy",), "the constable": ("const", "constable"), "the corporal": ("cpl", "corporal"),
    "the canon": ("canon",), "the sheikh": ("sheikh", "sheik"),
}  # fmt: skip
# Of these what a player, a spokesperson or a second in command is called as well: of one bearer of the title alone.
TITLES_TOO = frozenset(("the captain", "the deputy", "the general", "the major", "the commander"))
# What somebody may be the president of and nobody else is meant: "the president of the land".
WHOLE_STATES = words("land country nation republic")
# Who leads a meeting, in its minutes with a capital.
CHAIRS = words("chairperson chairman chairwoman convener moderator")
# Words that change nothing about who is described.
NEUTRAL_WORDS = words("the a an presidential presumptive likely longtime veteran senior junior self-described party")
# States of the US by their short forms.
STATE_FORMS = {
    "ala": "alabama", "ariz": "arizona", "ark": "arkansas", "calif": "california", "colo": "colorado",
    "conn": "connecticut", "del": "delaware", "fla": "florida", "ga": "georgia", "ill": "illinois", "ind": "indiana",
    "kan": "kansas", "ky": "kentucky", "la": "louisiana", "md": "maryland", "mass": "massachusetts",
    "mich": "michigan", "minn": "minnesota", "miss": "mississippi", "mo": "missouri", "mont": "montana",
    "neb": "nebraska", "nev": "nevada", "nh": "new hampshire", "nj": "new jersey", "nm": "new mexico",
    "ny": "new york", "nc": "north carolina", "nd": "north dakota", "okla": "oklahoma", "ore": "oregon",
    "pa": "pennsylvania", "ri": "rhode island", "sc": "south carolina", "sd": "south dakota", "tenn": "tennessee",
    "tex": "texas", "vt": "vermont", "va": "virginia", "wash": "washington", "wva": "west virginia",
    "wis": "wisconsin", "wisc": "wisconsin", "wyo": "wyoming", "fl": "florida", "vermont": "vermont",
}  # fmt: skip
# Titles before names in full.
OFFICE_FORMS = {form: ROLE_FORMS[form] for form in _SHORT | {"sen", "rep"}}
# Words that make another office of one, where people hold it.
CHANGES_ROLE = words("shadow vice deputy former ex then assistant under acting undersecretary elect")
# The same in a description.
CHANGES_OFFICE = CHANGES_ROLE | words("lieutenant prime first")
# Bodies that have a president of their own: "the senate president" is no head of state.
PRESIDED = words("""
senate house assembly parliament council club company university college school board union association federation
court bank party league chamber society committee commission village borough county
""")
# What stands behind an office's head.
BEHIND_HEAD = words("of for to with from at by under in")
# Words and letters of the state's bodies.
STATE_AGENCIES = words("""
agency department bureau administration service office commission authority ministry centers fbi cia nsa epa irs tsa fda
fema dhs cdc nasa faa fcc sec doj
""")
# Words of the names of newspapers.
NEWSPAPER_WORDS = words("""
times post journal tribune herald globe gazette register examiner chronicle star newspaper sun mirror telegraph guardian
observer bee inquirer dispatch courier
""")
# Heads that fit any body.
ANY_BODY = words("group organization organisation company firm")
# Heads of bodies that are no companies.
NO_COMPANY = words(
    "campaign committee department administration court university party government council house senate"
)
# What departments are named after.
DEPARTMENTS = words(
    "state justice defense treasury energy labor commerce education interior agriculture transportation"
)
# Offices of labels in one form.
LABEL_FORMS = {
    **{
        form: ROLE_FORMS[form]
        for form in words(
            "sec sen rep gov gen pm potus amb lt col adm dir exec usec atty spokesman spokeswoman chair chairwoman"
            " premier"
        )
    },
    "sg": "general", "asec": "assistant", "secretary-general": "general", "congresswoman": "congressman",
}  # fmt: skip
# Offices whose holders are addressed by another title: a spokesperson as "Secretary", a coordinator as "Governor".
NOT_BEFORE_NAMES = words("""
spokesperson coordinator adviser advisor envoy administrator director commander chairman officer
""")
# Words of offices that say nothing of what they are for.
ANY_OFFICE = words("""
affairs staff member office department ministry council committee board administration administrator public agency
bureau national international federal regional commission adviser advisers advisor advisors relations operations
""")
# Titles of members, beside which somebody has an office: "Senator Roe, Minister of Ports".
SEATED = words("senator sen representative rep congressman congresswoman mp hon honourable honorable the member")
# Keys of offices under another one.
DEPUTY_KEYS = frozenset({"deputy", "vice-president", "undersecretary", "assistant"})
# Before an office: another holds it for the time.
STANDS_IN = words("temporary acting interim")
# What closes a label of somebody who is not to be named: "SENIOR MILITARY OFFICIAL".
UNNAMED_LABELS = words("official officials")
# Words of constituencies, behind a member's name.
SEAT_WORDS = words("north south east west central bay city town valley hill hills county river coast rural")
# The words of bodies that a noun may stand for: "the agency", "the paper".
KINDS_OF_BODIES: dict[str, frozenset[str]] = {
    "agency": STATE_AGENCIES,
    "department": words("department doj"),
    "ministry": words("ministry"),
    "bureau": words("bureau fbi"),
    "campaign": words("campaign"),
    "administration": words("administration"),
    "committee": words("committee dnc rnc dscc nrcc dccc nrsc"),
    "commission": words("commission fcc fec sec"),
    "court": words("court"),
    "university": words("university"),
    "college": words("college"),
    "newspaper": NEWSPAPER_WORDS,
    "paper": NEWSPAPER_WORDS,
    "magazine": words("magazine"),
    "network": words("cnn nbc abc cbs msnbc fox bbc cnbc network univision telemundo"),
    "foundation": words("foundation"),
    "union": words("union"),
    "association": words("association"),
    "museum": words("museum"),
    "council": words("council"),
    "bank": words("bank"),
    "airline": words("airlines airways air"),
    "board": words("board"),
}
PARTIES = {"r": "republican", "d": "democrat", "i": "independent"}  # by their letter, as in (D-Ohio)

# Offices that are called by their initials: "the CM said".
OFFICES_BY_INITIALS = {
    "mp": ("member of parliament",),
    "cm": ("chief minister",), "dcm": ("deputy chief minister",), "pm": ("prime minister",),
    "dpm": ("deputy prime minister",), "vp": ("vice president", "vice-president"), "ag": ("attorney general",),
    "da": ("district attorney",), "fm": ("foreign minister", "finance minister", "external affairs minister"),
    "eam": ("external affairs minister",), "cji": ("chief justice",), "ceo": ("chief executive",),
    "cfo": ("chief financial officer",), "coo": ("chief operating officer",),
    "oc": ("officer-in-charge", "officer in charge"), "sho": ("station house officer",),
    "sp": ("superintendent of police",), "ssp": ("senior superintendent of police",),
    "acp": ("assistant commissioner of police", "assistant police commissioner"), "cs": ("cabinet secretary",),
    "pro": ("public relations officer",), "dpp": ("director of public prosecutions",),
    "igp": ("inspector general of police", "inspector-general of police"), "io": ("investigation officer",),
    "mec": ("member of the executive council",), "dc": ("deputy commissioner", "district commissioner"),
    "dpo": ("divisional police officer",), "ppro": ("police public relations officer",),
    "ppc": ("provincial police commander",), "rpc": ("regional police commander",), "cp": ("commissioner of police",),
    "ocs": ("officer commanding station",), "dig": ("deputy inspector general",), "dg": ("director general",),
    "md": ("managing director",), "ps": ("permanent secretary",), "vc": ("vice-chancellor", "vice chancellor"),
    "dm": ("district magistrate",), "cec": ("chief election commissioner",), "lg": ("lieutenant governor",),
    "sg": ("secretary-general", "secretary general"), "hrvp": ("high representative",),
    "pmos": ("official spokesman", "official spokesperson", "official spokeswoman"),
    "lop": ("leader of the opposition", "leader of opposition"),
}  # fmt: skip
# The offices of companies and states that one person holds and that are told in full: "the chief executive".
OFFICES_IN_FULL = {
    office: initials
    for initials in ("cm", "pm", "ceo", "cfo", "coo", "md", "cji", "ag", "vc", "sg", "dpp")
    for office in OFFICES_BY_INITIALS[initials]
}
