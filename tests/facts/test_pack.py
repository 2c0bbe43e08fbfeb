"""The pack loads whole or not at all, and an error says where, why, and what would be right."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import KnowledgeError
from dragoman.facts import pack as pack_module
from dragoman.facts.frame_reader import read_frame
from dragoman.facts.pack import ArgumentRef, Frame, has_frames, load_frames, trigger_lemmas

KINDS = {
    "meeting", "visit", "call", "agreement", "arms_transfer", "exercise", "incident", "deployment", "ceasefire",
    "sanction", "aid",
}  # fmt: skip

PORT_CALL = """\
name: port_call
plover: {event: CONSULT, mode: visit}
about: A warship of one state puts into a port of another.
abroad: true
slots:
  visitor: {kinds: [state, force], as: visitor, least: 1}
  goal: {kinds: [place, state], gives: place}
common: {goal: ["place:in"]}
triggers:
  - verbs: [dock, moor]
    fill: {visitor: [agent]}
    need: [visitor, goal]
    only: {"agent|patient": [frigate]}
    strength: 0.8
examples:
  - text: The Russian frigate Admiral Gorshkov moored in Havana on June 12, 2024.
    gives: [{status: occurred, visitor: [RUS], host: CUB, place: Havana, start: 2024-06-12}]
near_misses:
  - The talks docked two points.
"""


def pack(folder: Path, text: str, name: str = "port_call.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path, text: str) -> KnowledgeError:
    with pytest.raises(KnowledgeError) as caught:
        load_frames(pack(folder, text))
    return caught.value


def by_name(frames: tuple[Frame, ...]) -> dict[str, Frame]:
    return {frame.name: frame for frame in frames}


# ------------------------------------------------------------------ ours


def test_the_eleven_kinds_are_there_in_the_order_of_their_names() -> None:
    names = [frame.name for frame in load_frames()]
    assert set(names) == KINDS
    assert names == sorted(names)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_kind_has_its_examples_and_near_misses(name: str) -> None:
    frame = by_name(load_frames())[name]
    assert len(frame.examples) >= 25
    assert len(frame.near_misses) >= 12
    statuses = {gives.status for example in frame.examples for gives in example.gives}
    assert {"occurred", "planned", "denied", "possible"} <= statuses


def test_no_sentence_is_told_twice() -> None:
    texts = [text for frame in load_frames() for text in (*(e.text for e in frame.examples), *frame.near_misses)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("name", sorted(KINDS))
def test_an_example_speaks_with_a_word_of_its_own_kind(name: str) -> None:
    """Some trigger's first letters stand in the text: a check that needs no parser."""
    frame = by_name(load_frames())[name]
    words = {word.split()[0] for t in frame.triggers for word in (*t.verbs, *t.nouns, *t.adjectives)}
    irregular = {
        "meet": "met", "sit": "sat", "hold": "held", "speak": "spoke", "leave": "left", "give": "gave", "send": "sent",
        "fly": "flew", "go": "went", "be": "is", "buy": "bought", "sell": "sold", "shoot": "shot", "strike": "struck",
        "fight": "fought", "break": "broke", "put": "put", "freeze": "froze", "see": "saw",
        "tell": "told", "teach": "taught", "have": "has",
    }  # fmt: skip
    stems = {word[: max(3, len(word) - 2)] for word in words} | {irregular[w] for w in words if w in irregular}
    silent = [e.text for e in frame.examples if not any(stem in e.text.lower() for stem in stems)]
    assert silent == []


def test_a_strength_is_a_share_and_every_need_is_filled() -> None:
    for frame in load_frames():
        for trigger in frame.triggers:
            assert 0 < trigger.strength <= 1
            for alternatives in trigger.need:
                assert all(trigger.arguments_of(slot) for slot in alternatives)


def test_frames_are_frozen() -> None:
    frame = load_frames()[0]
    with pytest.raises(FrozenInstanceError):
        frame.name = "other"  # type: ignore[misc]


