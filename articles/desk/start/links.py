"""Related links that wait for a moderator."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext

from articles.desk.links.decide import FROM_DESK
from articles.desk.start.part import Part, Row
from articles.links import moderation
from articles.models import RelatedLink
from articles.people import permissions
from newsroom.accounts.models import User

DECIDE = "admin:articles_relatedlink_queue_decide"
MOST = 6
#: They are counted up to here.
COUNTED = 99


def link_parts(by: User, now: datetime) -> list[Part]:
    """Return the links to decide at the timezone-aware datetime `now`, from one query.

    None if the person does not decide on links.
    """
    if not permissions.can_moderate(by):
        return []
    found = (
        RelatedLink.objects.to_decide(now)
        .with_target_shown(now)
        .select_related("story", "target")
        .only(
            *("headline", "url", "label", "state", "suggested_at", "decided_by", "decided_at"),
            *("story__headline", "target__headline"),
        )
    )
    links = list(found[: COUNTED + 1])
    rows = [
        Row(
            str(link),
            reverse("admin:articles_relatedlink_change", args=[link.pk]),
            gettext("in “%(story)s”") % {"story": link.story},
            link.suggested_at,
            decide_url=f"{reverse(DECIDE, args=[link.pk])}{FROM_DESK}",
            shown=moderation.shown_of_link(link),
        )
        for link in links[:MOST]
    ]
    return [
        Part(
            "links",
            gettext("Links to decide"),
            rows,
            gettext("No links are waiting for a decision."),
            reverse("admin:articles_relatedlink_queue"),
            f"{COUNTED}+" if len(links) > COUNTED else str(len(links) or ""),
        )
    ]
