"""What sections and authors are called, and where former slugs lead, as periods."""

from datetime import datetime

import pytest
import time_machine

from articles.models import AuthorPeriod, FormerSlug, Section, SectionPeriod, SlugKind
from articles.publishing import (
    delete_section,
    forget_slugs,
    move_slug,
    order_sections,
    save_author,
    save_section,
)
from tests.factories import HOUR, NOON, make_author, make_picture, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Clock = time_machine.TimeMachineFixture


def names(section: Section) -> list[tuple[str, datetime, datetime | None]]:
    held = SectionPeriod.objects.filter(section_id=section.pk).order_by("pk")
    return list(held.values_list("name", "valid_from", "valid_until"))


def test_each_name_of_a_section_ends_the_one_before(clock: Clock) -> None:
    section = make_section("Land")
    clock.move_to(NOON + HOUR, tick=False)
    save_section(section)
    section.name = "Country"
    save_section(section)
    clock.move_to(NOON + 2 * HOUR, tick=False)
    key = section.pk
    delete_section(section)
    section.pk = key
    assert names(section) == [
        ("Land", NOON, NOON + HOUR),
        ("Country", NOON + HOUR, NOON + 2 * HOUR),
    ]


def test_a_clock_that_is_set_back_ends_no_name_before_it_began(clock: Clock) -> None:
    section = make_section("Land")
    clock.move_to(NOON - HOUR, tick=False)
    section.name = "Country"
    save_section(section)
    assert names(section) == [("Land", NOON, NOON), ("Country", NOON, None)]


def test_a_place_in_the_menu_is_kept_of_those_that_move_only(clock: Clock) -> None:
    first, second, third = (make_section(name, position=at) for at, name in enumerate("ABC", 1))
    clock.move_to(NOON + HOUR, tick=False)
    order_sections([second.pk, first.pk, third.pk])
    at = {
        hours: [one.name for one in SectionPeriod.objects.at(NOON + hours * HOUR)]
        for hours in (0, 1)
    }
    assert at == {0: ["A", "B", "C"], 1: ["B", "A", "C"]}
    assert SectionPeriod.objects.count() == 5


def test_what_the_page_of_an_author_said_is_kept_with_the_portrait(clock: Clock) -> None:
    author = make_author("Ana", bio="One.", portrait=make_picture())
    clock.move_to(NOON + HOUR, tick=False)
    author.bio, author.portrait = "Two.", None
    save_author(author)
    before, after = AuthorPeriod.objects.order_by("pk")
    assert (before.bio, before.valid_until, bool(before.portrait["src"])) == (
        "One.",
        NOON + HOUR,
        True,
    )
    assert (after.bio, after.portrait) == ("Two.", {})


def test_where_a_slug_leads_is_kept(clock: Clock) -> None:
    move_slug(SlugKind.TAG, "a", "b", "B")
    clock.move_to(NOON + HOUR, tick=False)
    move_slug(SlugKind.TAG, "b", "c", "C")
    clock.move_to(NOON + 2 * HOUR, tick=False)
    move_slug(SlugKind.TAG, "c", "a", "A")
    clock.move_to(NOON + 3 * HOUR, tick=False)
    forget_slugs(SlugKind.TAG, "a")
    leads = [
        dict(FormerSlug.objects.at(NOON + hours * HOUR).values_list("slug", "present"))
        for hours in range(4)
    ]
    assert leads == [{"a": "b"}, {"a": "c", "b": "c"}, {"b": "a", "c": "a"}, {}]
