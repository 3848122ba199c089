"""What people do that is no speech: acts of law and gestures. Base forms, lower case."""

from __future__ import annotations

from index.language.english import words

# With "with", "by", "in" or in the passive: "was charged with falsifying records".
ACTS_OF_LAW = words("charge arrest convict indict sentence arraign book detain fine jail acquit extradite")
# A quotation may follow them ("“No,” he sighed"), a report may not.
GESTURES = words("sigh nod shrug smile grin frown laugh wince blush weep sob gesture")
# What follows a statute's name: "the Glass-Steagall Act".
STATUTES = words("act law bill amendment treaty accord accords code legislation repeal rule rules doctrine clause")
# What people write and publish: "her letter said".
DOCUMENTS = words("""
tweet tweets post posts text texts letter statement email e-mail memo speech op-ed oped article essay book memoir
testimony message video note letters column blog affidavit filing
""")
# What of somebody's a paper prints, and what it does with it: "The Courier gives his words in full."
PRINTED = DOCUMENTS | words("""
words remarks comments address reply replies answer answers response account testimony apology lecture sermon homily
toast eulogy pledge
""")
PRINTS = words("give print publish reproduce carry run reprint")
# What has a name in quotation marks: the report, “No Pen Left,”
WORKS = words("""
report book study paper album film movie song single essay memoir novel documentary poem play exhibition series episode
thesis pamphlet musical opera painting titled entitled
""")
# What has a name that may be a person's, and stands right before it: "her morning programme Dawn Basket"
SHOWS = words(
    "programme program show film movie album musical opera podcast sitcom drama soap series magazine brand band"
)
# What a headline or an article gives as the source of its news without saying whose it is: nobody's name.
UNSIGNED = words("""
poll polls report reports study studies survey surveys figures data documents emails e-mails headline analysis source
""")
# Behind a body's initials on a line of its own, above what it says: "HRL Comment:".
COMMENTS = words("comment comments response reply")
# Who is named by given name before one surname: "the parents, Karim and Leila Sarro".
FAMILY = words("""
parents couple brothers sisters siblings twins husband wife family spouses married founders cofounders co-founders
daughters sons children grandparents
""")
FIGURES = words("data figures statistics numbers records")  # which tell something, and say nothing
# Relatives: who is named beside them by a given name alone is somebody's.
RELATIVES = words("""
mother wife daughter sister widow aunt grandmother niece girlfriend mum mom father husband son brother widower uncle
grandfather nephew boyfriend dad granddaughter grandson stepmother stepfather stepdaughter stepson stepsister
stepbrother fiancée fiancé fiancee fiance cousin godmother godfather mother-in-law father-in-law daughter-in-law
son-in-law sister-in-law brother-in-law hubby missus
""")
# Nouns that tell whether a person is a man or a woman, behind or before the name.
WOMEN = words("""
woman mother wife daughter sister widow aunt grandmother niece actress spokeswoman chairwoman congresswoman
councilwoman businesswoman girl girlfriend policewoman saleswoman mum mom heiress hostess waitress granddaughter
stepmother stepdaughter stepsister fiancée missus godmother mother-in-law daughter-in-law sister-in-law
""")
MEN = words("""
man father husband son brother widower uncle grandfather nephew spokesman chairman congressman councilman businessman
boy boyfriend policeman fisherman salesman dad heir waiter cameraman fireman grandson stepfather stepson stepbrother
fiancé godfather father-in-law son-in-law brother-in-law hubby
""")
# What somebody does to another's words before words of one's own: "His friend laughs. “…”", "Her brother agrees. “…”".
BEATS = GESTURES | words("""
agree disagree interrupt scoff chuckle giggle snort wave pause concur object protest bristle scowl chime cut demur
interject snap point
""")
# Parts of a body: "shaking her head, Jane Roe".
BODY_PARTS = words("head hand hands eye eyes face arm arms shoulder shoulders fist fists finger voice lips hair chest")
