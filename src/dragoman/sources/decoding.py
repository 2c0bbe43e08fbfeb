"""Bytes to characters: which encoding a page is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from dragoman.errors import PageError

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_SAMPLE = 1 << 16
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{4,}")
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_SURROGATES = re.compile("[\ud800-\udfff\x00]")
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
# Latin, Latin extended, Greek, Cyrillic and typographic marks.
_WIDE_LEADS = (b"\x00", b"\x01", b"\x03", b"\x04", b"\x20")
# Bytes that are letters in the eight-bit encodings of Cyrillic, tried in this order when nothing else tells.
_CYRILLIC = ["cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"]
_OTHERS = ["cp1253", "cp1255", "cp1256", "gb18030", "shift_jis", "euc_jp", "euc_kr", "big5"]


def decode(data: bytes, origin: str, *, html: bool = False) -> str:
    """Characters of a page's bytes, with line breaks as ``\\n``; raises PageError where it is empty or not text."""
    if not data or data.isspace():
        raise PageError(origin, "is empty", "remove it or fetch the page again")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise _binary(origin, f"is {what}, not text")
    text = _decoded(data, origin, html)
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * 50 > len(sample):
        raise _binary(origin, "is a binary file, not text")
    text = clean(text)
    if text.isspace() or not text:
        raise PageError(origin, "is empty", "remove it or fetch the page again")
    return text


def clean(text: str) -> str:
    """The same text with line breaks as ``\\n`` and without characters that cannot be stored."""
    if _BREAKS.search(text):
        text = _BREAKS.sub("\n", text)
    if _SURROGATES.search(text):
        text = _SURROGATES.sub("\ufffd", text)
    return text.removeprefix("\ufeff")


def _binary(origin: str, why: str) -> PageError:
    return PageError(origin, why, "pages are .txt, .html or .jsonl; convert it first")


def _decoded(data: bytes, origin: str, html: bool) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    wide = _wide(data[:_SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    if b"\x00" in data[:_SAMPLE]:
        raise _binary(origin, "is a binary file, not text")
    if html:
        declared = _declared(data)
        if declared:
            return data.decode(declared)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass  # not clean UTF-8: damaged UTF-8 or an eight-bit encoding, told apart below
    damaged = _damaged_utf8(data)
    return damaged if damaged is not None else data.decode(_eight_bit(data), "replace")


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is one of the few that begin Latin, Greek or Cyrillic characters."""
    even, odd = sample[0::2], sample[1::2]
    if not odd or b"\x00" not in sample:
        return None
    share_even, share_odd = (sum(map(half.count, _WIDE_LEADS)) / len(half) for half in (even, odd))
    if share_odd > 0.9 and share_even < 0.5:
        return "utf-16-le"
    if share_even > 0.9 and share_odd < 0.5:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    """The encoding an HTML page declares, if it exists and the bytes really are in it."""
    found = _META_CHARSET.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return None if name.startswith(("utf-16", "utf-32")) else name


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes (a page cut in the middle of a character), else None."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if whole >= 10 * broken else None


def _eight_bit(data: bytes) -> str:
    """The eight-bit encoding of bytes that are not UTF-8.

    Western letters stand alone among ASCII ones, other alphabets come in runs; the runs go to
    charset-normalizer, which compares the letters' frequencies with those of languages.
    """
    first = _HIGH.search(data)
    begin = max(0, (first.start() if first else 0) - 200)
    sample = data[begin : begin + _SAMPLE]
    high = len(_HIGH.findall(sample))
    in_runs = sum(len(run) for run in _HIGH_RUN.findall(sample))
    if in_runs * 3 < high:
        undefined = re.search(rb"[\x81\x8d\x8f\x90\x9d]", data)
        return "latin-1" if undefined else _western(sample)
    return _other_alphabet(sample)


def _western(sample: bytes) -> str:
    """Windows-1254 where the letters that only Turkish has outweigh the Icelandic ones of 1252."""
    turkish = len(re.findall(rb"[\xfd\xfe\xf0\xdd\xde\xd0]", sample))
    others = len(re.findall(rb"[\xc0-\xff]", sample)) - turkish
    return "cp1254" if turkish > 2 and turkish * 3 > others else "cp1252"


def _other_alphabet(sample: bytes) -> str:
    # Imported here: it costs a tenth of a second and few pages need it.
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_CYRILLIC + _OTHERS, preemptive_behaviour=False).best()
    if best is not None:
        return best.encoding
    lower = len(re.findall(rb"[\xe0-\xff]", sample))
    upper = len(re.findall(rb"[\xc0-\xdf]", sample))
    return "cp1251" if lower >= upper else "koi8_r"
