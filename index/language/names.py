"""Word lists for the parts of people's names: particles, suffixes, nicknames, common given names.

All entries are folded (see `names.parse.fold`): lower case, without diacritics, apostrophes and dots.
"""

from __future__ import annotations

from index.language.english import words
from index.language.given import MORE_FEMALE_NAMES, MORE_MALE_NAMES

# What may follow "Secretary of", "Minister for": two words belong together after these.
PLACE_OPENERS = words("""
united south north new saudi great european white supreme foreign homeland national human veterans
northern west east central sri costa el san los sierra state-of public economic defence-and internal external
""")

# Surnames that look like a verb of saying or its auxiliary, behind a given name: "Ahmad Said", "Peter Has".
SURNAMES_LIKE_VERBS = words("said has")
# Surnames that are also words: no speaker where they open a question.
WORD_SURNAMES = words("""
march may april june august price rice brown white black green young church wood field stone hill law king pope
bishop banks cook page bush rose summers winter winters frost snow rivers waters fields fish ford grant
""")

# Places that are given names too, behind an office: "Minister Israel Roe".
GIVEN_OF_PLACES = words("""
israel carolina jordan chad kenya india paris sydney austin dallas madison america asia chelsea dakota savannah adelaide
cuba
""")
# What "Christian" stands before and is no given name; nor is it before what ends in -ist.
BEHIND_CHRISTIAN = words("""
aid right left faith voice action today science values concern solidarity brotherhood brothers sisters monitor radio
militia militias leader leaders group groups fellowship fellowships ministry ministries music rock school schools
academy era name world service services broadcasting zionists nationalism community communities minority phalange month
pilgrims refugees families family
""")
# Months and other words that are given names too: "said April Roe", "Will Roe, a teacher", "Nor Roe said".
GIVEN_OF_OTHERS = words("april may june august will nor")
# Words for places and bodies that are a surname behind an office and a given name: "Councillor Traci Park".
SURNAMES_OF_PLACES = words("""
park parks hall banks fields rivers church temple house lake forest bridges bay waters power day law hill wall post
""")

# Given names that open a headline as verbs: "Will Norvania float?".
VERBS_TOO = words("will may mark chase grant")
# Given names that describe a noun as often: "Christian Democrats".
ADJECTIVES_TOO = words("christian")
# Between a given name and the father's: a daughter's, a son's.
DAUGHTER_OF = words("binti binte bint")
SON_OF = words("bin ibn")
# Titles of Arab parents, by which people are called: "Umm Karim".
KUNYAS = words("umm um abu")
# Given names that are surnames as often: before another word they are given.
ALSO_GIVEN = words("""
howard kelsey meryl taylor spencer stewart murray nelson logan ross jordan kelly kerry kim tyler mason carter hunter
parker harper riley cameron campbell bailey morgan harrison mitchell elliott lewis russell lloyd leslie shelby whitney
""")
# First words of Malay and Arabic given names of two words: "Wan Kamil", "Siti Hajar", "Abdul Hadi", "Nur Aisyah".
FIRST_OF_TWO = words("""
wan nik syed sayed sharifah syarifah tengku tunku megat che tuan raja siti nur nurul noor nor mohd mohamad mohammad
muhammad muhamad abdul abd ahmad abu
""")
PARTICLES = words("""
van von der den de dela delos la le du da di del della dos das do ten ter zu zum zur af av el al bin ibn ben abu st san
umm um e y 't op binti binte bint vander saint ole arap wa ould ferch ag ni nic ui o ka wa
""")
SUFFIXES = words("jr sr ii iii iv esq phd md kc qc mbe obe cbe")
GENERATIONS = words("jr sr ii iii iv")

# Letters of members of parliaments, in capitals behind a name: "Julia Marsh AM", "Peter Lind MSP".
POST_NOMINALS = words("""
am ms sc mp msp mep mla mlc mna mca mpp mhk mlk td mha mhr as cmg kcmg gcmg obe cbe mbe kbe dbe gbe cvo kcvo dcvo qc kc
frs dso cb kcb oam cnzm
ao apm osm onz qso qsm mnzm onzm dnzm gnzm bem qpm kpm qfsm
""")

# Letters of honours that close the names of clubs and councils as well: behind a known given name or a title alone.
HONOURS_TOO = words("ac pc cc oc csc psm bm")

