# Every target sets up what it needs on first use (see installer/); later calls start at once.
# make run ARGS="--library /path/to/library"; make test PYTEST_ARGS="-k search"
# make PYTHON=/path/to/python3.12 run   chooses the Python that the environment is made with.
SHELL = /bin/sh
BIN = .venv/bin
ARGS =
PYTEST_ARGS =
BENCH_ARGS =
EXPORT = .venv-export
EXPORT_ARGS =
export PYTHON
# Tests load ONNX Runtime directly, which would report to its maker.
export ORT_DISABLE_TELEMETRY = 1

.PHONY: help run test test-export lint bench screenshots translations wheel setup clean distclean

help:
	@echo 'make run         open the window (sets everything up on first use)'
	@echo 'make test        lints, types and all tests, without a screen'
	@echo 'make test-export  tests of models/export, in an environment of their own with torch'
	@echo 'make lint        lints and types only'
	@echo 'make bench       measure speed, recall and memory on this machine'
	@echo 'make screenshots  take the pictures in docs/screenshots again'
	@echo 'make translations  take new texts into resources/translations, and compile them'
	@echo 'make wheel       build wheel and source archive into dist/'
	@echo 'make clean       remove caches and built files'
	@echo 'make distclean   remove the virtual environment as well'

run:
	@sh installer/start.sh run $(ARGS)

setup:
	@sh installer/start.sh setup

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --explicit-package-bases installer benchmarks tests/unit/project tests/end2end
	$(BIN)/lint-imports

test: lint
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(PYTEST_ARGS)

test-export: $(EXPORT)/.ready
	QT_QPA_PLATFORM=offscreen HF_HUB_OFFLINE=1 $(EXPORT)/bin/python -m pytest tests/export $(EXPORT_ARGS)

# torch takes more than a gigabyte, so it stays out of the environment that everything else needs.
$(EXPORT)/.ready: pyproject.toml photoclip/__init__.py | setup
	$(BIN)/python -m venv $(EXPORT)
	@echo 'Installing what exports need (once; a few minutes) ...'
	@$(EXPORT)/bin/python -m pip install --disable-pip-version-check --no-input --progress-bar off \
		-e '.[dev,export]' > $(EXPORT)/setup.log 2>&1 || { tail -n 15 $(EXPORT)/setup.log; echo; \
		echo 'The packages for exports cannot be installed; pip says why above, in full in'; \
		echo '$(EXPORT)/setup.log. They are torch, torchvision, open_clip_torch and transformers in the'; \
		echo 'versions that pyproject.toml names under "export". The same command goes on from here.'; \
		exit 1; } >&2
	@touch $@

bench: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(BENCH_ARGS)

screenshots: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python benchmarks/screenshots.py

translations: setup
	$(BIN)/python -m installer.texts.translations

wheel: setup
	$(BIN)/python -m hatchling build -d dist

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name '.venv*' -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +

distclean: clean
	rm -rf .venv $(EXPORT)
