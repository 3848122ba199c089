"""Settings: one TOML file, validated by pydantic. Secrets come from the environment alone (`DISCORD_TOKEN`).

Where the file is looked for: `--config FILE`, `$ONRECORD_CONFIG`, `./config.toml`. Where the archive is:
`--home DIR`, `$ONRECORD_HOME`, `home` in the file, `./archive`.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from index.errors import ConfigError
from index.feed import FullText


class Section(BaseModel):
    """Frozen; an unknown key is an error, so that a misspelt setting is never ignored in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Reading(Section):
    """What `ingest` reads."""

    folders: tuple[Path, ...] = Field(
        default=(),
        description="Folders that `onrecord sync` watches, and that `onrecord reindex` and /reindex read again; "
        "articles whose file has gone leave the archive.",
    )
    default_source: str | None = Field(
        default=None, description="The outlet of articles that name none.", examples=["The Halden Courier"]
    )
    max_file_mb: int = Field(default=200, ge=1, le=10_000, description="Larger files are refused (megabytes).")


class Passages(Section):
    """How articles are cut."""

    max_words: int = Field(
        default=120,
        ge=20,
        le=400,
        description="Upper size of a passage in words (20 to 400); a longer sentence stays whole.",
    )


class Embedding(Section):
    """Texts to vectors."""

    model: str = Field(
        default="auto",
        description='"auto" (bge-small-en-v1.5 where its ONNX weights are installed, else all-MiniLM-L6-v2), or any '
        "sentence-transformers model by name or path.",
    )
    backend: Literal["auto", "onnx", "torch"] = Field(
        default="auto", description='"auto" takes ONNX where weights are at hand; "onnx" or "torch" insists.'
    )
    batch_size: int = Field(
        default=32,
        ge=1,
        le=1024,
        description="Texts in one batch of a sentence-transformers model. ONNX weights take every text by itself, so "
        "that its vector does not depend on what stands beside it.",
    )
    threads: int = Field(
        default=0,
        ge=0,
        le=256,
        description="Threads of one model; 0: OMP_NUM_THREADS where it is set, else all cores.",
    )


class Attribution(Section):
    """Who said what."""

    enabled: bool = Field(
        default=True,
        description="Find out who said what while indexing. Off: questions by speaker are not answered.",
    )


class Speakers(Section):
    """Who is who."""

    file: Path | None = Field(
        default=None,
        description="A TOML file of people with their aliases and offices, read at every ingest and reindex "
        "(docs/speakers.md).",
        examples=["people.toml"],
    )


class Search(Section):
    """Question to answer."""

    reranker: str = Field(
        default="auto",
        description='The reranker reads question and passage together: "auto" (the bundled one, tuned for this task, '
        'where its weights are installed), "off", or any sentence-transformers CrossEncoder by name or path; set '
        "`threshold` for that one.",
    )
    read: int = Field(default=28, ge=1, le=200, description="Passages that the reranker reads at most (1 to 200).")
    threshold: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="Confidence under which the answer is an honest no (0 to 1). Left out: the calibrated threshold.",
        examples=[0.45],
    )
    limit: int = Field(
        default=5, ge=1, le=25, description="Passages of an answer in the terminal and in Discord (1 to 25)."
    )
    remember: int = Field(
        default=256,
        ge=0,
        le=100_000,
        description="Answers that are kept and given again until the archive changes (0 to 100000; 0: none).",
    )
    queue: int = Field(
        default=256, ge=1, le=10_000, description="Questions that may wait at once; more are refused with a word."
    )


class Vectors(Section):
    """Where vectors are searched. Milvus' token is `ONRECORD_MILVUS_TOKEN` in the environment and never a setting."""

    backend: str = Field(
        default="faiss",
        description='Where vectors are searched: "faiss", in this process, or "milvus", on a server (docs/scaling.md).',
    )
    uri: str = Field(
        default="http://localhost:19530",
        pattern=r"^https?://[^\s/?#@]+$|^[^:]+\.db$",
        description="The Milvus server, or a file that ends in .db, which milvus-lite keeps for one process at a time. "
        "A file is relative to this one.",
    )

    @property
    def engine(self) -> str:
        """What builds and searches, and where: the word that generations are marked with."""
        return f"{self.backend} {self.uri}" if self.backend == "milvus" else self.backend


