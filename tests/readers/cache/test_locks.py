"""Renewing the cache version makes no two writers wait for each other in a circle."""

import threading
from collections.abc import Callable
from time import sleep

import pytest
from django.db import connection, transaction
from django.db.models import F

from articles.models import Section, SectionPeriod, Story
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

    meet(first, second, written)
    assert not SectionPeriod.objects.present().exists()


def test_a_writer_waits_for_another_ones_row_before_it_renews_the_cache_version() -> None:
    """The first refers to a row of which the second changes a key, as a publication to a section.

    Foreign keys are checked at the end of a transaction, and wait there. If the first renewed the
    cache version before that, the second, which wants to renew it too, would wait for ever.
    """
    section, other = make_section(name="Land", slug="land"), make_section(name="City", slug="city")
    written, changed = threading.Event(), threading.Event()

    @transaction.atomic
    def first() -> None:
        SectionPeriod.objects.filter(section=section).update(valid_until=F("valid_from"))
        make_story(section=other)
        written.set()
        changed.wait(5 if connection.vendor == "postgresql" else 0)

    @transaction.atomic
    def second() -> None:
        Section.objects.filter(pk=other.pk).update(slug="town")
        changed.set()
        # Time for the other one to come to its end.
        sleep(0.5 if connection.vendor == "postgresql" else 0)
        SectionPeriod.objects.filter(section=other).update(valid_until=F("valid_from"))

    meet(first, second, written)
    assert not SectionPeriod.objects.present().exists()
    assert Story.objects.filter(section__slug="town").exists()


def meet(first: Callable[[], None], second: Callable[[], None], started: threading.Event) -> None:
    """Run both in a thread each, the second once the first has begun; neither may fail."""
    failed: list[BaseException] = []

    def in_thread(action: Callable[[], None]) -> None:
        try:
            action()
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=in_thread, args=(first,))]
    threads[0].start()
    assert started.wait(5)
    threads.append(threading.Thread(target=in_thread, args=(second,)))
    threads[1].start()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()
    assert failed == []
