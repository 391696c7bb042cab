"""From bytes as they arrived to text: the encoding is found, what is not text is refused."""

import codecs
import re
from collections import Counter

from charset_normalizer import from_bytes

from articles.text import N_, Message

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: How files that are not text begin, and what to say of them.
MAGIC = {
    b"%PDF": N_("The file is a PDF. Save it as plain text (UTF-8) and try again."),
    b"PK\x03\x04": N_(
        "The file is a zip archive or an Office document."
        " Save it as plain text (UTF-8) and try again."
    ),
    b"\xd0\xcf\x11\xe0": N_(
        "The file is an old Office document. Save it as plain text (UTF-8) and try again."
    ),
    b"{\\rtf": N_("The file is an RTF document. Save it as plain text (UTF-8) and try again."),
    b"\x89PNG": N_("The file is a PNG image. Choose a file with plain text (UTF-8)."),
    b"\xff\xd8\xff": N_("The file is a JPEG image. Choose a file with plain text (UTF-8)."),
    b"GIF8": N_("The file is a GIF image. Choose a file with plain text (UTF-8)."),
    b"RIFF": N_("The file is an image, sound or video. Choose a file with plain text (UTF-8)."),
    b"\x1f\x8b": N_("The file is a gzip archive. Choose a file with plain text (UTF-8)."),
    b"\x7fELF": N_("The file is a program. Choose a file with plain text (UTF-8)."),
}
EAST_ASIAN = ("gb18030", "big5", "cp932", "euc_jp", "cp949")
SINGLE_BYTE = (
    *("cp1252", "cp1250", "cp1251", "koi8_r", "koi8_u", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("cp1257", "cp1258", "cp874"),
)
MULTIBYTE_UTF8 = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
# The accented letters of each language that is written in Windows-1252.
WESTERN = (
    *("éèàùâêîôûçëïüœæÿ", "áéíóúüñ", "áàâãçéêíóõôúü", "àèéìíòóùú", "äöüßé", "åäöéæøåéôòà"),
    *("áéíóúýþæðö", "àèéíïòóúüç", "éëïöüèáó"),
)
INSIDE_WORD = re.compile(r"[^\W\d_][¡-´¶¸¹¼-¿×÷‚„…†‡ˆ‰‹•˜™›¢£¥¤¦§¬¯±](?=[^\W\d_])")


class UnreadableCopy(ValueError):
    """The source cannot be read as copy; `message` says why and what to do, in English."""

    def __init__(self, text: str, **values: object) -> None:
        """Take a text marked by `N_`, and the values of its placeholders."""
        self.message = Message(text, values)
        super().__init__(str(self.message))


def decode(source: bytes) -> str:
    """Return the text of bytes in UTF-8, UTF-16, UTF-32, Windows-1252 or a detected encoding.

    Raise `UnreadableCopy` if they are empty, binary or in no encoding that can be recognised.
    """
    if not source.strip():
        raise UnreadableCopy(N_("The file is empty. Choose a file with copy in it."))
    for magic, told in MAGIC.items():
        if source.startswith(magic):
            raise UnreadableCopy(told)
    return checked(_decoded(source))


def checked(text: str) -> str:
    """Return the text without a byte order mark. Raise `UnreadableCopy` if it cannot be stored."""
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise UnreadableCopy(N_("The copy is empty. It needs at least a headline."))
    if "\0" in text:
        raise UnreadableCopy(
            N_(
                "Line %(line)s of the copy has a NUL character."
                " Save the copy as plain text (UTF-8) and try again."
            ),
            line=text.count("\n", 0, text.index("\0")) + 1,
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableCopy(
            N_(
                "Line %(line)s of the copy has an incomplete character. Save the copy as plain"
                " text (UTF-8) and try again."
            ),
            line=text.count("\n", 0, error.start) + 1,
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
            raise UnreadableCopy(
                N_(
                    "The file is UTF-8 with a damaged character in line %(line)s."
                    " Save it as plain text (UTF-8) and try again."
                ),
                line=source.count(b"\n", 0, error.start) + 1,
            ) from None
    return _detected(source)


def _strict(source: bytes, encoding: str) -> str:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableCopy(
            N_(
                "The file seems to be %(encoding)s, but line %(line)s is damaged."
                " Save it as plain text (UTF-8) and try again."
            ),
            encoding=encoding.upper(),
            line=source.count(b"\n", 0, error.start) + 1,
        ) from None


def _without_bom(source: bytes) -> str:
    """Decode UTF-16: of Latin text, every other byte is NUL. Other bytes with NUL are binary."""
    even, odd = source[::2].count(0), source[1::2].count(0)
    half = len(source) // 2
    if len(source) % 2 == 0 and max(even, odd) > half * 0.6 and min(even, odd) < half * 0.05:
        return _strict(source, "utf-16-le" if odd > even else "utf-16-be")
    raise UnreadableCopy(
        N_("The file is binary, not plain text. Save it as plain text (UTF-8) and try again.")
    )


def _nearly_utf8(source: bytes, error: UnicodeDecodeError) -> bool:
    """Return whether it is damaged UTF-8: many whole characters of it, and few broken ones."""
    whole = sum(len(m) for m in MULTIBYTE_UTF8.findall(source))
    high = _high(source)
    return whole >= 20 and whole >= high * 0.9


def _high(source: bytes) -> int:
    """Return the number of bytes that are not ASCII."""
    return len(source.translate(None, bytes(range(0x80))))


def _is_western(source: bytes) -> bool:
    """Return whether it reads as a Western language in Windows-1252, or has few accents."""
    try:
        text = source.decode("cp1252")
    except UnicodeDecodeError:
        return False
    if INSIDE_WORD.search(text):
        return False
    found = Counter(text.lower())
    accented = {c: count for c, count in found.items() if c.isalpha() and not c.isascii()}
    if not set(accented) <= set("".join(WESTERN)):
        return False
    number = sum(accented.values())
    best = max(sum(accented.get(c, 0) for c in letters) for letters in WESTERN)
    return number < len(text) * 0.02 or best >= number * 0.9


def _detected(source: bytes) -> str:
    """Decode as Windows-1252 where the letters fit, or else as charset-normalizer guesses."""
    if _is_western(source):
        return source.decode("cp1252")
    high = _high(source)
    encodings = SINGLE_BYTE if high < len(source) * 0.2 else (*EAST_ASIAN, *SINGLE_BYTE)
    best = from_bytes(source, cp_isolation=list(encodings), preemptive_behaviour=False).best()
    for encoding in (best.encoding if best else "cp1252", "cp1252"):
        try:
            text = source.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(CONTROLS.findall(text)) <= len(text) * 0.001:
            return text
    raise UnreadableCopy(
        N_(
            "The encoding of the file cannot be recognised."
            " Save it as plain text (UTF-8) and try again."
        )
    )
