"""Words that stand where an outlet's name could, and are none; in small letters without blanks and signs."""

from __future__ import annotations

from index.language.english import words

# What carries the articles of others.
PLATFORMS = frozenset(
    "facebook twitter x youtube medium substack linkedin instagram wordpress blogger blogspot googlenews google "
    "msn reddit telegram whatsapp tiktok tumblr flipboard feedburner feedly pinterest patreon mastodon bluesky "
    "threads vk mailchimp yahoo yahoonews archiveorg internetarchive waybackmachine newsapi gdelt mediacloud "
    "lexisnexis proquest factiva pressreader spotify soundcloud vimeo applenews amp rss".split()
)
# Names of outlets that head a part of a council's or a court's record.
PARTS_OF_RECORDS = frozenset({"roll call"})
# What templates and scrapers write where a name is missing.
NO_OUTLETS = frozenset(
    "us our we this here now today newsletter all the please home homepage startpage index news website site blog "
    "null none na nan unknown undefined untitled source default localhost test admin editor staff latestnews "
    "breakingnews topstories politics world business sports opinion newsroom author article story page online web "
    "notavailable false true january february march april may june july august september october november "
    "december".split()
)
# The last word of many an outlet's name.
OUTLET_WORDS = frozenset(
    "times post courier review gazette herald tribune journal globe news star chronicle observer guardian mail "
    "telegraph standard mirror sun wire press record dispatch examiner inquirer bulletin register sentinel ledger "
    "citizen monitor advocate argus echo advertiser reporter voice weekly daily today world tv radio broadcasting "
    "express independent mercury nation magazine network newspaper newspapers cnn bbc npr abc cbs nbc reuters afp "
    "bloomberg politico axios banner leader clarion beacon messenger recorder".split()
)
# Words within the names of papers, stations and agencies of many countries, which are seldom others.
MASTHEAD_WORDS = words("""
argus champion gleaner gleam pelican bugle picayune republican democrat intelligencer enquirer informer packet
palladium vindicator watchman statesman commoner crier eagle patriot punch vanguard outlook insider television
telegraphic agency newswire newsroom correo diario jornal nacion prensa mundo vanguardia tribuna gazzetta corriere
zeitung tagblatt tageblatt anzeiger kurier allgemeine nachrichten courant dagblad posten bladet avisen tidende
kuriren figaro monde matin soir depeche libre insight reader digest bell broadcaster agencia agenzia agence agentur
warte podcast quarterly gazeta vestnik izvestia pravda novosti
""")
# What stands above a headline and tells of what kind the article is.
KICKERS = words("""
exclusive analysis obituary obituaries editorial comment opinion letters live watch video review reviews interview
transcript explainer feature features profile investigation special report reports blotter police courts column
spotlight focus update updates breaking developing urgent campus culture arts books music travel food style fashion
weather notices classifieds public access advertisement sponsored council nation palaeoclimate climate environment
economy companies deals dispatch sketch blog event notes agriculture farming livestock rural security tech air
transport fleets edition english people person profile reporting democracy
""")
# The last word of what was held or made, and of places: no outlet's name.
NO_LAST_WORDS = words("""
court courts transcript transcripts meeting conference hearing minutes debates proceedings briefing debate house hall
session statement remarks interview report summit committee inquiry question questions answers time street road
""")
# What a page asks of its readers: "Read more in UK News".
ASKS_READERS = words("read see watch share follow join click subscribe listen sign get print copy save support donate")
# Of these the ones that end many a heading as well: "A Man of the World".
HEADING_WORDS = frozenset(
    "post review globe star mail standard mirror sun wire press record dispatch register citizen monitor echo "
    "reporter voice weekly daily today world magazine network bulletin ledger advocate express independent mercury "
    "nation banner leader beacon messenger recorder".split()
)
# What stands before "news" and the like in the name of a section, which is no outlet: "World News".
SECTION_WORDS = frozenset(
    "world latest breaking local sport sports business us uk eu national international politics political top live "
    "more all home video entertainment health science crime city state weather tech technology money markets regional "
    "european american asia africa europe middle east feature features opinion daily morning evening weekend this "
    "your our other related recent search council research community court club match farm market".split()
)
# What ends the name of a section.
SECTION_ENDS = words("reports report deals features videos photos galleries blogs topics stories releases transcripts")
# What a reporter is, before that word: no outlet's name.
JOBS = words("""
court chief senior staff crime health political politics education business sport sports environment local general
junior trainee lead special investigative breaking digital multimedia data features news our council transport science
""")
# The last word of the name of a company that owns outlets.
COMPANIES = frozenset("llc inc ltd limited corp corporation gmbh plc communications holdings publishing".split())
# Agencies that bear no name of a person, as they stand in a sentence: "According to Ukrinform".
NEWS_AGENCIES = frozenset(
    "ukrinform anadolu interfax tass itar-tass xinhua kyodo yonhap bernama antara tanjug agerpres unian belta "
    "azertac azertag kazinform kabar montsame jiji efe ansa dpa irna isna tasnim wafa mena "
    "ianes ptinews meduza axios politico euronews ynet haaretz sputnik rudaw kurdistan24 "
    "aljazeera prothom malaysiakini rappler newsaz".split()
)
# Agencies and broadcasters whose initials stand before a name where a comma is missing: "Talking to ANI Roe said".
AGENCIES = frozenset(
    "ani pti ians uni afp ap upi dpa efe ansa tass reuters bbc cnn cnbc nbc cbs abc npr pbs ndtv voa rte rnz itv sky "
    "sabc kbc ntv ctv cbc belga kyodo yonhap xinhua bernama antara petra wam spa irna isna".split()
)
# Whose initials a dateline gives behind its place: "KARST, Nov. 10, GNA –".
OF_DATELINES = AGENCIES | frozenset("gna nan app bss pna ina una mna wafa kuna qna bna lusa aap anp pap mti".split())
# Small words in the name of a dateline's place: "RIO DE JANEIRO", "Frankfurt am Main".
OF_PLACES = words("of de la el al am an der du do da the")
# What stands beside the day in a line above an article, apart from names.
OF_HEADS = words("""
published posted updated last first modified created edited filed submitted added uploaded at on by and from in of the
source via release distributed am pm hrs hours date time reporter correspondent staff writer editor desk bureau min read
""")
