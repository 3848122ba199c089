"""Words around a cue that tell when and where something was said: "told a news conference in Halden on 5 April"."""

from __future__ import annotations

from index.language.english import words

# What a place or an occasion of speaking begins with, after the cue or at the head of the sentence.
OCCASION_LEADS = words("on in at during to via from outside inside through late later early earlier midday back")
# What opens a sentence whose subject then says something: "Speaking in Halden on Tuesday, she said".
OPENING_PARTICIPLES = words("speaking appearing writing testifying campaigning")
# Where something is said: "in a Tuesday interview", "in his 2014 book".
OCCASIONS = words("""
interview speech statement tweet post column letter memo debate hearing testimony address remarks briefing release
conference rally email interviews speeches tweets essay article editorial op-ed op book memoir press news television
radio conversation call meeting event appearance filing report deposition video podcast blog
""")
# Verbs whose object listens: what follows them may be anybody.
TOLD_CUES = words("tell inform assure remind ask warn urge address advise")
# Cues that the verbs of questions lack.
TELLING_TOO = words("says saying tweeted tweeting tweets posted according statement interview speech")
# A date behind one of these belongs to something else than the saying: "said after the vote on Tuesday".
NOT_OF_SAYING = words("""
after before ahead following since until till by for if whether when where while who whom whose which that about
regarding concerning because than as response reaction reference regard light wake aftermath anticipation advance
defense defence preparation and but or nor not against between toward towards despite without
""")
# Past forms that may stand between a cue and its date: "in a statement released on Tuesday".
MADE_PUBLIC = words(
    "released issued published posted broadcast aired sent emailed taped recorded united packed crowded"
)
# Before a cue these say that nothing was said yet.
NOT_YET = words(
    "will would shall should may might can could won't 'll to expected scheduled plans planned due set going if"
)
# Between a date and its cue: "on Tuesday also said".
BESIDE_CUE = words("also again had has have later then repeatedly first once publicly openly however")
