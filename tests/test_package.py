"""What the package promises as a package: cheap to import, complete when built, documented as it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
COMMAND = Path(sys.executable).parent / "dragoman"

# What costs tenths of a second and more to import; none of it is needed to say what the commands are.
HEAVY = {"spacy", "thinc", "numpy", "sqlalchemy", "trafilatura", "htmldate", "lxml", "yaml", "py3langid", "rapidfuzz"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).exists()]


def loaded_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_importing_the_package_loads_no_parser() -> None:
    assert not loaded_by("import dragoman, dragoman.types, dragoman.errors, dragoman.sample") & HEAVY


def test_help_loads_nothing_heavy() -> None:
    code = "import dragoman.cli\ntry:\n    dragoman.cli.main(['--help'])\nexcept SystemExit:\n    pass"
    assert not loaded_by(code) & HEAVY


def test_the_version_is_the_projects() -> None:
    import dragoman

    assert dragoman.__version__ == PROJECT["project"]["version"]


def test_a_wheel_carries_the_code_and_all_that_is_data(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    expected = {str(path.relative_to(source)) for path in tracked() if source in path.parents}
    assert expected <= names
    assert "dragoman/py.typed" in names
    assert any(name.startswith("dragoman/sample/pages/") for name in names)
    assert any(name.startswith("dragoman/knowledge/frames/") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


@pytest.mark.parametrize("lock", ["main.txt", "dev.txt"])
def test_a_lock_pins_every_package_with_hashes_and_names_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.M).strip(), flags=re.I)
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[\w.-]+==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]
    assert "://" not in text and "index-url" not in text


def test_the_lock_holds_every_declared_dependency_and_the_build_backend() -> None:
    def plain(name: str) -> str:
        return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0]).lower()  # type: ignore[index]

    main = (ROOT / "requirements" / "main.txt").read_text(encoding="utf-8")
    dev = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    locked = {plain(name) for name in re.findall(r"^[\w.-]+(?===)", main, flags=re.M)}
    project = PROJECT["project"]
    needed = [*project["dependencies"], *PROJECT["build-system"]["requires"], "editables"]
    assert {plain(name) for name in needed} <= locked
    locked_dev = {plain(name) for name in re.findall(r"^[\w.-]+(?===)", dev, flags=re.M)}
    assert locked | {plain(name) for name in project["optional-dependencies"]["dev"]} <= locked_dev


def test_a_python_that_does_not_fit_is_refused_in_one_clear_line(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHON": str(tmp_path / "python3.9")}
    done = subprocess.run(
        [ROOT / "tools" / "environment.sh", tmp_path / "venv"], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "3.11, 3.12 or 3.13" in line and str(tmp_path / "python3.9") in line
    assert not (tmp_path / "venv").exists()


def documented(pattern: str) -> list[str]:
    texts = [README, *(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))]
    found = [line for text in texts for block in re.findall(r"```\w*\n(.*?)```", text, flags=re.S)
             for line in block.splitlines()]
    return sorted({line.split("#")[0].strip() for line in found if re.match(pattern, line.strip())})


def test_every_make_target_in_the_documents_exists() -> None:
    lines = documented(r"make ")
    assert {"make demo", "make test"} <= set(lines)
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, flags=re.M))
    for line in lines:
        assert line.split()[1] in targets, line


def test_every_command_and_option_in_the_documents_exists() -> None:
    lines = documented(r"(\$ )?(\.venv/bin/)?dragoman ")
    assert lines
    for line in lines:
        words = line.removeprefix("$ ").split()
        done = subprocess.run([COMMAND, words[1], "--help"], capture_output=True, text=True)
        assert done.returncode == 0, line
        for option in (word for word in words if word.startswith("--")):
            assert option.split("=")[0] in done.stdout, line


def test_no_file_is_too_large_for_its_kind() -> None:
    for path in tracked():
        assert path.stat().st_size < 4_000_000, path
        if path.suffix == ".py":
            lines = path.read_text(encoding="utf-8").count("\n")
            assert lines <= 500, f"{path.relative_to(ROOT)}: {lines} lines, which is more than one noun"


def test_relative_links_of_the_documents_lead_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_list_of_files_is_what_the_files_say() -> None:
    check = [sys.executable, str(ROOT / "tools" / "docs.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_file_that_the_documents_name_exists() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "docs/architecture.md"):
        whole = (ROOT / name).read_text(encoding="utf-8")
        text = re.sub(r"<!-- files -->.*<!-- end of files -->", "", whole, flags=re.S)
        for path in re.findall(r"`([\w/.-]+/[\w.*-]*)`", text):
            found = [*ROOT.glob(path.rstrip("/")), *(ROOT / "src" / "dragoman").glob(path.rstrip("/"))]
            assert found, f"{name}: {path}"
