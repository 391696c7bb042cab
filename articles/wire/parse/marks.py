"""What ends a sentence, and the scripts that have no spaces or no capitals."""

import re

# Scripts that put no space between words: their wrapped lines are joined without one.
UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
)
# Of them, those whose sentences have no stop.
UNSTOPPED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
ENDS = re.compile(r"[.!?:;…。！？：؟।۔৷՞։።]['\"”’»)\]」』】*]*$")
SENTENCE_ENDS = re.compile(r"[.!?…。！？؟।]['\"”’»)\]」』】]*(?:\s|$)")


def is_small(letter: str) -> bool:
    """Whether it is a small letter of a script that has capitals in use; Georgian has none."""
    return letter.islower() and not "\u10a0" <= letter <= "\u10ff"
