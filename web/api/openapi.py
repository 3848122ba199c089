"""The OpenAPI document, made of the calls and shapes themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from index import __version__
from web.api.schemas import PROBLEM, SCHEMAS, ref

if TYPE_CHECKING:
    from web.api.calls import Call

_REFUSED = {
    400: "A parameter is wrong; the detail names it.",
    401: "Shown only with the token.",
    409: "The question has no word, or `since` is after `until`.",
    404: "Not in this archive.",
    410: "Changed or removed; `article_id` names the article as it reads now, where it is still there.",
    429: "Too many at once; Retry-After tells when to go on.",
    503: "Too many questions wait; Retry-After tells when to come back.",
}


def document(calls: Sequence[Call], public: bool) -> dict[str, Any]:
    """OpenAPI 3.1; `public`: what is shown needs no token."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "onrecord",
            "version": __version__,
            "description": "Who said what, when and where. Offsets count Unicode code points of an article's text, and "
            "`text[start:end]` is verbatim. Every answer has the generation of the index as its ETag.",
        },
        "security": [{}, {"token": []}] if public else [{"token": []}],
        "paths": {_path(call.path): {"get": _operation(call)} for call in calls},
        "components": {"schemas": SCHEMAS, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _path(path: str) -> str:
    return re.sub(r"\{(\w+):path\}", r"{\1}", path)


def _operation(call: Call) -> dict[str, Any]:
    # An outlet that the archive does not have is told as such.
    unknown = bool(call.name) or call.path.endswith("timeline") or any(p.name == "source" for p in call.params)
    statuses = [400, 401, 429, *[404] * unknown]
    statuses += [409] * any(p.name == "since" for p in call.params)
    statuses += [410] * call.gone + [503] * call.busy
    parameters: list[dict[str, Any]] = [
        {"name": p.name, "in": "query", "description": p.about, "required": p.required, "schema": p.schema()}
        for p in call.params
    ]
    if call.name:
        shape = {"type": "string", "minLength": 1}
        parameters.append({"name": call.name, "in": "path", "required": True, "schema": shape})
    return {
        "summary": call.title,
        "operationId": re.sub(r"\W+", "_", call.path.removeprefix("/api/v1/")).strip("_"),
        "parameters": parameters,
        "responses": {
            "200": {"description": "Found.", "content": {"application/json": {"schema": ref(call.gives)}}},
            **{
                str(status): {
                    "description": _REFUSED[status],
                    "content": {"application/problem+json": {"schema": ref(PROBLEM)}},
                }
                for status in sorted(statuses)
            },
        },
    }
