"""Files that are a picture and something else at once, such as a web page or an archive.

Only what is made from an upload is served, so they would do no harm; no camera writes them either.
"""

import re
from io import BytesIO
from zipfile import is_zipfile

#: What begins a page, a script or a document. Text follows it; pixels that happen to look like it
#: are followed by others.
_BEGINNING = re.compile(
    rb"(?i:<(?:script|html|svg)[> ]|<!doctype html|<iframe |<\?php|%pdf-[12]\.)"
    rb"(?:[\s\x20-\x7e]{8}|[\s\x20-\x7e]{1,7}\Z)"
)
#: What begins an archive that is no ZIP, which has its mark at the end.
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")


def is_polyglot(data: bytes) -> bool:
    """Return whether the bytes of a picture are a web page, a document or an archive as well."""
    if any(mark in data for mark in _ARCHIVES) or is_zipfile(BytesIO(data)):
        return True
    return _BEGINNING.search(data) is not None
