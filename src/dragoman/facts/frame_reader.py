"""One frame from one YAML file: every value checked, or a KnowledgeError that says what would be right."""

from __future__ import annotations

import datetime
import re
from typing import cast

from dragoman.facts.frame_types import (
    ANYTHING,
    ARGUMENTS,
    GIVES,
    KINDS,
    PARTS,
    PLOVER_EVENTS,
    STAGES,
    STATUSES,
    ArgumentRef,
    Condition,
    Cross,
    Example,
    Expected,
    Fill,
    Frame,
    Slot,
    Trigger,
)
from dragoman.facts.lined_yaml import Lined, nearest, read_lined
from dragoman.types import Status

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_LEMMA = re.compile(r"[^\W_A-Z][\w.'’-]*(?: [\w'’-]+)*")
_WORD = re.compile(r"[\w.'’-]+")
_PREP = re.compile(r"[a-z]+(?: [a-z]+)*")
_DATE = re.compile(r"(?:\d{4}|-)(?:-\d{2}(?:-\d{2})?)?")

_FRAME_KEYS = ("name", "plover", "about", "slots", "triggers", "examples")
_FRAME_MORE = (
    "cross", "abroad", "in_person", "mutual", "hostile", "goes_on", "hosted", "kin", "yields", "common", "recall",
    "near_misses", "figures", "performed", "kept", "stages", "words", "in_force",
)  # fmt: skip
_TRIGGER_MORE = (
    "verbs", "nouns", "adjectives", "fill", "only", "unless", "kinds", "actor_patient", "joins", "effect", "status",
    "stage", "plover", "cross", "strength", "wakes", "yields",
)  # fmt: skip
# What an example may state beside the frame's own slots.
_EXAMPLE_TEXT = frozenset(
    {"host", "place", "start", "end", "stage", "item", "bound", "currency", "category", "terms", "attributed_to"}
)
_EXAMPLE_NUMBER = frozenset({"quantity", "value"})
_EXAMPLE_LIST = frozenset({"topics", "figures"})
_BOUNDS = frozenset({"exact", "about", "at least", "up to"})


def read_frame(text: str, file: str) -> Frame:
    """The frame that a YAML text holds; raises KnowledgeError with file, line, key, reason and remedy."""
    root = read_lined(text, file)
    keys = root.keys_among(_FRAME_KEYS, _FRAME_MORE)
    name = keys["name"].text()
    if not _NAME.fullmatch(name):
        keys["name"].fail(f"{name!r} is no name of a kind", "use lower-case letters, digits and _: port_call")
    slots = tuple(_slot(key, value) for key, value in keys["slots"].mapping().items())
    if not slots:
        keys["slots"].fail("a frame without slots", "say at least who takes part")
    by_name = {slot.name: slot for slot in slots}
    _word_lists(keys.get("words"))  # lists that triggers share by alias: checked here, used there
    common = _fill(keys["common"], by_name) if "common" in keys else ()
    triggers = tuple(_trigger(item, by_name, common) for item in keys["triggers"].items())
    _all_filled(keys["slots"], triggers)
    return Frame(
        name=name,
        plover=_plover(keys["plover"]),
        about=keys["about"].text(),
        slots=slots,
        triggers=triggers,
        examples=_examples(keys["examples"], by_name),
        near_misses=_near_misses(keys),
        near_miss_lines=tuple(item.line for item in keys["near_misses"].items()) if "near_misses" in keys else (),
        cross=_cross(keys["cross"]) if "cross" in keys else "no",
        abroad=keys["abroad"].flag() if "abroad" in keys else False,
        in_force=keys["in_force"].flag() if "in_force" in keys else False,
        in_person=keys["in_person"].flag() if "in_person" in keys else False,
        mutual=keys["mutual"].flag() if "mutual" in keys else False,
        hostile=keys["hostile"].flag() if "hostile" in keys else False,
        goes_on=keys["goes_on"].flag() if "goes_on" in keys else False,
        hosted=keys["hosted"].flag() if "hosted" in keys else False,
        kin=_names(keys.get("kin")),
        yields=_names(keys.get("yields")),
        recall=_lemmas(keys.get("recall")),
        figures=_word_lists(keys.get("figures")),
        performed=frozenset(_lemmas(keys.get("performed"))),
        kept=frozenset(_lemmas(keys.get("kept"))),
        stages=_stages(keys.get("stages")),
        file=file,
        lines=tuple((key, keys[key].line) for key in ("name", "kin", "yields") if key in keys),
    )


def _plover(value: Lined) -> tuple[str, str | None]:
    keys = value.keys_among(("event",), ("mode",))
    mode = keys["mode"].text() if "mode" in keys else None
    return keys["event"].one_of(PLOVER_EVENTS, "PLOVER event"), mode


def _cross(value: Lined) -> Cross:
    if value.value == "place":
        return "place"
    if not isinstance(value.value, bool):
        value.fail("neither true, false nor `place`", "write `cross: true`, or `cross: place` where the place counts")
    return "sides" if value.value else "no"


