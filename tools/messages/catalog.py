"""A catalog: the translations of one language and domain, as `.po` for people, `.mo` for Django.

Nothing in the files says when, or with which version of a tool, they were made: the same texts and
translations make the same files, so that a test can compare them.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser, write_po

from tools.messages.sources import DOMAINS, ROOT, Text, texts

__all__ = [
    "DOMAINS",
    "Catalog",
    "compiled",
    "is_translated",
    "languages",
    "path_of",
    "read",
    "updated",
    "written",
]

FOLDER = ROOT / "locale"
WIDTH = 100


class Catalog(BabelCatalog):
    """The entries of one language and domain."""

    def _headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", f"{self.plural_forms}\n"),
        ]

    # What the files say stays what Babel knows of the language.
    mime_headers = property(_headers, lambda self, headers: None)


def languages() -> list[str]:
    """Return the languages that have a folder of catalogs."""
    return sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


def path_of(language: str, domain: str) -> Path:
    """Return where the `.po` file is; the `.mo` file is beside it."""
    return FOLDER / language / "LC_MESSAGES" / f"{domain}.po"


def read(language: str, domain: str) -> Catalog:
    """Return the catalog as it is stored, with its obsolete entries; an empty one if it is new."""
    catalog = Catalog(language, domain, header_comment="", fuzzy=False)
    path = path_of(language, domain)
    if path.exists():
        with path.open("rb") as file:
            PoFileParser(catalog, abort_invalid=True).parse(file)
    return catalog


def updated(catalog: Catalog) -> Catalog:
    """Return the catalog with the texts of the sources now, in their order.

    A translation of a text that was changed a little is kept as a fuzzy one, which Django does not
    use until somebody has checked it and removed the mark.
    """
    catalog.update(template(texts(str(catalog.domain))), update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def template(found: Iterable[Text]) -> BabelCatalog:
    """Return a catalog of these texts without translations."""
    catalog = BabelCatalog(fuzzy=False)
    for text in found:
        catalog.add(
            text.id,
            locations=[(text.path, text.line)],
            auto_comments=text.comments,
            context=text.context,
        )
    return catalog


def is_translated(message: Message) -> bool:
    """Return whether there is a translation, in each of the language's plural forms."""
    forms = message.string
    return all(forms) if isinstance(forms, list | tuple) else bool(forms)


def written(catalog: Catalog) -> bytes:
    """Return the `.po` file."""
    file = BytesIO()
    # Line numbers would change the file with every change of a source. Previous texts are left out:
    # Babel reads them back as a translator's comments, and the file would never come to rest.
    write_po(file, catalog, width=WIDTH, include_lineno=False)
    return file.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """Return the `.mo` file, without fuzzy entries and those that are not translated."""
    done = Catalog(catalog.locale, catalog.domain, header_comment="", fuzzy=False)
    for message in catalog:
        if message.id and is_translated(message) and not message.fuzzy:
            done.add(message.id, message.string, context=message.context)
    file = BytesIO()
    write_mo(file, done)
    return file.getvalue()
