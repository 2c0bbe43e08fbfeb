#!/bin/sh
# Resolve requirements/*.txt anew, with hashes, for every Python that pyproject.toml allows.
set -eu
cd "$(dirname "$0")/.."
command -v uv >/dev/null || { echo "make lock: uv is not installed; pip install uv" >&2; exit 1; }

resolve() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-annotate --custom-compile-command "make lock" "$@"
}

resolve pyproject.toml requirements/build.in --output-file requirements/main.txt
# Node for machines that have none: only `make islands` asks for it.
resolve requirements/node.in --output-file requirements/node.txt
resolve pyproject.toml requirements/build.in --extra dev --constraint requirements/main.txt \
    --output-file requirements/dev.txt
