# The two commands are `make run` and `make test`; each makes what it needs from nothing.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: run test check explore format picture golden accuracy speed screen clean

run: $(READY)
	$(BIN)/diptych $(ARGS)

test: $(READY)
	$(MAKE) check

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "diptych needs Python 3.11 or later; set PYTHON=")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q tui
	touch $@

# The whole gate: format, lint, types, layers, tests.
check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

# The property tests on examples that nobody tried yet; the gate tries the same ones every time.
explore: $(READY)
	DIPTYCH_EXPLORE=1 $(BIN)/pytest -n auto tests

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Writes the golden files anew: read the difference before you commit it.
golden: $(READY)
	GOLDEN=write $(BIN)/pytest -q tests/export tests/app

# The pictures in the README and in the manual of the reading screen.
picture: $(READY)
	$(BIN)/python docs/picture.py

# How good and how fast the comparison is; docs/benchmarks.md says what is measured.
accuracy: $(READY)
	@test -d "$(GOLD)" || { echo 'make accuracy GOLD=folder: name the folder with the gold'; exit 2; }
	$(BIN)/python benchmarks/accuracy.py "$(GOLD)"

speed: $(READY)
	$(BIN)/python benchmarks/speed.py $(ARGS)
	$(if $(ARGS),,$(BIN)/python benchmarks/screen.py)

# The second part of it alone: how fast the screens answer real keys; Linux.
screen: $(READY)
	$(BIN)/python benchmarks/screen.py $(ARGS)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
