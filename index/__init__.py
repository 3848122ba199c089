"""The library: an archive of articles that can be asked who said what.

Names are imported when they are first used, so that `import index` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.archive import Archive
    from index.config import Config
    from index.model import (
        Answer,
        Article,
        ArticleView,
        Changes,
        Hit,
        Problem,
        Progress,
        Query,
        Question,
        SourceSummary,
        Speaker,
        Statement,
        Status,
        Timeline,
    )
    from index.progress import CancelToken, OnProgress

_HOMES = {
    "Archive": "index.archive",
    "CancelToken": "index.progress",
    "Config": "index.config",
    "OnProgress": "index.progress",
}

__all__ = [
    "Answer",
    "Archive",
    "Article",
    "ArticleView",
    "CancelToken",
    "Changes",
    "Config",
    "Hit",
    "OnProgress",
    "Problem",
    "Progress",
    "Query",
    "Question",
    "SourceSummary",
    "Speaker",
    "Statement",
    "Status",
    "Timeline",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'index' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES.get(name, "index.model")), name)
