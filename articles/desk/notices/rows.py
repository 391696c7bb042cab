"""Notices as rows, with the words of a story only while the person may view it."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext

from articles.core import MOST_COUNTED, count_label
from articles.desk.start.part import Part, Row
from articles.models import Notice, NoticeKind
from articles.people import permissions
from articles.stories import notices
from newsroom.accounts.models import User

#: On the start page.
MOST = 6


def notice_rows(found: Iterable[Notice], by: User) -> list[Row]:
    """Return the notices as rows that lead to what they are about."""
    may_read = permissions.can_read_drafts(by)
    return [_row(notice) if may_read else _bare_row(notice) for notice in found]


def notice_part(by: User) -> Part:
    """Return the unread notices for the start page, from one query; all of them are counted.

    What was sent back has a part of its own there.
    """
    unread = list(Notice.objects.unread_by(by).with_words()[: MOST_COUNTED + 1])
    shown = [notice for notice in unread if notice.kind != NoticeKind.SENT_BACK]
    return Part(
        "notices",
        gettext("New for you"),
        notice_rows(shown[:MOST], by),
        more_url=reverse("admin:articles_notices"),
        count=count_label(len(unread)),
    )


def _row(notice: Notice) -> Row:
    return Row(
        notice.story.headline,
        reverse("admin:articles_notice", args=[notice.pk]),
        notices.said(notice),
        notice.at,
        quote=notices.quoted(notice),
    )


def _bare_row(notice: Notice) -> Row:
    words = gettext("A story that you may no longer view")
    return Row(words, reverse("admin:articles_notice", args=[notice.pk]), at=notice.at)
