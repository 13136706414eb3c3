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

.PHONY: install
install: $(VENV)/.installed node_modules/.installed ## install what the project needs

$(VENV)/.installed: requirements-dev.txt
	@echo "Installing Python packages into $(VENV) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

node_modules/.installed: package-lock.json
	@echo "Installing npm packages …"
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: lock
lock: ## write Python's locks anew from pyproject.toml (npm's: `npm install`)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@$(COMPILE) pyproject.toml --output-file requirements.txt
	@$(COMPILE) --group lambda --output-file requirements-lambda.txt
	@$(COMPILE) --group local --output-file requirements-local.txt
	@$(COMPILE) pyproject.toml --group dev --output-file requirements-dev.txt

.PHONY: openapi
openapi: $(VENV)/.installed ## write web/public/openapi.json anew from the code
	@$(BIN)/python lambda_src/openapi.py > web/public/openapi.json
