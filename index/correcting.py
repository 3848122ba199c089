"""What people may correct in an archive: articles and outlets. A part of `Archive`, in a file of its own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import aiosqlite

from index.blanks import HIDDEN
from index.config import Config
from index.errors import NotFound
from index.history import HiddenSpeaker, History, Removal
from index.model import ArticleView, Changes, Speaker
from index.storage.copies import copies_of
from index.storage.corrections import edits_of, removals, versions_of
from index.storage.who import hidden_speakers

if TYPE_CHECKING:
    from index.indexing.run import Indexer


class Correcting(ABC):
    """Methods of `Archive` that correct what it holds; each rebuilds the index once."""

    config: Config
    _db: aiosqlite.Connection

    @abstractmethod
    def writer(self) -> Indexer:
        """What writes into the archive."""
        ...

    @abstractmethod
    async def speakers(self, search: str = "", limit: int = 25, sources: tuple[str, ...] = ()) -> tuple[Speaker, ...]:
        """Speakers that `search` names."""

    @abstractmethod
    async def article(self, article_id: str) -> ArticleView:
        """A whole article with its statements. Raises NotFound."""

    async def remove(self, ids: Sequence[str], *, reason: str | None = None, purge: bool = False) -> Changes:
        """Take articles out; the same files again do not bring them back. For thirty days `restore` does.

        `purge`: the texts are deleted at once. Raises NotFound, and removes nothing, for an unknown id; Busy while
        another process writes.
        """
        from index.indexing import correct

        return await correct.remove(self.writer(), ids, reason, purge=purge)

    async def restore(self, ids: Sequence[str]) -> Changes:
        """Bring removed articles back. Raises NotFound for one that was not removed or whose text is gone."""
        from index.indexing import correct

        return await correct.restore(self.writer(), ids)

    async def remove_source(self, source: str, *, reason: str | None = None, purge: bool = False) -> Changes:
        """Take all articles of an outlet out, as `remove` does. Raises NotFound for an outlet unknown here, Busy."""
        from index.indexing import correct

        return await correct.remove_source(self.writer(), source, reason, purge=purge)

    async def remove_speaker(self, name: str, *, reason: str | None = None, purge: bool = False) -> Changes:
        """Take a speaker's statements out: bars stand where the words were, what others said stays. `name` is the one
        that the speaker has across the archive, as `speakers` gives it.

        `purge`: the words are deleted from the store at once, earlier texts of those articles too; what comes later is
        hidden. Raises NotFound for a name that nobody has, Busy while another process writes.
        """
        from index.indexing import correct

        known = {one.name for one in await self.speakers(name)} | {one.name for one in await self.removed_speakers()}
        if name not in known:
            raise NotFound(f"nobody in the archive is called {name!r}; `onrecord speakers` lists who speaks")
        return await correct.hide(self.writer(), self.config.home, name, reason, purge=purge)

    async def restore_speaker(self, name: str) -> Changes:
        """Bring a speaker's statements back. Raises NotFound for a speaker whose statements were not removed, Busy."""
        from index.indexing import correct

        return await correct.unhide(self.writer(), name)

    async def removed_speakers(self) -> tuple[HiddenSpeaker, ...]:
        """Whose statements were removed, the latest first."""
        return await hidden_speakers(self._db)

    async def removed(self) -> tuple[Removal, ...]:
        """What was removed, the latest first."""
        return await removals(self._db)

    async def edit(self, article_id: str, values: Mapping[str, str | None]) -> Changes:
        """Correct fields of an article (title, source, date as 2022-04-05, author, url, language; None empties one).

        The same file again does not undo it. Raises NotFound, InputError for a wrong field or date.
        """
        from index.indexing import correct

        return await correct.edit(self.writer(), article_id, values)

    async def history(self, article_id: str) -> History:
        """An article's earlier texts, corrected fields and copies. Raises NotFound."""
        view = await self.article(article_id)
        # What somebody had removed may stand in earlier texts in other words, which nobody can find there.
        if HIDDEN in view.article.evidence:
            return History(article=view.article, versions=(), edits=(), copies=await copies_of(self._db, article_id))
        versions, edits = await versions_of(self._db, article_id), await edits_of(self._db, article_id)
        copies = await copies_of(self._db, article_id)
        return History(article=view.article, versions=versions, edits=edits, copies=copies)

    async def rename_source(self, old: str, new: str) -> Changes:
        """Rename an outlet, backwards and for articles to come; an outlet of the new name takes them in.

        Raises NotFound for an outlet unknown here.
        """
        from index.indexing import correct

        return await correct.rename(self.writer(), old, new)

    async def set_domain(self, name: str, host: str) -> Changes:
        """Say that a host is an outlet's; articles known by that host alone get its name. Raises InputError."""
        from index.indexing import correct

        return await correct.set_domain(self.writer(), name, host)
