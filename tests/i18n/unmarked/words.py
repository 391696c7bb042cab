"""What counts as words for people, in whichever kind of source."""

import re

#: Addresses are no words.
URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
#: A capital, perhaps after a quotation mark or a value, then letters, and words after it.
SENTENCE = re.compile(r"[\W\d_]*[A-Z][a-z’']*(?: [^\W\d_]|.* [a-z’']{2,})", re.DOTALL)
#: What placeholders stand for is not written here: `{name}` and `%(name)s`.
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[^{}\s]*\}")
#: In a date format of Django, what has another order or another form in other languages.
NAMES = re.compile(r"(?<!\\)[DlMFNbEaAPfS]")
TAG = re.compile(r"<[^>]*>")


#: Quotation marks, which differ from language to language as words do.
QUOTES = frozenset("“”„‟«»‘‚")


def has_words(text: str) -> bool:
    """Return whether there are letters in the text beside URLs, or quotation marks."""
    return any(letter.isalpha() or letter in QUOTES for letter in URL.sub("", text))


def is_sentence(text: str) -> bool:
    """Return whether a literal reads as a text for people: words, the first with a capital."""
    return SENTENCE.match(PLACEHOLDER.sub("", TAG.sub("", text))) is not None


def is_date_format(text: str) -> bool:
    """Return whether a format of Django is one for people, in the order of one language.

    “l” alone, the day of the week, has no order, and `DATE_FORMAT` is the name of a format.
    """
    letters = [letter for letter in text if letter.isalpha()]
    is_ordered = len(letters) > 1 or text == "P"
    return is_ordered and "_" not in text and NAMES.search(text) is not None


def in_line(text: str) -> str:
    """Return the start of a text in one line, to name it."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"
