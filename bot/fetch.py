"""One page from the open web for /ingest, with what is wrong in the words of the bot."""

from __future__ import annotations

from functools import partial

from bot.errors import Refused
from bot.views.problems import trouble
from index.fetching.fetch import Fetched, FetchError, Policy, fetch

SECONDS = 20.0


async def fetch_page(url: str, *, limit: int, policy: Policy | None = None) -> Fetched:
    """The page of an address, at most `limit` bytes. Raises Refused with what is wrong."""
    policy = policy or Policy(limit=limit, seconds=SECONDS)
    try:
        return await fetch(url, policy=policy)
    except FetchError as error:
        raise refused(error, policy) from None


def refused(error: FetchError, policy: Policy) -> Refused:
    """A document that was not fetched, as the refusal of a command."""
    match error.kind:
        case "address":
            return Refused("fetch.address")
        case "private":
            return Refused("fetch.private")
        case "status" | "later":
            return Refused("fetch.status", status=str(error.status or 503))
        case "large":
            return Refused("fetch.large", limit=policy.limit // 1_000_000)
        case "timeout":
            return Refused("fetch.timeout", n=int(policy.seconds))
        case _:
            why = str(error).removeprefix("cannot be fetched: ")
            return Refused("fetch.failed", reason=partial(trouble, message=why, limit=120))
