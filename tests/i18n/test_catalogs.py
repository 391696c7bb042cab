"""The catalogs match the sources and their compiled files, and can be used as they are."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from tests.architecture.sources import hold
from tools.messages.catalog import (
    DOMAINS,
    Catalog,
    compiled,
    is_translated,
    languages,
    path_of,
    read,
    updated,
    written,
)

#: Where each text must be translated: readers' pages, and what writing a story and publishing it
#: takes. `make messages` says how many are not translated elsewhere.
REQUIRED = (
    "templates/pages/",
    "templates/admin/articles/story/",
    "articles/readers/",
    "articles/core/",
    "articles/models/",
    "articles/stories/",
    "articles/writing/",
    "articles/publishing/",
    "articles/desk/actions/",
    "articles/desk/story/",
    "articles/desk/clock.py",
    "static/js/",
)
CATALOGS = [(language, domain) for language in languages() for domain in DOMAINS]
each_catalog = pytest.mark.parametrize(("language", "domain"), CATALOGS)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z%]")
TAG = re.compile(r"</?[a-z][^>]*>")


def texts(catalog: Catalog) -> Iterator[Message]:
    """Yield the entries without the header."""
    return (message for message in catalog if message.id)


def unfit(catalog: Catalog) -> list[str]:
    """Return the entries whose translation would not be used, or not work."""
    return [
        f"“{_forms(message.id)[0]}”: {fault}"
        for message in texts(catalog)
        for fault in _faults(message, catalog.num_plurals)
    ]


def _faults(message: Message, plurals: int) -> Iterator[str]:
    ids, strings = _forms(message.id), _forms(message.string)
    if message.fuzzy:
        yield "is fuzzy. Check the translation, then remove the mark “fuzzy”"
    if not is_translated(message):
        if any(path.startswith(REQUIRED) for path, _ in message.locations):
            yield "is not translated"
        return
    if len(ids) > 1 and len(strings) != plurals:
        yield f"has {len(strings)} forms in place of {plurals}"
    for number, string in enumerate(strings):
        wanted, found = _parts(ids[-1]), _parts(string)
        # “One link” needs no number, where the form is for the number 1 only.
        if found != wanted and not (number == 0 and plurals == 2 and found == _parts(ids[0])):
            yield f"has {found} in its translation in place of {wanted}"
        for at in (str.lstrip, str.rstrip):
            if (at(ids[-1]) == ids[-1]) != (at(string) == string):
                yield "begins or ends with a space in one language only"
        if not TAG.search(string) and ids[-1].endswith("…") != string.endswith("…"):
            yield "ends with “…” in one language only"


def _forms(text: object) -> tuple[str, ...]:
    return (
        (text,) if isinstance(text, str) else tuple(text) if isinstance(text, list | tuple) else ()
    )


def _parts(text: str) -> list[str]:
    """Return the placeholders and the tags in a text, sorted."""
    return sorted([*PLACEHOLDER.findall(text), *TAG.findall(PLACEHOLDER.sub("", text))])


@each_catalog
def test_a_catalog_has_the_texts_of_the_sources(language: str, domain: str) -> None:
    catalog = updated(read(language, domain))
    if written(catalog) != path_of(language, domain).read_bytes():
        stored = {message.id for message in texts(read(language, domain))}
        now = {message.id for message in texts(catalog)}
        hold(
            [
                f"{path_of(language, domain)} is out of date: run make messages",
                *(f"new: {text}" for text in now - stored),
                *(f"gone: {text}" for text in stored - now),
            ]
        )


@each_catalog
def test_a_catalog_is_compiled(language: str, domain: str) -> None:
    file = path_of(language, domain).with_suffix(".mo")
    assert file.read_bytes() == compiled(read(language, domain)), "Run make messages."


@each_catalog
def test_translations_can_be_used(language: str, domain: str) -> None:
    hold(unfit(read(language, domain)))


def catalog_with(text: str | tuple[str, ...], translation: str | tuple[str, ...]) -> Catalog:
    """Return a Russian catalog with one entry."""
    catalog = Catalog("ru", "django", fuzzy=False)
    catalog.add(text, translation, locations=[("templates/pages/base.html", 1)])
    return catalog


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("Home", ""),
        ("By %(names)s", "%(name)s"),
        ("By %(names)s", "Автор"),
        ("<strong>Preview</strong>", "Предпросмотр"),
        ('<a href="%(home)s">Home</a>', '<a href="%(url)s">Главная</a>'),
        ("Speaker: ", "Чьи слова:"),
        ("Publish…", "Опубликовать"),
        (("%(count)s word", "%(count)s words"), ("%(count)s слово", "%(count)s слова", "")),
        (("%(count)s word", "%(count)s words"), ("слово", "%(count)s слова", "%(count)s слов")),
    ],
)
def test_an_unfit_translation_is_seen(
    text: str | tuple[str, ...], translation: str | tuple[str, ...]
) -> None:
    assert len(unfit(catalog_with(text, translation))) == 1


def test_a_fuzzy_translation_is_seen_and_not_compiled() -> None:
    catalog = catalog_with("Home", "Главная")
    assert unfit(catalog) == []
    assert "Главная".encode() in compiled(catalog)
    catalog["Home"].flags.add("fuzzy")
    assert len(unfit(catalog)) == 1
    assert "Главная".encode() not in compiled(catalog)


def test_a_fit_translation_is_let_through() -> None:
    words = ("%(count)s слово", "%(count)s слова", "%(count)s слов")
    assert unfit(catalog_with(("%(count)s word", "%(count)s words"), words)) == []
    assert unfit(catalog_with("By %(names)s", "%(names)s")) == []
