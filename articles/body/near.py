"""Words found again in a text where they, or the text around them, have changed a little."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from rapidfuzz.distance import Levenshtein, Opcodes

#: Characters of a piece, and how many pieces: a small change leaves most of them intact.
PIECE, PIECES = 6, 16
#: How many places of each piece are looked at, and how many neighbourhoods are compared.
PLACES, NEIGHBOURHOODS = 20, 3
#: By how many characters a change may move what follows it.
SLACK = 24
#: How many characters it takes to tell words from others that are alike by chance.
LEAST = 20
#: How much of the words, and of the words with their surroundings, must match: 1 is all.
WORDS, AROUND = 0.5, 0.6


def find_alike(text: str, prefix: str, exact: str, suffix: str) -> tuple[int, int] | None:
    """Return where words like `exact` begin and end between such a prefix and suffix, or None.

    Of several places, return the one that is most alike. The time depends on the length of the
    text, not on how often anything occurs in it.
    """
    sought = prefix + exact + suffix
    if len(sought) < LEAST:
        return None
    best, found = AROUND, None
    for start in _neighbourhoods(text, sought):
        first = max(0, start - SLACK)
        window = text[first : start + len(sought) + 2 * SLACK]
        codes = Levenshtein.opcodes(sought, window)
        begin, end = _start(codes, len(prefix)), _end(codes, len(prefix + exact))
        words = window[begin:end].strip()
        whole = window[_start(codes, 0) : _end(codes, len(sought))]
        alike = Levenshtein.normalized_similarity(sought, whole)
        if alike < best or Levenshtein.normalized_similarity(exact, words) < WORDS:
            continue
        place = first + begin + window[begin:end].index(words)
        best, found = alike, (place, place + len(words))
    return found


def places_of(text: str, words: str) -> Iterator[int]:
    """Yield where in the text the words begin, also where they overlap."""
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _neighbourhoods(text: str, sought: str) -> list[int]:
    """Return roughly where the whole may begin, judging by the pieces that are still there."""
    votes: Counter[int] = Counter()
    last = len(sought) - PIECE
    for at in range(0, last + 1, max(PIECE, last // PIECES)):
        for place in islice(places_of(text, sought[at : at + PIECE]), PLACES):
            votes[(place - at) // SLACK] += 1
    return [number * SLACK for number, _ in votes.most_common(NEIGHBOURHOODS)]


def _start(codes: Opcodes, at: int) -> int:
    """Return where what began at `at` begins now; what was put before it does not belong to it."""
    for code in codes:
        if code.src_start <= at < code.src_end:
            return min(code.dest_start + at - code.src_start, code.dest_end)
    return codes.dest_len


def _end(codes: Opcodes, at: int) -> int:
    """Return where what ended at `at` ends now; what was put after it does not belong to it."""
    for code in codes:
        if code.src_start < at <= code.src_end:
            return min(code.dest_start + at - code.src_start, code.dest_end)
    return 0