class Log(Section):
    """Logs go to standard error."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description='"debug", "info", "warning" or "error"; logs go to standard error.'
    )
    format: Literal["auto", "console", "json"] = Field(
        default="auto", description='"auto" (readable in a terminal, JSON elsewhere), "console" or "json".'
    )


class Discord(Section):
    """The bot. The token is `DISCORD_TOKEN` in the environment and never a setting."""

    owners: tuple[int, ...] = Field(
        default=(), description="User ids that may use the administrators' commands anywhere."
    )
    progress_seconds: float = Field(
        default=5.0,
        ge=2.0,
        le=60.0,
        description="Seconds between two edits of a progress message (2 to 60); Discord limits edits.",
    )
    questions_per_minute: int = Field(default=10, ge=1, le=600, description="Questions of one user in a minute.")
    server_questions_per_minute: int = Field(
        default=60, ge=1, le=6000, description="Questions of one server in a minute."
    )
    max_attachment_mb: int = Field(
        default=8, ge=1, le=25, description="Size of one attachment of /ingest in megabytes (1 to 25)."
    )
    max_attachments: int = Field(default=5, ge=1, le=5, description="Attachments of one /ingest (1 to 5).")
    watch_seconds: float = Field(
        default=120.0,
        ge=1.0,
        le=86_400.0,
        description="Seconds between two looks for what another process ingested; the bot's own ingest is looked at "
        "at once.",
    )
    health_port: int = Field(
        default=0, ge=0, le=65535, description="Loopback port of the health endpoint and the metrics; 0: off."
    )


class Web(Section):
    """The reading room. Its token is `ONRECORD_WEB_TOKEN` in the environment and never a setting."""

    host: str = Field(default="127.0.0.1", description="Address to listen on; the default is reached from here alone.")
    port: int = Field(default=8765, ge=1, le=65535, description="Port to listen on.")
    public_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s/?#@]+/*$",
        description="Where others reach it, without a path; links in feeds, citations and Discord begin with it.",
        examples=["https://record.example"],
    )
    public: bool = Field(default=True, description="Pages for everybody who reaches it; off: only with the token.")
    sources: tuple[str, ...] = Field(
        default=(), description="Outlets that are shown without the token, by exact name; empty: all."
    )
    requests_per_minute: int = Field(default=240, ge=1, le=1_000_000, description="Pages of one address in a minute.")
    questions_per_minute: int = Field(
        default=30, ge=1, le=1_000_000, description="Questions of one address in a minute; with the token, any number."
    )
    proxies: tuple[str, ...] = Field(
        default=(), description="Addresses of proxies whose word on where a request came from is taken."
    )
    log_requests: bool = Field(default=False, description="A line a request, without what was asked.")
    with_bot: bool = Field(default=False, description="Serve within `onrecord bot` too, from the same open archive.")


class Sync(Section):
    """How feeds are followed."""

    minutes: float = Field(
        default=30, ge=1, le=10_080, description="Minutes between two looks at a feed that names none of its own."
    )
    full_text: FullText = Field(
        default="auto",
        description='Whose text is read: "auto" (the feed\'s where it is whole, else the linked page\'s), "feed" or '
        '"page".',
    )
    most: int = Field(
        default=100, ge=1, le=10_000, description="New articles of one feed in one look; the others come with the next."
    )
    pause: float = Field(
        default=1.0,
        ge=0.2,
        le=600,
        description="Seconds between two requests to one host; its robots.txt may ask for more.",
    )
    with_bot: bool = Field(default=False, description="Follow feeds and folders within `onrecord bot` too.")


class FeedSetting(Section):
    """A feed to follow. More are added with `onrecord feeds add`, and kept in the archive."""

    url: str = Field(
        pattern=r"^https?://[^\s]+$",
        max_length=2000,
        description="Feeds to follow: RSS, Atom, JSON Feed or a sitemap; one block each. More are added with "
        "`onrecord feeds add`.",
        examples=["https://courier.example/feed"],
    )
    source: str | None = Field(
        default=None,
        min_length=1,
        max_length=200,
        description="The outlet of its articles, whatever they say.",
        examples=["The Halden Courier"],
    )
    minutes: float | None = Field(
        default=None, ge=1, le=10_080, description="Minutes between two looks; else that of [sync].", examples=[15]
    )
    full_text: FullText | None = Field(
        default=None, description='"auto", "feed" or "page"; else that of [sync].', examples=["page"]
    )


class Config(Section):
    """All settings. `Config()` is every default."""

    home: Path = Field(
        default=Path("archive"),
        description="The folder that holds everything: store, index, the bot's own data. Relative to this file. --home "
        "and $ONRECORD_HOME win over it.",
    )
    reading: Reading = Reading()
    passages: Passages = Passages()
    embedding: Embedding = Embedding()
    attribution: Attribution = Attribution()
    speakers: Speakers = Speakers()
    search: Search = Search()
    vectors: Vectors = Vectors()
    log: Log = Log()
    discord: Discord = Discord()
    web: Web = Web()
    sync: Sync = Sync()
    feeds: tuple[FeedSetting, ...] = ()

    @model_validator(mode="after")
    def _absolute(self) -> Self:
        if "\x00" in str(self.home):
            raise ValueError("home must not contain a NUL character")
        return self

    @classmethod
    def load(
        cls, file: Path | None = None, *, home: Path | None = None, environ: Mapping[str, str] = os.environ
    ) -> Config:
        """Settings of a file and the environment. Raises ConfigError with one sentence a wrong setting.

        An explicitly named file must exist; `./config.toml` may be absent. Relative paths of the file are
        taken from the file's folder.
        """
        named = file or (Path(environ["ONRECORD_CONFIG"]) if environ.get("ONRECORD_CONFIG") else None)
        path = named or Path("config.toml")
        data: dict[str, Any] = {}
        if named is not None or path.is_file():
            data = _read(path)
        config = _validate(cls, data, path)
        base = path.parent if data else Path()
        chosen = home or (Path(environ["ONRECORD_HOME"]) if environ.get("ONRECORD_HOME") else base / config.home)
        folders = tuple(base / folder.expanduser() for folder in config.reading.folders)
        reading = config.reading.model_copy(update={"folders": folders})
        file = config.speakers.file
        speakers = config.speakers.model_copy(update={"file": base / file.expanduser() if file else None})
        uri = config.vectors.uri
        vectors = config.vectors.model_copy(update={"uri": uri if "://" in uri else str(base / Path(uri).expanduser())})
        found = {"home": chosen.expanduser(), "reading": reading, "speakers": speakers, "vectors": vectors}
        return config.model_copy(update=found)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: no such configuration file; write one with `onrecord config > config.toml`, or leave --config out"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error}); check the file and its permissions") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from None


def _validate(cls: type[Config], data: dict[str, Any], path: Path) -> Config:
    try:
        return cls.model_validate(data)
    except ValidationError as error:
        sentences = [_sentence(cls, path, item["loc"], item["type"], item["msg"]) for item in error.errors()]
        raise ConfigError("\n".join(sentences)) from None


def _sentence(cls: type[Config], path: Path, loc: Sequence[str | int], kind: str, message: str) -> str:
    name = ".".join(str(part) for part in loc)
    if kind != "extra_forbidden":
        return f"{path}: setting {name}: {message[:1].lower()}{message[1:]}"
    section: type[BaseModel] = cls
    for part in loc[:-1]:
        if isinstance(part, int):
            continue
        annotation = section.model_fields[part].annotation
        annotation = next(iter(get_args(annotation)), annotation)  # of a tuple: what it holds
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            section = annotation
    allowed = sorted(section.model_fields)
    near = difflib.get_close_matches(str(loc[-1]), allowed, n=1)
    hint = f"; did you mean {near[0]}?" if near else "."
    return f"{path}: unknown setting {name}{hint} Allowed here: {', '.join(allowed)}"
