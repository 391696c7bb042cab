"""Bytes as they arrived to text: encodings found, everything that is no text refused."""

import codecs
import re

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
EAST_ASIAN = ("gb18030", "big5", "cp932", "euc_jp", "cp949")
SINGLE_BYTE = (
    *("cp1252", "cp1250", "cp1251", "koi8_r", "koi8_u", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("cp1257", "cp1258", "cp874"),
)
MULTIBYTE_UTF8 = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
# The accented letters of the languages that Windows-1252 serves.
WESTERN = (
    *("éèàùâêîôûçëïüœæÿ", "áéíóúüñ", "áàâãçéêíóõôúü", "àèéìíòóùú", "äöüßé", "åäöéæøåéôòà"),
    *("áéíóúýþæðö", "àèéíïòóúüç", "éëïöüèáó"),
)
INSIDE_WORD = re.compile(r"[^\W\d_][¡-´¶¸¹¼-¿×÷‚„…†‡ˆ‰‹•˜™›¢£¥¤¦§¬¯±](?=[^\W\d_])")
SAVE_AS = "Save it as plain text (UTF-8) and try again."


class UnreadableCopy(ValueError):
    """The source cannot be read as copy; the message says what it is and what to do."""


def decode(source: bytes) -> str:
    """The text of a file in UTF-8, UTF-16, UTF-32, Windows-1252 or a detected encoding.

    Raises UnreadableCopy for empty, binary and undecodable sources.
    """
    if not source.strip():
        raise UnreadableCopy("The file is empty. Choose a file with copy in it.")
    for magic, what in MAGIC:
        if source.startswith(magic):
            raise UnreadableCopy(f"The file is {what}, not plain text. {SAVE_AS}")
    return checked(_decoded(source))


def checked(text: str) -> str:
    """The text itself, when it can be stored and read; raises UnreadableCopy otherwise."""
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise UnreadableCopy("The copy is empty. Put at least a headline in it.")
    if "\0" in text:
        place = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableCopy(f"The copy holds a NUL character in line {place}. {SAVE_AS}")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        place = text.count("\n", 0, error.start) + 1
        raise UnreadableCopy(
            f"The copy holds half a character in line {place}. {SAVE_AS}"
        ) from None
    return text.removeprefix("\ufeff")


def _decoded(source: bytes) -> str:
    for bom, encoding in BOMS:
        if source.startswith(bom):
            return _strict(source, encoding)
    if b"\0" in source:
        return _without_bom(source)
    try:
        return source.decode()
    except UnicodeDecodeError as error:
        if _nearly_utf8(source, error):
            line = source.count(b"\n", 0, error.start) + 1
            raise UnreadableCopy(
                f"The file is UTF-8 with a damaged character in line {line}. {SAVE_AS}"
            ) from None
    return _detected(source)


def _strict(source: bytes, encoding: str) -> str:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise UnreadableCopy(
            f"The file says it is {encoding.upper()}, but line {line} is damaged. {SAVE_AS}"
        ) from None


def _without_bom(source: bytes) -> str:
    """UTF-16 of plain Latin text shows as a NUL in every other byte; other NULs are binary."""
    even, odd = source[::2].count(0), source[1::2].count(0)
    half = len(source) // 2
    if len(source) % 2 == 0 and max(even, odd) > half * 0.6 and min(even, odd) < half * 0.05:
        return _strict(source, "utf-16-le" if odd > even else "utf-16-be")
    raise UnreadableCopy(f"The file is binary, not plain text. {SAVE_AS}")


def _nearly_utf8(source: bytes, error: UnicodeDecodeError) -> bool:
    """Many whole UTF-8 characters and few broken ones: damage, not another encoding."""
    whole = sum(len(m) for m in MULTIBYTE_UTF8.findall(source))
    high = sum(byte >= 0x80 for byte in source)
    return whole >= 20 and whole >= high * 0.9


def _is_western(source: bytes) -> bool:
    """Whether the source reads as one western language in Windows-1252, or has few accents."""
    try:
        text = source.decode("cp1252")
    except UnicodeDecodeError:
        return False
    if INSIDE_WORD.search(text):
        return False
    accented = [c for c in text.lower() if c.isalpha() and not c.isascii()]
    if not set(accented) <= set("".join(WESTERN)):
        return False
    best = max(sum(c in letters for c in accented) for letters in WESTERN)
    return len(accented) < len(text) * 0.02 or best >= len(accented) * 0.9


def _detected(source: bytes) -> str:
    """Windows-1252 where the letters fit, or else the best guess of charset-normalizer."""
    if _is_western(source):
        return source.decode("cp1252")
    high = sum(byte >= 0x80 for byte in source)
    encodings = SINGLE_BYTE if high < len(source) * 0.2 else (*EAST_ASIAN, *SINGLE_BYTE)
    best = from_bytes(source, cp_isolation=list(encodings), preemptive_behaviour=False).best()
    for encoding in (best.encoding if best else "cp1252", "cp1252"):
        try:
            text = source.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(CONTROLS.findall(text)) <= len(text) * 0.001:
            return text
    raise UnreadableCopy(f"The file is in an encoding that cannot be recognised. {SAVE_AS}")
