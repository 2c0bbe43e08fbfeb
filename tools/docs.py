"""Write into the documents what the program itself says: the list of files, and what the demo prints."""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "dragoman"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
README = ROOT / "README.md"
KEEP = 24  # lines of what `show` prints that the README has


def main() -> int:
    """Exit code 0; with --check, 1 where the list of files is not what the files say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the list of files is current")
    old = ARCHITECTURE.read_text(encoding="utf-8")
    new = between(old, "files", files())
    if parser.parse_args().check:
        print("docs/architecture.md is current" if old == new else "docs/architecture.md is not current: make docs")
        return int(old != new)
    ARCHITECTURE.write_text(new, encoding="utf-8")
    README.write_text(between(README.read_text(encoding="utf-8"), "demo", demo()), encoding="utf-8")
    return 0


def between(text: str, name: str, content: str) -> str:
    """The text with what stands between two markers replaced.

    Raises ValueError where it has no such markers.
    """
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    head, found, rest = text.partition(begin)
    _, closed, tail = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"no markers {begin.strip()} ... {end}")
    return f"{head}{begin}{content}{end}{tail}"


def files() -> str:
    """A table for each folder of the package: its files, each with the first line of its docstring."""
    out: list[str] = []
    folders = sorted({path.parent for path in SOURCE.rglob("*.py")}, key=lambda folder: folder.relative_to(SOURCE))
    for folder in folders:
        paths = sorted(path for path in folder.glob("*.py") if path.name != "__init__.py")
        says = first_line(folder / "__init__.py")
        out.append(f"### `{folder.relative_to(SOURCE.parent)}/`\n{says}\n")
        if paths:
            out += ["| file | what |", "|---|---|"]
            out += [f"| `{path.name}` | {first_line(path)} |" for path in paths]
            out.append("")
    return "\n".join(out) + "\n"


def first_line(path: Path) -> str:
    """What a module's docstring says first."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) if path.exists() else None
    return (text or "").split("\n")[0].replace("|", "\\|")


def demo() -> str:
    """The timeline of the sample, and the event that most pages report, as the commands print them."""
    sys.path.insert(0, str(SOURCE.parent))
    from demo import most_reported  # this folder's

    from dragoman import sample

    command = Path(sys.executable).parent / "dragoman"
    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "sample.dragoman")
        run(command, "read", str(sample.folder()), "--record", record)
        timeline = run(command, "timeline", "--record", record)
        event = most_reported(command, record)
        shown = run(command, "show", event, "--record", record).splitlines() if event else []
    cut = "\n".join([*shown[:KEEP], *(["..."] if len(shown) > KEEP else [])])
    end = "--record sample.dragoman"
    return f"```\n$ dragoman timeline {end}\n{timeline}```\n\n```\n$ dragoman show {event} {end}\n{cut}\n```\n"


def run(*command: str | Path) -> str:
    """What a command prints, trailing blanks cut."""
    done = subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return re.sub(r" +$", "", done.stdout, flags=re.M)


if __name__ == "__main__":
    sys.exit(main())
