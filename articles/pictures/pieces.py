"""Files in very many pieces, each of which Pillow handles in Python, or joins to all before it.

A few megabytes of them would hold up a worker for minutes, or take gigabytes. No camera writes
such files.
"""

from io import BytesIO

from PIL import TiffImagePlugin

#: Twice as many as in the largest PNG in blocks of a kilobyte; most programs write larger ones.
MAX_READS = 200_000
#: How often a file may have the mark of a part of EXIF, which are joined (each of the pictures in
#: it may have one), and that of a resource of Photoshop's, of which each layer has some.
MAX_MARKS = {b"Exif\0\0": 50, b"8BIM": 50_000}
MAX_EXIF_BYTES = 4 * 1024 * 1024
#: The numbers under one tag of a TIFF, such as where each of its strips or
#: tiles begins; and the parts of IPTC-IIM.
MAX_TABLE_BYTES = 1024 * 1024
_BIG_TIFF = 43
#: Bytes, text and bytes without meaning, which are kept as they are.
_NOT_NUMBERS = (1, 2, 7)


class Pieces(BytesIO):
    """The bytes of an upload, for a reader that asks for few pieces."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._left = MAX_READS

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes. Raise ValueError, which Pillow lets through, after too many."""
        self._left -= 1
        if self._left < 0:
            raise ValueError("too many pieces")
        return super().read(size)


def is_in_pieces(data: bytes) -> bool:
    """Return whether too much would be gathered of the file before it is read as a picture."""
    if any(data.count(mark) > most for mark, most in MAX_MARKS.items()):
        return True
    return (
        data.startswith(tuple(TiffImagePlugin.PREFIXES)) and _largest_table(data) > MAX_TABLE_BYTES
    )


def _largest_table(data: bytes) -> int:
    """Return how many bytes the numbers under one tag of a TIFF take, at most."""
    directory = TiffImagePlugin.ImageFileDirectory_v2(data[: 16 if data[2] == _BIG_TIFF else 8])
    file = BytesIO(data)
    file.seek(directory.next)
    directory.load(file)
    # Not public: the public ones make numbers of it first. A test has such a file.
    found = directory._tagdata.items()
    tables = (
        len(kept)
        for tag, kept in found
        if tag == TiffImagePlugin.IPTC_NAA_CHUNK or directory.tagtype[tag] not in _NOT_NUMBERS
    )
    return max(tables, default=0)
