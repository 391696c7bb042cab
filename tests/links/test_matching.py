from dataclasses import replace
from itertools import islice, permutations

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from articles import body, writing
from articles.links import Headlines, moderation
from articles.links.matching import MIN_SIMILARITY
from articles.models import LinkState, RelatedLink, Story
from articles.stories import WorkingCopy, working_copy_of
from articles.wire.as_story import as_working_copy
from articles.wire.parse.parse import parse
from newsroom.accounts.models import User
from tests.helpers import draft, managing_editor
from tests.wire.helpers import GAZETTEER, article, links, story, take

pytestmark = pytest.mark.django_db

FEES = "City council raises parking fees in the old town"
FEES_TWO = "City council raises parking fees in the cold town"
FEES_THREE = "City council raises parking fee in the old towns"
TRADERS = "Traders protest against parking fees"
#: Files, each with three links: no step below divides their number.
MANY = 250


@pytest.fixture
def anna() -> User:
    return managing_editor("anna")


def link() -> RelatedLink:
    return RelatedLink.objects.get()


def test_a_line_finds_the_story_of_the_same_headline(anna: User) -> None:
    target = story(article(FEES), anna)
    story(article(TRADERS, FEES.upper()), anna)
    assert (link().target, link().state, link().score) == (target, LinkState.SUGGESTED, 100.0)


def test_a_line_finds_a_close_headline_and_keeps_how_close(anna: User) -> None:
    target = story(article(FEES), anna)
    story(article(TRADERS, FEES_TWO), anna)
    assert link().target == target
    # One letter more in 48 and 49: the letters in common, twice, of all letters.
    assert link().score == pytest.approx(100 * 2 * 48 / (48 + 49))


def test_a_line_waits_for_its_story(anna: User) -> None:
    story(article(TRADERS, FEES), anna)
    assert (link().target, link().state, link().score) == (None, LinkState.WAITING, None)
    story(article("Something else entirely"), anna)
    assert link().state == LinkState.WAITING
    target = story(article(FEES), anna)
    assert (link().target, link().state, link().score) == (target, LinkState.SUGGESTED, 100.0)


def test_a_line_does_not_mean_its_own_story(anna: User) -> None:
    story(article(FEES, FEES), anna)
    assert link().state == LinkState.WAITING


def test_a_better_match_takes_the_place_of_a_close_one(anna: User) -> None:
    story(article(FEES_TWO), anna)
    story(article(TRADERS, FEES), anna)
    best = story(article(FEES), anna)
    assert (link().target, link().score) == (best, 100.0)
    story(article(FEES_THREE), anna)
    assert link().target == best


def by_hand(source: bytes, by: User) -> None:
    """Write the story of this copy in two steps: a working title, then all of it."""
    made = writing.create(WorkingCopy("Working title"), by=by)
    writing.save(made, as_working_copy(parse(source, gazetteer=GAZETTEER)), by=by)


def test_any_order_links_up_the_same_imported_or_written_by_hand(anna: User) -> None:
    files = [
        article(FEES, FEES_TWO, TRADERS),
        article(FEES_TWO, "City council raises parking fees in the bold town"),
        article(FEES_THREE, FEES, "Nobody wrote this"),
        article(TRADERS, FEES.replace("old", "told"), FEES_THREE + "!"),
    ]
    expected = None
    for number, order in enumerate(permutations(files)):
        with transaction.atomic():
            for place, source in enumerate(order):
                take_in = by_hand if number >> place & 1 else story
                take_in(source, anna)
            found = links()
            expected = expected or found
            assert found == expected
            transaction.set_rollback(True)
    assert expected
    assert sum(target is not None for _, _, target, _, _ in expected) == 6


def test_many_files_link_up_the_same_in_any_order(anna: User) -> None:
    words = permutations("council court raises river bridge school market tax".split())
    headlines = [
        f"{' '.join(order)} on day {day}"
        for day, order in enumerate(islice(words, 0, 40 * MANY, 40))
    ]
    files = [
        # An exact line, a close one, and one that means nothing here.
        article(
            headline,
            headlines[day * 7 % MANY],
            headlines[day * 11 % MANY].replace("on day", "on the day"),
            f"Weather for {day}",
        )
        for day, headline in enumerate(headlines)
    ]
    found = []
    for order in (files, [files[number * 37 % MANY] for number in range(MANY)]):
        with transaction.atomic():
            headlines_of_run = Headlines()
            for source in order:
                receipt = take(source, anna, headlines=headlines_of_run)
                assert receipt.outcome == "created", receipt.message
            found.append(links())
            transaction.set_rollback(True)
    assert found[0] == found[1]
    assert sum(score == 100 for _, _, _, _, score in found[0]) >= MANY - 10
    assert sum(score is not None and score < 100 for _, _, _, _, score in found[0]) >= MANY - 10


def test_a_waiting_line_finds_a_story_that_is_written_by_hand(anna: User) -> None:
    story(article(TRADERS, FEES), anna)
    target = draft(FEES)
    assert (link().target, link().state, link().score) == (target, LinkState.SUGGESTED, 100.0)


