"""How each verb on fronts starts: with those of the page locked, and the clock read after that."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext

from articles.core import NotAllowed, clock
from articles.models import BreakingNews, Front, Section
from articles.people import permissions
from newsroom.accounts.models import User


def begin(section: int | None) -> datetime:
    """Lock the fronts of the section (None: of the home page) that hold or are scheduled.

    Return the present time, read under the lock.
    """
    list(Front.objects.of(section).present_or_scheduled(clock.now()).select_for_update(no_key=True))
    return clock.now()


def begin_breaking() -> datetime:
    """Lock the breaking news that is shown or scheduled, and return the present time."""
    list(BreakingNews.objects.present_or_scheduled(clock.now()).select_for_update(no_key=True))
    return clock.now()


def check_permission(by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may fill the front pages."""
    if permissions.can_edit_fronts(by):
        return None
    return NotAllowed(gettext("You may not edit the front pages."))


def name_of_front(front: Front) -> str:
    """Return what the audit log calls the front: the name of its section, or that of the site."""
    site: str = settings.NEWSROOM_NAME
    if front.section_id is None:
        return site
    # It outlives its section.
    names = Section.objects.filter(pk=front.section_id).values_list("name", flat=True)
    return names.first() or site
