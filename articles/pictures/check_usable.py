"""Whether a picture may still be published: it is there, and its licence holds."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext

from articles.core import NotPossible
from articles.models import Picture


def check_usable(picture: Picture, at: datetime) -> NotPossible | None:
    """Return a refusal if readers must not get the picture at the timezone-aware datetime `at`."""
    if picture.is_gone:
        return NotPossible(
            gettext(
                "The picture “%(picture)s” is no longer there. Choose another one, or remove it."
            )
            % {"picture": picture}
        )
    return check_licence(picture, at)


def check_licence(picture: Picture, at: datetime) -> NotPossible | None:
    """Return a refusal if the licence of the picture has ended by the timezone-aware `at`."""
    if not picture.licence_has_ended(at):
        return None
    return NotPossible(
        gettext(
            "The licence of the picture “%(picture)s” only lasts until %(day)s. Renew it in the"
            " library, or publish without the picture."
        )
        % {"picture": picture, "day": date_format(picture.licence_until or at)}
    )
