"""Words around and in the mentions of news: what a name never is, ends at, or stands behind."""

from __future__ import annotations

from index.language.english import words

# What begins the description of somebody unknown.
INDEFINITE = words("a an one another")
# What begins the description of somebody: "a pastor supporting Mr. Roe".
ONE_OF_MANY = INDEFINITE | {"the"}
# Between "for" and a name they make it another's: "a spokesman for contractor Roe Brothers".
OF_OTHERS = words("""
contractor operator firm company retailer developer supplier maker manufacturer giant carrier airline bank union charity
owner client victim driver suspect defendant candidate mayor governor senator minister president actor singer striker
""")
# Who acts for somebody, or is close to somebody, of whom they are named.
AGENTS = words("""
spokesman spokeswoman spokesperson aide lawyer attorney solicitor adviser advisor ally friend source representative
assistant confidant confidante associate supporter critic opponent rival relative surrogate strategist staffer insider
publicist agent manager counsel bodyguard biographer barrister advocate
""")
# Behind them stands somebody else than who is meant: "a friend of Roe".
LEADS_TO_OTHERS = words(
    """
of for to from by with at in on about against like than and including near between that
across throughout around outside inside
"""
)
# Whose place or body another one is: "his counterpart at rival Marsham", "the bishop of neighbouring Holt".
BESIDE_OTHERS = words("rival neighboring neighbouring nearby fellow adjoining")
# What opens the mention of one person: "a grower from Ba, Jane Roe".
ONE_PERSON = words("a an the one another his her its their")
# What may follow a name within its mention: "Jane Roe of Ohio".
CLOSES_NAME = words(
    """
himself herself and of from with for in at on then the a an jr sr
"""
)
# Words that stand in capitals before a name at the head of a sentence or in a headline.
HEADLINE_WORDS = words(
    """
beneath wherever whenever rival interview opinion analysis exclusive breaking watch team endorsed entrusting young
billionaire hopeful pro anti inside beyond amid meet dear onetime fellow reporter columnist critic supporters voters
star report reports quote quotes transcript
    """
)
# What begins a mention that a cue may belong to.
LINK_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "one"))
# How a holder of an office is styled, before the office or alone: "His Excellency".
STYLES = words("excellency excellencies majesty majesties highness holiness eminence worship lordship ladyship")
# Words in capitals that are never a part of a name.
NEVER_NAMES = words(
    """
everything everyone everybody hubby ist gmt utc bst cet cest aest aedt nzst nzdt pkt edt pdt pst
the a an this that these those he she it they we you i his her its their our my your who what when where why how
which but and or nor so yet for if then than as at by in on of off to from with without within into onto over under
after before since until while during between among against about above below through because although though
however moreover meanwhile still also even just not no yes there here now today tonight yesterday tomorrow some many
most more much few all both each every either neither other another such same one two three four five six seven
eight nine ten hundreds thousands millions first second third last next new old former later earlier recently once
again never always often sometimes perhaps maybe instead indeed finally further rather despite according asked told
said says monday tuesday wednesday thursday friday saturday sunday january february march april june july august
september october november december is are was were be been has have had do does did will would can could should may
might must let get got go like look see read watch click share follow photo image video ad advertisement related
added adds updated whether whose them him us me well oh hey ok dear
"""
)
# How a page's lines begin that lead elsewhere: "READ MORE", "SEE ALSO".
LEADS_ELSEWHERE = words("read watch see click share follow listen related more also view get sign subscribe continue")
# Words in the names of bodies and places, never of a person.
# Bodies that bear people's names: whose last word is one of these is nobody.
NAMED_AFTER_PEOPLE = words("""
university college institute foundation hospital museum academy association committee commission laboratory school
library stadium arena airport theatre theater clinic cathedral scholarship highway
""")
# Behind a full name, what is named after its bearer: "the Jane Roe Show".
THINGS_OF_PEOPLE = NAMED_AFTER_PEOPLE | words("""
show hour report podcast tonight programme program prize award center centre school bill act trust fund house bridge
""")
BODY_WORDS = words(
    """
house senate congress parliament assembly court tribunal board authority trust inquiry department ministry office agency
bureau committee commission council party
university college school institute institution foundation association union league society center centre group
company corporation corp inc llc ltd co bank fund nation post times news journal herald tribune gazette globe press
magazine network radio tv channel cnn nbc abc cbs bbc fox msnbc politico reuters ap afp street avenue road boulevard
square park county city town village state states kingdom republic nations america american americans republican
republicans democrat democrats democratic gop conservative conservatives liberal liberals labour labor tory tories
nato eu un fbi cia nsa dhs doj epa irs kremlin pentagon army navy air force corps marines police guard hall island
islands river lake mountain sea ocean gulf bay valley beach airport hospital church cathedral temple mosque north
south east west northern southern eastern western central new york washington texas california florida ohio iowa
hampshire carolina virginia jersey wisconsin michigan pennsylvania nevada indiana massachusetts minnesota missouri
oklahoma tennessee alabama arizona colorado connecticut illinois kansas kentucky louisiana maryland utah vermont
mexico canada china russia ukraine iran iraq syria israel france germany britain
england scotland ireland europe asia africa act bill law amendment constitution treaty agreement deal plan war day
week month year super tuesday convention campaign pac administration government cabinet supreme federal national
international world global united christian muslim muslims jewish jews catholic catholics black white latino latinos
hispanic hispanics chinese russian russians mexican british french german english spanish poll survey report caucus
primary election elections summit forum conference tower hotel club airlines facebook twitter google apple youtube
instagram reddit linkedin whatsapp telegram wall capitol hill zealand guinea
"""
)
# Little words that name nobody.
OTHER_PRONOUNS = words(
    """
they them their theirs it its we us our i me my you your one this these those
"""
)
# Several people, where they close a mention.
GROUP_WORDS = words("""
people police officials others many some critics aides experts republicans democrats men women authorities sources
witnesses residents reporters
""")
# People of one family, several of them.
FAMILIES = words("families parents relatives sisters brothers siblings sons daughters wives husbands mothers fathers")
# What befalls many at once, and bears out what others say: "The layoffs are confirming the fears".
CUTS = words("layoff layoffs closure closures shortage shortages outage outages delays losses blackouts job-cuts")
# Who decides by votes.
VOTING = words("voters electors electorate shareholders")
# What begins a description and no name, where nothing behind it has a capital.
OPENS_DESCRIPTION = words("another senior former top local none other")
# No name of a person holds them: "article in the Post".
WITHIN_NO_NAME = words("in at from with by to on")
# Words of an office that tell nothing when two are compared.
NOT_OF_ROLES = words("the a an of for to in on at and his her their its our from by de la s")
# Before a place or a day, and not before somebody whose age follows: "in Karst, 19 people".
BEFORE_PLACES = words("in at from near to of on via outside towards until since by before after")
# Who speaks and listens: "You said in May that “…”" is nobody by name.
IN_THE_ROOM = words("i we you")
