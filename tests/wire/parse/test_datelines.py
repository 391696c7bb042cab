"""Datelines and similar openings in 53 languages, read from whole copy; see datelines.txt."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from articles.wire.parse.copy_parts import Dateline
from tests.wire.parse.words import parsed

TABLE = Path(__file__).parent / "datelines.txt"
HEADLINE = "12 345"


@dataclass
class Language:
    """A long and a short sentence, and the openings to try before them."""

    prose: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)


def languages() -> dict[str, Language]:
    found: dict[str, Language] = {}
    language = Language()
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.isascii() and line.startswith("[") and line.endswith("]"):
            language = found[line[1:-1]] = Language()
        elif line.startswith("= "):
            language.prose.append(line[2:])
        elif line and line[0] != "#":
            language.rows.append(line)
    return found


def read(name: str, language: Language, first: str) -> Dateline | None:
    """Return the dateline of copy that opens with this paragraph; fail if a word is lost."""
    prose = language.prose[0]
    space = "" if name in {"zh", "ja"} else " "
    return parsed("\n\n".join([HEADLINE, first, f"{prose}{space}{prose}", prose])).dateline


def judged(row: str, found: Dateline | None, *, short: bool) -> bool:
    """Return whether the row is read as its kind demands; a short sentence may hide it."""
    kind, sure = row[0], found is not None and found.sure
    if kind == "!":
        return found is None
    if kind == "?":
        return not sure
    prefix, places, date, agency = (*row.removeprefix("~").split("\t"), "", "", "")[:4]
    asked = Dateline(
        tuple(places.split(";")) if places else (), date, agency, sure=True, text=prefix
    )
    return found == asked or (not sure and (kind == "~" or short))


LANGUAGES = languages()


@pytest.mark.parametrize("name", LANGUAGES)
def test_datelines_of_a_language(name: str) -> None:
    language = LANGUAGES[name]
    wrong: list[tuple[str, Dateline | None]] = []
    for row in language.rows:
        for prose in language.prose:
            text = row[2:].replace("…", prose) if row[0] in "!?" else ""
            text = text or row.removeprefix("~").split("\t")[0] + prose
            found = read(name, language, text)
            if not judged(row, found, short=prose != language.prose[0]):
                wrong.append((text, found))
    assert not wrong


def test_a_short_sentence_is_enough_after_the_mark_of_a_dateline() -> None:
    for first in ("BERLIN: The council met on Monday.", "Berlin: The council met."):
        found = read("en", LANGUAGES["en"], first)
        assert found is not None
        assert found.sure
    assert read("en", LANGUAGES["en"], "Berlin: A Short History") is None


def test_a_short_sentence_is_enough_after_nearly_all_datelines() -> None:
    missed = [
        prefix
        for name, language in LANGUAGES.items()
        for prefix in (row.split("\t")[0] for row in language.rows if row[0] not in "!?~")
        if not ((found := read(name, language, prefix + language.prose[1])) and found.sure)
    ]
    assert missed == [
        *("OAK BROOK, ILL., ", "Essen. ", "Nendeln, 27.6. – "),
        *("Lima, set. 5. ", "17:30 | Lima, set. 5. ", "กรุงเทพฯ – "),
    ]


def test_the_table_is_as_large_as_it_says() -> None:
    assert len(LANGUAGES) == 53
    for name, language in LANGUAGES.items():
        near = [row for row in language.rows if row[0] in "!?"]
        assert len(near) >= 7, name
        assert len(language.rows) - len(near) >= 8, name


def test_headings_with_a_colon_make_no_list_of_a_story_that_opens_with_capitals() -> None:
    text = "The council said on Thursday that it would raise the tax on fuel from next year."
    headings = ["Horror: a night", "Buried: a secret", "The case: brutal", "Beyond: figures"]
    parts = [part for heading in headings for part in (heading, text)]
    copy = parsed("\n\n".join(["Town plans tax", f"BHOPAL: {text}", *parts]))
    assert copy.dateline
    assert copy.dateline.text == "BHOPAL: "
