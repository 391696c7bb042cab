"""Texts compressed with an earlier one as dictionary (zlib, RFC 1950)."""

import zlib


def compress(text: bytes, dictionary: bytes = b"") -> bytes:
    """Return the text compressed; what occurs in the dictionary as well costs next to nothing."""
    # The best compression saves half a per cent more, and takes up to four times as long.
    packer = zlib.compressobj(zdict=dictionary)
    return packer.compress(text) + packer.flush()


def expand(data: bytes | memoryview, dictionary: bytes = b"") -> bytes:
    """Return what `compress` was given. Raise `zlib.error` if the data is damaged."""
    unpacker = zlib.decompressobj(zdict=dictionary)
    text = unpacker.decompress(data)
    if not unpacker.eof:
        raise zlib.error("it is cut short")
    return text
