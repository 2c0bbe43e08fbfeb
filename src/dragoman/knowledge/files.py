"""Reading knowledge files: YAML mappings and CSV rows, the user's laid over the packaged ones."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import KnowledgeError

PACKAGED = Path(__file__).parent
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def layers(name: str, folder: Path | None) -> list[Path]:
    """The files of one name, the packaged one first; each later one is laid over those before.

    Raises KnowledgeError where `folder` is no directory.
    """
    found = [PACKAGED / name]
    if folder is not None:
        if not folder.is_dir():
            raise KnowledgeError(str(folder), "is no folder", "give --knowledge the folder that holds your files")
        if (folder / name).is_file():
            found.append(folder / name)
    return found


def mapping(path: Path) -> dict[str, Any]:
    """The top mapping of a YAML file, empty for an empty file; raises KnowledgeError."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    except UnicodeDecodeError as error:
        raise KnowledgeError(
            str(path), f"is not UTF-8 ({error.reason} at byte {error.start})", "save it as UTF-8"
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}, line {mark.line + 1}" if mark is not None else str(path)
        why = getattr(error, "problem", None) or "is not YAML"
        raise KnowledgeError(where, f"is not YAML: {why}", "check the indentation, colons and quotes there") from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise KnowledgeError(str(path), "is not a mapping", "begin it with a section name and a colon")
    return data


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[list[str]]:
    """The rows of a CSV file with exactly these columns in its first line; raises KnowledgeError."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        try:
            header = next(reader, [])
            if tuple(header) != columns:
                raise KnowledgeError(str(path), f"has columns {','.join(header)}", f"name them {','.join(columns)}")
            for row in reader:
                if len(row) != len(columns):
                    why = f"has {len(row)} fields, not {len(columns)}"
                    raise KnowledgeError(f"{path}, line {reader.line_num}", why, "quote a field that holds a comma")
                yield row
        except UnicodeDecodeError as error:
            raise KnowledgeError(str(path), f"is not UTF-8 ({error.reason})", "save it as UTF-8") from None
        except csv.Error as error:
            raise KnowledgeError(f"{path}, line {reader.line_num}", str(error), "check the quotes there") from None


class Fields:
    """The fields of one entry, read with checks that name the file and the entry."""

    def __init__(self, path: Path, entry: str, data: object, allowed: frozenset[str]) -> None:
        self.where = f"{path}: {entry}"
        if data is None:
            data = {}
        if not isinstance(data, dict):
            raise KnowledgeError(self.where, "is not a mapping of fields", "write it as {field: value, ...}")
        unknown = sorted(str(k) for k in data if k not in allowed)
        if unknown:
            raise KnowledgeError(self.where, f"has no field {unknown[0]}", f"use one of {', '.join(sorted(allowed))}")
        self._data = data

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self._data.get(key)
        if not isinstance(value, str) or not value.strip():
            raise KnowledgeError(
                self.where, f"{key} is missing or no text", f"give {key} a text; quote yes, no and numbers"
            )
        return value

    def maybe(self, key: str) -> str | None:
        """A text, or None where it is absent or null."""
        return None if self._data.get(key) is None else self.text(key)

    def code(self, key: str) -> str | None:
        """Three capital letters, or None where absent."""
        value = self.maybe(key)
        if value is not None and not is_state_code(value):
            raise KnowledgeError(self.where, f"{key} {value!r} is no alpha-3 code", "give three capital letters")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where absent."""
        return texts(self.where, key, self._data.get(key))

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._data.get(key, default)
        if not isinstance(value, bool):
            raise KnowledgeError(self.where, f"{key} is {value!r}", "write true or false")
        return value

    def one_of(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """One of a few words."""
        value = self._data.get(key, default)
        if value not in allowed:
            raise KnowledgeError(self.where, f"{key} is {value!r}", f"use one of {', '.join(allowed)}")
        return str(value)

    def point(self) -> tuple[float, float]:
        """Latitude and longitude under `at`, in degrees."""
        value = self._data.get("at")
        if not (isinstance(value, list) and len(value) == 2 and all(_is_number(v) for v in value)):
            raise KnowledgeError(self.where, "at is missing or not two numbers", "write at: [latitude, longitude]")
        lat, lon = float(value[0]), float(value[1])
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise KnowledgeError(self.where, f"at {value} is off the globe", "write latitude first, in degrees")
        return lat, lon


def texts(where: str, key: str, value: object) -> tuple[str, ...]:
    """A YAML list of texts as a tuple, empty where absent; raises KnowledgeError naming `where` and `key`."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise KnowledgeError(where, f"{key} is no list", f"write {key}: [one, two]")
    for item in value:
        if not isinstance(item, str) or not item:
            raise KnowledgeError(where, f"{key} holds {item!r}, which is no text", "put quotes around it")
    return tuple(value)


def is_state_code(value: str) -> bool:
    """True of three capital letters."""
    return len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
