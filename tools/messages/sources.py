"""The texts of the project that are marked for translation, with Babel's extractors."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.extract import extract, extract_javascript, extract_python
from jinja2.ext import babel_extract

from tools.messages.django_template import extract_django_template

ROOT = Path(__file__).resolve().parents[2]

#: Functions by which texts are marked: the numbers are those of the arguments that are texts, "c"
#: is that of a context. (A function without numbers has one text, its first argument.)
_KEYWORDS: dict[str, Any] = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
KEYWORDS: dict[str, Any] = {
    **_KEYWORDS,
    **{f"{name}_lazy": arguments for name, arguments in _KEYWORDS.items()},
    "gettext_noop": None,
    "_": None,
    "N_": None,
}
#: A comment for translators starts with it, in each kind of source.
COMMENT = "Translators:"


@dataclass(frozen=True, slots=True)
class Source:
    """Sources of one kind; `options` are the extractor's."""

    folder: str
    pattern: str
    extractor: Callable[..., Any]
    options: Mapping[str, object]

    def paths(self) -> list[Path]:
        """Return the files, in order."""
        return sorted((ROOT / self.folder).rglob(self.pattern))


@dataclass(frozen=True, slots=True)
class Text:
    """A marked text; `id` is a pair, singular and plural, where there are two."""

    id: str | tuple[str, str]
    context: str | None
    path: str
    line: int
    comments: list[str]


_MODULES = {"jsx": False, "parse_template_string": True}
SOURCES: dict[str, tuple[Source, ...]] = {
    "django": (
        Source("templates/pages", "*.html", babel_extract, {"silent": "false"}),
        Source("templates/accounts", "*.html", extract_django_template, {}),
        Source("templates/admin", "*.html", extract_django_template, {}),
        Source("articles", "*.py", extract_python, {}),
        Source("newsroom", "*.py", extract_python, {}),
    ),
    "djangojs": (Source("static/js", "*.js", extract_javascript, _MODULES),),
}
#: Django asks for translations of Python and templates in the first, of JavaScript in the second.
DOMAINS = tuple(SOURCES)


def texts(domain: str) -> Iterator[Text]:
    """Yield the texts of the domain, in the order of the sources."""
    for source in SOURCES[domain]:
        for path in source.paths():
            yield from texts_of(path, source)


def texts_of(path: Path, source: Source) -> Iterator[Text]:
    """Yield the texts of one file."""
    with path.open("rb") as file:
        found = extract(
            source.extractor, file, KEYWORDS, [COMMENT], source.options, strip_comment_tags=True
        )
        for line, text, comments, context in found:
            yield Text(
                text if isinstance(text, str) else (text[0], text[1]),
                context,
                path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name,
                line,
                comments,
            )
