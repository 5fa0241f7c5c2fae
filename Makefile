# `make help` lists what there is. Each target sets up what it needs, once: see .ci/environment.

MAKEFLAGS += --no-builtin-rules --no-print-directory
unexport PYTHONPATH PYTHONHOME
export PYTHONNOUSERSITE := 1

# Options for the command behind a target, as in: make test ARGS='tests/feeds -x'
ARGS =
# Size of the benchmark's dossier in briefs, and the number of states for `make stale`.
N = 1000
stale: N = 300
# Another seed makes up other states.
SEED = 1

python := .venv/bin/python
# A stamp is named after what its locks hold, so that a checkout that only touches them sets nothing up again.
sum = $(subst $() ,-,$(shell cat $(1) | cksum))
runtime := .venv/.stamp-runtime-$(call sum,requirements-build.lock requirements.lock)
dev := .venv/.stamp-dev-$(call sum,requirements-build.lock requirements-dev.lock)
# Stamps tell of packages, not of the Python below them, which may have gone or stopped half way.
ifneq ($(shell { test ! -e .venv/.unfinished && $(python) -c "print('runs')"; } 2>/dev/null),runs)
$(shell rm -f .venv/.stamp-*)
endif

.NOTPARALLEL:
.PHONY: help site serve check lint types content test stale format schema bench lock clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

$(runtime):
	@PYTHON="$(PYTHON)" sh .ci/environment requirements.lock $@

# What `dev` names holds all that `runtime` names.
$(dev):
	@PYTHON="$(PYTHON)" sh .ci/environment requirements-dev.lock $@ $(runtime)

site: $(runtime)  ## build the site into site/
	@$(python) build.py $(ARGS)

serve: $(runtime)  ## preview the site and follow changes
	@$(python) build.py serve $(ARGS)

check: lint types content test  ## all that has to hold before a change goes in

lint: $(dev)  ## ruff, rules and format
	@$(python) -m ruff check --quiet .
	@$(python) -m ruff format --quiet --check .

types: $(dev)  ## mypy, strict
	@$(python) -m mypy --no-error-summary

content: $(runtime)  ## check briefings and sources
	@$(python) build.py check $(ARGS)

test: $(dev)  ## run the tests
	@$(python) -m pytest -q -n auto $(ARGS)

stale: $(dev)  ## build N random states in steps and anew, and hold the one against the other
	@STALE_STATES=$(N) STALE_SEED=$(SEED) $(python) -m pytest -q -n auto tests/stale $(ARGS)

format: $(dev)  ## put the code into the house's format
	@$(python) -m ruff check --quiet --fix .
	@$(python) -m ruff format --quiet .

schema: $(runtime)  ## write the JSON Schemas into schema/
	@$(python) build.py schema

bench: $(runtime)  ## time builds, edits and checks of a synthetic dossier of N briefs, beside plain mkdocs-material
	@$(python) -m bench --briefs $(N) $(ARGS)

# Keeps the versions that are locked; `make lock ARGS=--upgrade` takes the newest that pyproject.toml admits.
compile = UV_NO_CONFIG=1 UV_CUSTOM_COMPILE_COMMAND='make lock' $(python) -m uv pip compile --quiet --system-certs --universal \
	--python-version 3.11 --fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links $(ARGS)
lock: $(dev)  ## pin the packages that pyproject.toml asks for
	@$(compile) --group build -o requirements-build.lock
	@$(compile) pyproject.toml -o requirements.lock
	@$(compile) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:  ## remove what was built, but not .venv
	@rm -rf site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -path ./.venv -prune -o -name __pycache__ -type d -print | xargs rm -rf
