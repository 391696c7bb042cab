"""Extract the texts that people see, update the catalogs in `locale`, and compile them.

`python -m tools.messages`, or `make messages`. Texts that are gone leave the catalogs; new ones
come in untranslated, and tests/i18n says which of them must be translated.
"""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize
from jinja2.ext import babel_extract

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
LANGUAGES = ("de", "ru")
#: The functions that mark a text, with the places of their arguments.
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("_", "N_", "gettext", "gettext_lazy", "gettext_noop"), (1,)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
#: Where a domain's texts stand: folder, files, and how they are read.
SOURCES = {
    "django": (
        ("articles", "*.py", "python"),
        ("newsroom", "*.py", "python"),
        ("templates/admin", "*.html", "django"),
        ("templates/accounts", "*.html", "django"),
        ("templates/pages", "*.html", "jinja"),
    ),
    "djangojs": (("static/js", "*.js", "javascript"),),
}
WIDTH = 100


def extract_django(
    file: io.BytesIO, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[Any, ...]]:
    """Yield the texts of a Django template, for Babel."""
    code = templatize(file.read().decode())
    # What is no text is crossed out, and its indentation says nothing.
    lines = "\n".join(line.strip() for line in code.splitlines())
    yield from extract_python(io.BytesIO(lines.encode()), keywords, comment_tags, options)


METHODS: dict[str, Any] = {
    "python": "python",
    "javascript": "javascript",
    "django": extract_django,
    "jinja": babel_extract,
}


def template(domain: str) -> Catalog:
    """Return the catalog of all texts of a domain, without translations."""
    catalog = Catalog(project="newsroom", charset="utf-8", fuzzy=False)
    for folder, pattern, method in SOURCES[domain]:
        for path in sorted((ROOT / folder).rglob(pattern)):
            if "migrations" in path.parts:
                continue
            name = path.relative_to(ROOT).as_posix()
            for _, message, _, context in texts(path.read_bytes(), method):
                if message and (message[0] if isinstance(message, tuple) else message):
                    catalog.add(message, locations=[(name, None)], context=context)
    return catalog


def texts(source: bytes, method: str) -> Iterable[tuple[int, Any, Any, Any]]:
    """Return line, text, comments and context of each marked text of a source."""
    return extract(METHODS[method], io.BytesIO(source), KEYWORDS, (), {})


def po_file(language: str, domain: str) -> Path:
    """Return the file of a catalog."""
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


def read(language: str, domain: str) -> Catalog:
    """Return a catalog as it is stored; an empty one if there is none yet."""
    path = po_file(language, domain)
    if not path.exists():
        return Catalog(locale=language, domain=domain, project="newsroom", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=domain)


def updated(language: str, domain: str) -> Catalog:
    """Return the catalog with the texts that there are now."""
    catalog = read(language, domain)
    dates = catalog.creation_date, catalog.revision_date
    catalog.update(template(domain), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.creation_date, catalog.revision_date = dates
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """Return the bytes of the catalog's .po file."""
    file = io.BytesIO()
    write_po(file, catalog, width=WIDTH, sort_by_file=True, include_lineno=False)
    return file.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Return the bytes of the catalog's .mo file, which Django reads."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def main() -> None:
    """Update and compile all catalogs."""
    for language in LANGUAGES:
        for domain in SOURCES:
            path = po_file(language, domain)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_po(updated(language, domain)))
            path.with_suffix(".mo").write_bytes(as_mo(read(language, domain)))


if __name__ == "__main__":
    main()
