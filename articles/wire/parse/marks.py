"""What ends a sentence, and which scripts have no spaces or no capitals."""

import re

# Scripts without spaces between words: their wrapped lines are joined without one.
UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
)
# Those of them whose sentences have no full stop.
UNSTOPPED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
ENDS = re.compile(r"[.!?:;…。！？：؟।۔৷՞։።]['\"”’»)\]」』】*]*$")
SENTENCE_ENDS = re.compile(r"[.!?…。！？؟।]['\"”’»)\]」』】]*(?:\s|$)")

# A word after which no sentence ends, in the languages of most copy, or a comma.
HANGS = re.compile(
    r"(?:,|(?<=\s)(?:a|an|the|of|for|and|or|to|in|on|at|by|with|from|as|is|der|die|das|und|für"
    r"|von|mit|im|zu|le|la|les|de|du|des|et|à|en|el|los|las|del|y|por|para|con|do|da|dos|e|em|di"
    r"|il|и|в|на|с|по|о|за|к|для|от))$"
)


def is_small(letter: str) -> bool:
    """Return whether it is a lower-case letter of a script that uses capitals: not Georgian."""
    return letter.islower() and not "\u10a0" <= letter <= "\u10ff"
