"""Lexical search: BM25 in tantivy over the fields of each passage, under the same exact filters as the vectors."""

from __future__ import annotations

import re
import shutil
import tempfile
import weakref
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import ArchiveError
from index.language.english import ABBREVIATED
from index.language.roles import SHORT_TITLES, TITLES
from index.storage.database import can_write
from index.storage.linking import share
from index.storage.tables import LATEST, Bool, Filter, Floats, Int

TEXT_FIELDS = ("text", "context", "title", "speaker", "source")
_ANALYZER, _PLAIN = "onrecord", "onrecord-plain"
_NAMED = "named"  # the words that a passage writes with a capital within a sentence
_CAPITALS = "capitals"  # the words that a passage writes with a capital wherever they stand
_BEHIND_TITLES = "".join(
    rf"|(?<={title}\. )" for title in sorted(word.title() for word in ABBREVIATED & (TITLES | SHORT_TITLES))
)
_CAPITAL = re.compile(rf"(?:(?<=[a-z,] ){_BEHIND_TITLES})[^\W\d_a-z][a-z\u00df-\u024f][\w’'-]*")
_ANYWHERE = re.compile(r"(?<![\w’'-])[^\W\d_a-z][a-z\u00df-\u024f][\w’'-]*")
_SMALL = re.compile(r"(?<![\w’'-])[a-z\u00df-\u024f][\w’'-]*")
_WITHIN = 0.1  # share of a name's passages that have it within a sentence: the rest may have it at the beginning
_SAID = ("said_from", "said_to")
_DAY, _SOURCE, _SPEAKERS, _ROW = "day", "source_number", "speaker_numbers", "row"


