"""Read the bundled sample newsroom into a record, print its timeline and where to look next."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from dragoman import sample

HERE = Path.cwd()


def main() -> int:
    """Exit code 0 where every command of the demo ended well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", default="sample.dragoman", help="the record to keep what was read")
    record = parser.parse_args().record
    command = Path(sys.executable).parent / "dragoman"
    shown = f"{command.relative_to(HERE)}" if command.is_relative_to(HERE) else str(command)

    for arguments in (["read", str(sample.folder())], ["timeline"]):
        print(f"\n$ dragoman {' '.join(_short(argument) for argument in arguments)} --record {record}", flush=True)
        done = subprocess.run([command, *arguments, "--record", record], stdin=subprocess.DEVNULL)
        if done.returncode:
            return done.returncode
    best = most_reported(command, record)
    print(f"\nThe pages lie in {_short(str(sample.folder()))}; the record is one file, {record}. Where to look next:\n")
    for line in next_steps(shown, record, best):
        print(f"  {line}")
    return 0


def next_steps(command: str, record: str, event: str | None) -> list[str]:
    """Commands worth trying on the record that the demo made."""
    end = f"--record {record}"
    steps = [
        f"{command} show {event} {end}          # every value with its sentence" if event else "",
        f"{command} show {event} {end} --why    # and the rule behind it" if event else "",
        f"{command} timeline --who Gerasimov --where Baku {end}",
        f"{command} export --format jsonl --out sample-export {end}",
        "make desk    # the same in a browser",
        f"{command} read PATH... --record mine.dragoman    # your own .txt, .html and .jsonl pages",
    ]
    return [step for step in steps if step]


def most_reported(command: Path, record: str) -> str | None:
    """Id of the event that most articles report; None in an empty record."""
    with tempfile.TemporaryDirectory() as folder:
        export = ["export", "--record", record, "--format", "jsonl", "--out", folder]
        subprocess.run([command, *export], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        lines = (Path(folder) / "events.jsonl").read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    if not events:
        return None
    best = max(events, key=lambda event: (len({source["article"] for source in event["sources"]}), event["id"]))
    return str(best["id"])


def _short(path: str) -> str:
    return str(Path(path).relative_to(HERE)) if Path(path).is_relative_to(HERE) else path


if __name__ == "__main__":
    sys.exit(main())
