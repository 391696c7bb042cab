"""Files that are a picture and something else at once, such as a web page or an archive.

Only what is made from an upload is served, so they would do no harm; no camera writes them either.
"""

import re
from io import BytesIO
from zipfile import is_zipfile

#: What begins a page, a script or a document, in small letters.
_BEGINNINGS = tuple(
    mark.encode()
    for mark in (
        *("<script>", "<script ", "<html>", "<html ", "<!doctype html", "<iframe ", "<?php"),
        *("<svg>", "<svg ", "%pdf-1.", "%pdf-2."),
    )
)
#: What begins an archive that is no ZIP, which has its mark at the end.
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
#: Text follows such a beginning; pixels that happen to look like one are followed by others.
_TEXT = re.compile(rb"[\s\x20-\x7e]{8}|[\s\x20-\x7e]{1,7}\Z")


def is_polyglot(data: bytes) -> bool:
    """Return whether the bytes of a picture are a web page, a document or an archive as well."""
    if any(mark in data for mark in _ARCHIVES) or is_zipfile(BytesIO(data)):
        return True
    small = data.lower()
    return any(_begins(small, mark) for mark in _BEGINNINGS)


def _begins(data: bytes, mark: bytes) -> bool:
    at = data.find(mark)
    while at >= 0:
        if _TEXT.match(data, at + len(mark)):
            return True
        at = data.find(mark, at + 1)
    return False