# Surname comes first: with a hyphen or three words, or with a second word in pinyin.
SURNAME_FIRST = words("""
xi hu wen mao deng zhou chou jiang zhao zhu hua li wang zhang chen liu yang qin moon ban roh park kim ho yoon
tran pham nguyen le lim ng goh chan wong chua ong teo koh tan liew loke yeoh khoo cheah chew chia fong leong loh phua
quek seah siew soh tay yap yeo yong ooi ko lau cheung chow kwok leung tsang tse yip yeung fung
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
gregory greg|henry harry hank|jacob jake|jeffrey jeff|jeffery jeff|geoffrey geoff|jennifer jen jenny|jerome jerry
jessica jess|kimberly kim|lawrence larry|leonard len lenny leo|lewis lew|louis lou|matthew matt
nathaniel nate nat|nathan nate|nicholas nick nicky|patrick pat paddy|patricia pat patty trish|peter pete
philip phil|phillip phil|raymond ray|ronald ron ronnie|samuel sam|samantha sam|stephen steve steven
steven steve stephen|susan sue susie|timothy tim|victoria vicky|vincent vince|walter walt|zachary zach
deborah deb debbie|dwight ike|eugene gene|harold hal harry|hubert bert|albert al bert|alfred al alf|alan al
barbara barb|douglas doug|dorothy dot|edmund ed ned|joshua josh|mitchell mitch|russell russ|stanley stan
terence terry|rebecca becky|nancy nan|abraham abe|calvin cal|clifford cliff|melvin mel|sergei sergey
alexei aleksei alexey|dmitry dmitri dmitriy|yulia julia|mohammed muhammad mohamed mohammad|volodymyr vladimir
yevgeny evgeny|martin marty|marvin marv|stuart stu|stewart stu|jonathan jon jonny|norman norm|morton mort
clinton clint|bradley brad|gordon gordie|randall randy|randolph randy|rodney rod|roderick rod rory|sidney sid
cynthia cindy|pamela pam|abigail abby|angela angie|christina chris tina|judith judy|jacqueline jackie
josephine jo josie|joanna jo|theresa terri|valerie val|virginia ginny|gabriel gabe|isaac ike|solomon sol
maximilian max|maxwell max|augustus gus|gustav gus|oliver ollie|sebastian seb|dominic dom|desmond des|montgomery monty
reginald reg reggie|eleanor ellie nell|isabella bella|jeremy jerry|jeremiah jerry|penelope penny|rosalind ros
rosalyn ros|stephanie steph|vivian viv|curtis curt|ernest ernie|herbert herb bert|howard howie|leslie les|lester les
marcus marc|tobias toby|vernon vern|wallace wally|wesley wes|wilfred wilf|cameron cam|emmanuel manny|manuel manny
francisco paco|bartholomew bart|archibald archie|gwendolyn gwen
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

# Given names of men and of women; not those that many places and firms bear too.
OF_BOTH = words("""
chris sam terry charlie jamie jackie pat lee
alex jo robin casey drew ashley stacey sasha corey frankie hayden jody jules lindsay lindsey micah riley rowan sidney
ari blake dominique jan finley jessie kit nat nicky sacha skyler tatum tal adi noor amal
bukola tolu yemi bola sola ayo tobi temi bisi seyi kehinde taiwo
""")
MALE_NAMES = (
    OF_BOTH
    | MORE_MALE_NAMES
    | words("""
andy ray joey noel shawn ollie jesse
aaron abdul abdullah adam adrian ahmed aiden alan albert alberto alejandro aleksandr alexander alexei alfred ali
allen andrew andre andreas angelo anthony antonio antony arnold arthur barack barry ben benjamin bernard bernie bill
billy bob bobby boris brad bradley brandon brian bruce bryan carl carlos cesar charles charlie chris christopher
chuck clarence clark clyde colin craig curtis dale dan daniel danny darren dave david dean dennis derek diego dick
dmitri dmitry don donald doug douglas dwight earl ed eddie edgar eduardo edward edwin emmanuel eric erik ernest
eugene fernando francis francisco francois frank franklin fred frederick gary gavin gene geoffrey george gerald
gerard giorgio giovanni glenn gordon graham greg gregory guy hans harold harry harvey hassan helmut henri henry
herbert herman hubert hugh hugo hussein ian ibrahim igor ivan jack jackson jacob jacques jake james jamie jason
javier jean-claude jeff jeffrey jens jeremy jerome jerry jesus jim jimmy joachim joe joel johann john johnny jon
jonathan jorge jose joseph josh joshua juan julian julius justin karl keir keith ken kenneth kevin klaus konstantin
kyle larry lars laurent lawrence leo leon leonard lewis lloyd louis luca lucas luis luke lyndon manuel marc marco
marcus mario mark martin marvin matt matteo matthew maurice max melvin michael michel miguel mike mikhail mitch
mohamed mohammad mohammed muhammad mustafa nathan ned neil nicholas nick nicolas nigel nikita nikolai noah norman
oliver olaf omar oscar pablo patrick paul pedro pete peter phil philip phillip pierre pierre-yves rafael ralph
raymond recep ricardo richard rick rob robert roberto rodney roger roland ron ronald roy russell ryan salvador sam
samuel saul scott sean sebastian sergei sergey seth shane simon stanley stefan stephen steve steven stuart ted
terence terry theodore thomas tim timothy toby todd tom tommy tony travis trevor tyler vernon victor viktor vincent
vladimir volodymyr walter warren wayne werner wilhelm will william winston wolfgang yasser yuri zachary abdel achim
agustin ahmad akira alain albrecht aldo alessandro alexandre alexandros alfonso alphonse amadou amit anatoly anders
andrei andrej andres andrzej angus antoine anton antonin antti anwar arjun armin arnaud arne arturo arvind asif
atsushi augusto axel babak bartosz bashar bassam bernardo bernhard bertrand bilal bjorn bogdan boutros brendan bruno
carlo carsten casper cedric chinedu christoph ciaran claudio claus clemens conor constantin cormac cyril cyrus
dafydd damian damien dario declan denis dietmar dieter dimitri dimitrios dinesh domenico dominik donal dragan dusan
eamon edmund eduard eero egon einar elias emil emilio emmett enda enrico enrique erhard erling ernst ettore etienne
evan evgeny eyal fabian fabio fabrice faisal farid farouk federico feliks felix ferdinand fergus fidel filip finn
florian francesco franz fredrik friedrich fritz gabor gaetano gareth gennady georg georgi gerardo gerhard giacomo
gianluca giles gilles giulio giuseppe goran gregor gregorio guido guillaume guillermo gunnar gunter gustav gustavo
gyorgy habib hakan hamid hamza haruki haruto heinrich heinz hendrik henrik hernan hiroshi horst hubertus hussain
ibrahima ignacio ilya imran ioannis isaac ismail istvan ivo jaan jaime jan jakob jaroslav jean-luc jean-marc
jean-pierre jerzy joao joaquin jochen joost jurgen kamal karim karel kaspar kazuo kemal kenji khaled khalid kofi
kostas krzysztof kwame lajos laszlo lech leif lennart leonardo leonid leopold leszek lorenzo lothar luc luciano
ludovic ludwig luigi lukas maciej magnus mahmoud malcolm manfred marcel marcin marek mariano marius markus massimo
mathias mathieu matthias mehmet mehdi mihai mikael mikko milos mohan moritz moussa murat musa nasser nico niels nils
nuno olav ole oleg oleksandr oleksiy olivier omer oskar osman otto ousmane paolo pascal patrice patricio pavel pawel
pekka petr petros pierluigi pietro piotr predrag radek radoslaw rafal raffaele rainer rajesh rakesh ramesh ramon
raphael raul rashid reinhard remi rene rodrigo roland rolf romano rory ruben rudolf rudy rui ruslan sanjay santiago
satoshi selim sergio siegfried sigmund simeon slobodan sofiane stanislav stanislaw stefano stephane stig sunil sven
svein tadeusz takashi takeshi tariq teodor thabo thierry thorsten tibor timo tobias tomas tomasz tommaso torsten
tuomas udo ulf ulrich umar umberto uwe vaclav valentin valery vasily vincenzo vinod vitaly vito vladislav vojtech
volker walid waldemar wiktor wim xavier yannis yann yoshiro youssef yusuf yves zbigniew zdenek zoltan zoran
jean andrea dana leslie shannon lynn tracy
syed mohd muhamad abd
""")
)
FEMALE_NAMES = (
    OF_BOTH
    | MORE_FEMALE_NAMES
    | words("""
sharifah syarifah mosammat musammat sabiha nurul
tracey jess steph zadie yael ximena
abigail adriana agnes aisha alexandra alice alicia alison amanda amber amelia amy ana andrea angela angelina anita
ann anna annalena anne annette annie audrey barbara beatrice beth betsy betty beverly bonnie brenda bridget camilla
carla carmen carol caroline carolyn carrie catherine cathy cecilia charlotte cheryl chloe christina christine cindy
claire clara claudia condoleezza connie cristina crystal cynthia daisy dana danielle dawn deborah debbie debra
denise diana diane donna doris dorothy eileen elaine eleanor elena elizabeth ella ellen emily emma erica erin esther
eva evelyn fatima felicia fiona florence frances francesca gabriela gail georgia geraldine gina giorgia gloria grace
greta hannah harriet heather heidi helen helga hilary hillary holly ingrid irene iris isabel isabella jackie
jacqueline jane janet janice jean jeanne jen jennifer jenny jessica jill joan joanna joanne jocelyn josephine joy
joyce juanita judith judy julia julie karen karin karine kate katherine kathleen kathryn kathy katie kathrin kayla
kimberly kirsten kristen kristin kristina laura lauren leah leila lena leslie lillian linda lisa liz lois loretta
lori louise lucia lucy lydia lynn madeleine maggie maia marcia margaret maria marianne marie marina marion marjorie
martha mary maureen megan melanie melissa mercedes meredith mia michelle mildred miriam molly monica nadia nancy
naomi natalia natalie natasha nicola nicole nikki nina nora norma oana olga olivia pamela patricia paula pauline
peggy penny petra phyllis priscilla rachel raquel rebecca renee rhonda rita roberta rosa rose rosemary ruth sabrina
sally samantha sandra sanna sara sarah selena shannon sharon sheila shirley silvia simone sofia sonia sophia sophie
stacy stella stephanie susan suzanne svetlana sylvia tamara tammy tanya tara teresa theresa tiffany tina tracy tulsi
ursula valerie vanessa vera veronica victoria viola virginia vivian wanda wendy yolanda yulia yvonne zoe ada adele
adela agata agatha agnese agnieszka aino akiko aleksandra alena alessandra aline alma althea amalia amina amira
anabel anastasia aneta angelica angelika anja anka anneliese annika antje antonia arlene astrid audra aurelia ayesha
ayla barbora beata berit berta bettina bianca birgit blanca bozena britta brigitte candace carina carlotta carole
cassandra catalina catarina cecile celeste celia celine chantal chiara christa cornelia corinne dagmar danuta daria
delia delphine dolores dora dorota dorothea edda edith edwina elisa elisabeth elise elke elsa elsbeth elvira emilia
emine emmanuelle enid erna ernestine estelle eugenia eulalia eunice evangeline ewa fabienne farah fatma fatou
federica fernanda flavia florentine franca franziska freda frida frieda gabriele gabriella gabrielle galina
genevieve gerda gertrude gisela giulia giuliana gudrun gunilla gwen gwendolyn hana hanna hanne hedwig helena helene
henrietta hermione hilda hildegard ida ildiko ilona ilse imelda ines inga inge ingeborg inna irena irina irma
isabelle isolde ivana ivanka iveta ivy iwona jadwiga jana jelena joelle johanna jolanta josefina josephina judit
juliana juliet juliette justina justyna karina karla katarina katarzyna kateryna katharina kathrine katja katrin
kerstin khadija kinga klara kristine ksenia lara larisa larissa latifa layla lea leyla leonie leonora leticia lidia
lina liliana lilly lioba ljubica lorena lorna lotte luana lucie lucille lucinda ludmila luisa luise lyudmila maarit
magda magdalena mairead malala malgorzata malin manuela mara marcela maren margareta margarita margit margot
margrethe mariam mariana marietta marija marika marilyn marisa marit marlene marta martina maryam mathilde matilda
maud maya mechthild mette michaela milena mirela mirjam monika muriel myriam nadezhda nadine nadja nagwa nahid najat
nastasia natalya nathalie nell nelly nesrin ngozi nicolette noemi nuria octavia oda odile oksana olena olha ophelia
ornella orla paloma paola patrizia pernille petronella philippa pia pilar rahel raisa ramona rania regine renata
renate ricarda rima roisin rosalia rosalind rosanna roswitha roxana rukhsana rute salma samira sandrine sanja saskia
sigrid siobhan silke silvana simona sinead sini snezana solveig sonja soraya stefania stefanie susana susanna
susanne suzana svenja svitlana swati sylvie tamar tatiana tatjana tatyana tereza thea thekla theodora tilda tove
traudl trudy ulla ulrike ulyana valentina valeria vasilisa velma vendula verena vesna vibeke vilma violeta violetta
vivien waltraud weronika wilhelmina wilma yasmin yasmine yvette zainab zdenka zelda zita zofia zora zsuzsanna zuzana
""")
)
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES
# No verbs and no adjectives.
SURELY_GIVEN = (GIVEN_NAMES | ALSO_GIVEN) - VERBS_TOO - ADJECTIVES_TOO
