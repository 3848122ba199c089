"""Word lists for transcripts: labels, outlets that ask, headings. All entries are folded (see `names.fold`)."""

from __future__ import annotations

import re

from index.language.english import words

# How programs tell voices apart.
DIARISED = r"(?:spk|SPK|speaker|SPEAKER|Speaker)[_ ]?\d{1,3}"
HON_MEMBERS = r"(?:Several|Some|An) [Hh]on\.? [Mm]embers?"
# A label that says that nobody by name speaks, as a pattern: "Q", "REPORTER 2", "Audience member".
NOBODY = (
    r"Q(?:&A)?|QUESTION(?:ER)?S?|Question(?:er)?s?|REPORTERS?|Reporters?|JOURNALISTS?|Journalists?"
    r"|(?:Question|QUESTION) (?:[Cc]ontd\.?|[Cc]ontinued)|(?:Follow|FOLLOW)[- ](?:[Uu]p|UP)(?: [Qq]uestion)?"
    r"|(?:(?:ADDITIONAL|SUPPLEMENTARY|FURTHER) )?QUESTION(?: (?:BY|FROM))? (?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+ ?){1,3}(?<! )"
    r"|(?:ADDITIONAL|FURTHER) QUESTION|(?:Additional|Further) question"
    r"|Question (?:by|from) [^:\n]{2,60}|Supplementary"
    r"|(?:THE )?PRESS|The Press|INTV?|IR|I[Vv]er|Me|ME"
    r"|(?:THE )?MEDIA|AUDIENCE(?: MEMBERS?| QUESTION)?|Audience(?: [Mm]embers?| [Qq]uestion)?"
    r"|CORRESPONDENTS?|Correspondents?"
    r"|INTERVIEWER|Interviewer|SPEAKER|Speaker|PARTICIPANT|Participant|(?:UNKNOWN|UNIDENTIFIED)(?: [A-Z]+)?"
    r"|(?:Unknown|Unidentified)(?: [A-Za-z]+)?|MALE (?:VOICE|REPORTER|SPEAKER)|FEMALE (?:VOICE|REPORTER|SPEAKER)|STAFF"
    rf"|{DIARISED}"
    r"|VOICES?|A VOICE|ALL|CROWD|ANNOUNCER|NARRATOR|VOICE-?OVER|Announcer|Narrator|"
    rf"Remarks?|REMARKS?|{HON_MEMBERS}"
    r"|(?:(?:SEVERAL|SOME|AN) )?HON\.? MEMBERS?|Hon\.? Members|MEMBER OF (?:THE )?AUDIENCE|PRESS QUESTION"
    r"|The following questions? w(?:as|ere) (?:also )?(?:raised|asked|put)[^:\n]{0,80}"
)

# Before a colon: somebody of whom no name is given, as a pattern ("A student", "Young woman").
SOMEBODY = (
    r"(?i:(?:(?:an?|one|another|the|first|second|third) )?"
    r"(?:(?:young|older|female|male|school|local|foreign) )?"
    r"(?:student|pupil|man|woman|girl|boy|child|citizen|voter|viewer|listener|caller|reader|soldier|veteran|reporter"
    r"|journalist|correspondent|participant|photographer|protester|demonstrator|heckler|bystander|farmer|worker|pensioner"
    r"|gentleman|lady|person|voice|mother|father|teenager|volunteer|attendee|graduate|entrepreneur|protesters"
    r"|demonstrators|resident|neighbor|neighbour)"
    r"(?: (?:in|from) the (?:audience|crowd|hall|room|public|press))?(?: #?\d{1,2})?)"
)

# Offices of people who write about what others say.
WRITERS = words("editor reporter correspondent columnist analyst author host anchor historian economist strategist")

# Titles that tell nothing of an office.
WEAK_ROLES = words(
    "the mr mrs ms miss dr mx m mme mlle sir dame lord lady prof professor hon rt right honourable honorable shri smt"
    " shrimati eng engr rev revd reverend very"
)

# Words of offices that are as short as an acronym ("MINISTER OF LAW").
SHORT_WORDS = words("""
law army navy air war city town bank fund arms tax oil gas food arts west east asia area home rail road land sea fire
core news text youth park race aid debt coal fish farm farms jobs past life form data trade women
new vice old head hall high main club team unit zone care port lake hill bay film book game room site shop bus boat
""")

