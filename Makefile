# Two commands do everything: `make run` and `make test`. CONTRIBUTING.md names the rest.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
CODE := app widgets storage resources tests

.PHONY: run test test-slow check format bench sample screenshots clean

run: $(VENV)/ready
	@$(BIN)/rejoinder

test: check
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: $(VENV)/ready-to-develop
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports

test-slow: $(VENV)/ready-to-develop
	$(BIN)/pytest -m slow

format: $(VENV)/ready-to-develop
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

bench: $(VENV)/ready-to-develop
	$(BIN)/python -m tests.benchmarks $(if $(ONLY),--only '$(ONLY)') $(if $(SIZES),--sizes $(SIZES))

sample: $(VENV)/ready-to-develop
	$(BIN)/python -m tests.make_sample

screenshots: $(VENV)/ready-to-develop
	$(BIN)/python -m tests.take_screenshots

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .coverage

$(BIN)/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Rejoinder needs Python 3.11 or newer; name one with: make PYTHON=python3.12')"
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/ready-to-develop: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable ".[dev]"
	@touch $@ $(VENV)/ready
