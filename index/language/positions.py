"""Verbs by which somebody is for something, against it, hopes, expects or plans it; and what ends what they are for."""

from __future__ import annotations

from index.language.english import words

# With what follows as their object: "Roe supports the bridge".
SIDES = words("support back oppose favor favour endorse prefer")
# With "to", "that", "for" or an object behind them: "hopes that", "expects the vote to fail", "wants a bridge".
WISHES = words("hope expect want")
# With "to" behind them.
PLANS = words("plan intend")
POSITIONS = SIDES | WISHES | PLANS
# "Roe is opposed to the bridge".
LEANINGS = ("opposed to", "against", "in favor of", "in favour of", "supportive of", "for or against")
# "Roe raised serious concerns over the bridge".
CONCERNS = words("concern concerns alarm fears doubts worries reservations misgivings")
GRAVE = words("serious grave fresh strong deep growing grievous renewed similar")
# "Roe lashed out at the plan".
ATTACKS = (
    "lashed out at", "lashes out at", "hit out at", "hits out at", "took aim at", "takes aim at", "railed against",
    "rails against", "poured scorn on", "pours scorn on", "ridiculed", "ridicules",
)  # fmt: skip
# "Roe sought a timeline on the works", "sought clarity about it".
SOUGHT = words("timeline update clarity clarification assurance assurances explanation explanations answers details")
# "Roe is expected to back the bridge": what others await of her.
AWAITED = words("back support endorse oppose vote veto sign reject seek propose")
# Words before the verb that leave it a position.
SHADES = words("""
also still strongly firmly openly publicly long now fully generally personally broadly vocally repeatedly consistently
steadfastly vehemently adamantly largely instead never no longer always once previously
""")
# Behind a verb of these lists they make it another word: "backed by", "backs down", "plans for".
NO_OBJECT = words("""
by in at on from of and or but as with is was are were be been has had have will would can could may might into over
than when where while if because so down away off out up
""")
# What opens another clause, behind a comma or without one: what somebody is for ends there.
CLAUSES = words("""
but while although though whereas which who whose because when after even saying said says according despite adding
arguing calling citing noting warning since until unless so yet
""")
ENDS_BARE = words("because while although whereas unless")
