# make run: set up and open the demo edition. make test: set up and run all checks and tests.
PYTHON ?= python3
BIN := .venv/bin
EVAL_DATA ?= ../shared/eval
N ?= 10000

.PHONY: run test check bench eval soak screenshots clean

run: .venv/run
	$(BIN)/briefing demo

test: check
	$(BIN)/pytest

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/run: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefing needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

.venv/dev: .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

.venv/bench: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	touch $@

# Syncing 500 feeds beside curl; start, keys and search in stores of 10,000 and 300,000 quotes, as
# ratios to a minimal app; the engine's speed beside textacy and spaCy. Nothing here fails a build:
# read what it prints.
bench: .venv/bench
	$(BIN)/python -m tests.benchmarks

# Scores on annotated data, where it is at hand (EVAL_DATA).
eval: .venv/dev
	$(BIN)/python -m tests.acceptance.evaluate $(EVAL_DATA)

# Random input against the search syntax, the engine and everything that is taken in; a kill for every 200 of
# them over sync, import, reading, linking, prune and
# migration; full disks; many processes at once: make soak N=100000.
soak: .venv/dev
	$(BIN)/python -m tests.soak $(N)

screenshots: .venv/dev
	$(BIN)/python -m tests.screenshots

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache dist