def test_reading_twice_gives_the_same() -> None:
    first = load_frames()
    pack_module._ours.cache_clear()
    assert load_frames() == first


# ------------------------------------------------------------------ a user's pack


def test_a_users_kind_is_added(tmp_path: Path) -> None:
    frames = by_name(load_frames(pack(tmp_path, PORT_CALL)))
    assert set(frames) == KINDS | {"port_call"}
    frame = frames["port_call"]
    assert frame.plover == ("CONSULT", "visit")
    assert frame.abroad and frame.cross == "no"
    assert frame.slot("visitor").part == "visitor"
    assert frame.slot("goal").gives == "place"
    (trigger,) = frame.triggers
    assert trigger.verbs == ("dock", "moor")
    assert trigger.arguments_of("goal") == (ArgumentRef("place", "in"),), "the common fill"
    assert trigger.only[0].arguments == (ArgumentRef("agent"), ArgumentRef("patient"))
    assert trigger.only[0].words == {"frigate"}
    (expected,) = frame.examples[0].gives
    assert expected.status == "occurred"
    assert expected.field("visitor") == ("RUS",)
    assert expected.field("start") == "2024-06-12", "a bare YAML date is a date"
    assert expected.field("end") is None


def test_a_users_frame_replaces_ours_of_the_same_name(tmp_path: Path) -> None:
    frames = by_name(load_frames(pack(tmp_path, PORT_CALL.replace("name: port_call", "name: visit"))))
    assert set(frames) == KINDS
    assert frames["visit"].triggers[0].verbs == ("dock", "moor")


def test_a_folder_named_frames_is_preferred_and_other_knowledge_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    pack(tmp_path / "frames", PORT_CALL)
    pack(tmp_path, "families: []", "arms.yaml")
    assert "port_call" in by_name(load_frames(tmp_path))


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder, names in ((one, ("a.yaml", "b.yaml")), (two, ("b.yaml", "a.yaml"))):
        folder.mkdir()
        pack(folder, PORT_CALL, names[0])
        pack(folder, PORT_CALL.replace("name: port_call", "name: flyby"), names[1])
    assert [f.name for f in load_frames(one)] == [f.name for f in load_frames(two)]


def test_the_words_of_a_fill_match_roles_and_prepositions() -> None:
    assert ArgumentRef("goal", "to").fits("goal", "to")
    assert not ArgumentRef("goal", "to").fits("goal", "for")
    assert ArgumentRef("goal").fits("goal", "for")
    assert ArgumentRef("any", "by").fits("oblique", "by")
    assert not ArgumentRef("any", "by").fits("agent", None)


