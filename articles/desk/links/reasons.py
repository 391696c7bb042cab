"""Why links are mostly rejected: to choose from, in place of typing."""

from django.utils.translation import gettext


def reasons() -> list[str]:
    """Return the reasons, as whoever rejects would write them."""
    return [
        gettext("Off topic"),
        gettext("Out of date"),
        gettext("Wrong story"),
        gettext("Linked already"),
        gettext("Adds nothing for readers"),
    ]
