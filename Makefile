# Ushtil: everything a maintainer runs. `make` alone lists the targets.
#
# All tools live in .venv, installed from requirements.lock by hash. The stamp is older than the lock
# or pyproject.toml exactly when the set-up is out of date.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
LOCK_VENV := .ushtil/lock-venv

.DEFAULT_GOAL := help
.PHONY: help site serve test screenshots check format archive lock clean

help:
	@echo "make site     set up .venv and build the site into site/"
	@echo "make serve    live preview of all three trees"
	@echo "make test     every test (those of browsers need Chromium and Firefox; CHROMIUM=path, FIREFOX=path)"
	@echo "make screenshots  pictures of every kind of page, in .ushtil/screenshots, to be looked at (needs Chromium)"
	@echo "make check    format, lint, types, tests, a strict build, the checks of the texts (spelling needs hunspell)"
	@echo "make archive  the site to take along: zips and books, with their digests, into dist/"
	@echo "make format   let ruff mend layout and what lint can mend"
	@echo "make lock     resolve pyproject.toml into requirements.lock (UPGRADE=1: newest versions)"
	@echo "make clean    remove what was built or installed"

$(STAMP): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "make: no $(PYTHON); install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is $$($(PYTHON) -V 2>&1), and Ushtil needs 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "make: $(PYTHON) cannot make virtual environments; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

site: $(STAMP)
	$(BIN)/ushtil build

serve: $(STAMP)
	$(BIN)/ushtil serve

test: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist loadfile

screenshots: $(STAMP)
	$(BIN)/python -m tests.screenshots

# The quick ones first. TESTED=1 leaves the tests out where they have just been run, as in .ci/run.
check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(if $(TESTED),,$(BIN)/python -m pytest -n auto --dist loadfile)
	$(BIN)/ushtil check --strict
	$(BIN)/ushtil spell
	@mkdir -p .ushtil
	$(BIN)/ushtil build --strict --site .ushtil/check-site

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

archive: $(STAMP)
	$(BIN)/ushtil archive

# Universal: one file for all systems and Python versions, with every wheel's hash. It names no registry, so
# that an installation asks whichever one this machine is set up for.
lock:
	$(PYTHON) -m venv $(LOCK_VENV)
	$(LOCK_VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK_VENV)/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-header --annotation-style line --no-emit-index-url --quiet \
		$(if $(UPGRADE),--upgrade) --output-file requirements.lock

clean:
	rm -rf $(VENV) site dist .ushtil .pytest_cache .mypy_cache .ruff_cache .hypothesis
