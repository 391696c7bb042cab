"""Pages that readers see with a picture whose licence has ended."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from articles.desk.pictures.licences import has_ended
from articles.desk.pictures.seen_in import seen_in
from articles.desk.start.part import Part, Row
from articles.models import Picture
from articles.people import permissions
from articles.pictures import is_seen
from newsroom.accounts.models import User

MOST = 6


def licence_parts(by: User, now: datetime) -> list[Part]:
    """Return the pages, those first whose licence ended last, from one query, or five if any.

    `now` is timezone-aware. None if the person may not change pictures, or not view drafts.
    """
    if not (permissions.can_change_pictures(by) and permissions.can_read_drafts(by)):
        return []
    found = Picture.objects.filter(has_ended(now), is_seen(now)).order_by("-licence_until", "-pk")
    pictures = {picture.pk: picture for picture in found[:MOST]}
    places = seen_in(pictures, now)
    said = gettext("Licence of “%(picture)s” ended on %(day)s")
    rows = [
        Row(
            place.name,
            place.url,
            said % {"picture": picture, "day": date_format(picture.licence_until or now)},
        )
        for key, picture in pictures.items()
        for place in places.get(key, ())
    ]
    url = f"{reverse('admin:articles_picture_changelist')}?licence=live"
    return [Part("licences", gettext("Licences ended"), rows[:MOST], more_url=url)]
