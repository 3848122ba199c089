"""Word lists for the parts of people's names: particles, suffixes, nicknames, common given names.

All entries are folded (see `names.parse.fold`): lower case, without diacritics, apostrophes and dots.
"""

from __future__ import annotations

from index.language.english import words

# What may follow "Secretary of", "Minister for": two words belong together after these.
PLACE_OPENERS = words("""
united south north new saudi great european white supreme foreign homeland national health human veterans
northern west east central sri costa el san los sierra state-of public economic defence-and internal external
""")

# Surnames that are also words: no speaker where they open a question.
WORD_SURNAMES = words("""
march may april june august price rice brown white black green young church wood field stone hill law king pope
bishop banks cook page bush rose summers winter winters frost snow rivers waters fields fish ford grant
""")

PARTICLES = words("""
van von der den de la le du da di del della dos das do ten ter zu zum zur af av el al bin ibn ben abu st san e y
't op vander saint
""")
SUFFIXES = words("jr sr ii iii iv esq phd md kc qc mbe obe cbe")
GENERATIONS = words("jr sr ii iii iv")

# Letters of members of parliaments, in capitals behind a name: "Julia Marsh AM", "Peter Lind MSP".
POST_NOMINALS = words("am ms mp msp mep mla mlc mna mpp mhk mlk td mha mhr as")

# Surname comes first: with a hyphen or three words, or with a second word in pinyin.
SURNAME_FIRST = words("""
xi hu wen mao deng zhou chou jiang zhao zhu hua li wang zhang chen liu yang qin moon ban roh park kim ho yoon
tran pham nguyen le
""")

# A full name and its short forms or other spellings.
_NICKNAMES = """
william bill billy will willie liam|robert bob bobby rob robbie|richard dick rick rich ricky|joseph joe joey
james jim jimmy jamie|john johnny jack jon|michael mike mick mikey|thomas tom tommy
edward ed eddie ted teddy ned|theodore ted teddy theo|elizabeth liz beth betty lizzie eliza
margaret maggie meg peggy|katherine catherine kate kathy katie cathy|catherine kate cathy
charles charlie chuck chas|daniel dan danny|david dave davey|donald don donny|kenneth ken kenny|anthony tony
antony tony|andrew andy drew|alexander alex sandy|alexandra alex sandra|benjamin ben benny|bernard bernie
christopher chris kit|christine chris|frederick fred freddie|francis frank|franklin frank|gerald gerry jerry
gregory greg|henry harry hank|jacob jake|jeffrey jeff|geoffrey geoff|jennifer jen jenny|jerome jerry
jessica jess|kimberly kim|lawrence larry|leonard len lenny leo|lewis lew|louis lou|matthew matt
nathaniel nate nat|nathan nate|nicholas nick nicky|patrick pat paddy|patricia pat patty trish|peter pete
philip phil|phillip phil|raymond ray|ronald ron ronnie|samuel sam|samantha sam|stephen steve steven
steven steve stephen|susan sue susie|timothy tim|victoria vicky|vincent vince|walter walt|zachary zach
deborah deb debbie|dwight ike|eugene gene|harold hal harry|hubert bert|albert al bert|alfred al alf|alan al
barbara barb|douglas doug|dorothy dot|edmund ed ned|joshua josh|mitchell mitch|russell russ|stanley stan
terence terry|rebecca becky|nancy nan|abraham abe|calvin cal|clifford cliff|melvin mel|sergei sergey
alexei aleksei alexey|dmitry dmitri dmitriy|yulia julia|mohammed muhammad mohamed mohammad|volodymyr vladimir
yevgeny evgeny
"""


def _full_forms() -> dict[str, frozenset[str]]:
    fulls: dict[str, set[str]] = {}
    for line in _NICKNAMES.replace("\n", "|").split("|"):
        forms = line.split()
        for form in forms:
            fulls.setdefault(form, {form}).add(forms[0])
    return {form: frozenset(names) for form, names in fulls.items()}


# A given name -> the full names that it may stand for, itself among them ("ted" -> ted, edward, theodore).
FULL_FORMS = _full_forms()

