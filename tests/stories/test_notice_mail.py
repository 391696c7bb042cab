"""Notices by mail: to those who want them, once each, whatever fails or runs at the same time."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from articles import writing
from articles.models import Notice, Story
from articles.people import EDITOR, MODERATOR, REPORTER
from articles.stories import WorkingCopy, notices
from articles.stories.notices.mail import FIRST_WAIT, MOST_TRIES
from articles.stories.notices.task import send_notices
from newsroom.accounts.models import User
from tests.at_once import twice_at_once
from tests.factories import NOON
from tests.helpers import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


class Broken(EmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages: Any) -> int:
        raise SMTPServerDisconnected


class Killed(EmailBackend):
    """A process that is killed when the mail is out, before it can write so."""

    def send_messages(self, messages: Any) -> int:
        super().send_messages(messages)
        raise SystemExit


BROKEN, KILLED = f"{__name__}.Broken", f"{__name__}.Killed"


def reader(name: str = "ana", wants: str = "each", **fields: object) -> User:
    user = person(REPORTER, name)
    fields = {"email": f"{name}@news.example", "notice_mail": wants, **fields}
    User.objects.filter(pk=user.pk).update(**fields)
    return User.objects.get(pk=user.pk)


def mention(to: User, text: str = "Who says so?") -> Story:
    story = writing.create(WorkingCopy("Harvest begins", body="<p>The harvest.</p>"), by=to)
    writing.add_note(story, f"@{to.username} {text}", by=person(EDITOR, "bo"))
    return story


def waits() -> list[object]:
    return list(Notice.objects.values_list("mail_at", flat=True))


def test_a_notice_comes_by_mail_once_with_its_words() -> None:
    mention(reader())
    assert notices.send_due_notices() == 1
    assert notices.send_due_notices() == 0
    (sent,) = mail.outbox
    notice = Notice.objects.get()
    assert sent.to == ["ana@news.example"]
    assert sent.subject == "Harvest begins: bo mentioned you"
    assert "@ana Who says so?" in sent.body
    assert f"http://127.0.0.1:8000/admin/articles/notice/{notice.pk}/" in sent.body
    assert sent.extra_headers["Message-ID"] == f"<notice.{notice.pk}@127.0.0.1>"
    assert (notice.mailed_at, notice.mail_at, notice.read_at) == (NOON, None, None)


def test_it_is_in_the_language_of_who_gets_it() -> None:
    mention(reader(language="de"))
    notices.send_due_notices()
    assert "http" in mail.outbox[0].body


@pytest.mark.parametrize(("wants", "sent"), [("", 0), ("mentions", 1), ("each", 2)])
def test_people_get_what_they_want(wants: str, sent: int) -> None:
    story = mention(reader(wants=wants))
    writing.approve(writing.submit(story, by=person(REPORTER, "ana")), by=person(EDITOR, "bo"))
    assert notices.send_due_notices() == sent


@pytest.mark.parametrize(
    "change", [{"email": ""}, {"notice_mail": ""}, {"is_active": False}, {"is_staff": False}]
)
def test_who_no_longer_wants_or_may_have_it_gets_none(change: dict[str, object]) -> None:
    mention(reader())
    User.objects.filter(username="ana").update(**change)
    assert notices.send_due_notices() == 0
    assert waits() == [None]


def test_who_may_no_longer_view_drafts_gets_none() -> None:
    mention(reader())
    person(MODERATOR, "ana")
    assert notices.send_due_notices() == 0
    assert mail.outbox == []


def test_what_was_read_at_the_desk_is_not_sent() -> None:
    mention(ana := reader())
    notices.mark_all_read(by=ana)
    assert notices.send_due_notices() == 0


def test_where_no_mail_is_sent_nothing_waits_for_it(settings: Any) -> None:
    settings.NEWSROOM_SENDS_MAIL = False
    mention(reader())
    assert waits() == [None]


def test_a_server_that_fails_is_tried_again_ever_later_and_given_up(
    settings: Any, clock: time_machine.TimeMachineFixture
) -> None:
    mention(reader())
    settings.EMAIL_BACKEND = BROKEN
    now, waited = NOON, []
    while (due := Notice.objects.get().mail_at) is not None:
        waited.append((due - now) / FIRST_WAIT)
        now = due
        clock.move_to(now - timedelta(seconds=1), tick=False)
        notices.send_due_notices()
        clock.move_to(now, tick=False)
        notices.send_due_notices()
    assert waited == [0, *(2**n for n in range(MOST_TRIES - 1))]
    assert Notice.objects.get().mailed_at is None


def test_an_address_that_no_mail_can_have_stops_nothing() -> None:
    mention(reader())
    User.objects.filter(username="ana").update(email=f"ana@{'ß' * 40}.example")
    assert notices.send_due_notices() == 0
    assert Notice.objects.get().mail_tries == 1


def test_it_is_sent_when_the_server_is_back(
    settings: Any, clock: time_machine.TimeMachineFixture
) -> None:
    mention(reader())
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, BROKEN
    notices.send_due_notices()
    settings.EMAIL_BACKEND = working
    assert notices.send_due_notices() == 0
    clock.move_to(NOON + FIRST_WAIT, tick=False)
    assert notices.send_due_notices() == 1


def test_of_a_killed_worker_only_the_mail_in_flight_comes_twice(
    settings: Any, clock: time_machine.TimeMachineFixture
) -> None:
    for name in ("ana", "cy", "di"):
        mention(reader(name))
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, KILLED
    with pytest.raises(SystemExit):
        notices.send_due_notices()
    settings.EMAIL_BACKEND = working
    assert notices.send_due_notices() == 2
    clock.move_to(NOON + FIRST_WAIT, tick=False)
    assert notices.send_due_notices() == 1
    first = mail.outbox[0]
    again = [one for one in mail.outbox if one.to == first.to]
    assert len(mail.outbox) == 4
    assert again[0].extra_headers["Message-ID"] == again[1].extra_headers["Message-ID"]


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_each_notice_once() -> None:
    for number in range(8):
        mention(reader(f"r{number}"))
    twice_at_once(notices.send_due_notices)
    assert sorted(sent.to[0] for sent in mail.outbox) == [f"r{n}@news.example" for n in range(8)]
    assert not Notice.objects.filter(mailed_at=None).exists()


def test_the_worker_sends_what_is_due(settings: Any) -> None:
    assert "articles.stories.notices.task.send_notices" in settings.NEWSROOM_SCHEDULE
    mention(reader())
    send_notices.call()
    assert len(mail.outbox) == 1


def test_a_headline_cannot_add_headers() -> None:
    ana = reader()
    story = mention(ana)
    Story.objects.filter(pk=story.pk).update(headline="A\r\nBcc: all@news.example")
    notices.send_due_notices()
    assert mail.outbox[0].subject == "A Bcc: all@news.example: bo mentioned you"
    assert mail.outbox[0].recipients() == ["ana@news.example"]
