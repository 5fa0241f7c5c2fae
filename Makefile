# `make help` lists the targets. Each target sets up the packages that it needs, once: see .ci/environment.

MAKEFLAGS += --no-builtin-rules --no-print-directory
unexport PYTHONPATH PYTHONHOME
export PYTHONNOUSERSITE := 1

# Options for the command of a target, as in: make test ARGS='tests/feeds -x'
ARGS =
# Number of briefs in the benchmark, or of states for `make stale`.
N = 1000
stale: N = 300
# Seed of the random states.
SEED = 1
# Tests that `make quick` leaves out: browsers, feed readers, and what takes more than a second (marked slow).
quick_tests = not slow and not browser and not clients

python := .venv/bin/python
# An empty file marks what is installed. Its name has a checksum of the locks, so that a new time stamp of a lock alone
# installs nothing.
sum = $(subst $() ,-,$(shell cat $(1) | cksum))
runtime := .venv/.stamp-runtime-$(call sum,requirements-build.lock requirements.lock)
dev := .venv/.stamp-dev-$(call sum,requirements-build.lock requirements-dev.lock)
# Without a working Python, or after an interrupted installation, these files mean nothing.
ifneq ($(shell { test ! -e .venv/.unfinished && $(python) -c "print('runs')"; } 2>/dev/null),runs)
$(shell rm -f .venv/.stamp-*)
endif

.NOTPARALLEL:
.PHONY: help site serve quick check lint types content test stale slips format schema messages bench lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

$(runtime):
	@PYTHON="$(PYTHON)" sh .ci/environment requirements.lock $@

# The packages of `dev` include those of `runtime`.
$(dev):
	@PYTHON="$(PYTHON)" sh .ci/environment requirements-dev.lock $@ $(runtime)

site: $(runtime)  ## build the site into site/
	@$(python) build.py $(ARGS)

serve: $(runtime)  ## show the site on this machine, and rebuild it after each change
	@$(python) build.py serve $(ARGS)

quick: lint types $(dev)  ## lint, types and the fast tests, in a minute
	@$(python) -m pytest -q -n auto -m "$(quick_tests)" $(ARGS)

check: lint types content test  ## everything that must pass before a change is merged

lint: $(dev)  ## check rules and format with ruff
	@$(python) -m ruff check --quiet .
	@$(python) -m ruff format --quiet --check .

types: $(dev)  ## check types with mypy
	@$(python) -m mypy --no-error-summary

content: $(runtime)  ## check briefings and sources
	@$(python) build.py check $(ARGS)

test: $(dev)  ## run all tests
	@$(python) -m pytest -q -n auto $(ARGS)

stale: $(dev)  ## build N random states in steps and from nothing, and compare the two
	@STALE_STATES=$(N) STALE_SEED=$(SEED) $(python) -m pytest -q -n auto tests/stale $(ARGS)

slips: $(dev)  ## make all slips at all fields of a small dossier, and follow the hints of the check
	@SLIPS=all $(python) -m pytest -q -s -n 0 tests/slips $(ARGS)

format: $(dev)  ## fix and format the code
	@$(python) -m ruff check --quiet --fix .
	@$(python) -m ruff format --quiet .

schema: $(runtime)  ## write the JSON Schemas into schema/
	@$(python) build.py schema

messages: $(dev)  ## collect the words that readers see into templates/locale/dossier.pot, and update and compile catalogues
	@mkdir -p templates/locale
	@$(python) -m babel.messages.frontend -q extract --mapping pyproject.toml --keywords gettext_noop --sort-by-file --no-location \
		--project Dossier --output templates/locale/dossier.pot .
	@$(python) -m babel.messages.frontend -q update --domain dossier --input-file templates/locale/dossier.pot \
		--output-dir templates/locale --ignore-pot-creation-date --previous
	@$(python) -m babel.messages.frontend -q compile --domain dossier --directory templates/locale

bench: $(runtime)  ## time builds, edits and checks of a synthetic dossier of N briefs, compared with plain mkdocs-material
	@$(python) -m bench --briefs $(N) $(ARGS)

# Keeps the locked versions; `make lock ARGS=--upgrade` takes the newest that pyproject.toml allows.
compile = UV_NO_CONFIG=1 UV_CUSTOM_COMPILE_COMMAND='make lock' $(python) -m uv pip compile --quiet --system-certs --universal \
	--python-version 3.11 --fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links $(ARGS)
lock: $(dev)  ## pin the packages that pyproject.toml requires
	@$(compile) --group build -o requirements-build.lock
	@$(compile) pyproject.toml -o requirements.lock
	@$(compile) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:  ## remove what was built, except .venv
	@rm -rf site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -path ./.venv -prune -o -name __pycache__ -type d -print | xargs rm -rf