MALE_NAMES = words("""
aaron abdul abdullah adam adrian ahmed aiden alan albert alberto alejandro aleksandr alexander alexei alfred ali
allen andrew andre andreas angelo anthony antonio antony arnold arthur barack barry ben benjamin bernard bernie
bill billy bob bobby boris brad bradley brandon brian bruce bryan carl carlos cesar charles charlie chris
christopher chuck clarence clark clyde colin craig curtis dale dan daniel danny darren dave david dean dennis
derek diego dick dmitri dmitry don donald doug douglas dwight earl ed eddie edgar eduardo edward edwin emmanuel
eric erik ernest eugene fernando francis francisco francois frank franklin fred frederick gary gavin gene
geoffrey george gerald gerard giorgio giovanni glenn gordon graham greg gregory guy hans harold harry harvey
hassan helmut henri henry herbert herman hubert hugh hugo hussein ian ibrahim igor ivan jack jackson jacob
jacques jake james jamie jason javier jean-claude jeff jeffrey jens jeremy jerome jerry jesus jim jimmy joachim
joe joel johann john johnny jon jonathan jorge jose joseph josh joshua juan julian julius justin karl keir keith
ken kenneth kevin klaus konstantin kyle larry lars laurent lawrence leo leon leonard lewis lloyd louis luca
lucas luis luke lyndon manuel marc marco marcus mario mark martin marvin matt matteo matthew maurice max melvin
michael michel miguel mike mikhail mitch mohamed mohammad mohammed muhammad mustafa nathan ned neil nicholas
nick nicolas nigel nikita nikolai noah norman oliver olaf omar oscar pablo patrick paul pedro pete peter phil
philip phillip pierre pierre-yves rafael ralph raymond recep ricardo richard rick rob robert roberto rodney
roger roland ron ronald roy russell ryan salvador sam samuel saul scott sean sebastian sergei sergey seth shane
simon stanley stefan stephen steve steven stuart ted terence terry theodore thomas tim timothy toby todd tom
tommy tony travis trevor tyler vernon victor viktor vincent vladimir volodymyr walter warren wayne werner
wilhelm will william winston wolfgang yasser yuri zachary
""")
FEMALE_NAMES = words("""
abigail adriana agnes aisha alexandra alice alicia alison amanda amber amelia amy ana andrea angela angelina
anita ann anna annalena anne annette annie audrey barbara beatrice beth betsy betty beverly bonnie brenda
bridget camilla carla carmen carol caroline carolyn carrie catherine cathy cecilia charlotte cheryl chloe
christina christine cindy claire clara claudia condoleezza connie cristina crystal cynthia daisy dana danielle
dawn deborah debbie debra denise diana diane donna doris dorothy eileen elaine eleanor elena elizabeth ella
ellen emily emma erica erin esther eva evelyn fatima felicia fiona florence frances francesca gabriela gail
georgia geraldine gina giorgia gloria grace greta hannah harriet heather heidi helen helga hilary hillary holly
ingrid irene iris isabel isabella jackie jacqueline jane janet janice jean jeanne jen jennifer jenny jessica
jill joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia julie karen karin karine kate
katherine kathleen kathryn kathy katie kathrin kayla kimberly kirsten kristen kristin kristina laura lauren leah
leila lena leslie lillian linda lisa liz lois loretta lori louise lucia lucy lydia lynn madeleine maggie maia
marcia margaret maria marianne marie marina marion marjorie martha mary maureen megan melanie melissa mercedes
meredith mia michelle mildred miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nikki
nina nora norma oana olga olivia pamela patricia paula pauline peggy penny petra phyllis priscilla rachel raquel
rebecca renee rhonda rita roberta rosa rose rosemary ruth sabrina sally samantha sandra sanna sara sarah selena
shannon sharon sheila shirley silvia simone sofia sonia sophia sophie stacy stella stephanie susan suzanne
svetlana sylvia tamara tammy tanya tara teresa theresa tiffany tina tracy tulsi ursula valerie vanessa vera
veronica victoria viola virginia vivian wanda wendy yolanda yulia yvonne zoe
""")
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES
