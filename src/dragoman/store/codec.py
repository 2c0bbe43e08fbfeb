"""Frozen dataclasses to and from JSON, by their declared types; a field at its default is left out."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def dumps(value: object) -> str:
    """One line of JSON: the same value gives the same characters."""
    return json.dumps(_encode(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)


def loads(kind: type[T], text: str) -> T:
    """The dataclass `kind` that `dumps` wrote; raises ValueError where the JSON is not one."""
    return loads_value(kind, json.loads(text))


def loads_many(kind: type[T], text: str) -> tuple[T, ...]:
    """The tuple of dataclasses that `dumps` wrote; raises ValueError where the JSON is not one."""
    return tuple(loads_value(kind, item) for item in json.loads(text))


def loads_value(kind: type[T], data: Any) -> T:
    """A dataclass from JSON that is parsed already; raises ValueError where it is not one."""
    try:
        return typing.cast(T, _decoder(kind)(data))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error


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
def _decoder_of(kind: Any) -> Decoder:
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        parts = {f.name: _decoder(hints[f.name]) for f in dataclasses.fields(kind)}
        build = typing.cast(Callable[..., Any], kind)
        return lambda data: build(**{name: parts[name](item) for name, item in data.items()})
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        each = _decoder(args[0])
        return lambda data: tuple(each(item) for item in data)
    if origin is tuple:
        slots = [_decoder(arg) for arg in args]
        return lambda data: tuple(slot(item) for slot, item in zip(slots, data, strict=True))
    if origin in (typing.Union, types.UnionType):
        inner = [_decoder(arg) for arg in args if arg is not type(None) and dataclasses.is_dataclass(arg)]
        if inner:
            return lambda data: None if data is None else inner[0](data)
    return lambda data: data


def _decoder(kind: Any) -> Decoder:
    return _decoder_of(kind)
