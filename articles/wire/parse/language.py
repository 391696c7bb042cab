"""The language of copy, as far as styles of datelines depend on it."""

import re

# About a sixth of running text consists of such words.
COMMON = {
    "de": r"der|die|das|und|ist|nicht|den|dem|ein|eine|mit|für|auf|sich|von|im|zu|wird",
    "en": r"the|of|and|to|in|is|that|was|for|on|with|said|it",
    "es": r"el|la|los|las|de|del|que|en|y|por|para|con|una|un|se|su|al",
    "it": r"il|la|di|che|del|della|per|con|gli|nel|una|un|sono|è|le|alla|dei|si|dopo",
    "fr": r"le|la|les|de|des|du|et|est|en|que|une|un|dans|pour|au|aux|sur|qui",
    "pt": r"os|de|da|que|em|para|com|uma|um|na|não|dos|por|foi|ao",
}
WORDS = {
    name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in COMMON.items()
}
SAMPLE = 3000


def language(paragraphs: list[str]) -> str:
    """Return the language of the text: a key of COMMON, or "other"."""
    sample = " ".join(paragraphs)[:SAMPLE]
    found = {name: len(words.findall(sample)) for name, words in WORDS.items()}
    best = max(found, key=lambda name: found[name])
    rest = max(count for name, count in found.items() if name != best)
    needed = len(sample.split()) / 12
    if found[best] <= needed:
        return "other"
    # Where it may be English, it is: English papers print the fewest kinds of datelines.
    if best != "en" and found["en"] > needed and found["en"] * 2 >= found[best]:
        return "en"
    return best if found[best] > rest else "other"
