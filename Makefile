# make help lists what there is. A missing tool fails; no check is skipped.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

SWIFT ?= swift
PYTHON ?= python3
RELEASE := -c release --static-swift-stdlib
SERVER := --traits Server --scratch-path .build-server

.PHONY: help demo build build-server serve test test-server test-all lint check papers assets patients docs docs-server dependencies docc test-packs test-long mutants exports fhir crowd bands bench need-header need-shell

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

demo: build ## Build the program and take fictional infants through it, in a fresh scratch folder
	@scripts/demo.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/nicu"

build: need-header ## Build the program (release, static Swift runtime)
	$(SWIFT) build $(RELEASE) --product nicu

test: need-header need-shell ## Run the checks and the tests of the bedside product
	scripts/check.sh
	$(SWIFT) test

test-all: lint test test-server dependencies docc bands papers fhir ## Run everything: lint, checks, tests, the server, bands, printed papers, FHIR checkers, the resolved dependencies, the library's pages

test-server: need-header need-shell ## Run the tests of nicu-server (trait Server, scratch folder .build-server)
	$(SWIFT) test $(SERVER) --filter NICUServerTests

build-server: need-header ## Build nicu and nicu-server (release, static Swift runtime, scratch folder .build-server)
	$(SWIFT) build $(RELEASE) $(SERVER) --product nicu
	$(SWIFT) build $(RELEASE) $(SERVER) --product nicu-server

serve: build-server ## Serve fictional infants on this machine from a fresh scratch folder; prints the address and a token
	@scripts/serve.sh "$$($(SWIFT) build $(RELEASE) $(SERVER) --show-bin-path)"

docs-server: need-header need-shell ## Rewrite docs/openapi.yaml
	NICU_RECORD_GOLDEN=1 $(SWIFT) test $(SERVER) --filter 'NICUServerTests.*Golden'

lint: ## Check the format of the Swift files; warnings are errors
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

check: ## Run the repository's own checks: hazards, imports, lists that are generated
	scripts/check.sh

papers: build ## Print handovers as PDF and look at every page (needs weasyprint and poppler-utils)
	scripts/papers.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/nicu"

assets: ## Rewrite the list of embedded files
	$(PYTHON) scripts/assets.py

patients: ## Rewrite the fictional infants of seeds/patients
	$(PYTHON) scripts/seed-patients.py
	$(PYTHON) scripts/assets.py

docs: need-header need-shell ## Rewrite docs/cli-reference.md and docs/schema.sql
	NICU_RECORD_GOLDEN=1 $(SWIFT) test --filter Golden

test-packs: need-header need-shell ## Run the tests without each growth reference in turn, and without any (about ten minutes)
	scripts/without-packs.sh

test-long: need-header need-shell ## Hold both evaluators against each other on 100,000 courses, strikes on a million histories (about ten minutes)
	NICU_COURSES=100000 NICU_HISTORIES=1000000 $(SWIFT) test -c release --scratch-path .build-long -Xswiftc -enable-testing \
		--filter 'NICUCoreTests\.(AgreementTests|HistoryTests)'

crowd: build ## Let eight processes enter at once for a minute; every acknowledged entry must be there
	$(PYTHON) scripts/crowd.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)/nicu"

exports: build ## Export INFANTS simulated infants (default 200, ten minutes) in every form, restore them elsewhere, look for strangers
	$(PYTHON) scripts/exports.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)/nicu" $(or $(INFANTS),200)

fhir: build ## Hold FHIR documents of INFANTS simulated infants (default 20) against three outside checkers, which it installs
	scripts/check-fhir.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/nicu" $(or $(INFANTS),20)

mutants: need-header ## Flip each unknown of readiness to met in turn; the tests must notice every one (about ten minutes)
	$(PYTHON) scripts/mutants.py

docc: ## Build the pages of the library NICUCore; a broken link fails
	scripts/docc.sh

bands: build ## Read the bands of many codes back with an independent decoder
	scripts/check-band.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/nicu"

dependencies: ## Compare the resolved packages with docs/dependencies.txt and docs/dependencies-server.txt
	$(PYTHON) scripts/check-dependencies.py

bench: build need-shell ## Measure commands, writing, growth, the ward and handing on beside the sqlite3 shell, Python, C, numpy and FHIR's models
	$(SWIFT) build $(RELEASE) --product nicu-bench
	$(PYTHON) bench/run.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)"
	$(PYTHON) bench/growth.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)"
	$(PYTHON) bench/ward.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)"
	scripts/need-tools.sh weasyprint:weasyprint pdfinfo:poppler-utils chromium:chromium
	scripts/fhir-tools.sh
	.build-fhir/bin/python bench/handing.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)"

need-header:
	@scripts/need-sqlite.sh header

need-shell:
	@scripts/need-sqlite.sh shell
