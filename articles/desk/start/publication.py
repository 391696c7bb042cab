"""What readers just got, what they get next, and the corrections of the day."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from articles.desk.start.part import Part, Row
from articles.models import Correction, PublicationStatus, PublishedVersion
from articles.people import permissions
from newsroom.accounts.models import User

MOST = 8
AHEAD = timedelta(hours=24)


def publication_parts(by: User, now: datetime) -> list[Part]:
    """Return what was just published and what comes, from one query; the corrections from another.

    `now` is timezone-aware. The list is empty if the user may not view drafts.
    """
    if not permissions.can_read_drafts(by):
        return []
    # Of each story, readers see one version.
    past = PublishedVersion.objects.visible(now).order_by("-visible_from")[:MOST]
    coming = PublishedVersion.objects.scheduled(now).filter(visible_from__lte=now + AHEAD)
    next_ones = coming.order_by("visible_from")[:MOST]
    versions = (
        PublishedVersion.objects.filter(
            Q(pk__in=past.values("pk")) | Q(pk__in=next_ones.values("pk"))
        )
        .select_related("section")
        .defer("content", "body_html", "summary")
        .order_by("visible_from", "pk")
    )
    found = list(versions)
    published = [version for version in reversed(found) if version.visible_from <= now]
    scheduled = [version for version in found if version.visible_from > now]
    return [
        Part(
            "scheduled",
            gettext("Next 24 hours"),
            [_row(version) for version in scheduled],
            gettext(
                "Nothing is scheduled for the next 24 hours."
                " Open a story that is ready to schedule it."
            ),
            reverse("admin:articles_schedule"),
        ),
        Part(
            "published",
            gettext("Just published"),
            [_row(version) for version in published],
            gettext("Nothing has been published yet."),
            f"{reverse('admin:articles_story_changelist')}?status={PublicationStatus.LIVE.value}",
        ),
        _corrections(now),
    ]


def _row(version: PublishedVersion) -> Row:
    return Row(
        version.headline,
        reverse("admin:articles_story_change", args=[version.story_id]),
        gettext("withdrawal") if version.is_withdrawal else "",
        version.visible_from,
        version.section.name if version.section else "",
    )


def _corrections(now: datetime) -> Part:
    recent = Correction.objects.visible(now).filter(at__gt=now - AHEAD).select_related("story")
    rows = [
        Row(
            one.story.headline,
            reverse("admin:articles_story_change", args=[one.story_id]),
            one.get_kind_display(),
            one.at,
            quote=one.text,
        )
        for one in recent.defer("story__body").order_by("-at", "-pk")[:MOST]
    ]
    return Part("corrections", gettext("Corrections of the last 24 hours"), rows)