def _slot(name: str, value: Lined) -> Slot:
    if not _NAME.fullmatch(name):
        value.fail(f"{name!r} is no name of a slot", "use lower-case letters, digits and _")
    keys = value.keys_among(("kinds",), ("as", "gives", "least"))
    if ("as" in keys) == ("gives" in keys):
        value.fail("a slot says either what its filler is (`as`) or what it gives (`gives`)", "keep exactly one")
    return Slot(
        name=name,
        kinds=_kinds(keys["kinds"]),
        part=keys["as"].one_of(PARTS, "part") if "as" in keys else None,
        gives=keys["gives"].one_of(GIVES, "gift") if "gives" in keys else None,
        least=keys["least"].count() if "least" in keys else 0,
    )


def _kinds(value: Lined) -> frozenset[str]:
    kinds = frozenset(item.one_of(KINDS, "kind of filler") for item in value.items())
    if not kinds:
        value.fail("no kind of filler", "it must be one of: " + ", ".join(sorted(KINDS)))
    return kinds


def _trigger(value: Lined, slots: dict[str, Slot], common: tuple[Fill, ...]) -> Trigger:
    keys = value.keys_among(("need",), _TRIGGER_MORE)
    verbs, nouns, adjectives = (_lemmas(keys.get(key)) for key in ("verbs", "nouns", "adjectives"))
    if not verbs and not nouns and not adjectives:
        value.fail("a trigger without a word", "add `verbs:`, `nouns:` or `adjectives:`")
    own = _fill(keys["fill"], slots) if "fill" in keys else ()
    named = {fill.slot for fill in own}
    fill = own + tuple(extra for extra in common if extra.slot not in named)
    filled = {each.slot for each in fill}
    need = tuple(_alternatives(item, slots, filled) for item in keys["need"].items())
    if not need:
        keys["need"].fail("a trigger that needs nothing would fire on every use of its word", "name a slot")
    return Trigger(
        verbs=verbs,
        nouns=nouns,
        adjectives=adjectives,
        fill=fill,
        need=need,
        only=_conditions(keys.get("only")),
        unless=_conditions(keys.get("unless")),
        kinds=_narrower(keys.get("kinds"), slots),
        actor_patient=keys["actor_patient"].flag() if "actor_patient" in keys else False,
        joins=_either(keys["joins"], keys["joins"].text()) if "joins" in keys else (),
        effect=keys["effect"].flag() if "effect" in keys else False,
        status=_status(keys["status"]) if "status" in keys else None,
        stage=keys["stage"].one_of(STAGES, "stage") if "stage" in keys else None,
        plover=_plover(keys["plover"]) if "plover" in keys else None,
        cross=_cross(keys["cross"]) if "cross" in keys else None,
        strength=keys["strength"].share() if "strength" in keys else 0.5,
        # A word that joins an event named by another word is parsed for the sake of that one.
        yields=keys["yields"].flag() if "yields" in keys else True,
        wakes=keys["wakes"].flag() if "wakes" in keys else "joins" not in keys,
    )


def _status(value: Lined) -> Status:
    return cast(Status, value.one_of(STATUSES, "status"))


def _names(value: Lined | None) -> tuple[str, ...]:
    """Names of kinds; whether they are known is for the whole pack to say."""
    return tuple(item.text() for item in value.items()) if value is not None else ()


def _lemmas(value: Lined | None) -> tuple[str, ...]:
    """Lemmas without repetition, in the order of the file."""
    found: dict[str, None] = {}
    for item in value.items() if value is not None else ():
        word = item.text()
        if not _LEMMA.fullmatch(word):
            item.fail(f"{word!r} is not a lemma", "write the base form in lower case, without pattern signs: set off")
        if word in found:
            item.fail(f"{word!r} stands twice", "keep one of them")
        found[word] = None
    return tuple(found)


def _fill(value: Lined, slots: dict[str, Slot]) -> tuple[Fill, ...]:
    fills = []
    for name, listed in value.mapping().items():
        _known_slot(listed, name, slots)
        arguments = tuple(_argument(item) for item in listed.items())
        if not arguments:
            listed.fail("no argument", "name one, for example agent")
        fills.append(Fill(name, arguments))
    return tuple(fills)


def _known_slot(value: Lined, name: str, slots: dict[str, Slot]) -> None:
    if name not in slots:
        value.fail(f"unknown slot {name!r}", nearest(name, slots))


def _argument(value: Lined) -> ArgumentRef:
    return _argument_from(value, value.text())


def _argument_from(value: Lined, text: str) -> ArgumentRef:
    role, colon, prep = text.partition(":")
    if role not in ARGUMENTS:
        value.fail(f"unknown role {role!r}", nearest(role, sorted(ARGUMENTS)))
    if colon and not _PREP.fullmatch(prep):
        value.fail(f"{text!r} is not a role with a preposition", "write for example goal:to")
    if role == "any" and not colon:
        value.fail("`any` needs a preposition", "write for example any:by")
    return ArgumentRef(role, prep or None)


def _either(value: Lined, text: str) -> tuple[ArgumentRef, ...]:
    """The arguments that a text such as "place:in|place:at" names."""
    return tuple(_argument_from(value, part) for part in text.split("|"))


