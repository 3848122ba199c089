"""Words of questions: what asks, what a speaker has to give, and what follows "is" where a judgement is asked for."""

from __future__ import annotations

from index.language.english import ASKING, AUXILIARIES, words

# What a speaker has: "Vorn's view on". The plain ones leave the topic.
PLAIN_OPINIONS = words("""
view views opinion opinions stance stances position positions take takes thoughts comment comments remark remarks
statement statements words word response responses reaction reactions reply replies answer answers attitude attitudes
opinon quote quotes quotation quotations perspective line feelings
""")
OPINIONS = PLAIN_OPINIONS | words("""
accusation accusations account advice analysis apology appeal argument arguments assertion assessment belief beliefs
case characterisation characterization claim claims comparison complaint complaints concern concerns conclusion
condemnation criticism criticisms critique defence defense definition denial description diagnosis doubts endorsement
estimate evaluation excuse expectation expectations explanation fear fears forecast hope hopes idea ideas insult
interpretation joke judgement judgment justification lament message objection objections observation pledge pledges
praise prediction predictions prognosis promise promises proposal question rationale reasoning reasons reason rebuke
rebuttal recollection recommendation rule scepticism skepticism slogan speculation suggestion support take testimony
theory threat threats tweet tweets verdict vow warning warnings wish worry worries opposition outlook summary tip tips
retort retorts comeback tribute tributes quip quips joke jokes jab swipe dig mood plea boast admission concession
analogy metaphor assurance assurances guarantee version telling instruction instructions plan plans vision strategy
demand demands priority priorities
""")
# What is somebody's to something: "the reaction of Vorn to the fire".
REPLYING = words("reaction reactions response responses answer answers reply replies objection objections")
# What somebody speaks at, in two words.
SPEAKING_EVENTS = frozenset(
    (one, other) for one in ("press", "news", "media") for other in ("conference", "briefing", "statement", "interview")
)
# "Was Vorn sorry about", "is Vorn for": what follows "to be" and asks for a judgement.
STATES = words("""
after against for sorry worried concerned afraid sure certain confident optimistic pessimistic happy unhappy angry
hopeful opposed willing ready prepared proud surprised doubtful sceptical skeptical disappointed pleased satisfied
convinced open critical
""")
# After "how": a figure is asked for.
MANNER = words("many much big large long old tall far high often")
# Words that open a request and say nothing of what is wanted: "please tell me", "show us everything that".
REQUEST = words("""
please tell show find give me us do you i want need to know the a any can could everything anything all things whatever
every each that
""")
# "What's" and the like without their apostrophe.
SHORT_IS = words("whats whos wheres hows")
# Whom a message greets or calls before the question, and what it ends with: "hey bot, … pls".
GREETINGS = words("yo hey hi hello heya hiya ok okay so well um uh btw guys folks team everyone everybody bot mods")
ENDINGS = words("pls plz please thanks thx ty cheers asap lol")
# Behind "what did she say" at the end of a question, and what asks for the words alone: "her own words", "quote".
AGAIN = words("exactly about it that then there precisely pls please")
IN_WORDS = words("in his her their own exact words quote quotes verbatim pls please the a any")
# Offices of a state, behind "us" in small letters, where the pronoun is not meant: "the us ambassador".
OF_ONE_STATE = words("president ambassador envoy negotiator vice")
OFFICES_OF_ONE_STATE = frozenset(
    (("attorney", "general"), ("trade", "representative"), ("defense", "secretary"), ("treasury", "secretary"))
)
# How somebody in the room is asked for it: "does anyone have a", "could someone pls tell me", "looking for".
WHOMEVER = words("anyone anybody someone somebody anyone's")
OFFERS = words(
    "have has know knows got remember recall pls please plz tell me us find give share send post if a any the"
)
LOOKING = (("looking", "for"), ("searching", "for"), ("i", "need"), ("we", "need"), ("i", "want"), ("need",))
# Right before somebody who is asked for: "quote Vorn", "from Vorn".
BEFORE_WHO = words("quote quotes from by to and what")
# What joins a speaker, or a verb of saying, to the topic.
# "according to the mayor", as people shorten it.
ACCORDING = words("according acc accdg accord")
ABOUT = words("on about regarding concerning re abt")
# Nouns that take an "on": "ban on fireworks" asks nobody of the name Ban.
TAKES_ON = words("""
abstract advice agreement alert analysis appeal article assault assessment attack backlash ballot ban bet bill blame
blockade book brake briefing bulletin bust cap case caution ceiling ceasefire chapter cheat clampdown clash collision
commentary compromise conference consensus consultation coverage crackdown curb curfew cut data deadline deadlock deal
debate decision declaration decree deliberation details dependence directive discussion dispute document documentary
draft drain duty edict editorial embargo emphasis essay evidence excise experiment expert explainer fact fee figures
fine focus forecast freeze gag gamble grip guidance handbook hearing hike hold impact incursion inflation influence
info information injunction inquest inquiry insight interest interview intrusion investigation invoice judgement
judgment law leak lecture leaflet legislation lesson levy limit limitation lobbying lockdown manual measure memo
message monologue monopoly moratorium motion negotiation news notes obsession offensive onslaught op-ed opposition
order pact paper pause payout penalty petition pledge plan podcast poem policy poll pressure probe progress prohibition
protest protocol quota raid rebate recommendation referendum reflection reform regulation reliance report reporting
research resolution restraint restriction review rise row rule ruling rumour rumor sanction seminar series session
setback sermon siege silence speech spending squeeze standoff statistics stop story strain strategy strike stroke study
subsidy summary summit surcharge surtax survey symposium talk tariff tax tender text theory thesis tirade tome toll
treatise treaty trial tribunal truth tutorial uncertainty update u-turn verdict veto video vote war warning watch
webinar workshop writing
""")
# Between two who are set side by side: "Vorn vs Selmer on trade".
BETWEEN_TWO = words("vs versus")  # "v" stands between the parties of a case
# "What would Vorn do about", "what does Vorn plan to do about".
TO_DO = words("would will does do did should can could")
WANTING = words(
    "want wants wanted plan plans planned intend intends intended propose proposes proposed promise promised hope"
)
# What says that an office is held no more.
NO_MORE = words("former ex")
# Who listens: "told reporters that".
LISTENERS = words("reporters journalists us me them people media press audience")
KIND_OF = words("kind sort type")
# What an outlet does: "the Harbour Times reported".
REPORTING = words("report find say write publish reveal note cover describe claim quote print state tell run")
# What an outlet prints.
PIECES = words("""
report reports reporting article articles story stories coverage piece pieces account pages column columns editorial
editorials analysis investigation reportage
""")
PRINTED = PIECES | words("reported published written printed carried quoted noted described run")
# The words that ask most often, the likeliest first: what a misspelt word near to one of them was meant to be.
OFTEN_ASKED = tuple(
    """
what did does say said says about who when where which whose think thinks thought tell told according regarding
concerning view views opinion opinions position stance statement statements comment comments remarks quote quotes the
would could should have were this that show find
""".split()
)
# What shows that somebody's question is wanted: "what did the host ask the mayor?"
ASKS = words("ask asks asked asking question questions questioned")
# Between what is said or its noun and what it is about: "his view of the ferry", "the answer to the strike".
OF_TOPIC = ABOUT | words("of that")
TOWARDS_TOPIC = OF_TOPIC | words("to towards toward with for in over")
# What asks before a noun of saying: "what was the mayor's view", "show me any statement".
BEFORE_NOUN = ASKING | AUXILIARIES | words("the a an any all every find show give me there been please")
# What may stand behind an office that is asked for and say nothing of speech: "which minister made fun of".
OF_HOLDERS = words("has have had was is made gave")
# Who was named right before: "Jane Roe, what did she say".
NAMED_BEFORE = words("he she they")
