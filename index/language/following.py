"""Words of questions that follow the time, count, or ask for more than what was said."""

from __future__ import annotations

from index.language.asking import OPINIONS
from index.language.english import words

NEWEST = words("latest newest last")
OLDEST = words("first earliest oldest")
# What the latest or first of is asked for: "the latest statement by", "the last thing that she said".
THINGS = OPINIONS | words("thing things news update updates mention mentions quotes speech interview")
# What somebody is asked to have done to a position: "how has her view changed", "did he change his mind".
CHANGING = words("""
change changes changed changing evolve evolves evolved evolving shift shifts shifted shifting develop developed soften
softened harden hardened move moved
""")
# What changes: "her mind".
MINDS = words("mind position positions view views stance opinion opinions tune line attitude")
# What may follow "changed" and says nothing: "over time", "over the years".
OVER_TIME = words("over time the years months weeks recently lately since then at all so far across through")
LATELY = words("lately recently")
# What lists by date: "a timeline of Vorn on the harbour".
CHRONICLES = words("timeline chronology history")
HAPPENING = words("happened happens occurred")
# Verbs whose subjects are asked for as a list: "who criticised the plan".
SIDING_WITH = words("support praise defend back welcome endorse applaud commend hail thank laud champion")
SIDING_AGAINST = words("""
criticise criticize attack condemn oppose blame denounce slam mock reject accuse rebuke lambast lambaste deride question
dismiss ridicule scold berate chide blast decry castigate
""")
SIDING = SIDING_WITH | SIDING_AGAINST
DECIDING = words("approve adopt pass veto")
# After "is it": a judgement that no passage makes.
JUDGED = words("true right correct false wrong accurate fair likely")
LYING = words("right wrong lying honest correct truthful")
COMPARING = words("compare contrast")
# What each order of an answer is called.
ORDERS = {"latest": "latest first", "earliest": "earliest first", "speakers": "one of each speaker first"}
