"""Models loaded once a process: a test that opens an archive gets the real ones, and does not pay for them again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import index.embedding.models
import index.indexing.derive
from index.config import Config
from index.indexing.apart import Apart


def install(patch: pytest.MonkeyPatch) -> None:
    """Let the archives of this process share what they load by the same settings."""
    for name in ("load_encoder", "load_reranker"):
        patch.setattr(index.embedding.models, name, _once(getattr(index.embedding.models, name)))
    patch.setattr(index.indexing.derive, "Apart", _once(_Kept))


class _Kept(Apart):
    """The process that analyses, which outlives the archives that use it."""

    def close(self) -> None:
        """It ends with the tests."""


def _once(load: Callable[[Config], Any]) -> Callable[[Config], Any]:
    loaded: dict[str, Any] = {}

    def known(config: Config) -> Any:
        key = str((config.embedding, config.search.reranker, config.attribution, config.passages))
        if key not in loaded:
            loaded[key] = load(config)
        return loaded[key]

    return known
