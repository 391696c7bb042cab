"""The languages and time zones that a person may choose; each list starts with the newsroom's."""

from functools import cache
from zoneinfo import available_timezones

from django.conf import settings
from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Theme(TextChoices):
    """Whether the desk is light or dark."""

    DEVICE = "", _("Same as the device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class NoticeMail(TextChoices):
    """Which notices somebody gets by mail, besides at the desk."""

    NONE = "", _("None")
    MENTIONS = "mentions", _("Only when I am mentioned")
    EACH = "each", _("Each notice")


Choices = list[tuple[str, str | Promise]]


def languages() -> Choices:
    """Return the languages that the interface is translated into."""
    return [("", _("The newsroom’s language")), *settings.NEWSROOM_INTERFACE_LANGUAGES]


def time_zones() -> Choices:
    """Return the time zones that this system knows, by name."""
    return [("", _("The newsroom’s time zone")), *((name, name) for name in known_time_zones())]


@cache
def known_time_zones() -> tuple[str, ...]:
    """Return the sorted names of the time zones; finding them reads hundreds of files."""
    return tuple(sorted(available_timezones()))
