"""The stream of a live blog as of any time."""

import json
import re
from datetime import datetime
from functools import cache, cached_property
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import BigIntegerField, CharField, DateTimeField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from articles.core import article_url
from articles.database import Parameter, PreparedQuery
from articles.models import EntryVersion, EntryVersionQuerySet, LiveCoverage, PublishedVersion
from articles.readers.cache.reads import reading_about
from articles.readers.language import ngettext
from articles.readers.listed_picture import LOOK
from articles.readers.live.shown_entry import KeyMoment, ShownEntry, entry_url

#: Entries on a page, and key moments in their list.
PAGE, MOST_KEY_MOMENTS = 50, 30
#: One of each plural category of CLDR, in whatever language.
NUMBERS = (0, 1, 2, 3, 5, 11, 100)
KEY = re.compile(r"[a-z0-9]{8,32}", re.ASCII)
AT = Parameter("at", DateTimeField())
STORY = Parameter("story", BigIntegerField())
#: The place of an entry: its time, and its primary key.
Place = tuple[datetime, int]


class Coverage(NamedTuple):
    """Whether coverage runs, since when, when it first started, and the last change of an entry."""

    is_running: bool
    since: datetime
    started_at: datetime
    changed_at: datetime | None


class LiveStream:
    """What the page of a live blog shows above its text; datetimes are timezone-aware."""

    def __init__(
        self,
        slug: str,
        at: datetime,
        coverage: Coverage,
        found: list[ShownEntry],
        key_moments: list[KeyMoment] | None,
        *,
        is_newest: bool,
    ) -> None:
        self.at = at
        self.is_running = coverage.is_running
        self.started_at = coverage.started_at
        #: When coverage ended; None while it runs.
        self.ended_at = None if coverage.is_running else coverage.since
        #: When readers last got an entry, or were told of a correction; None without entries.
        self.changed_at = coverage.changed_at
        self.entries = found[:PAGE]
        #: Whether it begins with the newest entry.
        self.is_newest = is_newest
        self.page = article_url(slug)
        self.updates_url = reverse("articles:live_updates", args=[slug])
        self._older = found[PAGE:]
        self._key_moments = key_moments

    @property
    def labels(self) -> str:
        """What the button for new entries says, by example, as JSON."""
        return _labels(settings.LANGUAGE_CODE)

    @property
    def spoken(self) -> str:
        """The code of the language of these labels."""
        code: str = settings.LANGUAGE_CODE
        return code

    @property
    def older(self) -> str:
        """The URL of the page with the entries that follow; "" if there are none."""
        return self._from(self._older[0].key) if self._older else ""

    @cached_property
    def key_moments(self) -> list[tuple[KeyMoment, str]]:
        """The key moments, newest first, each with the URL that leads to it."""
        here = {entry.key for entry in self.entries}
        moments = self._key_moments
        if moments is None:
            moments = [
                KeyMoment(one.key, one.headline, one.at) for one in self.entries if one.is_key
            ][:MOST_KEY_MOMENTS]
        return [
            (one, f"#entry-{one.key}" if one.key in here else self.link_to(one.key))
            for one in moments
        ]

    def link_to(self, key: str) -> str:
        """Return the permanent URL of the entry with this key."""
        return entry_url(self.page, key)

    def _from(self, key: str) -> str:
        return f"{self.page}?entry={key}"


def stream_of(version: PublishedVersion, at: datetime, entry: str = "") -> LiveStream | None:
    """Return the stream of the version's story as of `at`; None if it is not a live blog.

    It begins with the entry that has the key `entry`, if readers see it, or else with the newest.
    It takes at most four queries, however many entries there are.
    """
    # `version_at` has asked already; a story that was never saved has none.
    if not getattr(version, "has_coverage", version.story_id is not None):
        return None
    story: Any = version.story_id
    with reading_about(story):
        coverage = next(iter(_coverage(at=at, story=story)), None)
        if coverage is None:
            return None
        places = _places(at=at, story=story, key=entry) if KEY.fullmatch(entry) else []
        if places:
            told, pk = places[0]
            found = _from(at=at, story=story, told=told, pk=pk)
        else:
            found = _newest(at=at, story=story)
        is_all = not places and len(found) <= PAGE
        moments = None if is_all else _key_moments(at=at, story=story)
    return LiveStream(version.slug, at, coverage, found, moments, is_newest=not places)


@cache
def _labels(language: str) -> str:
    # One for each plural form of the language: the script finds the one for its number.
    labels = {
        number: str(ngettext("%(num)s new update", "%(num)s new updates", number))
        for number in NUMBERS
    }
    return json.dumps(labels, ensure_ascii=False)


def _visible() -> EntryVersionQuerySet:
    return EntryVersion.objects.visible(AT).filter(story=STORY)


def _changed() -> Subquery:
    changed = Coalesce("modified_at", "published_at")
    newest = _visible().annotate(changed=changed).order_by("-changed").values("changed")
    return Subquery(newest[:1])


def _started() -> Subquery:
    of_story = LiveCoverage.objects.filter(story=OuterRef("story_id"))
    return Subquery(of_story.order_by("valid_from").values("valid_from")[:1])


_coverage = PreparedQuery(
    Coverage,
    lambda: (
        LiveCoverage.objects.at(AT)
        .filter(story=STORY)
        .annotate(started_at=_started(), changed_at=_changed())
        .values_list("is_running", "valid_from", "started_at", "changed_at")
    ),
)
_places = PreparedQuery(
    lambda *place: place,
    lambda: _visible().filter(key=Parameter("key", CharField())).values_list("at", "entry_id"),
)
_newest = PreparedQuery(
    ShownEntry,
    lambda: (
        _visible().newest_first().annotate(look=LOOK).values_list(*ShownEntry._fields)[: PAGE + 1]
    ),
)
_from = PreparedQuery(
    ShownEntry,
    lambda: (
        _visible()
        .not_newer_than(Parameter("told", DateTimeField()), Parameter("pk", BigIntegerField()))
        .newest_first()
        .annotate(look=LOOK)
        .values_list(*ShownEntry._fields)[: PAGE + 1]
    ),
)
_key_moments = PreparedQuery(
    KeyMoment,
    lambda: (
        _visible()
        .filter(is_key=True)
        .newest_first()
        .values_list(*KeyMoment._fields)[:MOST_KEY_MOMENTS]
    ),
)
