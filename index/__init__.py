"""The library: an archive of articles that can be asked who said what.

Names are imported when they are first used, so that `import index` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import version as _version

    from index.archive import Archive, Opening
    from index.config import Config
    from index.errors import (
        ArchiveError,
        Busy,
        Cancelled,
        ConfigError,
        Gone,
        InputError,
        ModelError,
        NotFound,
        OnRecordError,
        Unconfirmed,
    )
    from index.feed import Feed, FeedStatus, FeedTrial
    from index.feeds.results import Synced
    from index.fetching.fetch import FetchError
    from index.fetching.polite import Clock, Fetcher
    from index.history import Edit, HiddenSpeaker, History, Removal, Version
    from index.incoming import Incoming
    from index.indexing.run import Indexer
    from index.model import (
        Answer,
        Article,
        ArticleRef,
        ArticleView,
        Changes,
        Hit,
        Inference,
        Passage,
        Problem,
        Progress,
        Query,
        Question,
        SourceSummary,
        Speaker,
        Statement,
        Timeline,
        TimelineEntry,
        Turn,
    )
    from index.overview import Status
    from index.pages import ArticlePage, Profile, StatementPage, StatementView
    from index.progress import CancelToken, OnProgress
    from index.search.folding import Ranked
    from index.search.ranking import Weights
    from index.search.watching import Topic, Watched
    from index.sync import SyncArchive
    from index.when import SaidOn

    __version__ = _version("onrecord")

# Where each public name is at home.
_NAMES = {
    "index.archive": "Archive Opening",
    "index.config": "Config",
    "index.errors": "ArchiveError Busy Cancelled ConfigError Gone InputError ModelError NotFound OnRecordError "
    "Unconfirmed",
    "index.feed": "Feed FeedStatus FeedTrial",
    "index.feeds.results": "Synced",
    "index.fetching.fetch": "FetchError",
    "index.fetching.polite": "Clock Fetcher",
    "index.incoming": "Incoming",
    "index.history": "Edit HiddenSpeaker History Removal Version",
    "index.indexing.run": "Indexer",
    "index.model": "Answer Article ArticleRef ArticleView Changes Hit Inference Passage Problem Progress Query "
    "Question SourceSummary Speaker Statement Timeline TimelineEntry Turn",
    "index.overview": "Status",
    "index.pages": "ArticlePage Profile StatementPage StatementView",
    "index.progress": "CancelToken OnProgress",
    "index.search.folding": "Ranked",
    "index.search.ranking": "Weights",
    "index.search.watching": "Topic Watched",
    "index.sync": "SyncArchive",
    "index.when": "SaidOn",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "Answer",
    "Archive",
    "ArchiveError",
    "Article",
    "ArticlePage",
    "ArticleRef",
    "ArticleView",
    "Busy",
    "CancelToken",
    "Cancelled",
    "Changes",
    "Clock",
    "Config",
    "ConfigError",
    "Edit",
    "Feed",
    "FeedStatus",
    "FeedTrial",
    "FetchError",
    "Fetcher",
    "Gone",
    "HiddenSpeaker",
    "History",
    "Hit",
    "Incoming",
    "Indexer",
    "Inference",
    "InputError",
    "ModelError",
    "NotFound",
    "OnProgress",
    "OnRecordError",
    "Opening",
    "Passage",
    "Problem",
    "Profile",
    "Progress",
    "Query",
    "Question",
    "Ranked",
    "Removal",
    "SaidOn",
    "SourceSummary",
    "Speaker",
    "Statement",
    "StatementPage",
    "StatementView",
    "Status",
    "SyncArchive",
    "Synced",
    "Timeline",
    "TimelineEntry",
    "Topic",
    "Turn",
    "Unconfirmed",
    "Version",
    "Watched",
    "Weights",
    "__version__",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("onrecord")
    if name not in _HOMES:
        raise AttributeError(f"module 'index' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
