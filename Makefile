# Everything from a fresh clone: `make site`, `make test`. `make` alone lists the rest.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
# Material tells at every build that it ends in May 2027; docs/architecture.md says what we do then.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve check test lint bench translations lock clean
help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 15

site: .venv/site.stamp ## Build the whole site into site/
	$(BIN)/mkdocs build

serve: .venv/site.stamp ## Show the site, built anew after each change; SITE_LANGUAGES=sv for one language only
	$(BIN)/mkdocs serve

check: .venv/site.stamp ## Check the data, in seconds
	$(BIN)/centres check

translations: .venv/site.stamp ## Add new words to the catalogues in locales/
	$(BIN)/centres translations

test: .venv/test.stamp ## Run all four tiers: unit, data, build, browser
	scripts/browser
	scripts/nu
	$(BIN)/pytest

lint: .venv/test.stamp ## Format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: .venv/test.stamp ## Measure the build, with the languages doubled, and a visit on a slow phone
	scripts/browser
	$(BIN)/python bench/build.py
	$(BIN)/python bench/visit.py

lock: ## Write requirements/*.txt anew from pyproject.toml (needs uv)
	uv pip compile -q --universal --generate-hashes --extra command pyproject.toml -o requirements/site.txt
	uv pip compile -q --universal --generate-hashes --extra command --extra test pyproject.toml -o requirements/test.txt

clean: ## Remove what was made
	rm -rf .venv site site.* tests/nu/node_modules

.venv/%.stamp: requirements/%.txt pyproject.toml
	scripts/environment $(PYTHON) requirements/$*.txt
	touch $@
