"""The words of wire copy, for the desk, written when it arrives."""

from collections.abc import Iterable, Iterator, Sequence

from django.conf import settings
from django.db.models import QuerySet

from articles.database import WIRE
from articles.models import WireCopy, WireWords
from articles.search.analysis import ANALYSIS, Document, make_document
from articles.search.source import Source
from articles.text import guess_language


def index_wire_copy(copy: WireCopy) -> None:
    """Write the words of wire copy, in the transaction that writes it."""
    index_wire_copies([copy])


def index_wire_copies(copies: Sequence[WireCopy]) -> None:
    """Write the words of wire copy."""
    documents = zip(copies, wire_documents(copies), strict=True)
    WireWords.objects.bulk_create(
        [
            WireWords(wire_copy=copy, analysis=ANALYSIS, words=it.words, tokens=it.tokens)
            for copy, it in documents
        ],
        update_conflicts=True,
        unique_fields=["wire_copy"],
        update_fields=["analysis", "words", "tokens"],
    )


def wire_documents(copies: Iterable[WireCopy]) -> list[Document]:
    """Return wire copy as the index is to have it."""
    return [
        make_document(
            copy.headline,
            copy.report.get("summary", ""),
            (*texts_of_copy(copy), copy.name),
            language=language_of_copy(copy),
        )
        for copy in copies
    ]


def texts_of_copy(copy: WireCopy) -> list[str]:
    """Return the paragraphs below headline and summary, and then the lines that were left out."""
    return list(_texts(copy))


def language_of_copy(copy: WireCopy) -> str:
    """Return the language of most of the copy."""
    return guess_language("\n".join((copy.headline, *_texts(copy))), settings.LANGUAGE_CODE)


def _texts(copy: WireCopy) -> Iterator[str]:
    report = copy.report
    if dateline := report.get("dateline"):
        yield dateline.get("text", "")
    for part in ("blocks", "left_out"):
        yield from (line["text"] for line in report.get(part, ()) if line.get("text"))


def _readable() -> QuerySet[WireCopy]:
    # The bytes as they came are not needed, and may be many.
    return WireCopy.objects.defer("source")


WIRE_SOURCE = Source(_readable, WIRE, wire_documents, index_wire_copies)
