# Everything a newcomer types. `make help` lists it.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-annotate --quiet --custom-compile-command "make lock"

.PHONY: help
help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# --- environments -----------------------------------------------------------------------------

UV := $(BIN)/uv
INSTALL := $(UV) pip install --quiet --require-hashes
NODE_ENV_FOLDER := .venv-node

# Node from the Python registry, where it was needed, comes before the machine's own.
export PATH := $(CURDIR)/$(NODE_ENV_FOLDER)/bin:$(PATH)

# Steps tell the seconds since `make` began, also those of local/progress.py.
ifndef EXPENSE_TRACKER_BEGUN
EXPENSE_TRACKER_BEGUN := $(shell date +%s)
endif
export EXPENSE_TRACKER_BEGUN
say = printf '[%6.1f s] %s\n' "$$(( $$(date +%s) - EXPENSE_TRACKER_BEGUN ))"

.PHONY: install install-run
install: ## install what the project needs
	@$(MAKE) --no-print-directory -j2 $(VENV)/.installed node_modules/.installed

install-run:
	@$(MAKE) --no-print-directory -j2 $(VENV)/.installed-run node_modules/.installed-run

.PHONY: preflight node
preflight:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is missing: install Python 3.11 or later (https://www.python.org/downloads)." >&2; exit 1; }
	@$(PYTHON) setup/preflight.py

$(VENV)/.uv: requirements-uv.txt | preflight
	@$(say) "Making $(VENV), with uv to install the rest …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt
	@touch $@

$(VENV)/.installed-run: requirements-run.txt $(VENV)/.uv
	@$(say) "Installing the Python packages that running needs …"
	@$(INSTALL) --python $(BIN)/python -r requirements-run.txt
	@touch $@

$(VENV)/.installed: requirements-dev.txt $(VENV)/.uv
	@$(say) "Installing the Python packages that checks and tests need …"
	@$(INSTALL) --python $(BIN)/python -r requirements-dev.txt
	@touch $(VENV)/.installed-run $@

# Asked each time, as Node may go from a machine or grow old after the first time.
node: $(VENV)/.uv
	@if [ -e $(NODE_ENV_FOLDER)/.installed ] && [ ! requirements-node.txt -nt $(NODE_ENV_FOLDER)/.installed ]; then exit 0; fi; \
	why=$$($(BIN)/python setup/preflight.py --needs-node) || exit 0; \
	$(say) "$$why …"; \
	PYTHON=$(BIN)/python sh setup/node.sh $(NODE_ENV_FOLDER) $(UV)

# What running needs are package.json's dependencies, what checks and tests need its devDependencies.
NPM_CI := npm ci --no-audit --no-fund --loglevel=error

node_modules/.installed-run: package-lock.json | node
	@$(say) "Installing the npm packages that running needs …"
	@$(NPM_CI) --omit=dev >/dev/null
	@touch $@

node_modules/.installed: package-lock.json | node
	@$(say) "Installing the npm packages that checks and tests need …"
	@$(NPM_CI) >/dev/null
	@touch node_modules/.installed-run $@

.PHONY: lock
lock: $(VENV)/.uv ## write Python's locks anew from pyproject.toml (npm's: `npm install`)
	@$(COMPILE) --group uv --output-file requirements-uv.txt
	@$(COMPILE) --group node --output-file requirements-node.txt
	@$(COMPILE) pyproject.toml --output-file requirements.txt
	@$(COMPILE) --group lambda --output-file requirements-lambda.txt
	@$(COMPILE) --group local --output-file requirements-local.txt
	@$(COMPILE) pyproject.toml --group run --output-file requirements-run.txt
	@$(COMPILE) pyproject.toml --group dev --output-file requirements-dev.txt
	@$(COMPILE) --group attack --output-file requirements-attack.txt
	@$(COMPILE) --group mutation --output-file requirements-mutation.txt

.PHONY: openapi
openapi: install ## write web/public/openapi.json anew from the code
	@$(BIN)/python lambda_src/openapi.py > web/public/openapi.json

# --- what must hold; .ci/run does both on a clean machine ----------------------------------------

# Tests share nothing, so that they run side by side.
PYTEST := $(BIN)/pytest --numprocesses 2 --dist worksteal

.PHONY: check test test-screens
check: install ## check format, style and types, of Python and of the page
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/pyright
	@npm run --silent check

test: install ## run every test; those that need a running stack get one of their own
	@npm test --silent
	@$(PYTEST) tests/unit tests/snapshot
	@$(BIN)/python tests/with_stack.py $(PYTEST) tests/integration tests/security tests/browser

test-screens: install ## run every test of the page on a phone's and on a desktop's screen
	@SCREENS=both $(BIN)/python tests/with_stack.py $(PYTEST) tests/browser

# --- attacks that take minutes; the quick ones are part of `make test` --------------------------

ATTACK_VENV := .venv-attack

.PHONY: attack
attack: install $(ATTACK_VENV)/.installed ## run every attack on a stack of its own: docs/operations.md
	@ATTACK=1 $(BIN)/python tests/with_stack.py $(BIN)/pytest tests/security

$(ATTACK_VENV)/.installed: requirements-attack.txt $(VENV)/.uv
	@$(say) "Installing scanners into $(ATTACK_VENV) …"
	@test -x $(ATTACK_VENV)/bin/python || $(BIN)/python -m venv $(ATTACK_VENV)
	@$(INSTALL) --python $(ATTACK_VENV)/bin/python -r requirements-attack.txt
	@touch $@

# --- do the tests notice a small change? docs/mutation.md -----------------------------------------
# TRACKER and READING choose some files: TRACKER="tracker/summary.py", READING="src/reading/money.js,src/reading/dates.js".

MUTATION_VENV := .venv-mutation

.PHONY: mutation mutation-tracker mutation-reading
mutation: mutation-tracker mutation-reading ## change the code bit by bit and see that tests notice; takes hours

mutation-tracker: install $(MUTATION_VENV)/.installed
	@$(MUTATION_VENV)/bin/python tests/mutation.py $(TRACKER)

mutation-reading: install
	@cd web && npx stryker run $(if $(READING),--mutate $(READING))

$(MUTATION_VENV)/.installed: requirements-mutation.txt $(VENV)/.uv
	@$(say) "Installing mutmut into $(MUTATION_VENV) …"
	@test -x $(MUTATION_VENV)/bin/python || $(PYTHON) -m venv $(MUTATION_VENV)
	@$(INSTALL) --python $(MUTATION_VENV)/bin/python -r requirements-mutation.txt
	@touch $@

# --- figures; PARTS chooses some of them: cost startup warm package daily synth page visits money

.PHONY: bench
bench: install ## measure speed and cost anew: docs/benchmarks.md
	@$(BIN)/python -m bench $(PARTS)

.PHONY: lighthouse
lighthouse: install ## measure the overview on a phone; the report goes to .lighthouse/
	@$(BIN)/python tests/with_stack.py sh -c '$(BIN)/python -m local demo && node web/lighthouse.js'

.PHONY: screens
screens: install ## take a picture of every view and dialog into .screens/; WANTED="390 dark" for some
	@$(BIN)/python tests/with_stack.py sh -c '$(BIN)/python -m local demo && $(BIN)/python -m tests.browser.screens $(WANTED)'

# --- the same stacks on this machine; see docs/local.md -----------------------------------------
# PORT, EMULATOR_PORT and LOCAL_DIR choose other ports and another folder for the data.

.PHONY: run up down reset demo clean
run: install-run ## start the app at http://localhost:8080, show its log, stop with Ctrl-C
	@$(BIN)/python -m local run

up: install-run ## start the app in the background
	@$(BIN)/python -m local up

down: install-run ## stop the app; its data stays
	@$(BIN)/python -m local down

reset: install-run ## stop the app and forget its data
	@$(BIN)/python -m local reset

demo: install-run ## fill the demo account with a year of expenses, and a ledger that two people share
	@$(BIN)/python -m local demo

clean: ## remove what was built; the app's data and the environments stay
	@rm -rf build cdk.out web/dist .pytest_cache .ruff_cache .hypothesis test-results .lighthouse .screens .mutation
	@find app.py lambda_src local stacks tests -name __pycache__ -prune -exec rm -rf {} +
