"""The words of knowledge/transfers.yaml: how reports tell of deals in arms."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.knowledge import overlay


@dataclass(frozen=True, slots=True)
class TransferWords:
    """The lists by their names in the file."""

    firm: frozenset[str]
    settled: frozenset[str]
    moving: frozenset[str]
    self_moving: frozenset[str]
    charging: frozenset[str]
    containing: frozenset[str]
    packages: frozenset[str]
    goods: frozenset[str]
    foreseeing: frozenset[str]
    servicing: frozenset[str]
    coming: frozenset[str]
    making: frozenset[str]
    services: frozenset[str]
    announcing: frozenset[str]
    giving: frozenset[str]
    signing: frozenset[str]
    signing_deals: frozenset[str]
    bargaining: frozenset[str]
    placed: frozenset[str]
    parts: frozenset[str]
    joints: frozenset[str]
    preferring: frozenset[str]
    worth: frozenset[str]
    each: frozenset[str]
    looking: frozenset[str]
    pricing: frozenset[str]
    other_sums: frozenset[str]
    obtaining: frozenset[str]
    homemade: frozenset[str]
    two_way: frozenset[str]
    arming: frozenset[str]
    winning: frozenset[str]
    papers: frozenset[str]
    nearing: frozenset[str]
    terms: tuple[str, ...]


@overlay.once
def transfer_words() -> TransferWords:
    """The packaged lists."""
    data = overlay.data("transfers.yaml")
    terms = tuple(sorted(data.pop("terms"), key=lambda t: (-len(t), t)))
    return TransferWords(**{name: frozenset(words) for name, words in data.items()}, terms=terms)
