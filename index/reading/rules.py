"""The rules that know one line or paragraph as a site's furniture: buttons, credits, links to click, appeals.

They are for news sites in general and never for one. They are conservative: a paragraph that quotes speech stays, and
so does one that reads as ordinary prose.
"""

from __future__ import annotations

import re

_NETWORKS = (
    "facebook|twitter|x|linkedin|linked in|reddit|whatsapp|telegram|pinterest|tumblr|pocket|e-?mail|print|viber|skype|"
    "messenger|mastodon|bluesky|threads|instagram|flipboard|copy link|copy url|more|vk|xing|google\\+?|youtube|tweet|"
    "like|share|pin it|save"
)
_SHARE = r"(?:share (?:this|on|via|with)(?: (?:article|story|page|post|with friends))?|share(?: now)?|spread the word)"
_OPENS = r"(?: ?\(opens in (?:a )?new window\))?"
_BUTTON = re.compile(
    rf"(?:{_SHARE}:?\s*)?"
    r"(?:click to (?:share|e-?mail|print)[^.]{0,60}|(?:share|post|tweet|send|save) (?:it )?(?:on|to|via|by) )?"
    rf"(?:(?:{_NETWORKS}){_OPENS}[\s|,·•/]*)*{_OPENS}",
    re.IGNORECASE,
)
_OTHER_BUTTON = re.compile(
    r"like this:?|(?:like )?loading(?:\.\.\.|…)?|\d+ (?:shares?|comments?|views?)|advertisement|sponsored"
    r"|related(?: posts| articles| stories)?:?|leave a (?:reply|comment)|comments(?: \(\d+\))?"
    r"|(?:skip|jump) to (?:main )?(?:content|navigation)"
    r"|(?:primary|secondary|main|site) navigation|return to transcripts main page|search options"
    r"|(?:view|read|open|see) (?:this (?:e-?mail|message|newsletter) )?(?:in (?:your|a|the) |in )(?:web )?browser"
    # What stands above every page of a government.
    r"|an official (?:web)?site of the [\w .]{3,60}government(?: here['’]s how you know)?|here['’]s how you know"
    r"|(?:official websites use|secure) \.gov(?: websites use https)?"
    r"|an? (?:\.gov|\.mil) website belongs to an official [^.]{3,80}\."
    r"|a lock \([^()]{0,12}\) or https:// means .{3,120}"
    r"|share sensitive information only on official, secure websites\."
    r"|you have accessed part of a historical collection .{3,160}"
    r"|ie \d+ is not supported\..{0,90}|(?:traditional|simplified) chinese(?: .{0,60}e-?mail this article)?"
    r"|print this page"
    r"|jump to the (?:transcript of the )?questions and answers",
    re.IGNORECASE,
)
# Lines that a page's template sets; they go at the head, at the tail and in a row, as buttons do.
_LABEL = re.compile(
    r"(?:most (?:viewed|read|popular|shared|commented)|popular(?: now)?|trending(?: now)?|top stories|latest(?: news)?"
    r"|more (?:from|on|in) .{2,40}|more stories|around the web|promoted(?: stories| content)?|recommended(?: for you)?"
    r"|reuse this content|reprints?(?: and permissions)?|back to top|(?:view|show|post|read) (?:all )?comments?"
    r"|(?:sign|log) in(?: to .{2,40})?|register(?: now)?|subscribe(?: now| today)?|newsletters?|sign up|my account"
    r"|already a (?:subscriber|member)\?.{0,30}|support independent journalism|support us|donate(?: now)?|contribute"
    r"|(?:click here to )?unsubscribe(?: from this (?:list|newsletter|e-?mail)s?| here)?"
    r"|(?:manage|update) (?:your )?(?:e-?mail |subscription )?preferences|forward (?:this|to a friend)(?: e-?mail)?"
    r"|contact us|about us|terms (?:of use|and conditions|of service)|privacy(?: policy| settings)?"
    r"|cookie (?:policy|settings)"
    r"|accept(?: all)? cookies|manage cookies|help|faq|site ?map|advertise(?: with us)?|careers|archives?"
    r"|home|menu|search"
    r"|close|next|previous|read more|continue reading|see more|show more|load more|watch(?: now| live)?|listen(?: now)?"
    r"|(?:topics|tags?|filed under|categor(?:y|ies)|posted in|sections?)\s*:.{0,160}"
    r"|home(?:\s*[>/»›|]\s*[\w&' -]{2,30}){1,5}"
    r"|(?:[\w' ]{3,24}+\|\s*+){1,8}(?:privacy policy|terms of use|contact us))"
    r"\s*(?:[>»›→]+|\.{3}|…)?",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s+[|•·]\s+")
# What stands where a page plays, shows or loads something; never a sentence of an article.
_PLACEHOLDER = re.compile(
    r"(?:we are |we['’]re )?sorry,? (?:but )?this (?:video|content|audio|post)\b.{0,120}"
    r"|this (?:video|content|audio|post|tweet) (?:is|has been|was|cannot be|can['’]t be|could not be|isn['’]t)"
    r" (?:no longer|not|restricted|unavailable|removed|blocked|deleted|played|loaded|displayed|available)\b.{0,120}"
    r"|(?:video|audio|media) player(?: is loading\.?)?|(?:please )?(?:enable|turn on) javascript\b.{0,120}"
    r"|your browser does not support\b.{0,100}|(?:play|watch|pause|mute|unmute)(?: the)? (?:video|clip|audio)"
    r"|(?:story|article) continues (?:below|after)(?: this)?(?: advertisement| ad)?|advertisement\s*[-–—:].{0,60}"
    r"|scroll (?:down )?to continue.{0,40}|-?\d{1,2}:\d{2}\s*/\s*-?\d{1,2}:\d{2}|pic\.twitter\.com/\w+"
    r"|share this (?:contribution|debate|speech|statement|intervention|page|article|story|video)"  # of records on line
    r"|mpphoto|video of the speech(?:es)?"
    r"|column \d{1,5}[a-z]{0,2}(?: ?is located here)?"
    r"|image (?:source|copyright|credit)s?,? ?[:,]? .{2,60}|(?:getty|reuters|afp|ap|epa|pa) (?:images?|photos?|media)",
    re.IGNORECASE,
)
_SHARE_LABEL = re.compile(rf"\s*{_SHARE}\s*:", re.IGNORECASE)

_PICTURE = (
    r"(?i:(?:main |archive |file |top |featured |cover |illustrative )?"
    r"(?:photo|image|picture|screenshot|screengrab|illustration|graphic|photograph)s?)\b"
)
_NAME_PART = r"(?:[A-Z@©][\w.@’'&-]*|of|the|for|and|via|from|de|van|von|[·-])"
_NAMED = rf"{_NAME_PART}(?:[\s/|,]+{_NAME_PART}){{0,13}}\.?"
_CREDIT = re.compile(
    rf"\(\s*{_PICTURE}[^().]{{0,100}}?(?i::|©|/|\b(?:via|courtesy|credits?|by)\b)"
    r"[^()]{0,140}(?:\([^()]{0,80}\)[^()]{0,60})?(?<!\.)\)\.?"
    rf"|{_PICTURE}\s+(?i:credits?|courtesy(?: of)?|by|via)\s*:?\s+{_NAMED}"
    rf"|{_PICTURE}\s*[:©][^.!?]{{1,80}}\.?"
)
_COVERAGE = re.compile(
    r"for (?:the rest of|more of|all of|full) .{2,80}[’'`]s? (?:continuing )?coverage\b.{0,160}",
    re.IGNORECASE | re.DOTALL,
)
_SPONSORED = re.compile(
    r".{2,80}[’'`]s? (?:continuing )?coverage\b.{0,200}\b(?:is|has been) (?:supported|sponsored|funded) by\b.{0,200}",
    re.IGNORECASE | re.DOTALL,
)
_CLICK_HERE = re.compile(
    r".{0,260}\bplease click (?:here|below|on (?:the|this) (?:link|button|banner))\b.{0,80}"
    r"|(?:to|for) .{3,240}\bclick (?:here|below|on (?:the|this) (?:link|button|banner))\b.{0,20}"
    r"|click here (?:to|for)\b.{0,160}",
    re.IGNORECASE | re.DOTALL,
)
_BECOME = re.compile(
    r"become an? (?:patron|member|supporter|subscriber|friend)(?: (?:today|now|of .{2,60}))?[!.]*", re.IGNORECASE
)
_READ_MORE = re.compile(
    r"(?:read (?:more|also|next|on)|see also|also read|more on this(?: topic)?|recommended|don[’']t miss"
    r"|related(?: articles?| stor(?:y|ies)| posts?)?|you (?:may|might) also like)\s*:.{0,180}",
    re.IGNORECASE,
)
_SIGN_UP = re.compile(
    r"(?i:(?:please )?(?:sign up (?:to|for|here|now|today)|subscribe (?:to|now|today|here)"
    r"|join our (?:mailing|newsletter)|get (?:the|our) (?:latest news|newsletter|daily briefing)"
    r"|enter your e-?mail|download our app)\b.{0,240})"
    r"|Follow (?:us|[A-Z@][\w.@-]*)\b.{0,60}\b[Oo]n "
    r"(?i:twitter|facebook|instagram|linkedin|telegram|youtube)\b.{0,120}",
    re.DOTALL,
)
_COPYRIGHT = re.compile(
    r"(?:©|(?:\(c\)|copyright)\s*©?\s*\d{4}\b).{0,160}|.{0,100}\ball rights reserved\b.{0,60}"
    r"|this (?:material|article|text) may not be (?:published|reproduced|copied)\b.{0,120}",
    re.IGNORECASE | re.DOTALL,
)
_COOKIES = re.compile(
    r"(?:this (?:web)?site|we|our (?:web)?site|by (?:continuing|using|clicking))\b.{0,60}"
    r"\b(?:uses? (?:of )?cookies|accept (?:all )?cookies|cookie (?:policy|settings|notice))\b.{0,240}",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"(?:tags?|filed under|categor(?:y|ies)|topics?|posted in)\s*:.{0,200}", re.IGNORECASE)

_ASKS_PLAINLY = re.compile(
    r"\b(?:patreon|paypal|ko-?fi|buy me a coffee|crowdfund\w*|newsletters?|independent journalism|for as little as"
    r"|support (?:our|us)|become an? (?:patron|member|supporter|subscriber))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:donat(?:e|ions?|ing)|contribut(?:e|ions?|ing)|subscri(?:be|bing|ptions?)|membership)\b", re.I)
_OUR = re.compile(r"\b(?:our|us|we)\b", re.IGNORECASE)
_TO_READER = re.compile(
    r"^(?:please|support|donate|help|give|join|become|subscribe|sign up|if you)\b"
    r"|\b(?:you can|your (?:support|help|donation|contribution|subscription)|clicking on|help us|support us"
    r"|please (?:support|consider|donate|help|subscribe|click))\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\b(?:said|told|says|added|announced|according to|warned|stated)\b", re.IGNORECASE)
_SPEECH = re.compile(r"[“\"„«”][^”\"»“„]*?\w+\W+\w+\W+\w+")
_LONGEST = 600
_BUTTON_CHARS = 120

_ANYWHERE = (_CREDIT, _COVERAGE, _SPONSORED, _CLICK_HERE, _BECOME, _SIGN_UP, _COPYRIGHT, _COOKIES)
_CERTAIN = (_CREDIT, _COVERAGE, _CLICK_HERE, _BECOME)


def is_button(line: str) -> bool:
    """Whether a whole line is the words of share buttons ("Facebook", "Share this: Twitter", "Like this:")."""
    line = line.strip()
    return 0 < len(line) <= _BUTTON_CHARS and bool(_BUTTON.fullmatch(line) or _OTHER_BUTTON.fullmatch(line))


def is_label(line: str) -> bool:
    """Whether a whole line is one that templates set around an article ("Most viewed", "Topics: …", "Home > World")."""
    line = line.strip()
    if not 0 < len(line) <= 200 or quotes_speech(line):
        return False
    parts = _PARTED.split(line)
    return all(_LABEL.fullmatch(part) or (len(parts) > 1 and is_button(part)) for part in parts) or bool(
        _LABEL.fullmatch(line)
    )


def is_placeholder(line: str) -> bool:
    """Whether a whole line stands for something that a page plays or shows ("Sorry, this video is restricted")."""
    line = line.strip()
    return 0 < len(line) <= 200 and not quotes_speech(line) and bool(_PLACEHOLDER.fullmatch(line))


def is_share_label(line: str) -> bool:
    """Whether a line starts as share buttons do ("Share this:")."""
    return bool(_SHARE_LABEL.match(line))


def all_buttons(paragraph: str) -> bool:
    """Whether every line of a paragraph is the words of share buttons."""
    return all(is_button(line) for line in paragraph.strip().split("\n"))


def quotes_speech(paragraph: str) -> bool:
    """Whether a paragraph holds three words and more behind a quotation mark."""
    return bool(_SPEECH.search(paragraph))


def is_boilerplate(paragraph: str, *, at_edge: bool = False) -> bool:
    """Whether a whole paragraph is the site's and not the article's.

    `at_edge`: it stands at the head or the tail, with nothing but boilerplate between it and the end; there an appeal
    or a list of tags is known by its words. Speech in quotation marks, and prose that reports, stay anywhere.
    """
    text = paragraph.strip()
    if not text or len(text) > _LONGEST:
        return False
    if _READ_MORE.fullmatch(text):  # a headline behind it may well quote
        return True
    if quotes_speech(text):
        return False
    if _CREDIT.fullmatch(text):
        return True
    if _REPORTED.search(text):
        return False
    if any(rule.fullmatch(text) for rule in _ANYWHERE):
        return True
    return at_edge and (_is_appeal(text) or bool(_TAGS.fullmatch(text)))


def is_certain(paragraph: str) -> bool:
    """Whether a paragraph is boilerplate beyond doubt: buttons, a credit, "click here", an appeal to the reader."""
    text = paragraph.strip()
    if all_buttons(text):
        return True
    if len(text) > _LONGEST or quotes_speech(text) or _REPORTED.search(text):
        return False
    return any(rule.fullmatch(text) for rule in _CERTAIN) or _is_appeal(text)


def _is_appeal(text: str) -> bool:
    asks = _ASKS_PLAINLY.search(text) or (_ASKS.search(text) and _OUR.search(text))
    return bool(asks and _TO_READER.search(text))
