"""Putting a bot together: its commands, its buttons, its parts, in the order in which they begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.app import Bot
from bot.charts import Charts
from bot.commands import all_actions, all_commands
from bot.departed import Departed
from bot.feeding import Feeding
from bot.following import Following
from bot.health import HealthServer
from bot.housekeeping import Housekeeping
from bot.jobs import Reindexer
from bot.removed import Removed
from bot.store import Store
from bot.texts import Texts
from bot.tree import CatalogueTranslator, Tree
from bot.views.parts import Pick, Press
from bot.watching.runner import WatchRunner
from bot.welcome import Welcome
from index.config import Config

if TYPE_CHECKING:
    from index.archive import Archive


def build_bot(
    config: Config,
    archive: Archive | None,
    store: Store,
    *,
    texts: Texts | None = None,
    shard_count: int | None = None,
) -> Bot:
    """A bot over an open archive and its own store; nothing is sent or connected yet.

    Without an archive it can only synchronise its commands. `shard_count` None: as many as Discord recommends.
    """
    texts = texts or Texts.load()
    translator = CatalogueTranslator(texts)
    bot = Bot(config, archive, store, texts, tree=Tree, translator=translator, shard_count=shard_count)
    watches = WatchRunner(bot)
    work = (Housekeeping(bot), Reindexer(bot, done=watches.soon), watches, Feeding(bot, watches))
    bot.line.beside = lambda: bot.part(Reindexer).running
    parts = (*work, Following(bot), Removed(bot), Departed(bot), Welcome(bot), Charts(), HealthServer(bot))
    for part in parts:
        bot.add_part(part)
    for command in all_commands():
        bot.tree.add_command(command)
    bot.actions = all_actions()
    bot.add_dynamic_items(Press, Pick)
    return bot