# Before a colon, but nobody: headings, fields of a form, openings of a sentence.
NO_LABEL = words("""
ayes noes nays yeas absent abstain abstained abstentions recused
note notes subjects update updates updated source sources photo photos picture image caption video watch read related
more by contact contacts date time place location where when who what why how subject re from to cc tel phone
audio transcript disclaimer release released
download episode runtime duration
email fax website web summary background analysis opinion editorial correction clarification warning example
answer fact facts claim claims verdict rating result results score scores final question context conclusion
introduction overview topic topics tags category author writer byline credit credits age occupation party born
education hometown home family name position experience day week january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday sunday remember
ruled available injured doubtful suspended
finally also bottom line lesson reality myth truth quote quotes headline advertisement
breaking exclusive live timeline pros cons price cost ps p.s now then well yes no so ok okay good thank thanks
dear sir ladies my our your his her step part chapter section table figure reuters/file washington london new
york paris moscow brussels reminder reminders participants panelists panellists attendees interview
appearances present proceedings attendance absent
""")
# Of them the surnames, where they stand alone in capitals: "PRICE:" of a Jane Price.
SURNAMES_TOO = words("price day may march london paris york")
# Of them, and of verbs, the given names: "Will Roe:", "April Roe:".
NAMES_TOO = words("will april may june august london paris")
# What is counted: the numbers behind it are no clock time ("Volume 12:07").
VOICES = words("voice speaker caller juror guest")  # of whom a number tells which
NUMBERED = words("volume vol issue no number part chapter edition series book")
ORDINALS = words("first second third fourth fifth")
NO_LABEL_PHRASES = words(
    "the-facts the-fact the-claim the-truth bottom-line the-bottom-line in-short to-be-clear for-example"
    " official-report"
)

# Parties as they stand in brackets behind a member's name.
PARTIES = words("""
con lab ld libdem snp dup uup sdlp sf pc plaid green ind lib ndp cpc bq gp alp lnp nat nats nzf act tmp ff fg reform uk
liberal labour conservative democrat republican alliance dem rep d r i ref bloc anc da eff ifp bjp inc pti pmln nrm
""")

# Words that begin or stand in a sentence and in no label.
SENTENCE_WORDS = words(
    "a an is are was were in on at by with but or if so as it this that these those we you he she they i"
)
# Of them the ones that an office does not hold: "director at the port".
CLAUSE_WORDS = SENTENCE_WORDS - words("in on at")
SENTENCE_OPENERS = words(
    "and for to about because not just let look again here there do does did can could would will after before during"
    " amid amidst despite"
)

# Labels that are an office in the room and need no name.
ROOM_ROLES = words(
    "moderator operator host anchor announcer interpreter translator narrator chair chairperson emcee mc presenter"
)
# What stands between who answers and "interview" in a title: "Prime Minister: transcript of a radio interview".
INTERVIEW_KINDS = words("""
transcript transcripts of full rush edited radio television tv live exclusive joint doorstop print phone video an a the
""")
# What a list of those who took part calls each of them, before a colon.
LISTED_PARTS = words(
    "speaker moderator host panelist panellist presenter narrator interviewee"
    " guest participant interviewer chair discussant driver player rider briefer"
)
# Offices of who leads a sitting: never the one whom its title names without an office.
PRESIDES = words("""
speaker chair chairperson chairman chairwoman clerk convener presider llywydd ceann comhairle cathaoirleach
""")
# How records say that somebody takes the chair: "IN THE CHAIR: JANE ROE", in the languages of one parliament.
IN_THE_CHAIR = (
    r"in the chair|presidency of|przewodnictwo|presidencia(?: del sr\.?| de la sra\.?| de)?|vorsitz"
    r"|(?:sous la )?présidence de(?: m\.| mme)?|presidenza(?: dell['’]on\.?)?|voorzitter|puhetta johti|ordförande"
    r"|presidência(?: d[oae])?|formand|προεδρια|elnököl|predsedá|předsednictví|președinția"
)
# Who speaks in court by office: no title names them.
ON_THE_BENCH = words("judge justice magistrate")  # who is "THE COURT:"
# Words of such an office: "United States District Judge".
BENCHES = words("""
united states us u.s. district circuit chief senior superior court magistrate presiding county state associate
bankruptcy federal administrative law supreme high family
""")
OF_COURT = words("judge coroner witness magistrate court counsel justice prosecutor defendant registrar")
ROLES_OF_LABELS = ROOM_ROLES | words(
    "aide spokesman spokeswoman spokesperson official clerk convener presider llywydd facilitator organiser organizer"
)

