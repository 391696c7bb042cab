"""Breaking news: shown from a time until a time, below the masthead of all pages."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from articles.core import BadTime, NewsroomError, NotPossible, refuse
from articles.frontpage.actions import BREAKING_ENDED, BREAKING_SHOWN
from articles.frontpage.begin import begin_breaking, check_permission
from articles.frontpage.periods import set_until
from articles.models import BreakingNews, Story
from articles.publishing import check_when
from articles.stories import audit_log
from newsroom.accounts.models import User


class BreakingChanged(NewsroomError):
    """Other breaking news was shown, scheduled or ended since the page was shown."""

    def __init__(self) -> None:
        super().__init__(
            gettext(
                "The breaking news has changed since you opened this page, so nothing has been"
                " done. Look at the list; to show yours all the same, send it again."
            )
        )


def breaking_shown(now: datetime) -> str:
    """Return what a page that lists the breaking news of `now` and later has to carry."""
    listed = BreakingNews.objects.present_or_scheduled(now).order_by("pk")
    return "-".join(str(pk) for pk in listed.values_list("pk", flat=True)) or "none"


def check_show_breaking(
    text: str, *, by: User, now: datetime, at: datetime | None, until: datetime | None
) -> NewsroomError | None:
    """Return why `by` cannot show the text from `at` (None: now) on; None if it is possible."""
    start = at or now
    if refusal := check_permission(by) or check_when(start, now):
        return refusal
    if not text:
        return NotPossible(gettext("Write the text for readers."))
    if until and until <= start:
        return BadTime(gettext("The end must be after the start: choose a later end."))
    return None


def show_breaking(
    text: str,
    *,
    by: User,
    story: Story | None = None,
    url: str = "",
    at: datetime | None = None,
    until: datetime | None = None,
    shown: str | None = None,
) -> BreakingNews:
    """Show readers the text from `at` (None: now) until `until` (None: until somebody ends it).

    It leads to the story, or to the URL. It ends what is shown then, and ends at the latest where
    the next scheduled one begins. `shown` is what a page showed, if a person was asked. Raise
    `NotAllowed`, `NotPossible`, `BadTime`, and `BreakingChanged` if it is no longer so.
    """
    try:
        with transaction.atomic():
            now = begin_breaking()
            if shown is not None and shown != breaking_shown(now):
                raise BreakingChanged
            refuse(check_show_breaking(text, by=by, now=now, at=at, until=until))
            start = at or now
            following = BreakingNews.objects.scheduled(start).first()
            for current in BreakingNews.objects.at(start):
                set_until(current, start)
            ends = [end for end in (until, following and following.valid_from) if end]
            news = BreakingNews(text=text, story=story, url=url, made_at=now, made_by=by)
            news.valid_from, news.valid_until = start, min(ends, default=None)
            news.save(force_insert=True)
            detail = {"breaking_news": news.pk, "visible_from": start.isoformat()}
            audit_log.record_of_site(text, BREAKING_SHOWN, by=by, detail=detail)
            return news
    except IntegrityError as error:
        # The first breaking news has nothing to lock: somebody else's came first.
        raise BreakingChanged from error


def check_end_breaking(news: BreakingNews, *, by: User, now: datetime) -> NewsroomError | None:
    """Return why `by` cannot end the breaking news at `now`; None if it is possible."""
    if refusal := check_permission(by):
        return refusal
    if BreakingNews.objects.present_or_scheduled(now).filter(pk=news.pk).exists():
        return None
    return NotPossible(gettext("Readers no longer see this breaking news."))


@transaction.atomic
def end_breaking(news: BreakingNews, *, by: User) -> None:
    """Stop showing readers the breaking news, or cancel it before they see it.

    Raise `NotAllowed`, `NotPossible`.
    """
    now = begin_breaking()
    refuse(check_end_breaking(news, by=by, now=now))
    news.refresh_from_db()
    set_until(news, max(now, news.valid_from))
    audit_log.record_of_site(news.text, BREAKING_ENDED, by=by, detail={"breaking_news": news.pk})
