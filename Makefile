# Everything a newcomer, a developer and CI do, one word each.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
VENV := .venv
PYTHON := $(VENV)/bin/python
export UV_PYTHON_DOWNLOADS := never

help:  ## show these lines
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

start: setup  ## set everything up and serve on 127.0.0.1:$(PORT)
	@$(PYTHON) manage.py runserver 127.0.0.1:$(PORT) --noreload

setup: $(VENV)/.installed  ## set everything up, print the admin's name and password once
	@$(PYTHON) manage.py setup

fast: $(VENV)/.installed  ## install the faster search engine; then start with SEARCH_ENGINE=tantivy
	@bash ./.ci/install requirements-fast.txt

test: $(VENV)/.installed-dev  ## run every test: all on SQLite, those of the database on PostgreSQL too
	$(PYTHON) -m pytest
	$(PYTHON) -m tests.postgres

check: $(VENV)/.installed-dev  ## lint, types, walls, templates, migrations, deployment
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/djlint --lint --quiet templates
	$(PYTHON) manage.py makemigrations --check --dry-run
	KB_DEBUG=0 KB_ALLOWED_HOSTS=kb.example.org KB_SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))') \
		$(PYTHON) manage.py check --deploy --fail-level WARNING

messages:  ## gather the interface's messages, and list those without a translation
	@$(PYTHON) manage.py gather_messages

requirements:  ## pin requirements*.txt anew from pyproject.toml (needs uv)
	uv pip compile --universal --generate-hashes --no-header --python-version 3.12 pyproject.toml -o requirements.txt
	uv pip compile --universal --generate-hashes --no-header --python-version 3.12 --extra fast pyproject.toml -o requirements-fast.txt
	uv pip compile --universal --generate-hashes --no-header --python-version 3.12 --all-extras --group dev pyproject.toml -o requirements-dev.txt

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@bash ./.ci/install requirements.txt && touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(VENV)/bin/python
	@bash ./.ci/install requirements-dev.txt && touch $@ $(VENV)/.installed

$(VENV)/bin/python:
	@bash ./.ci/environment

.PHONY: help start setup fast test check messages requirements
