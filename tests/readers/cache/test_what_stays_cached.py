"""A write makes only those pages stale that show it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from time_machine import Traveller

from articles import body, publishing, writing
from articles.database import cache_triggers
from articles.frontpage import Placed, cancel_front, show_breaking
from articles.links import moderation
from articles.models import (
    CacheChange,
    Correction,
    Front,
    LinkDecision,
    Picture,
    PictureLook,
    RelatedLink,
    Section,
    Story,
)
from articles.readers.cache.page_cache import page_cache
from articles.readers.cache.reads import noting_reads
from articles.readers.listings.teasers import newest
from articles.stories import WorkingCopy
from tests.factories import (
    HOUR,
    NOON,
    make_correction,
    make_coverage,
    make_entry,
    make_link,
    make_live_entry,
    make_picture,
    make_section,
    make_story,
    make_version,
)
from tests.frontpage.fronts import front_of
from tests.helpers import managing_editor, ready, relate
from tests.readers.cache.at_the_door import Reader, state

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("clock", "reader"),
]
HOME, LAND, RECENT, CORRECTIONS = "/", "/section/land/", "/recent/", "/corrections/"
LINKING, TARGET, OTHER = "/news/linking/", "/news/target/", "/news/other/"
PAGES = (HOME, LAND, RECENT, CORRECTIONS, LINKING, TARGET, OTHER)
NOTES = {HOME, CORRECTIONS}
LISTS = {HOME, LAND, RECENT, CORRECTIONS}


@pytest.fixture(autouse=True)
def stories(clock: Traveller) -> dict[str, Story]:
    """Three stories that readers see, of which the first links to the second."""
    section = make_section(name="Land", slug="land")
    found = {name: make_story(slug=name) for name in ("linking", "target", "other")}
    for story in found.values():
        make_version(story, section=section)
    make_link(found["linking"], target=found["target"], state="approved")
    return found


@pytest.fixture
def rebuilt(reader: Reader) -> Callable[[Callable[[], object]], set[str]]:
    """Return a function that returns which pages are built again after something was done."""

    def after(act: Callable[[], object]) -> set[str]:
        for path in PAGES:
            assert reader.get(path).status_code == 200
        before = built()
        act()
        for path in PAGES:
            reader.get(path)
        after = built()
        return {path for path in PAGES if after[path] is not before[path]}

    return after


def built() -> dict[str, Any]:
    """Return the cached pages by their path."""
    return {key.path: page for key, page in page_cache.pages.items()}


Rebuilt = Callable[[Callable[[], object]], set[str]]


def test_a_publication_renews_its_page_those_that_link_to_it_and_the_lists(
    rebuilt: Rebuilt, stories: dict[str, Story]
) -> None:
    again = {"visible_from": NOON, "published_at": NOON - HOUR}

    def update(name: str) -> None:
        stories[name].published_versions.update(visible_until=NOON)
        make_version(stories[name], **again)

    assert rebuilt(lambda: update("other")) == LISTS | {OTHER}
    assert rebuilt(lambda: update("target")) == LISTS | {TARGET, LINKING}
    assert rebuilt(lambda: publishing.publish(ready("New"), by=managing_editor())) == LISTS


def test_a_note_renews_its_story_and_the_lists_of_notes(
    rebuilt: Rebuilt, stories: dict[str, Story]
) -> None:
    assert rebuilt(lambda: make_correction(stories["target"])) == NOTES | {TARGET}


def test_an_entry_renews_its_live_story_alone(
    rebuilt: Rebuilt, stories: dict[str, Story], clock: Traveller
) -> None:
    target = stories["target"]
    assert rebuilt(lambda: make_live_entry(target)) == {TARGET}
    assert rebuilt(lambda: make_live_entry(target, visible_from=NOON + HOUR)) == {TARGET}
    # Its working copy is nobody's business.
    assert rebuilt(lambda: make_entry(target)) == set()
    assert rebuilt(lambda: clock.move_to(NOON + HOUR, tick=False)) == {TARGET}


def test_coverage_renews_its_story_and_the_lists_that_mark_it(
    rebuilt: Rebuilt, stories: dict[str, Story], clock: Traveller
) -> None:
    target = stories["target"]
    runs = {"valid_from": NOON, "valid_until": NOON + HOUR}
    # Of links to it, none has the mark.
    marked = {HOME, LAND, RECENT, TARGET}
    assert rebuilt(lambda: make_coverage(target, **runs)) == marked
    assert rebuilt(lambda: clock.move_to(NOON + HOUR, tick=False)) == marked


def test_a_decision_on_a_link_renews_its_story(rebuilt: Rebuilt, stories: dict[str, Story]) -> None:
    link = RelatedLink.objects.get()
    assert rebuilt(lambda: moderation.reject(link, by=managing_editor())) == {LINKING}
    assert rebuilt(lambda: moderation.reopen(link, by=managing_editor())) == {LINKING}


def test_a_section_renews_all_that_may_show_its_name(rebuilt: Rebuilt) -> None:
    section = Section.objects.get()
    section.name = "Country"
    assert rebuilt(lambda: publishing.save_section(section)) == set(PAGES) - {CORRECTIONS}
    # What readers see of it is its period.
    assert rebuilt(lambda: Section.objects.update(position=7)) == set()


FRONTS = {HOME, LAND}


def test_a_front_renews_the_fronts(
    rebuilt: Rebuilt, stories: dict[str, Story], clock: Traveller
) -> None:
    assert rebuilt(lambda: front_of(stories["other"])) == FRONTS
    # What is scheduled shows as the clock gets there, and not before.
    scheduled: list[Front] = []
    later = NOON + HOUR
    assert rebuilt(lambda: scheduled.append(front_of(stories["target"], at=later))) == set()
    assert rebuilt(lambda: cancel_front(scheduled[0], by=managing_editor())) == set()
    assert rebuilt(lambda: front_of(stories["target"], at=later)) == set()
    assert rebuilt(lambda: clock.move_to(NOON + HOUR, tick=False)) == FRONTS


def test_the_end_of_a_pin_renews_the_fronts(
    rebuilt: Rebuilt, stories: dict[str, Story], clock: Traveller
) -> None:
    pinned = Placed(stories["other"].pk, pinned_until=NOON + HOUR)
    assert rebuilt(lambda: front_of(pinned)) == FRONTS
    assert rebuilt(lambda: clock.move_to(NOON + HOUR, tick=False)) == FRONTS


def test_breaking_news_renews_no_page(
    reader: Reader, rebuilt: Rebuilt, stories: dict[str, Story], clock: Traveller
) -> None:
    """It is in the masthead, which is joined in when a page is served."""
    by = managing_editor()
    assert rebuilt(lambda: show_breaking("The bridge is closed", by=by)) == set()
    assert "The bridge is closed" in reader.get(OTHER).text
    assert rebuilt(lambda: show_breaking("It is open", by=by, at=NOON + HOUR)) == set()
    assert "The bridge is closed" in reader.get(OTHER).text
    assert rebuilt(lambda: clock.move_to(NOON + HOUR, tick=False)) == set()
    assert "It is open" in reader.get(OTHER).text


def test_a_plan_that_is_committed_after_it_began_shows_at_once(
    rebuilt: Rebuilt, stories: dict[str, Story], clock: Traveller
) -> None:
    clock.move_to(NOON + 2 * HOUR, tick=False)

    def plan() -> None:
        # As long as the transaction takes, others read what was there before.
        clock.move_to(NOON, tick=False)
        front_of(stories["other"], at=NOON + HOUR)
        clock.move_to(NOON + 2 * HOUR, tick=False)

    assert rebuilt(plan) == FRONTS


def test_a_moment_renews_what_begins_or_ends(
    rebuilt: Rebuilt, stories: dict[str, Story], clock: Traveller
) -> None:
    stories["target"].published_versions.update(visible_until=NOON + HOUR)
    make_version(stories["target"], visible_from=NOON + HOUR, published_at=NOON - HOUR)
    note = make_correction(stories["other"], at=NOON + 2 * HOUR)
    Correction.objects.filter(pk=note.pk).update(
        retracted_at=NOON + 3 * HOUR, retracted_by=managing_editor(), retraction_reason="Wrong."
    )

    def go_to(hours: int) -> set[str]:
        return rebuilt(lambda: clock.move_to(NOON + hours * HOUR, tick=False))

    assert go_to(1) == LISTS | {LINKING, TARGET}
    assert go_to(2) == NOTES | {OTHER}
    assert go_to(3) == NOTES | {OTHER}
    clock.move_to(NOON + 2 * HOUR, tick=False)
    assert go_to(1) == set(PAGES), "The clock was set back."


def test_a_picture_renews_the_pages_that_show_it(
    rebuilt: Rebuilt, stories: dict[str, Story]
) -> None:
    unused, used = make_picture(), make_picture()

    def look(picture: Picture, recipe: int) -> None:
        PictureLook.objects.update_or_create(picture=picture, defaults={"recipe": recipe})

    update = {"visible_from": NOON, "published_at": NOON - HOUR, "picture": used}
    stories["target"].published_versions.update(visible_until=NOON)
    make_version(stories["target"], **update)
    assert rebuilt(lambda: look(unused, 1)) == set()
    assert rebuilt(lambda: look(used, 1)) == {HOME, LAND, RECENT, TARGET, LINKING}
    assert rebuilt(lambda: look(used, 2)) == {HOME, LAND, RECENT, TARGET, LINKING}
    stories["other"].figures.create(key="figure001", picture=unused)
    assert rebuilt(lambda: look(unused, 2)) == {HOME, LAND, RECENT, OTHER}
    in_entry = make_picture()
    make_live_entry(stories["other"], picture=in_entry)
    assert rebuilt(lambda: look(in_entry, 1)) == {HOME, LAND, RECENT, OTHER}
    # What the newsroom says of it is frozen with each version.
    assert rebuilt(lambda: Picture.objects.update(alt="Other")) == set()


def save(story: Story, blocks: list[body.Block]) -> Story:
    copy = WorkingCopy("Draft", body=body.write(blocks))
    if not story.pk:
        return writing.create(copy, by=managing_editor())
    return writing.save(Story.objects.get(pk=story.pk), copy, by=managing_editor())


def test_what_no_reader_can_see_renews_nothing(stories: dict[str, Story]) -> None:
    before = state().cache_version
    unseen = make_story()
    make_coverage(unseen)
    make_live_entry(unseen)
    lines = [body.AlsoRead(body.new_key(), words) for words in ("One", "Two")]
    story = save(Story(), [body.Paragraph("It begins."), *lines])
    save(story, [body.Paragraph("It begins."), *reversed(lines)])
    relate(story, url="https://else.test")
    # In the draft of a story that readers see.
    target = stories["target"]
    line = make_link(stories["other"], key="key00001", target=target, state="approved")
    # What readers see of a link is what was decided on it.
    RelatedLink.objects.update(position=7, removed_at=NOON, score=3, headline="Other")
    assert state().cache_version == before
    stories["other"].published_versions.update(visible_until=NOON)
    make_version(stories["other"], visible_from=NOON, body_html="<!--also-read:key00001-->")
    published = state().cache_version
    RelatedLink.objects.filter(pk=line.pk).update(position=8, headline="Waits longer")
    assert state().cache_version == published
    LinkDecision.objects.filter(link=line).update(valid_until=NOON)
    assert state().cache_version != published


def test_what_is_written_past_the_rows_own_triggers_renews_all(rebuilt: Rebuilt) -> None:
    PictureLook.objects.create(picture=make_picture(alt="Used"))
    table = PictureLook._meta.db_table
    sql = f"REPLACE INTO {table} SELECT * FROM {table}"
    if connection.vendor == "postgresql":
        sql = f"TRUNCATE {table}"

    def erase() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)

    assert rebuilt(erase) == set(PAGES)


def test_when_the_log_does_not_go_back_so_far_all_is_renewed(rebuilt: Rebuilt) -> None:
    def lose() -> None:
        first = CacheChange.objects.order_by("-pk").values_list("pk", flat=True)[0]
        make_section(name="World", slug="world")
        CacheChange.objects.filter(pk__lte=first).delete()

    assert rebuilt(lose) == set(PAGES)


def test_a_restored_backup_renews_all(rebuilt: Rebuilt, stories: dict[str, Story]) -> None:
    def restore() -> None:
        # The same entries, in the history of another database.
        CacheChange.objects.update(number=7)
        make_correction(stories["other"])

    assert rebuilt(restore) == set(PAGES)


def test_the_log_keeps_its_last_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        make_section(name=f"Section {number}", slug=f"section-{number}")
    newest_entry = CacheChange.objects.order_by("-pk")[0]
    assert newest_entry.key == "articles_sectionperiod"
    assert newest_entry.number == state().cache_version
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE articles_cachechange SET id = id - %s WHERE id < %s",
            [cache_triggers.KEPT, newest_entry.pk],
        )
    make_section(name="Last", slug="last")
    assert [entry.pk for entry in CacheChange.objects.order_by("pk")] == [
        newest_entry.pk,
        newest_entry.pk + 1,
    ]


def test_a_view_that_knows_nothing_of_this_depends_on_whole_tables() -> None:
    with noting_reads() as keys:
        newest(NOON, 3)
        Story.objects.filter(published_versions__corrections__isnull=True).first()
    assert keys == {
        "articles_publishedversion",
        "articles_picturelook",
        "articles_livecoverage",
        "articles_sectionperiod",
        "articles_correction",
    }
    assert "articles_linkdecision" not in keys
