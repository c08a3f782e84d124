# Casebook: every command of the project. `make help` lists them.
# Needs GNU make and Python 3.11 or newer; everything else is installed into .venv.

SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The theme announces its end of life at every build; docs/dev/dependencies.md knows.
export NO_MKDOCS_2_WARNING := 1
# File names and messages are UTF-8, also where the language is set to an older encoding (LANG=nb_NO).
export PYTHONUTF8 := 1

ADDRESS ?= 127.0.0.1:8000
WORKERS ?= 2

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes --only-binary :all:
# As modules: the scripts in $(BIN) stop working when the folder is moved, or has a " or $$ in its path.
MKDOCS := $(BIN)/python -m mkdocs
CASEBOOK := PYTHONPATH=hooks $(BIN)/python -m casebook
DEMO := tests/fixtures/mkdocs.yml

# The development server answers a taken address with a stack trace.
ADDRESS_IS_FREE = $(BIN)/python -c 'import socket, sys; host, port = sys.argv[1].rsplit(":", 1); \
	sys.exit(socket.socket().connect_ex((host, int(port))) == 0)' $(ADDRESS) || \
	{ echo "Noe annet bruker allerede http://$(ADDRESS)/. Prøv: make $@ ADDRESS=127.0.0.1:8001" >&2; exit 1; }

RUNTIME := $(VENV)/.installed
DEVELOPMENT := $(VENV)/.installed-dev
# Empty when the Python of $(VENV) is gone, or is another version now and finds none of its packages.
WORKS := $(shell $(BIN)/python -c 'import pip; print("yes")' 2>/dev/null)
NOT_INSTALLED = echo "Fikk ikke installert pakkene med $$($(BIN)/python --version). Er maskinen på nett?" \
	"De passer til Python 3.11 til 3.14; en annen velger du slik: make PYTHON=python3.13 ..." >&2; exit 1

.PHONY: anew help setup setup-dev serve test build check new explain words demo build-demo bench lint format types locales all lock clean

help: ## Vis denne oversikten
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

setup: $(RUNTIME) ## Installer det som trengs for å bygge og vise nettstedet

setup-dev: $(DEVELOPMENT) ## Installer også det som trengs for å teste og utvikle

serve: $(RUNTIME) ## Vis nettstedet på egen maskin mens du skriver
	@$(ADDRESS_IS_FREE)
	@echo "Nettstedet vises på http://$(ADDRESS)/ - lagre en fil, så lastes siden på nytt. Stopp med Ctrl+C."
	@$(MKDOCS) serve --dev-addr $(ADDRESS)

test: $(DEVELOPMENT) ## Kjør alle testene, også de i nettleser
	@$(BIN)/python -m tests.support.provision
	@$(BIN)/python -m pytest -n $(WORKERS) $(PYTEST_FLAGS)

build: $(RUNTIME) ## Bygg nettstedet til site/
	@$(MKDOCS) build --strict

check: $(RUNTIME) ## Kontroller saksfilene uten å bygge
	@$(CASEBOOK) publish-check

new: $(RUNTIME) ## Lag en ny fil: SAK="Tittel" NUMMER=1/2026, MOTE=organ DATO=2026-11-23 eller PROSESS="Navn"
	@if [ -n "$$SAK" ]; then set -- sak "$$SAK"; \
		if [ -n "$$NUMMER" ]; then set -- "$$@" --nummer "$$NUMMER"; fi; \
		if [ -n "$$MOTE" ]; then set -- "$$@" --møte "$$MOTE"; fi; \
	elif [ -n "$$MOTE" ]; then set -- mote "$$MOTE" "$$DATO"; \
	elif [ -n "$$PROSESS" ]; then set -- prosess "$$PROSESS"; \
	else echo 'Skriv hva som skal lages: make new SAK="Tittel", make new MOTE=organ DATO=2026-11-23 eller make new PROSESS="Navn"' >&2; exit 2; fi; \
	if [ -n "$$ID" ]; then set -- "$$@" --id "$$ID"; fi; \
	$(CASEBOOK) new "$$@"

explain: $(RUNTIME) ## Forklar en melding: KODE=vote-sum; uten kode vises alle
	@$(CASEBOOK) explain $$KODE

words: $(RUNTIME) ## Vis hvordan søket deler lange ord; ett ord med ORD=fjellbygrend
	@$(CASEBOOK) search-words $$ORD

demo: $(RUNTIME) ## Vis den oppdiktede regionen på egen maskin
	@$(ADDRESS_IS_FREE)
	@echo "Den oppdiktede regionen vises på http://$(ADDRESS)/ - stopp med Ctrl+C."
	@$(MKDOCS) serve --config-file $(DEMO) --dev-addr $(ADDRESS)

build-demo: $(RUNTIME) ## Bygg den oppdiktede regionen til site-demo/
	@$(MKDOCS) build --strict --config-file $(DEMO)

bench: $(DEVELOPMENT) ## Mål byggetid, minne og størrelse mot vanlig MkDocs
	@PYTHONPATH=hooks $(BIN)/python -m tests.bench $(BENCH_FLAGS)

lint: $(DEVELOPMENT) ## Kontroller koden: stil, format, typer, lagdeling og språkfiler
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(MAKE) types
	@PYTHONPATH=hooks $(BIN)/python $(BIN)/lint-imports
	@$(MAKE) locales

format: $(DEVELOPMENT) ## Rett stil og format i koden
	@$(BIN)/ruff check --fix --exit-zero
	@$(BIN)/ruff format

types: $(DEVELOPMENT) ## Kontroller typene
	@$(BIN)/python -m mypy

locales: $(DEVELOPMENT) ## Kontroller at språkfilene sier det samme
	@$(BIN)/python -m tests.support.locales

all: lint check build test ## Alt som fellesbygget krever

lock: ## Lag låsefilene på nytt fra pyproject.toml (krever uv)
	@uv pip compile pyproject.toml $(LOCK_FLAGS) --output-file requirements.lock
	@uv pip compile pyproject.toml --group dev --constraints requirements.lock $(LOCK_FLAGS) --output-file requirements-dev.lock

LOCK_FLAGS := --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: --no-header \
	--no-annotate --no-emit-index-url --no-emit-find-links

clean: ## Fjern alt som er laget på nytt hver gang (ikke .venv)
	@rm -rf site site-demo .site-* .site.lock .cache tests/fixtures/.cache .*_cache .hypothesis

$(RUNTIME): requirements.lock $(if $(WORKS),,anew)
	@if [ -z "$(WORKS)" ] || [ ! -e $@ ]; then \
		python=""; for name in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
			if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$name; break; fi; \
		done; \
		if [ -z "$$python" ]; then echo "Fant ikke Python 3.11 eller nyere. Installer det, eller kjør: make PYTHON=/sti/til/python3 ..." >&2; exit 1; fi; \
		$$python -m venv --clear $(VENV) || { rm -rf $(VENV); \
			echo "Kunne ikke lage .venv. På Debian og Ubuntu: apt-get install -y python3-venv" >&2; exit 1; }; \
	fi
	@echo "Installerer (bare første gang) ..."
	@$(PIP) -r requirements.lock || { $(NOT_INSTALLED); }
	@touch $@

$(DEVELOPMENT): requirements-dev.lock $(RUNTIME)
	@echo "Installerer testverktøyene (bare første gang) ..."
	@$(PIP) -r requirements-dev.lock || { $(NOT_INSTALLED); }
	@touch $@
