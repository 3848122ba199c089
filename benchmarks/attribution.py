"""Who said what against the embedding of the same text."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table

from benchmarks.archives import config_for
from benchmarks.common import Options, in_turns, ratio, table
from benchmarks.synthetic import articles
from index.attribution.attribute import load_attributor
from index.embedding.choose import load_encoder
from index.embedding.texts import passage_text, statement_text
from index.splitting.passages import split

_MOST = 60  # articles; enough for a steady figure


def run(options: Options) -> Table:
    """Generated news articles; ratios to the embedding of their passages."""
    config = config_for(options, options.home or Path("archive"))
    encoder, attributor = load_encoder(config), load_attributor(config)
    news = list(articles(min(options.articles, _MOST)))
    passages = [passage_text(article, passage) for article in news for passage in split(article.text)]
    found = attributor.attribute(news)
    said = [statement_text(a, s) for a, one in zip(news, found, strict=True) for s in one.statements]
    calls = {
        f"embedding of {len(passages)} passages": lambda: encoder.encode(passages),
        f"attribution of {len(news)} articles": lambda: attributor.attribute(news),
        f"embedding of {len(said)} statements": lambda: encoder.encode(said),
        "cutting into passages": lambda: [split(article.text) for article in news],
    }
    times = in_turns(list(calls.values()), options.rounds)
    made = table("indexing of news articles", "step", "ms an article", "in passage embeddings")
    for name, value in zip(calls, times, strict=True):
        made.add_row(name, f"{value / len(news):.1f}", ratio(value, times[0]))
    return made