# ------------------------------------------------------------------ refusals


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("visitor: [agent]", "visitor: [agnt]", 11, ("unknown role 'agnt'", "did you mean 'agent'?")),
        ("visitor: [agent]", "visiter: [agent]", 11, ("unknown slot 'visiter'", "did you mean 'visitor'?")),
        ('"place:in"', '"place:"', 8, ("'place:' is not a role with a preposition", "goal:to")),
        ('"place:in"', '"any"', 8, ("`any` needs a preposition", "any:by")),
        ("need: [visitor, goal]", "need: []", 12, ("needs nothing", "name a slot")),
        ("need: [visitor, goal]", "need: [host]", 12, ("unknown slot 'host'", "visitor")),
        ("need: [visitor, goal]", "needs: [goal]", 12, ("unknown key 'needs'", "did you mean 'need'?")),
        ("strength: 0.8", "strength: 8", 14, ("8 is not a number from 0 to 1", "0.7")),
        ("strength: 0.8", "status: maybe", 14, ("unknown status 'maybe'", "possible")),
        ("strength: 0.8", "wakes: perhaps", 14, ("neither true nor false", "true")),
        ("strength: 0.8", "kinds: {visitor: [person]}", 14, ("does not take person", "widen")),
        ("as: visitor", "as: guest", 6, ("unknown part 'guest'", "visitor")),
        ("as: visitor", "as: visitor, gives: host", 6, ("either", "exactly one")),
        ("least: 1", "least: -1", 6, ("not a whole number", "0, 1, 2")),
        ("kinds: [state, force]", "kinds: [state, navy]", 6, ("unknown kind of filler 'navy'", "force")),
        ("event: CONSULT", "event: CONSLT", 2, ("unknown PLOVER event 'CONSLT'", "did you mean 'CONSULT'?")),
        ("verbs: [dock, moor]", "verbs: [dock, 'moor.*']", 10, ("is not a lemma", "pattern")),
        ("verbs: [dock, moor]", "verbs: [dock, Moor]", 10, ("is not a lemma", "lower case")),
        ("verbs: [dock, moor]", "verbs: [dock, dock]", 10, ("stands twice", "one of them")),
        ("verbs: [dock, moor]", "verbs: [dock, on]", 10, ("True stands where text is needed", "quotes")),
        ("verbs: [dock, moor]", "verbs: []", 10, ("a trigger without a word", "nouns")),
        ("status: occurred", "status: done", 17, ("unknown status 'done'", "occurred")),
        ("host: CUB", "guest: CUB", 17, ("unknown key 'guest'", "did you mean")),
        ("start: 2024-06-12", "start: June", 17, ("'June' is no date", "2019-07-10")),
        ("name: port_call", "name: Port Call", 1, ("no name of a kind", "port_call")),
        ("abroad: true\n", "abroad: true\nabroad: false\n", 5, ("'abroad' stands twice", "keep one")),
        ("about: A warship of one state puts into a port of another.\n", "", 1, ("'about' is missing", "about:")),
        (
            "  - The talks docked two points.",
            "  - The Russian frigate Admiral Gorshkov moored in Havana on June 12, 2024.",
            19,
            ("an example too", "one of the two"),
        ),
    ],
)
def test_what_is_wrong_is_named_with_line_reason_and_remedy(
    tmp_path: Path, old: str, new: str, line: int, says: tuple[str, str]
) -> None:
    assert old in PORT_CALL
    error = refused(tmp_path, PORT_CALL.replace(old, new, 1))
    assert error.where.startswith(f"{tmp_path / 'port_call.yaml'}:{line}")
    assert says[0] in error.why
    assert says[1] in error.remedy


def test_the_path_of_keys_leads_to_the_value(tmp_path: Path) -> None:
    error = refused(tmp_path, PORT_CALL.replace("visitor: [agent]", "visitor: [agnt]"))
    assert error.where.endswith("port_call.yaml:11: triggers[0].fill.visitor[0]")


def test_a_slot_that_nothing_fills_is_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, PORT_CALL.replace("slots:\n", "slots:\n  host: {kinds: [state], gives: host}\n"))
    assert "no trigger fills the slot 'host'" in error.why


def test_a_name_taken_within_a_pack_is_refused(tmp_path: Path) -> None:
    pack(tmp_path, PORT_CALL, "a.yaml")
    error = refused(tmp_path, PORT_CALL)
    assert "'port_call' is taken by" in error.why and "a.yaml" in error.why
    assert re.search(r"a\.yaml:\d+: name", error.why)
    assert re.search(r"port_call\.yaml:\d+: name$", error.where)


def test_a_kind_named_beside_that_there_is_not_is_refused_with_its_line(tmp_path: Path) -> None:
    error = refused(tmp_path, PORT_CALL.replace("slots:\n", "kin: [vist]\nslots:\n"))
    line = PORT_CALL.splitlines().index("slots:") + 1
    assert error.where.endswith(f"port_call.yaml:{line}: kin")
    assert "there is no kind 'vist'" in error.why


