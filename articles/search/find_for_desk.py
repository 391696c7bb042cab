"""Private notes, and wire copy that is no story, by their words: for the desk."""

from django.db.models import QuerySet

from articles.database import NOTES, WIRE
from articles.models import Note, WireCopy, WireCopyQuerySet
from articles.search.analysis import Query
from articles.search.expression import matches, narrowed


def find_notes(query: Query) -> QuerySet[Note]:
    """Return the notes with what the query asks for, in what they say or are on; newest first.

    Whoever shows them asks whether the person may read notes.
    """
    found = narrowed(Note.objects.filter(matches(NOTES, query)), NOTES, query)
    return found.order_by("-at", "-pk")


def find_wire_copies(query: Query) -> WireCopyQuerySet:
    """Return the wire copy that became no story with what the query asks for, newest first.

    What became one is found as that story. Whoever shows it asks whether the person may see it.
    """
    in_stories = WireCopy.objects.in_story().filter(story__isnull=False)
    found = WireCopy.objects.exclude(pk__in=in_stories.values("pk"))
    found = narrowed(found.filter(matches(WIRE, query)), WIRE, query)
    return found.defer("source").order_by("-received_at", "-pk")