def _alternatives(value: Lined, slots: dict[str, Slot], filled: set[str]) -> tuple[str, ...]:
    names = tuple(value.text().split("|"))
    for name in names:
        _known_slot(value, name, slots)
        if name not in filled:
            value.fail(f"the slot {name!r} is needed but nothing fills it", f"add `{name}` under `fill`")
    return names


def _conditions(value: Lined | None) -> tuple[Condition, ...]:
    conditions = []
    for key, listed in value.mapping().items() if value is not None else ():
        words = frozenset(_condition_word(item) for item in listed.items())
        if not words:
            listed.fail("a condition without words", 'list words, or ["*"] for anything')
        conditions.append(Condition(_either(listed, key), words))
    return tuple(conditions)


def _condition_word(value: Lined) -> str:
    word = value.text()
    if word != ANYTHING and (not _WORD.fullmatch(word) or word != word.lower()):
        value.fail(f"{word!r} is not one word in lower case", 'write single lemmas, or "*" for anything')
    return word


def _narrower(value: Lined | None, slots: dict[str, Slot]) -> tuple[tuple[str, frozenset[str]], ...]:
    found = []
    for name, listed in value.mapping().items() if value is not None else ():
        _known_slot(listed, name, slots)
        kinds = _kinds(listed)
        if not kinds <= slots[name].kinds:
            extra = ", ".join(sorted(kinds - slots[name].kinds))
            listed.fail(f"the slot {name!r} does not take {extra}", "narrow its kinds, or widen the slot itself")
        found.append((name, kinds))
    return tuple(found)


def _all_filled(value: Lined, triggers: tuple[Trigger, ...]) -> None:
    filled = {fill.slot for trigger in triggers for fill in trigger.fill}
    for name, slot in value.mapping().items():
        if name not in filled:
            slot.fail(f"no trigger fills the slot {name!r}", "fill it in a trigger or under `common`, or drop it")


def _word_lists(value: Lined | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((key, _lemmas(listed)) for key, listed in value.mapping().items()) if value is not None else ()


def _stages(value: Lined | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    for key, listed in value.mapping().items() if value is not None else ():
        if key not in STAGES:
            listed.fail(f"unknown stage {key!r}", nearest(key, sorted(STAGES)))
    return _word_lists(value)


def _near_misses(keys: dict[str, Lined]) -> tuple[str, ...]:
    if "near_misses" not in keys:
        return ()
    told = {item.mapping()["text"].text() for item in keys["examples"].items()}
    for item in keys["near_misses"].items():
        if item.text() in told:
            item.fail("a near miss that is an example too", "keep it in one of the two lists")
        told.add(item.text())
    return tuple(item.text() for item in keys["near_misses"].items())


def _examples(value: Lined, slots: dict[str, Slot]) -> tuple[Example, ...]:
    examples = tuple(_example(item, slots) for item in value.items())
    if not examples:
        value.fail("a frame without examples", "examples are its tests: add one")
    return examples


def _example(value: Lined, slots: dict[str, Slot]) -> Example:
    keys = value.keys_among(("text", "gives"), ("published",))
    gives = tuple(_expected(item, slots) for item in keys["gives"].items())
    if not gives:
        keys["gives"].fail("an example that gives nothing", "move the sentence to `near_misses`")
    published = _date(keys["published"]) if "published" in keys else None
    return Example(keys["text"].text(), gives, published, value.line)


def _expected(value: Lined, slots: dict[str, Slot]) -> Expected:
    parts = {name for name, slot in slots.items() if slot.part is not None}
    keys = value.keys_among(("status",), parts | _EXAMPLE_TEXT | _EXAMPLE_NUMBER | _EXAMPLE_LIST)
    fields: list[tuple[str, str | int | float | tuple[str, ...]]] = []
    for name, found in keys.items():
        if name == "status":
            continue
        if name in parts or name in _EXAMPLE_LIST:
            fields.append((name, tuple(item.text() for item in found.items())))
        elif name in _EXAMPLE_NUMBER:
            fields.append((name, _number(found)))
        elif name in ("start", "end"):
            fields.append((name, _date(found)))
        elif name == "stage":
            fields.append((name, found.one_of(STAGES, "stage")))
        elif name == "bound":
            fields.append((name, found.one_of(_BOUNDS, "bound")))
        else:
            fields.append((name, found.text()))
    return Expected(_status(keys["status"]), tuple(fields))


def _number(value: Lined) -> int | float | str:
    if isinstance(value.value, str):
        return value.text()  # an order of magnitude: "hundreds of millions"
    if isinstance(value.value, bool) or not isinstance(value.value, int | float):
        value.fail("not a number", "write for example 24, or an order of magnitude in words")
    return value.value


def _date(value: Lined) -> str:
    if isinstance(value.value, datetime.date) and not isinstance(value.value, datetime.datetime):
        return value.value.isoformat()
    text = str(value.value) if isinstance(value.value, int) else value.text()
    if not _DATE.fullmatch(text):
        value.fail(f"{text!r} is no date", 'write "2019", "2019-07" or "2019-07-10"; "--07-10" without a year')
    return text
