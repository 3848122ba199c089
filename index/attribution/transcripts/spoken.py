"""How speech is told from prose: the first person, salutations, and a reporter's "she said"."""

from __future__ import annotations

import re

REPORTED = re.compile(
    r"(?:[\"”’,]\s*(?:he|she|they|(?!I['’])[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s+(?:said|told|added|wrote|warned|stressed|noted)"
    r"|\b(?:he|she|(?!I['’])[A-Z][\w’'-]+)\s+(?:said|told\s+\w+|added|stressed|warned|noted|announced|claimed|insisted)\b"
    r"(?!\s+(?:I|we|you)\b)|[\"”]\s+(?:said|added|according)\b)"
)
FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|me|we|our|us|ours|we['’](?:re|ve|ll|d))\b", re.IGNORECASE)
SALUTATION = re.compile(
    r"^(?:(?:well|look|right|okay|ok|so|all\s+right|alright),\s+){0,2}(?:good\s+(?:morning|afternoon|evening|day)|ladies\s+and\s+gentlemen|dear\s+\w+|thank\s+you|excellenc\w+|my\s+fellow"
    r"|mr\.?\s+(?:president|speaker|chair\w*|secretary)|madam\s+\w+|fellow\s+\w+|friends|distinguished|your\s+\w+|hello|please\s+be"
    r"\s+seated|colleagues|honou?rable|greetings)\b",
    re.IGNORECASE,
)
# "I will take your questions."
INVITES = re.compile(
    r"\b(?:your|take|any|some|few|first)\s+(?:\w+\s+)?questions?\b|\bquestions\s+(?:now|please)\b", re.IGNORECASE
)
