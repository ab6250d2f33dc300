# `make` alone lists the targets.
PYTHON ?= python3
VENV ?= .venv
# The locked set that `make test` and `make lint` install; requirements/django6.txt is the other release line.
TEST_REQUIREMENTS ?= requirements/dev.txt
BIN = $(VENV)/bin
# As many processes as there are cores, four at most.
PYTEST ?= --numprocesses auto --maxprocesses 4 --dist loadgroup

.DEFAULT_GOAL = help
.PHONY: help run serve test audit lint format messages requirements core dev

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

run: core ## Set up, fill an empty newsroom with the demo, and serve it on http://127.0.0.1:$PORT (8000)
	@$(BIN)/python manage.py set_up --demo
	@exec $(BIN)/gunicorn newsroom.wsgi --config deploy/gunicorn.py --workers 1

serve: core ## Set up without demo data and serve with two workers
	@$(BIN)/python manage.py set_up
	@exec $(BIN)/gunicorn newsroom.wsgi --config deploy/gunicorn.py

test: dev ## Run the tests on SQLite, and on PostgreSQL where TEST_DATABASE_URL names a server
	@ENV_FILE=/dev/null DATABASE_URL= $(BIN)/python -m pytest $(PYTEST)
	@if [ -n "$$TEST_DATABASE_URL" ]; then \
		ENV_FILE=/dev/null DATABASE_URL="$$TEST_DATABASE_URL" $(BIN)/python -m pytest $(PYTEST) -m "not browser"; \
	else \
		echo "PostgreSQL: skipped, TEST_DATABASE_URL is not set."; \
		test -z "$$REQUIRE_SERVICES"; \
	fi

audit: dev ## Check the pages with axe-core, the W3C Nu checker and Lighthouse (PAGES=six: six of them, quicker)
	@.ci/packages chromium fonts java node
	@$(BIN)/python -m tests.audit $(PAGES)

lint: dev ## Check style, templates, idioms and migrations
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@find templates -name '*.html' | xargs $(BIN)/djade --target-version 5.2 --check
	@git ls-files '*.py' | xargs $(BIN)/django-upgrade --target-version 5.2
	@$(BIN)/python manage.py makemigrations --check --dry-run

format: dev ## Rewrite the code and the templates in the project's style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@find templates -name '*.html' | xargs $(BIN)/djade --target-version 5.2

messages: core ## Bring the catalogues up to date (needs gettext)
	@$(BIN)/python manage.py makemessages --locale ar --no-obsolete --no-location --ignore .venv --ignore '.venv-*' --ignore var \
		--ignore tests --ignore bench
	@$(BIN)/python manage.py compilemessages --locale ar --ignore .venv --ignore '.venv-*' --ignore var

requirements: ## Lock the versions in requirements/ anew (needs uv)
	@for line in core:3.11 dev:3.11 django6:3.12; do \
		UV_CUSTOM_COMPILE_COMMAND="make requirements" uv pip compile --quiet --universal --generate-hashes \
			--no-emit-index-url --no-emit-find-links --python-version $${line#*:} \
			requirements/$${line%:*}.in --output-file requirements/$${line%:*}.txt; \
	done

core:
	@$(PYTHON) deploy/install.py $(VENV) requirements/core.txt

dev:
	@$(PYTHON) deploy/install.py $(VENV) $(TEST_REQUIREMENTS)
