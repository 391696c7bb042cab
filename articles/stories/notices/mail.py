"""Notices by mail, in the background: each is claimed, sent, and then marked as sent.

A claim counts the attempt and puts the next one off, in a transaction of its own. So two workers
never have the same notice, and of a worker that is killed only the mail that it was sending may
come twice.
"""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext

from articles.core import clock
from articles.models import Notice, NoticeKind
from articles.people import permissions
from articles.stories.notices.words import quoted, said
from newsroom.accounts.models import User
from newsroom.accounts.preferences import preferences_of

#: After the first attempt; doubled after each other. Sending takes far less (EMAIL_TIMEOUT).
FIRST_WAIT = timedelta(minutes=5)
#: After which the notice stays at the desk only: ten hours after the first.
MOST_TRIES = 8
logger = logging.getLogger(__name__)


def wants_mail(person: User, kind: str) -> bool:
    """Return whether the person wants a notice of this kind by mail, and can get any."""
    return settings.NEWSROOM_SENDS_MAIL and person.wants_mail(mention=kind == NoticeKind.MENTIONED)


def send_due_notices() -> int:
    """Send all notices that are due, one mail each, and return how many were sent."""
    sent = 0
    while notice := _claim(clock.now()):
        sent += _deliver(notice)
    return sent


@transaction.atomic
def _claim(at: datetime) -> Notice | None:
    """Return the next notice to be sent, its attempt counted and the next one put off."""
    due = Notice.objects.filter(mail_at__lte=at).order_by("mail_at", "pk")
    # SQLite has one writer at a time anyway.
    notice = due.select_for_update(skip_locked=True).first()
    if notice is not None:
        notice.mail_at = at + FIRST_WAIT * 2**notice.mail_tries
        notice.mail_tries += 1
        notice.save(update_fields=["mail_at", "mail_tries"])
    return notice


def _deliver(claimed: Notice) -> bool:
    """Send the notice, if the person still wants it, and return whether it was sent."""
    notice = Notice.objects.with_words().select_related("to").filter(pk=claimed.pk).first()
    if notice is None or not _is_wanted(notice):
        _finish(claimed)
        return False
    try:
        with preferences_of(notice.to):
            _message(notice).send()
    # A ValueError is of an address that no mail can have.
    except (SMTPException, OSError, ValueError) as error:
        logger.warning("Notice %s could not be sent: %s", notice.pk, error)
        if claimed.mail_tries >= MOST_TRIES:
            logger.error("Notice %s is given up after %s attempts.", notice.pk, MOST_TRIES)
            _finish(claimed)
        return False
    _finish(claimed, mailed_at=clock.now())
    return True


def _finish(claimed: Notice, **done: datetime) -> None:
    """Write that the notice is not to be sent any more."""
    Notice.objects.filter(pk=claimed.pk).update(mail_at=None, **done)


def _is_wanted(notice: Notice) -> bool:
    """Return whether the notice is news to somebody who may have it, and wants it by mail."""
    person = notice.to
    return (
        notice.read_at is None
        and wants_mail(person, notice.kind)
        and permissions.draft_readers().filter(pk=person.pk).exists()
    )


def _message(notice: Notice) -> EmailMessage:
    """Return the mail, in the active language and time zone."""
    site: str = settings.NEWSROOM_URL
    words = said(notice)
    context = {
        "notice": notice,
        "said": words,
        "quoted": quoted(notice),
        "url": site + reverse("admin:articles_notice", args=[notice.pk]),
        "why": gettext("You chose to get notices by mail. Change that in your settings: %(url)s")
        % {"url": site + reverse("admin:own_settings")},
    }
    headers = {
        # The same for each attempt, so that mail programs show one.
        "Message-ID": f"<notice.{notice.pk}@{urlsplit(site).hostname}>",
        "Auto-Submitted": "auto-generated",
    }
    subject = " ".join(f"{notice.story}: {words}".split())
    body = render_to_string("mail/notice.txt", context)
    return EmailMessage(subject, body, to=[notice.to.email], headers=headers)