def test_kinds_that_yield_in_a_circle_are_refused(tmp_path: Path) -> None:
    pack(tmp_path, PORT_CALL.replace("port_call", "flyby").replace("slots:\n", "yields: [port_call]\nslots:\n"), "a.yaml")
    error = refused(tmp_path, PORT_CALL.replace("slots:\n", "yields: [flyby]\nslots:\n"))
    assert error.why == "a cycle: flyby yields to port_call yields to flyby"
    assert re.search(r"a\.yaml:\d+: yields$", error.where)


def test_a_folder_says_whether_it_has_kinds_of_its_own(tmp_path: Path) -> None:
    assert not has_frames(tmp_path)
    pack(tmp_path, PORT_CALL)
    assert has_frames(tmp_path)


def test_one_bad_file_refuses_the_whole_pack(tmp_path: Path) -> None:
    pack(tmp_path, PORT_CALL.replace("name: port_call", "name: flyby"), "a.yaml")
    refused(tmp_path, PORT_CALL.replace("[agent]", "[agnt]"))
    assert "flyby" not in by_name(load_frames())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("name: [port", "not YAML"),
        ("name: port_call\n\tabout: x", "not YAML"),
        ("- a\n- b", "mapping"),
        ("just words", "mapping"),
        ("name: &again [*again]", "cycle"),
        ("1: x", "read as 1"),
        ("[a]: x", "not a word"),
        ("name: 2021-02-30", "cannot be read"),
        ("name: !!python/name:os.system x", "not YAML"),
        ("name: *nowhere", "not YAML"),
    ],
)
def test_what_is_no_frame_is_refused_with_the_file(tmp_path: Path, text: str, says: str) -> None:
    error = refused(tmp_path, text)
    assert "port_call.yaml" in error.where
    assert says in error.why
    assert error.remedy


def test_brackets_without_end_are_refused(tmp_path: Path) -> None:
    assert "levels deep" in refused(tmp_path, "name: " + "[" * 100_000 + "]" * 100_000).why


def test_a_small_file_that_unfolds_to_millions_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "values" in refused(tmp_path, "\n".join(lines)).why


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "port_call.yaml").write_bytes("name: визит".encode("cp1251"))
    with pytest.raises(KnowledgeError, match="not UTF-8"):
        load_frames(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        load_frames(tmp_path / "nowhere")


@given(st.text(max_size=200))
def test_any_text_is_a_frame_or_a_clear_refusal(text: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_frame(text, "x.yaml")
    assert caught.value.where.startswith("x.yaml") and caught.value.why


@given(st.data())
def test_a_frame_with_one_value_spoilt_never_fails_otherwise(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(PORT_CALL) - 1))
    end = data.draw(st.integers(start, min(len(PORT_CALL), start + 12)))
    spoilt = PORT_CALL[:start] + data.draw(st.text("ab:[]{}*&-|\"' \n\t0", max_size=6)) + PORT_CALL[end:]
    try:
        read_frame(spoilt, "x.yaml")
    except KnowledgeError as error:
        assert error.where.startswith("x.yaml")


# ------------------------------------------------------------------ triage


def test_trigger_lemmas_leave_out_what_is_too_common() -> None:
    verbs, nouns = trigger_lemmas(load_frames())
    assert {"meet", "visit", "telephone", "sign", "deliver", "deploy", "shoot down"} <= verbs
    assert {"meeting", "talk", "visit", "agreement", "exercise", "sanction", "ceasefire"} <= nouns
    assert not {"be", "go", "put", "get", "see"} & verbs


def test_a_trigger_that_joins_does_not_wake_unless_it_says_so(tmp_path: Path) -> None:
    joining = PORT_CALL.replace("strength: 0.8", "joins: patient")
    frames = [f for f in load_frames(pack(tmp_path, joining)) if f.name == "port_call"]
    assert trigger_lemmas(frames) == (frozenset(), frozenset())
    other = tmp_path / "other"
    other.mkdir()
    woken = pack(other, joining.replace("joins: patient", "joins: patient\n    wakes: true"))
    frames = [f for f in load_frames(woken) if f.name == "port_call"]
    assert trigger_lemmas(frames)[0] == {"dock", "moor"}
