"""Where pictures are used: in working copies, and in what readers see or will see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat, StrIndex
from django.utils.formats import date_format
from django.utils.translation import gettext

from articles.core import NotPossible
from articles.models import (
    Author,
    AuthorPeriod,
    EntryVersion,
    Figure,
    Front,
    FrontSlot,
    LiveEntry,
    Picture,
    PublishedVersion,
    PublishedVersionQuerySet,
    Story,
    VersionKind,
    newsroom_day,
)


@dataclass(frozen=True, slots=True)
class Use:
    """A use of a picture: the version of a story, with whether the picture leads it."""

    version: PublishedVersion
    leads: bool


def shown_by(picture: Picture, at: datetime) -> list[PublishedVersion]:
    """Return the versions with the picture that readers see at the timezone-aware `at` or later."""
    versions = PublishedVersion.objects.in_force_or_scheduled(at)
    return [use.version for use in uses_in([picture.pk], versions).get(picture.pk, ())]


def uses_in(pictures: Collection[int], versions: PublishedVersionQuerySet) -> dict[int, list[Use]]:
    """Return by primary key in which of these versions each picture is, from one query."""
    named = Q(picture__in=pictures) | Q(
        story__in=Figure.objects.filter(picture__in=pictures).values("story")
    )
    found: dict[int, list[Use]] = {}
    for version in (
        versions.filter(named, kind=VersionKind.STORY)
        .defer("body_html", "summary")
        .order_by("visible_from", "pk")
    ):
        for key in pictures_of(version) & set(pictures):
            found.setdefault(key, []).append(Use(version, version.picture_id == key))
    return found


def is_used(at: datetime) -> Q:
    """Return the condition for pictures that are used: in copies, or by readers from `at` on."""
    copies = Exists(Story.objects.filter(lead_picture=OuterRef("pk"))) | Exists(
        Figure.objects.filter(picture=OuterRef("pk"), removed_at=None)
    )
    portraits = Exists(Author.objects.filter(portrait=OuterRef("pk")))
    fronts = Exists(
        FrontSlot.objects.filter(
            picture=OuterRef("pk"), front__in=Front.objects.present_or_scheduled(at)
        )
    )
    versions = PublishedVersion.objects.in_force_or_scheduled(at).filter(kind=VersionKind.STORY)
    entries = Exists(LiveEntry.objects.filter(picture=OuterRef("pk")))
    return Q(copies | portraits | fronts | entries) | _is_in(versions)


def is_seen(at: datetime) -> Q:
    """Return the condition for pictures that readers see anywhere at the timezone-aware `at`."""
    fronts = Exists(slots_seen(at).filter(picture=OuterRef("pk")))
    entries = Exists(EntryVersion.objects.visible(at).filter(picture=OuterRef("pk")))
    portraits = Exists(AuthorPeriod.objects.at(at).filter(author__portrait=OuterRef("pk")))
    return Q(fronts | entries | portraits) | _is_in(PublishedVersion.objects.visible(at))


def slots_seen(at: datetime) -> QuerySet[FrontSlot]:
    """Return the slots of fronts that show readers a picture of their own at the aware `at`."""
    stories = PublishedVersion.objects.visible(at).values("story")
    slots = FrontSlot.objects.at(at).pinned(at)
    return slots.filter(picture__isnull=False, story__in=stories)


def _is_in(versions: QuerySet[PublishedVersion]) -> Q:
    leading = versions.filter(picture=OuterRef("pk"))
    # The blocks of a version name their pictures by number. Quotation marks inside words are
    # escaped, so this text is nowhere else.
    text = TextField()
    number = Concat(Value('"picture": '), Cast(OuterRef("pk"), text), output_field=text)
    ends = [Concat(number, Value(end), output_field=text) for end in ",}"]
    inside = versions.filter(story__figures__picture=OuterRef("pk")).alias(
        inside=sum(StrIndex(Cast("content", text), end) for end in ends)
    )
    return Q(Exists(leading) | Exists(inside.filter(inside__gt=0)))


def fronts_with(picture: Picture, at: datetime) -> list[Front]:
    """Return the fronts that name it in place of a story's, and hold at `at` or are scheduled."""
    fronts = Front.objects.present_or_scheduled(at).filter(slots__picture=picture)
    return list(fronts.select_related("section").order_by("valid_from").distinct())


def shown_in_entries(picture: Picture, at: datetime) -> list[EntryVersion]:
    """Return the entries of live blogs with the picture that readers see at `at` or later."""
    versions = EntryVersion.objects.in_force_or_scheduled(at).filter(picture=picture)
    return list(versions.select_related("story").order_by("visible_from", "pk"))


def lock_pictures(story: Story) -> None:
    """Lock the pictures of the story's working copy, so that none is taken down meanwhile.

    Must run inside a transaction.
    """
    used = Q(pk__in=story.figures.values("picture")) | Q(pk=story.lead_picture_id)
    list(Picture.objects.select_for_update(no_key=True).filter(used).order_by("pk"))


def gone_pictures(version: PublishedVersion) -> list[Picture]:
    """Return the pictures of the version that are gone, locking them all until the end."""
    pictures = Picture.objects.select_for_update(no_key=True).filter(pk__in=pictures_of(version))
    return [picture for picture in pictures.order_by("pk") if picture.is_gone]


def check_licences(version: PublishedVersion, at: datetime) -> NotPossible | None:
    """Return a refusal if the licence of a picture in it has ended by the timezone-aware `at`."""
    ended = Picture.objects.filter(licence_until__lt=newsroom_day(at))
    picture = ended.filter(pk__in=pictures_of(version)).order_by("pk").first()
    if picture is None:
        return None
    return NotPossible(
        gettext(
            "The licence of the picture “%(picture)s” in this story only lasts until %(day)s."
            " Renew it in the library, or publish the story without the picture."
        )
        % {"picture": picture, "day": date_format(picture.licence_until or at)}
    )


def pictures_of(version: PublishedVersion) -> set[int]:
    """Return the primary keys of the pictures that the version shows."""
    blocks = version.content.get("blocks", ())
    inside = {block["picture"] for block in blocks if block["kind"] == "Figure"}
    return inside | ({version.picture_id} if version.picture_id else set())
