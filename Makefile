# Everything from a fresh clone: `make site`, `make test`. `make` alone lists the rest.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
# What `make test` runs, in how many processes, and what `make diff` compares with. A process that has
# no more to do takes over half of what another has left: tests of one file mostly stay together, and
# so share what it makes.
TIERS ?= unit data build browser
PROCESSES ?= logical
REV ?= HEAD
# How `make lock` locks: for the oldest Python that pyproject.toml allows too, on whichever it runs.
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile -q --universal \
	--python-version 3.11 --generate-hashes $(UPGRADE)
# What `make bench` measures, and where: on a disk in memory, which has no other work.
PARTS ?= build serve visit lighthouse search load
ON_MEMORY ?= TMPDIR=$(firstword $(wildcard /dev/shm) /tmp)
# Where `make fresh` makes a bare Debian, from which mirror, and what of this machine it has: files that
# are at the same place there, environment variables, and as whom it types: root, sudo or user.
FRESH ?= .fresh
MIRROR ?= http://deb.debian.org/debian
FILES ?= /etc/resolv.conf /etc/hosts
VARIABLES ?=
LOGIN ?= root
# Python keeps what it has compiled, our templates too, whatever the machine says elsewhere: every
# command here is a new start of it.
unexport PYTHONDONTWRITEBYTECODE
# Material warns at every build that it ends in May 2027; docs/decisions/0029 says what we do then.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site release verify serve check diff new checked report freshness-issue nightly-issue round-issue publishable translations fields \
	test quick test-languages approve lint audit bench fresh lock clean
help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 15

# One commit and one day give the same bytes: the commit's own day, or the DAY that is named, which may
# be today. What is not committed is built as of today.
site: .venv/site.stamp ## Build the whole site into site/; DAY=today as of today
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(scripts/build-time $(DAY))} $(BIN)/mkdocs build

release: site ## Build the site, and pack it for nginx into packed/: compressed copies, sums of all
	$(BIN)/python -m centres.site.release site packed

verify: ## Check that site/ is what was built, by site.sha256
	sha256sum --check --strict --quiet site.sha256

serve: .venv/site.stamp ## Serve a preview that follows each change; SITE_LANGUAGES=sv for one language
	$(BIN)/mkdocs serve

check: .venv/site.stamp ## Check the data and the prose, and what has changed since REV, in seconds
	$(BIN)/centres check --since=$(REV)

diff: .venv/site.stamp ## Print what visitors will see changed since the revision REV (your last commit)
	$(BIN)/centres diff $(REV)

new: .venv/site.stamp ## Add a centre; asks for what it needs
	$(BIN)/centres new

checked: .venv/site.stamp ## Record that somebody has confirmed the centre ID today: make checked ID=boras
	$(BIN)/centres checked $(ID)

report: .venv/site.stamp ## Print which facts are old, unconfirmed or missing, and what is not translated
	$(BIN)/centres report

publishable: .venv/site.stamp ## List what has to be decided before the site is published
	$(BIN)/centres publishable

freshness-issue: .venv/site.stamp
	scripts/freshness-issue

nightly-issue:
	scripts/nightly-issue

round-issue:
	scripts/round-issue

translations: .venv/site.stamp ## Add new words to the catalogues in locales/, and list outdated pages
	$(BIN)/centres translations

fields: .venv/site.stamp ## Write the schemas and the field guide from the model
	$(BIN)/centres fields

test: .venv/test.stamp ## Run the tests; TIERS="unit data" for some of unit, data, build and browser
	$(if $(filter data build,$(TIERS)),scripts/npm tests/npm)
	$(if $(filter build,$(TIERS)),scripts/apart)
	$(if $(filter build browser,$(TIERS)),scripts/nginx)
	$(if $(filter browser,$(TIERS)),scripts/browser)
	$(BIN)/pytest --numprocesses=$(PROCESSES) --dist=worksteal $(TIERS:%=tests/%)

quick: ## Run the tests that need neither a whole build nor a browser
	$(MAKE) --no-print-directory test TIERS="unit data"

test-languages: .venv/test.stamp ## Run the tests in a copy of the repository with 24 languages
	$(BIN)/python -m bench.repository .bench/24
	INVENTED_WORDS=1 $(MAKE) -C .bench/24 test

approve: .venv/test.stamp ## Write the pages in tests/approved as they are built now, and show the difference
	APPROVE=1 $(BIN)/pytest -q tests/build/test_approved.py
	git add --intent-to-add tests/approved
	git --no-pager diff --stat -p tests/approved

lint: .venv/test.stamp ## Check format, code style, types, and the order of the rooms
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

audit: .venv/audit.stamp ## Ask PyPI for known vulnerabilities in the locked packages
	$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements/site.txt -r requirements/test.txt

bench: .venv/test.stamp ## Measure ours and its peers, and write docs/measured.md; PARTS="serve load" for some parts
	$(if $(filter build visit lighthouse search,$(PARTS)),scripts/peers)
	$(if $(filter visit lighthouse search,$(PARTS)),scripts/browser)
	$(if $(filter lighthouse,$(PARTS)),scripts/npm bench/npm)
	$(if $(filter load,$(PARTS)),scripts/load)
	for part in $(PARTS); do $(ON_MEMORY) $(BIN)/python -m bench.$$part || exit; done

fresh: ## Build and test the last commit on a bare Debian, as README.md says
	scripts/fresh $(FRESH) $(MIRROR) "$(FILES)" "$(VARIABLES)" $(LOGIN)

# Versions that are locked stay. UPGRADE=--upgrade takes newer ones of what the named packages bring.
lock: .venv/lock.stamp ## Lock the dependencies of pyproject.toml, and write the bill of materials
	$(COMPILE) --extra command pyproject.toml -o requirements/site.txt
	$(COMPILE) --extra command --extra test -c requirements/site.txt pyproject.toml -o requirements/test.txt
	$(COMPILE) --extra command --extra audit -c requirements/test.txt pyproject.toml -o requirements/audit.txt
	$(COMPILE) --extra command --extra lock -c requirements/test.txt pyproject.toml -o requirements/lock.txt
	$(COMPILE) --extra peers pyproject.toml -o requirements/peers.txt
	$(COMPILE) --group reference -o requirements/reference.txt
	$(MAKE) .venv/lock.stamp  # so that the bill is written by the versions just locked
	$(BIN)/python scripts/sbom.py requirements/site.txt requirements/site.cdx.json

clean: ## Remove everything that was installed or made
	scripts/remove .venv .bench $(FRESH) $(FRESH).log site site.* packed tests/npm/node_modules bench/npm/node_modules

.venv/%.stamp: requirements/%.txt pyproject.toml
	scripts/environment $(PYTHON) requirements/$*.txt
	touch $@