# News outlets by word; what has one of them is an outlet or works for one.
OUTLETS = re.compile(
    r"\b(?:reuters|associated press|AP|AFP|agence|united press|UPI|news(?:papers?|\d{1,2})?|times|post|journal"
    r"|tribune|herald|press"
    r"|CNN|BBC|NBC|CBS|ABC|MSNBC|NPR|PBS|Fox|Sky|ITV|ZDF|ARD|DPA|TASS|RIA|Interfax|Bloomberg|Politico|Axios|Guardian"
    r"|Telegraph|Globe|Chronicle|Gazette|Star|Sun|Radio|TV-?\d{0,2}|television|broadcasting|magazine|agency|daily|network|media"
    r"|Le Monde|Figaro|Spiegel|Zeitung|Ukrinform|Al[- ]Jazeera|Voice of America|VOA|RFE|Deutsche Welle|DW|EFE|ANSA"
    r"|CCTV|CGTN|NHK|Kyodo|Yonhap|Xinhua|Anadolu|PTI|KBS|MBC|EPA|Euronews|France 24|The Paper|Observer|Mail|Mirror"
    r"|Weekly|Review|Standard|Courier|Express|Wire|Channel|Dispatch|Today|Nikkei|Asahi|Mainichi|Yomiuri|Interfax"
    r"|CNBC|NDTV|Moneycontrol|Zee Business|ET Now|Rappler|ABS-CBN|RTL\d?|Komsomolskaya Pravda|Al[- ]Ahram"
    r"|(?-i:ANI|ARY|GMA|GNN|PTV|Dunya|Samaa|Mint)"  # words or names in other letters
    # what newspapers and stations are called in other languages
    r"|shimbun|ilbo|dagblad(?:et)?|\w*bladet|rundschau|tageblatt|\w*nachrichten|handelsblatt|tagesschau|diario|jornal|folha"
    r"|prensa|gazeta|gazzetta|courrier|sanomat|h[ií]rlap|pravda|izvestia|vesti|haber|dainik|samachar|canal|r[aá]dio"
    r"|globo|aftenposten|politiken|volkskrant|tel[eé]sur|lib[eé]ration|ledger|banner|bulletin|sentinel|inquirer"
    r"|enquirer|examiner|argus|advertiser"
    r"|WION|Hindu|Hindustan|Doordarshan|Haaretz|Ynet|Le Soir|Corriere|Repubblica|El Pa[ií]s"
    r"|correspondent|reporter|journalist)\b",
    re.IGNORECASE,
)

# Words that end a run of capitals in a heading: no name goes over them.
HEADING_BREAKS = words("""
feb apr aug sept oct nov dec breakfast
at on in with and following after before during from by about ahead press conference conferences briefing briefings
remarks statement statements interview interviews news joint opening speech address transcript doorstep meeting meets
doorstop doorstops
readout full text video audio live watch question questions answers answer a an is are was be says said that as
conversation talks daily department gaggle availability media toast message lecture keynote testimony deposition hearing
summit keynotes monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december today tonight show programme podcast i im ive ill we you he she it they thank
appears joins announces sits responds returns renews signs unveils launches urges calls warns issues declares orders
outlines highlights celebrates opens tours presents proposes vetoes provides updates kicks leads attends
roundtable stakeout everything
holds hold delivers gives speaks hosts addresses discusses talks answers takes makes visits welcomes meets
ministers presidents leaders secretaries officials governors senators members heads foreign-ministers
aboard en route upon onboard via regarding announcing concerning between welcomed arrival departure
urging signing celebrating honoring honouring commemorating marking calling highlighting awarding presenting visiting
debate debates hansard proceedings transcripts speeches newsroom minutes petitions motions bills
welcoming recognizing recognising condemning opposing supporting promoting launching unveiling touting outlining
laments explains reveals admits insists defends slams blasts vows regrets recalls reflects assures replies reacts
clarifies denies confirms argues claims praises hails mourns boasts promises pledges
detailing discussing addressing responding congratulating thanking warning closing touring inaugurating swearing
""")

# Before "interview" a kind of it; else a name may open so: "Radio Karst".
BROADCASTS = words("radio television tv")

# What stands above a signature.
FAREWELLS = (
    "sincerely", "yours (?:sincerely|faithfully|truly|respectfully)", "(?:best |kind |warm )?regards", "respectfully",
    "(?:most )?sincerely yours", "cordially", "signed", "faithfully", "in solidarity",
    "with (?:thanks|gratitude|respect)",
)  # fmt: skip

# Words of the names of offices and bodies: behind an office's head ("Secretary of Housing and Urban Development") they
# belong to the office, never to the name that follows.
OFFICE_WORDS = words("""
student life campus residence alumni enrollment academic admissions athletics diversity equity inclusion innovation
safety
communications communication development advisers advisors adviser advisor council affairs security policy commerce
labor labour treasury energy transportation transport agriculture defense defence state education interior veterans
homeland health human services trade budget management technology science counterterrorism response protection
environment environmental economic economics domestic foreign national international public strategic relations
operations intelligence staff member board committee commission agency administration administrator department
ministry office bureau cooperation industry finance planning housing urban rural infrastructure climate
sustainability culture sport sports tourism justice immigration citizenship engagement outreach legislative
intergovernmental political military cyber emergency disaster relief programme program programmes programs
initiative partnership partnerships global regional federal assistance humanitarian drug control preparedness
water resources works power petroleum mines minerals mineral forests forestry fisheries livestock lands land railways
aviation shipping waterways roads highways information broadcasting strategy gender women children child youth social
welfare employment pensions pension revenue customs taxation trade investment industries enterprises electronics
sciences research higher religion religious arts antiquities interior minority tribal parliamentary constitutional
electoral peoples business corporate consumer consumers care food nutrition sanitation natural renewable irrigation
supply supplies excise textiles horticulture sericulture husbandry drainage prisons
""")
