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
    r"|related(?: posts| articles| stories)?:?|leave a (?:reply|comment)|comments(?: \(\d+\))?|skip to content",
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

_ANYWHERE = (_CREDIT, _COVERAGE, _SPONSORED, _CLICK_HERE, _BECOME, _SIGN_UP, _COPYRIGHT, _COOKIES)
_CERTAIN = (_CREDIT, _COVERAGE, _CLICK_HERE, _BECOME)


def is_button(line: str) -> bool:
    """Whether a whole line is the words of share buttons ("Facebook", "Share this: Twitter", "Like this:")."""
    line = line.strip()
    return 0 < len(line) <= 120 and bool(_BUTTON.fullmatch(line) or _OTHER_BUTTON.fullmatch(line))


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
