"""Frozen dataclasses to and from JSON, by their declared types; a field at its default is left out."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
_WRITER = msgspec.json.Encoder()
_PACKER = msgspec.json.Encoder(order="deterministic")


def dumps(value: object) -> str:
    """One line of JSON: the same value gives the same characters."""
    return json.dumps(_encode(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)


def pack(value: object) -> str:
    """The same for what is derived: fields at their defaults are written, sets and mappings are sorted."""
    return _PACKER.encode(value).decode()


def written(value: object) -> str:
    """JSON as it stands, in the order of its keys: what `json.dumps` writes, many times as fast."""
    return _WRITER.encode(value).decode()


def loads(kind: type[T], text: str) -> T:
    """The dataclass `kind` that `dumps` wrote; raises ValueError where the JSON is not one."""
    try:
        return typing.cast(T, _decoder(typing.cast(Hashable, kind)).decode(text))
    except msgspec.DecodeError as error:
        raise ValueError(f"not a {getattr(kind, '__name__', kind)}: {error}") from error


def loads_many(kind: type[T], text: str) -> tuple[T, ...]:
    """The tuple of dataclasses that `dumps` wrote; raises ValueError where the JSON is not one."""
    return typing.cast(tuple[T, ...], loads(tuple[kind, ...], text))  # type: ignore[valid-type]


def _encode(value: object) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out = {}
        for name, default in _defaults(type(value)):
            item = getattr(value, name)
            if default is dataclasses.MISSING or item != default or type(item) is not type(default):
                out[name] = _encode(item)
        return out
    if isinstance(value, tuple | list):
        return [_encode(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"no JSON for {type(value).__name__}")


@cache
def _defaults(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default) for f in dataclasses.fields(kind))


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(typing.cast(Any, kind))
