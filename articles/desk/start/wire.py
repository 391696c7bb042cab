"""New wire copy, and the questions that wire copy leaves open."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.fields.json import KT
from django.urls import reverse
from django.utils.translation import gettext

from articles.desk.start.part import Part, Row
from articles.models import Story, WireCopy, WireOutcome
from articles.people import permissions
from articles.wire import open_dateline_questions, waiting_withdrawals
from newsroom.accounts.models import User

MOST = 8
#: At most this many stories that an agency withdrew: they come before everything else.
MOST_KILLS = 20
RECENT = timedelta(hours=24)
#: For how long the page asks whether words are a dateline; the story itself always asks.
ASKED = timedelta(days=7)


def wire_parts(by: User, now: datetime) -> list[Part]:
    """Return the questions that the user may answer, and the copy of the last 24 hours.

    It takes one query. `now` is timezone-aware. The list is empty if the user may not view drafts.
    """
    if not permissions.can_read_drafts(by):
        return []
    kills = waiting_withdrawals(by=by, at=now)
    if not permissions.can_publish(by, Story()):
        kills = kills.none()
    asking = WireCopy.objects.asking()
    datelines = open_dateline_questions(now - ASKED)
    if not permissions.can_edit_all(by):
        own = Q(story__in=permissions.editable_by(by, Story.objects.all()).values("pk"))
        asking, datelines = asking.filter(own), datelines.filter(own)
    recent = WireCopy.objects.filter(received_at__gt=now - RECENT)
    newest = recent.order_by("-received_at", "-pk")[:MOST]
    wanted = (
        kills[:MOST_KILLS],
        asking.order_by("-received_at", "-pk")[:MOST],
        datelines.order_by("-received_at", "-pk")[:MOST],
        newest,
    )
    copies = (
        WireCopy.objects.filter(reduce(or_, (Q(pk__in=some.values("pk")) for some in wanted)))
        .annotate(kills=Exists(kills.filter(pk=OuterRef("pk"))))
        .annotate(asks=Exists(asking.filter(pk=OuterRef("pk"))))
        .annotate(asks_dateline=Exists(datelines.filter(pk=OuterRef("pk"))))
        .select_related("story")
        .annotate(dateline=KT("report__dateline__text"))
        .only("headline", "name", "outcome", "received_at", "story__headline")
        # What readers should not see comes first.
        .order_by("-kills", "-received_at", "-pk")
    )
    found: list[Any] = list(copies)
    return [
        Part(
            "questions",
            gettext("Open questions"),
            [_question(one) for one in found if one.kills or one.asks or one.asks_dateline],
        ),
        Part(
            "wire",
            gettext("New wire copy"),
            [_arrival(one) for one in found if one.received_at > now - RECENT],
            gettext("No wire copy has arrived in the last 24 hours."),
            reverse("admin:articles_wirecopy_changelist"),
        ),
    ]


def _question(copy: Any) -> Row:
    if copy.outcome == WireOutcome.KILL:
        url = reverse("admin:articles_wirecopy_withdrawal", args=[copy.pk])
        says = gettext("The agency has withdrawn this story")
    elif copy.outcome == WireOutcome.OFFERED:
        url = reverse("admin:articles_wirecopy_compare", args=[copy.pk])
        says = gettext("An update of the wire copy has arrived")
    else:
        url = reverse("admin:articles_story_change", args=[copy.story_id])
        says = gettext("Is there an embargo?") if copy.asks else _dateline(copy)
    return Row(copy.story.headline if copy.story else copy.headline, url, says, copy.received_at)


def _dateline(copy: Any) -> str:
    return gettext("Is “%(text)s” a dateline?") % {"text": copy.dateline.strip()}


def _arrival(copy: WireCopy) -> Row:
    name = "admin:articles_story_change" if copy.story_id else "admin:articles_wirecopy_change"
    url = reverse(name, args=[copy.story_id or copy.pk])
    return Row(copy.headline, url, copy.get_outcome_display(), copy.received_at)
