"""Models loaded once a process: a test that opens an archive gets the real ones, and does not pay for them again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import index.embedding.models
import index.indexing.derive
from index.config import Config


def install(patch: pytest.MonkeyPatch) -> None:
    """Let the archives of this process share what they load by the same settings."""
    for module, name in (
        (index.embedding.models, "load_encoder"),
        (index.embedding.models, "load_reranker"),
        (index.indexing.derive, "load_attributor"),
    ):
        patch.setattr(module, name, _once(getattr(module, name)))


def _once(load: Callable[[Config], Any]) -> Callable[[Config], Any]:
    loaded: dict[str, Any] = {}

    def known(config: Config) -> Any:
        key = str((config.embedding, config.search.reranker, config.attribution))
        if key not in loaded:
            loaded[key] = load(config)
        return loaded[key]

    return known
