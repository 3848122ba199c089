"""The text that is embedded and indexed for a passage or a statement, and its hash.

Which words stand in front was decided by measurement: docs/search.md, "What is embedded".
"""

from __future__ import annotations

import hashlib
import re

from index.model import Article, Passage, Statement

FORMAT = "1"  # part of the analysis version: a change of these texts analyses every article again
_CONTEXT_WORDS = 60
_SPACE = re.compile(r"\s+")


def passage_text(article: Article, passage: Passage) -> str:
    """Title and passage; in a transcript the question's last words and the passage, without the title.

    Every passage of a transcript has the same title, so that it tells nothing and takes room
    (measured on the conferences: hit@1 .13 -> .50 together with speaker and time).
    """
    body = _SPACE.sub(" ", article.text[passage.start : passage.end])
    if passage.context is not None:
        return context_words(article, passage) + "\n" + body
    if passage.speaker is not None or not article.title:
        return body
    return f"{article.title}\n{body}"


def context_words(article: Article, passage: Passage) -> str:
    """The last words of the question that a passage answers; empty where there is none."""
    if passage.context is None:
        return ""
    return " ".join(article.text[slice(*passage.context)].split()[-_CONTEXT_WORDS:])


def statement_text(article: Article, statement: Statement) -> str:
    """Speaker and content; of a position also the words that say what the speaker thinks of it."""
    content = " ".join(" ".join(article.text[a:b].split()) for a, b in statement.spans)
    if statement.kind == "position" and statement.cue:
        content = f"{' '.join(statement.cue.split())} {content}"
    return f"{statement.speaker}: {content}" if statement.speaker else content


def text_hash(text: str) -> bytes:
    """Identity of an embedded text, 16 bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]
