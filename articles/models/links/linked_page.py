"""Pages of other sites to which related links lead, and whether each still answers."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

#: HTTP's own words for a page that is gone.
GONE = ("404", "410")


class PageState(models.TextChoices):
    """Whether a page of another site answers, as far as it may be asked."""

    UNKNOWN = "unknown", _("not known")
    OK = "ok", _("answers")
    DEAD = "dead", _("does not answer")


class LinkedPageQuerySet(models.QuerySet["LinkedPage"]):
    """Linked pages by what checking them has shown; datetimes are timezone-aware."""

    def dead(self, at: datetime) -> Self:
        """Return the pages that were dead at `at`, as far as is known now."""
        return self.filter(state=PageState.DEAD, state_since__lte=at)

    def due(self, at: datetime) -> Self:
        """Return the pages to be checked at `at`, first those that have waited longest.

        Pages of a host that is just being checked are left out.
        """
        busy = self.filter(claimed_until__gt=at).values("host")
        return self.filter(due_at__lte=at).exclude(host__in=busy).order_by("due_at", "pk")


class LinkedPage(models.Model):
    """A page of another site, one row a URL, with what the last checks of it have shown.

    A failure is a check that found no page. `fault` says what went wrong in the last one: an HTTP
    status, or a word that `articles/links/checking` has. They are unknown for a page that may not
    be requested, because of robots.txt or because it is in a private network.
    """

    url = models.URLField(max_length=500)
    host = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=PageState, default=PageState.UNKNOWN)
    state_since = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    #: How many in a row, and when the first of them was.
    failures = models.PositiveSmallIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    fault = models.CharField(max_length=20, blank=True)
    due_at = models.DateTimeField()
    #: Until when one worker has it for itself; a worker that is killed loses it then.
    claimed_until = models.DateTimeField(null=True)

    objects = LinkedPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("linked page")
        verbose_name_plural = _("linked pages")
        default_permissions = ()
        indexes = [
            models.Index(fields=["due_at"], name="linked_page_due"),
            models.Index(
                fields=["state_since"], condition=Q(state="dead"), name="linked_page_dead"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["url"], name="linked_page_url_once"),
            models.CheckConstraint(
                condition=Q(url__startswith="https://") | Q(url__startswith="http://"),
                name="linked_page_url_is_web",
            ),
            models.CheckConstraint(
                condition=Q(state__in=PageState.values), name="linked_page_state_legal"
            ),
            models.CheckConstraint(
                condition=Q(failures=0, failing_since__isnull=True, fault="")
                | (
                    Q(failures__gt=0, failing_since__isnull=False, checked_at__isnull=False)
                    & ~Q(fault="")
                ),
                name="linked_page_fails_since_when_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(state=PageState.DEAD) | Q(failures__gte=2),
                name="linked_page_dead_has_failed_twice",
            ),
        ]

    def __str__(self) -> str:
        return self.url
