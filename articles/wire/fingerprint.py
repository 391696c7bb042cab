"""What makes two pieces of copy the same: their words, in any encoding and with any spaces."""

import hashlib
import re
import unicodedata

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the text; spaces, newlines and soft hyphens make no difference."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return hashlib.sha256(" ".join(plain.split()).encode()).hexdigest()
