"""Renewing the cache version makes no two writers wait for each other in a circle."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.db.models import F

from articles.models import SectionPeriod, Story
from tests.factories import make_section, make_story

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_writers_that_meet_at_other_rows_do_not_deadlock() -> None:
    """The first writes and then wants the second's row, which writes while holding it.

    If the cache version were renewed at once, the first would hold its lock, and the second would
    wait for that for ever.
    """
    story, section = make_story(), make_section(name="Land", slug="land")
    other = make_section(name="City", slug="city")
    written, locked = threading.Event(), threading.Event()
    failed: list[BaseException] = []

    @transaction.atomic
    def first() -> None:
        SectionPeriod.objects.filter(section=section).update(valid_until=F("valid_from"))
        written.set()
        # On SQLite the other cannot have begun: there is one writer at a time.
        locked.wait(5 if connection.vendor == "postgresql" else 0)
        Story.objects.select_for_update().get(pk=story.pk)

    @transaction.atomic
    def second() -> None:
        Story.objects.select_for_update().get(pk=story.pk)
        locked.set()
        SectionPeriod.objects.filter(section=other).update(valid_until=F("valid_from"))

    def in_thread(action: Callable[[], None]) -> None:
        try:
            action()
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=in_thread, args=(first,))]
    threads[0].start()
    assert written.wait(5)
    threads.append(threading.Thread(target=in_thread, args=(second,)))
    threads[1].start()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()
    assert failed == []
    assert not SectionPeriod.objects.present().exists()