def test_a_line_written_by_hand_with_only_a_headline_finds_its_story(anna: User) -> None:
    target = draft(FEES)
    line = body.AlsoRead(body.new_key(), FEES)
    draft(TRADERS, body=body.write([body.paragraph("They met."), line]))
    assert (link().target, link().state, link().suggested_by) == (target, "suggested", None)


def test_a_new_headline_finds_the_lines_that_wait_for_it(anna: User) -> None:
    story(article(TRADERS, FEES), anna)
    target = draft("Working title")
    assert link().state == LinkState.WAITING
    writing.save(target, replace(working_copy_of(target), headline=FEES), by=anna)
    assert (link().target, link().score) == (target, 100.0)


def test_a_line_keeps_a_story_whose_headline_changes_until_a_better_one_comes(anna: User) -> None:
    story(article(TRADERS, FEES), anna)
    first = draft(FEES)
    writing.save(first, replace(working_copy_of(first), headline="Parking is dearer"), by=anna)
    assert link().target == first
    assert 0 < (link().score or 0) < MIN_SIMILARITY
    second = draft(FEES_TWO)
    assert link().target == second


def test_what_is_saved_during_a_run_is_found_by_it(anna: User) -> None:
    known = Headlines()
    take(article("The first of the run"), anna, headlines=known)
    target, gone = draft("Working title"), draft(FEES_THREE)
    take(article("The second of the run"), anna, headlines=known)
    writing.save(target, replace(working_copy_of(target), headline=FEES), by=anna)
    gone.delete()
    waiting = draft("Waits", body=body.write([body.AlsoRead(body.new_key(), TRADERS)]))
    assert take(b"", anna, headlines=known).outcome == "failed"
    made = take(article(TRADERS, FEES, FEES_THREE), anna, headlines=known).story
    assert made
    assert waiting.related_links.get().target == made
    assert [link.target for link in made.related_links.all()] == [target, target]


@pytest.mark.parametrize("number", [1, 3, 30])
def test_an_import_asks_as_much_among_many_stories(
    number: int, anna: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    known = Headlines()
    for day in range(number):
        take(article(f"Weather for day {day}", f"Sport on day {day}"), anna, headlines=known)
    # PostgreSQL is asked twice for the lock: by the import, and by the verb that writes.
    with django_assert_num_queries(28 if connection.vendor == "postgresql" else 26):
        take(article(TRADERS, FEES), anna, headlines=known)


@pytest.mark.parametrize("decide", [moderation.approve, moderation.reject])
def test_a_decided_link_is_left_alone(decide: object, anna: User) -> None:
    target = story(article(FEES_TWO), anna)
    story(article(TRADERS, FEES), anna)
    assert callable(decide)
    decide(link(), by=anna)
    before = RelatedLink.objects.values().get()
    story(article(FEES), anna)
    assert RelatedLink.objects.values().get() == before
    assert link().target == target


@pytest.mark.parametrize("managing_editor", [True, False])
def test_a_link_that_somebody_chose_is_left_alone(managing_editor: bool, anna: User) -> None:
    chosen = story(article("Quite another story"), anna)
    made = story(article(TRADERS, FEES), anna)
    by = anna if managing_editor else User.objects.create_user("ben")
    if not managing_editor:
        desk = Group.objects.create(name="desk")
        desk.permissions.add(Permission.objects.get(codename="change_story"))
        by.groups.add(desk)
    choose(made, chosen, by)
    assert link().target == chosen
    before = RelatedLink.objects.values().get()
    story(article(FEES), anna)
    assert RelatedLink.objects.values().get() == before


def choose(made: Story, target: Story, by: User) -> None:
    """Save the story with `target` chosen for its only also-read line."""
    copy = working_copy_of(made)
    chosen = copy.body.replace(
        'data-block="also-read"', f'data-block="also-read" data-story="{target.pk}"'
    )
    lines = [block for block in body.read(body.clean(chosen)) if isinstance(block, body.AlsoRead)]
    assert [line.story for line in lines] == [target.pk]
    writing.save(made, replace(copy, body=chosen), by=by)


def test_a_line_that_was_taken_out_finds_nothing(anna: User) -> None:
    made = story(article(TRADERS, FEES), anna)
    writing.save(made, replace(working_copy_of(made), body="<p>Short.</p>"), by=anna)
    story(article(FEES), anna)
    assert link().target is None


def test_a_very_long_line_is_kept_whole_in_the_body(anna: User) -> None:
    # Each of these signs is eighteen letters when headlines are compared.
    line = "ﷺ" * 290
    made = take(article(TRADERS, line), anna).story
    assert made
    assert line in made.body
    assert link().state == LinkState.WAITING


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_two_that_are_as_close_the_first_by_alphabet_is_taken(
    order: tuple[int, ...], anna: User
) -> None:
    cold, gold = FEES_TWO, FEES_TWO.replace("cold", "gold")
    files = [article(cold), article(gold), article(TRADERS, FEES_TWO.replace("cold", "fold"))]
    for number in order:
        story(files[number], anna)
    target = link().target
    assert target
    assert target.headline == cold
