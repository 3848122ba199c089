"""Whether a named model is on this machine, and whether the hub can be asked for it; nothing is downloaded here."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from urllib.parse import urlsplit

_SECONDS = 3.0  # for one try; the hub's own library tries for minutes


def is_here(model: str) -> bool:
    """Whether it is a folder, or was downloaded before."""
    if Path(model).expanduser().is_dir():
        return True
    cache = os.environ.get("HF_HUB_CACHE") or Path(os.environ.get("HF_HOME") or "~/.cache/huggingface") / "hub"
    name = model if "/" in model else f"sentence-transformers/{model}"
    snapshots = Path(cache).expanduser() / f"models--{name.replace('/', '--')}" / "snapshots"
    return snapshots.is_dir() and any(snapshots.iterdir())


def is_reachable() -> bool:
    """Whether something answers where models are downloaded from."""
    if os.environ.get("HF_HUB_OFFLINE", "").lower() in {"1", "true", "yes", "on"}:
        return False
    if any(os.environ.get(name) for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")):
        return True  # the proxy knows
    address = urlsplit(os.environ.get("HF_ENDPOINT") or "https://huggingface.co")
    try:
        with socket.create_connection((address.hostname or "", address.port or 443), timeout=_SECONDS):
            return True
    except OSError:
        return False
