"""Stories that readers see with a picture whose licence has ended."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from articles.desk.pictures.licences import has_ended
from articles.desk.start.part import Part, Row
from articles.models import Picture, PublishedVersion
from articles.people import permissions
from articles.pictures import is_seen, uses_in
from newsroom.accounts.models import User

MOST = 6


def licence_parts(by: User, now: datetime) -> list[Part]:
    """Return the stories, those first whose licence ended last, from one query, or two if any.

    `now` is timezone-aware. None if the person may not change pictures, or not view drafts.
    """
    if not (permissions.can_change_pictures(by) and permissions.can_read_drafts(by)):
        return []
    found = Picture.objects.filter(has_ended(now), is_seen(now)).order_by("-licence_until", "-pk")
    pictures = {picture.pk: picture for picture in found[:MOST]}
    uses = uses_in(pictures, PublishedVersion.objects.visible(now)) if pictures else {}
    said = gettext("Licence of “%(picture)s” ended on %(day)s")
    rows = [
        Row(
            use.version.headline,
            reverse("admin:articles_story_change", args=[use.version.story_id]),
            said % {"picture": picture, "day": date_format(picture.licence_until or now)},
        )
        for key, picture in pictures.items()
        for use in uses.get(key, ())
    ]
    url = f"{reverse('admin:articles_picture_changelist')}?licence=live"
    return [Part("licences", gettext("Licences ended"), rows[:MOST], more_url=url)]