@dataclass(frozen=True, slots=True)
class Document:
    """A passage as the lexical index sees it; `row` is what it is called there (`Tables.ids`).

    Outlet and speakers are the numbers that `WordIndex.load` is told of.
    """

    row: int
    text: str
    context: str
    title: str
    speaker: str
    source: str
    day: int
    said: tuple[int, int]  # the first and last day on which something in it was said or published; 0: no date
    source_number: int
    speaker_numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What the index calls passages, outlets and speakers, by their numbers in the tables; None: the same."""

    passages: Int | None = None  # rising
    sources: Int | None = None
    speakers: Int | None = None

    def rows(self, names: Int) -> Int:
        """Rows of the tables of passages that the index has found."""
        return names if self.passages is None else np.searchsorted(self.passages, names)

    def first(self, row: int) -> int:
        """What the passage at a row is called, or would be."""
        if self.passages is None:
            return row
        return int(self.passages[row]) if row < len(self.passages) else 2**62


def _called(numbers: Iterable[int], names: Int | None) -> list[int]:
    """What the index calls them; it knows nothing of those beyond its last."""
    return sorted(numbers) if names is None else sorted(int(names[k]) for k in numbers if k < len(names))


def _remove(links: Path) -> None:
    """Remove a folder of links beside which tantivy may be making a lock at this moment.

    Its watcher looks from a thread of its own that outlives the index: it finds nothing any more under the old name.
    """
    gone = links.with_name(f"{links.name}-gone")
    links.rename(gone)
    shutil.rmtree(gone)


class WordIndex:
    """An immutable tantivy index in one folder."""

    def __init__(self, index: Any, names: Names) -> None:
        import tantivy

        self._tantivy = tantivy
        self._index = index
        self._names = names
        self._analyzer = _analyzer()
        self._plain = _plain()
        self._index.register_tokenizer(_ANALYZER, self._analyzer)
        self._index.register_tokenizer(_PLAIN, self._plain)
        self._searcher = index.searcher()
        self._knows_names = _has_names(self._searcher)

    @classmethod
    def build(cls, folder: Path, documents: Iterable[Document]) -> None:
        """Write an index of `documents` into an empty folder, committed once."""
        writer = WordWriter(folder)
        writer.add(documents)
        writer.close()

    @classmethod
    def grow(cls, before: Path, folder: Path, gone: Iterable[int], documents: Iterable[Document]) -> None:
        """Write the index that another one becomes, without the passages `gone` and with `documents`, in a new folder.

        tantivy's segments never change: the two share them, and it merges small ones as it commits.
        Raises ArchiveError when the other one cannot be read.
        """
        import tantivy

        folder.mkdir(parents=True, exist_ok=True)
        try:
            for path in (one for one in before.iterdir() if not one.name.endswith(".lock")):
                # What it writes anew is copied, so that the other index keeps its own.
                (shutil.copyfile if path.suffix == ".json" else share)(path, folder / path.name)
            writer = WordWriter(folder, tantivy.Index.open(str(folder)), heap=16_000_000)
            writer.remove(gone)
            writer.add(documents)
            writer.close()
        except (ValueError, OSError) as error:
            raise ArchiveError(f"{before}: the lexical index is damaged; run `onrecord reindex`") from error

    @classmethod
    def load(cls, folder: Path, names: Names = Names()) -> WordIndex:
        """Open an index. Raises ArchiveError when it cannot be read."""
        import tantivy

        links = None
        try:
            if not can_write(folder / "meta.json"):
                # tantivy makes a lock beside its files, also to read them: beside links to them it may.
                links = Path(tempfile.mkdtemp(prefix="onrecord-"))
                for path in (one for one in folder.iterdir() if not one.name.endswith(".lock")):
                    (links / path.name).symlink_to(path.resolve())
            opened = cls(tantivy.Index.open(str(links or folder)), names)
        except (ValueError, OSError) as error:
            if links:
                _remove(links)
            raise ArchiveError(f"{folder}: the lexical index is damaged; run `onrecord reindex`") from error
        if links:
            weakref.finalize(opened, _remove, links)
        return opened

    def terms(self, text: str) -> tuple[str, ...]:
        """The terms that are searched: folded, stemmed, stop words out, each once, in order."""
        return tuple(dict.fromkeys(self._analyzer.analyze(text)))

    def frequency(self, term: str) -> int:
        """How many passages hold an analysed term in their text."""
        return int(self._searcher.doc_freq("text", term))

    def frequency_of_word(self, word: str) -> int:
        """How many passages hold a word in their text, in any form of it; a stop word counts as 0."""
        return max((self.frequency(term) for term in self.terms(word)), default=0)

    def holds(self, word: str, letters: int = 0) -> bool:
        """Whether a word, in any form of it, or one that differs in so many `letters` (two at most) stands in any field
        of a passage: its text, the question before it, its title, its speaker, its outlet."""
        query, occur, schema = self._tantivy.Query, self._tantivy.Occur, self._index.schema
        for term in self.terms(word):
            if any(self._searcher.doc_freq(field, term) for field in TEXT_FIELDS):
                return True
            if letters:
                near = [(occur.Should, query.fuzzy_term_query(schema, field, term, letters)) for field in TEXT_FIELDS]
                if self._searcher.search(query.boolean_query(near), 1).hits:
                    return True
        return False

    def named(self, word: str) -> float | None:
        """The share of the passages with a word, in any form of it, that write it with a capital only, where enough of
        them do so within a sentence: near 1 for a name. None where the index does not tell."""
        held, typed = self.frequency_of_word(word), self._plain.analyze(word)
        if not self._knows_names or not held or not typed:
            return None
        within, only = (
            min(int(self._searcher.doc_freq(field, part)) for part in typed) for field in (_NAMED, _CAPITALS)
        )
        return min(1.0, (only if within >= _WITHIN * held else within) / held)

    def search(
        self, text: str, k: int, wanted: Filter, boosts: dict[str, float], allowed: Bool | None = None
    ) -> tuple[Int, Floats]:
        """At most `k` (rows of the tables, BM25 scores), best first; only rows that meet the filter.

        `boosts` names the text fields that are searched and their weight. `allowed` is the filter as a mask over all
        rows, needed where it holds windows of saying: the index knows only what they may let through.
        """
        terms = self.terms(text)
        none = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        if not terms or any(part is not None and not part for part in (wanted.sources, wanted.speakers)):
            return none
        query, occur, schema = self._tantivy.Query, self._tantivy.Occur, self._index.schema
        any_term = [
            (occur.Should, query.boost_query(query.term_query(schema, field, term, "freq"), boost))
            for term in terms
            for field, boost in boosts.items()
        ]
        clauses = [(occur.Must, query.boolean_query(any_term))]
        clauses += [(occur.Must, query.const_score_query(part, 0.0)) for part in self._conditions(wanted)]
        return self._best(query.boolean_query(clauses), k, wanted, allowed)

    def _best(self, query: Any, k: int, wanted: Filter, allowed: Bool | None) -> tuple[Int, Floats]:
        """The best `k` rows of a query that are allowed, and their scores."""
        asked = k
        while True:
            found = self._searcher.search(query, asked, count=False).hits
            places = self._searcher.fast_field_values(_ROW, [address for _, address in found]) if found else []
            rows = self._names.rows(np.array(places, dtype=np.int64))
            scores = np.array([score for score, _ in found], dtype=np.float32)
            if not wanted.said:
                return rows, scores
            if allowed is None:
                raise ValueError("windows of saying are exact only under a mask")
            kept = allowed[rows]
            if len(found) < asked or int(np.sum(kept)) >= k:
                return rows[kept][:k], scores[kept][:k]
            asked *= 4

    def holding(self, text: str, k: int, wanted: Filter, allowed: Bool | None = None) -> Int:
        """At most `k` rows whose text has every term of `text`, and that meet the filter; none for stop words alone."""
        terms = self.terms(text)
        if not terms or any(part is not None and not part for part in (wanted.sources, wanted.speakers)):
            return np.zeros(0, dtype=np.int64)
        query, occur, schema = self._tantivy.Query, self._tantivy.Occur, self._index.schema
        clauses = [(occur.Must, query.term_query(schema, "text", term, "freq")) for term in terms]
        clauses += [(occur.Must, query.const_score_query(part, 0.0)) for part in self._conditions(wanted)]
        return self._best(query.boolean_query(clauses), k, wanted, allowed)[0]

    def titled(self, words: str, k: int, wanted: Filter) -> Int:
        """Rows of at most `k` passages in whose title every word begins a word, best first, under the filter.

        Words are taken as they are typed, unfinished ones too: "harb wa" finds "The harbour wall".
        """
        typed = self._plain.analyze(words)
        if not typed or any(part is not None and not part for part in (wanted.sources, wanted.speakers)):
            return np.zeros(0, dtype=np.int64)
        query, occur, schema = self._tantivy.Query, self._tantivy.Occur, self._index.schema
        clauses: list[Any] = []
        for word in typed:
            begun = [(occur.Should, query.regex_query(schema, "title", f"{word}.*"))]  # letters and digits alone
            begun += [(occur.Should, query.term_query(schema, "title", term, "freq")) for term in self.terms(word)]
            if self.terms(word) or word is typed[-1]:  # a stop word is not in the index
                clauses.append((occur.Must, query.boolean_query(begun)))
        if not clauses:
            return np.zeros(0, dtype=np.int64)
        clauses += [(occur.Must, query.const_score_query(part, 0.0)) for part in self._conditions(wanted)]
        found = self._searcher.search(query.boolean_query(clauses), k, count=False).hits
        rows = self._searcher.fast_field_values(_ROW, [address for _, address in found]) if found else []
        return self._names.rows(np.array(rows, dtype=np.int64))

    def _conditions(self, wanted: Filter) -> list[Any]:
        query, schema = self._tantivy.Query, self._index.schema
        conditions: list[Any] = []
        if wanted.sources is not None:
            conditions.append(query.term_set_query(schema, _SOURCE, _called(wanted.sources, self._names.sources)))
        if wanted.speakers is not None:
            conditions.append(query.term_set_query(schema, _SPEAKERS, _called(wanted.speakers, self._names.speakers)))
        if wanted.newer is not None:
            unsigned = self._tantivy.FieldType.Unsigned
            first = self._names.first(wanted.newer[1])
            conditions.append(query.range_query(schema, _ROW, unsigned, first, 2**62))
        for days in wanted.said:
            integer = self._tantivy.FieldType.Integer
            last = LATEST if days.until is None else days.until + days.grace
            conditions.append(query.range_query(schema, _SAID[1], integer, max(1, days.since or 1), LATEST))
            conditions.append(query.range_query(schema, _SAID[0], integer, 0, last))
        if wanted.published:
            kind = self._tantivy.FieldType.Integer
            since = max(1, wanted.since if wanted.since is not None else 1)  # undated articles are day 0
            until = wanted.until if wanted.until is not None else LATEST
            conditions.append(query.range_query(schema, _DAY, kind, since, until))
        return conditions


class WordWriter:
    """Fills an index in a folder, in parts; nothing of it is seen before `close`, which commits once."""

    def __init__(self, folder: Path, index: Any = None, *, heap: int = 64_000_000) -> None:
        """`index`: one that is in the folder already; `heap`: bytes for the writer."""
        import tantivy

        folder.mkdir(parents=True, exist_ok=True)
        self._tantivy = tantivy
        self._index = tantivy.Index(_schema(), path=str(folder)) if index is None else index
        self._index.register_tokenizer(_ANALYZER, _analyzer())
        self._index.register_tokenizer(_PLAIN, _plain())
        self._names = _has_names(self._index.searcher())
        self._writer = self._index.writer(heap_size=heap, num_threads=1)

    def remove(self, rows: Iterable[int]) -> None:
        """Delete passages by what the index calls them."""
        query, unsigned = self._tantivy.Query, self._tantivy.FieldType.Unsigned
        for row in rows:
            self._writer.delete_documents_by_query(query.range_query(self._index.schema, _ROW, unsigned, row, row))

    def add(self, documents: Iterable[Document]) -> None:
        """Add passages."""
        for document in documents:
            row = self._tantivy.Document()
            for field in TEXT_FIELDS:
                row.add_text(field, getattr(document, field))
            if self._names:
                row.add_text(_NAMED, " ".join(set(_CAPITAL.findall(document.text))))
                row.add_text(_CAPITALS, " ".join(_only_with_capitals(document.text)))
            row.add_unsigned(_ROW, document.row)
            row.add_integer(_DAY, document.day)
            for name, day in zip(_SAID, document.said, strict=True):
                row.add_integer(name, day)
            row.add_integer(_SOURCE, document.source_number)
            for number in document.speaker_numbers:
                row.add_integer(_SPEAKERS, number)
            self._writer.add_document(row)

    def close(self) -> None:
        """Commit, and wait for the segments that are being merged."""
        self._writer.commit()
        self._writer.wait_merging_threads()


def _only_with_capitals(text: str) -> set[str]:
    small = set(_SMALL.findall(text))
    return {word for word in _ANYWHERE.findall(text) if word.lower() not in small}


def _schema() -> Any:
    import tantivy

    builder: Any = tantivy.SchemaBuilder()
    for field in TEXT_FIELDS:
        builder.add_text_field(field, tokenizer_name=_ANALYZER, index_option="freq")
    for field in (_NAMED, _CAPITALS):
        builder.add_text_field(field, tokenizer_name=_PLAIN, index_option="basic")
    builder.add_unsigned_field(_ROW, fast=True)
    for field in (_DAY, *_SAID, _SOURCE, _SPEAKERS):
        builder.add_integer_field(field, indexed=True, fast=True)
    return builder.build()


def _has_names(searcher: Any) -> bool:
    """Whether an index tells names; one that an earlier version wrote does not."""
    try:
        searcher.doc_freq(_CAPITALS, "")
    except ValueError:
        return False
    return True


def _plain() -> Any:
    """Words as they are typed, but for case and accents."""
    from tantivy import Filter as Step
    from tantivy import TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in (Step.remove_long(60), Step.lowercase(), Step.ascii_fold()):
        builder = builder.filter(step)
    return builder.build()


def _analyzer() -> Any:
    from tantivy import Filter as Step
    from tantivy import TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in (
        Step.remove_long(60),
        Step.lowercase(),
        Step.ascii_fold(),
        Step.stopword("english"),
        Step.stemmer("english"),
    ):
        builder = builder.filter(step)
    return builder.build()
