# Two commands: `make run` shows the site, `make test` proves it. The rest is for those who build and serve it.
PORT ?= 8000
WORKERS ?= 2
VENV := .venv
PY := $(VENV)/bin/python
VERDEEL := -n 2 --dist loadfile --no-loadscope-reorder --durations=25 --durations-min=5  # in the order of tests/indeling.py
DEMO_OMGEVING := DEMO=1 DEBUG=0 PYTHONWARNINGS=ignore

.PHONY: run test test-services services services-stop serve bench lock lint schoon storing stoten belasting sbom gaten

run: $(VENV)/.site node_modules/.klaar
	@$(DEMO_OMGEVING) $(PY) manage.py demo --poort $(PORT)

test: $(VENV)/.tests node_modules/.klaar
	@DEMO=1 $(PY) -m pytest -m "not diensten" $(VERDEEL)

test-services: $(VENV)/.tests node_modules/.klaar
	@.ci/diensten.sh start
	@. .diensten/omgeving && DEMO=1 $(PY) -m pytest -m "not browser and not eenmaal" $(VERDEEL); klaar=$$?; .ci/diensten.sh stop; exit $$klaar

services:
	@.ci/diensten.sh start
	@echo "Gebruik ze met: . .diensten/omgeving"

services-stop:
	@.ci/diensten.sh stop

serve: $(VENV)/.site node_modules/.klaar
	@$(PY) manage.py klaarzetten
	@PORT=$(PORT) WORKERS=$(WORKERS) exec $(VENV)/bin/gunicorn -c kennisplatform/beheer/dienst.py kennisplatform.wsgi

# What readers and writers see when something breaks: minutes, on real services. Part of it: STORING="Redis uit"
storing: $(VENV)/.tests node_modules/.klaar
	@$(PY) .ci/storing $(if $(STORING),"$(STORING)")

# What it carries on real services, beside stock Wagtail. Longer: BELASTING_MINUTEN=5; memory: BELASTING_DUUR=20
belasting: $(VENV)/.tests node_modules/.klaar
	@$(PY) .ci/belasting

# What nobody should send, at every door and in every role; a quarter of an hour. Otherwise: STOTEN="--zaad 2 --aantal 3000"
stoten: $(VENV)/.tests node_modules/.klaar
	@$(PY) .ci/stoten $(STOTEN)

# What is in it (CycloneDX), and whether holes are known of it: both fetch their own tool, the second asks the registries.
TOOL := UV_SYSTEM_CERTS=1 $(VENV)/bin/uv tool run --quiet --python $(PY)

sbom: $(VENV)/.site node_modules/.klaar
	@mkdir -p var
	@$(TOOL) --from cyclonedx-bom==7.5.0 cyclonedx-py requirements requirements.txt --output-format JSON --output-file var/sbom-python.json
	@npm sbom --sbom-format cyclonedx --omit dev > var/sbom-npm.json
	@echo "var/sbom-python.json en var/sbom-npm.json"

gaten: $(VENV)/.site node_modules/.klaar
	@$(TOOL) pip-audit==2.10.1 --disable-pip --no-deps -r requirements.txt
	@npm audit --omit dev

bench: $(VENV)/.tests node_modules/.klaar
	@DEMO=1 DEBUG=0 $(PY) manage.py meet

lint: $(VENV)/.tests
	@echo "Regels voor code …" && $(VENV)/bin/ruff check --quiet .
	@echo "Opmaak van code …" && $(VENV)/bin/ruff format --quiet --check .
	@echo "Sjablonen …" && $(VENV)/bin/djlint templates --lint --quiet
	@echo "Typen …" && DEMO=1 $(VENV)/bin/mypy
	@echo "Migraties …" && $(DEMO_OMGEVING) $(PY) manage.py makemigrations --check --dry-run

lock: $(VENV)/.tests
	@$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	@$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev pyproject.toml -o requirements-dev.txt

schoon:
	@.ci/diensten.sh stop
	rm -rf var .diensten

$(VENV)/bin/uv:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 of nieuwer is nodig")'
	@python3 -m venv $(VENV)
	@$(VENV)/bin/python -m pip install -q --disable-pip-version-check uv

$(VENV)/.site: requirements.txt | $(VENV)/bin/uv
	@echo "Pakketten installeren (eenmalig) …"
	@UV_SYSTEM_CERTS=1 $(VENV)/bin/uv pip install -q --compile-bytecode --python $(PY) --require-hashes -r requirements.txt
	@.ci/pdf.sh $(PY)
	@touch $@

$(VENV)/.tests: requirements-dev.txt | $(VENV)/bin/uv
	@echo "Pakketten voor de tests installeren (eenmalig) …"
	@UV_SYSTEM_CERTS=1 $(VENV)/bin/uv pip install -q --compile-bytecode --python $(PY) --require-hashes -r requirements-dev.txt
	@.ci/pdf.sh $(PY)
	@touch $@

node_modules/.klaar: package-lock.json
	@echo "Lettertypen installeren (eenmalig) …"
	@npm ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@
