"""Words of the calendar, English and German: months, weekdays, seasons, units, numbers, and their short forms."""

from __future__ import annotations

_MONTHS = "january february march april may june july august september october november december".split()
MONTHS = {name: at for at, name in enumerate(_MONTHS, 1)}
SHORT_MONTHS = {name[:3]: at for name, at in MONTHS.items() if name != "may"} | {"sept": 9}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: at for at, name in enumerate(_DAYS)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month, northern hemisphere
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
NUMBERS = {name: at for at, name in enumerate(_NUMBERS)} | {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "hundred": 100,
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1, "opening": 1, "closing": -1}
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_UNITS = "day week month year quarter weekend decade hour fortnight".split()
UNITS = {unit + ending: unit for unit in _UNITS for ending in ("", "s")}
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
# "the year before last", "the penultimate week".
CALENDAR_UNITS = frozenset("week weekend month quarter year".split())
# Units that are counted within a longer one, and how many there are to count: "the second quarter".
PIECES = {"half": 2, "third": 3, "quarter": 4, "week": 5}
# Before a date, they make it the beginning or the end of a time.
BOUNDS = frozenset("since after before until till by through from".split())
# Before a date, the time is within it.
INSIDE = frozenset("in on during at over throughout within around".split())
# Before a bare date, it is spoken of.
TOPICAL = frozenset("of to for about with than like called".split())
# Before a month or a day, it is a name or a thing: "his March", "each Sunday".
OWNERS = frozenset("this that his her their its our my your a an each every".split())
PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
NOW = frozenset(("now", "jetzt"))  # a day where it stands alone; nothing within a question
NAMES_TOO = frozenset("march april may june august".split())  # months that are also names or verbs
# Words that make a day a name: Super Tuesday, Good Friday.
FEASTS = frozenset("super black good ash bloody cyber palm easter giving holy maundy fat shrove ruby sheffield".split())

# German words of time and the English ones that the grammar knows for them, one for one.
GERMAN_CONTENT = {
    german: english
    for english, words in {
        "january": "januar jänner jaenner",
        "february": "februar feber",
        "march": "märz maerz mär mrz",
        "may": "mai",
        "june": "juni",
        "july": "juli",
        "october": "oktober okt",
        "december": "dezember dez",
        "monday": "montag",
        "tuesday": "dienstag",
        "wednesday": "mittwoch",
        "thursday": "donnerstag",
        "friday": "freitag",
        "saturday": "samstag sonnabend",
        "sunday": "sonntag",
        "spring": "frühling fruehling frühjahr fruehjahr",
        "summer": "sommer",
        "autumn": "herbst",
        "day": "tag tage tagen",
        "week": "woche",
        "weeks": "wochen",
        "weekend": "wochenende",
        "month": "monat monats monate monaten",
        "quarter": "quartal quartals quartale quartalen",
        "half": "hälfte haelfte halbjahr",
        "year": "jahr jahres jahre jahren",
        "decade": "jahrzehnt jahrzehnte jahrzehnten",
        "hours": "stunde stunden",
        "today": "heute",
        "yesterday": "gestern",
        "vorgestern": "vorgestern",  # the day before yesterday, in one word
        "early": "anfang",
        "mid": "mitte",
        "late": "ende",
    }.items()
    for german in words.split()
}
# Adjectives and numbers: German only before a word of the list above.
GERMAN_LEANING = {
    german: english
    for english, words in {
        "last": "letzte letzter letztes letzten letztem vorige voriger voriges vorigen vorigem",
        "past": "vergangene vergangener vergangenes vergangenen vergangenem",
        "penultimate": "vorletzte vorletzter vorletztes vorletzten vorletztem",
        "this": "diese dieser dieses diesen diesem",
        "first": "erste erster erstes ersten",
        "second": "zweite zweiter zweites zweiten",
        "third": "dritte dritter drittes dritten",
        "fourth": "vierte vierter viertes vierten",
        "one": "ein eine einem einer einen",
        "few": "paar einige einigen",
        "two": "zwei",
        "three": "drei",
        "four": "vier",
        "five": "fünf fuenf",
        "six": "sechs",
        "seven": "sieben",
        "eight": "acht",
        "nine": "neun",
        "ten": "zehn",
        "eleven": "elf",
        "twelve": "zwölf zwoelf",
        "the": "der die das den dem des",
    }.items()
    for german in words.split()
}
# Prepositions: German only before a time.
GERMAN_LEADS = {
    "im": "in",
    "am": "on",
    "seit": "since",
    "ab": "since",
    "nach": "after",
    "vor": "before",
    "bis": "until",
    "von": "from",
    "vom": "from",
    "zum": "until",
    "zwischen": "between",
    "und": "and",
}
