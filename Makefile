# Tasks. `make setup` once; then `make check` before every commit.
BIN ?= .venv/bin

.PHONY: setup test lint types check format screenshots benchmark

setup:
	python3 -m venv .venv && $(BIN)/pip install -e ".[dev,screenshots]"

test:
	$(BIN)/pytest -n 2 --dist loadfile

lint:
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types:
	PATH="$(BIN):$$PATH" $(BIN)/pyright

check: lint types test

format:
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

screenshots:
	$(BIN)/python -m tests.support.screenshots docs/images
	$(BIN)/python -m tests.support.webshots docs/images

benchmark:
	$(BIN)/python -m benchmarks
