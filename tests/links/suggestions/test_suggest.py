"""Which related stories are suggested, in which order, and why."""

from datetime import timedelta

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from articles import links, publishing
from articles.models import SlugKind, Story
from articles.publishing import move_slug
from tests.factories import HOUR, NOON, make_author, make_link, make_section, make_story
from tests.helpers import draft, managing_editor, ready
from tests.links.suggestions.archive import FOOTBALL, STRIKE, WHEAT, fill, published, wheat_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def headlines(story: Story, count: int = 5) -> list[str]:
    return [found.headline for found in links.suggest(story, NOON, count)]


def whys(story: Story) -> dict[str, str]:
    return {found.headline: found.why for found in links.suggest(story, NOON)}


def test_the_most_alike_come_first_and_others_not_at_all() -> None:
    fill()
    published("Grain prices rise", WHEAT, tags=["harvest", "grain"], places=["Astana"])
    published("Millers fear a poor harvest", WHEAT)
    published("A museum for trains", "<p>Visitors see the line to the coast.</p>")
    published("Parliament meets", "<p>They spoke of laws.</p>", tags=["grain"])
    assert headlines(wheat_story()) == [
        "Grain prices rise",
        "Millers fear a poor harvest",
        "Parliament meets",
    ]
    assert headlines(wheat_story(), 1) == ["Grain prices rise"]


def test_words_count_more_in_a_headline_and_in_any_of_their_forms() -> None:
    fill()
    published("Bread is dear", "<p>After poor harvests, wheat is rare.</p>", tags=["grain"])
    published("Wheat harvests are poor", "<p>Bread is dear.</p>", tags=["grain"])
    assert headlines(wheat_story()) == ["Wheat harvests are poor", "Bread is dear"]


@pytest.mark.parametrize(
    ("language", "words", "alike", "other"),
    [
        ("ru", "Урожай пшеницы в Астане", "Урожаи пшеницы под Астаной", "Матч в Алматы"),
        ("ja", "小麦の収穫量が減少", "小麦の収穫が減った", "鉄道のストライキ"),
        ("ar", "حصاد القمح ضعيف", "القمح بعد الحصاد", "إضراب القطارات"),
    ],
)
def test_in_other_languages_too(language: str, words: str, alike: str, other: str) -> None:
    for number in range(3):
        published(f"{other} {number}", f"<p>{other}</p>", language=language)
    published(alike, f"<p>{alike}</p>", language=language)
    story = draft(words, body=f"<p>{words}</p>", language=language)
    assert headlines(story)[0] == alike


def test_of_two_alike_the_nearer_in_time_and_the_one_of_the_section_come_first() -> None:
    fill()
    story = wheat_story()
    published("Old harvest", WHEAT, days=900)
    published("New harvest", WHEAT, days=3)
    published("Harvest of the section", WHEAT, days=4, section=story.section)
    assert headlines(story) == ["Harvest of the section", "New harvest", "Old harvest"]


def test_a_rare_tag_says_more_than_one_that_all_have() -> None:
    for number in range(20):
        published(f"Cup final {number}", FOOTBALL, tags=["news"])
    published("Silos are empty", "<p>They stood for a year.</p>", tags=["grain", "news"])
    story = wheat_story(tags=("news", "grain"))
    assert headlines(story) == ["Silos are empty"]


def test_the_same_author_and_section_make_no_story_a_related_one() -> None:
    fill()
    story = wheat_story(authors=(make_author(name="Ana Lee"),))
    moves = "<p>Knights move first.</p>"
    published("Chess for beginners", moves, authors=["Ana Lee"], section=story.section)
    assert headlines(story) == []
    published("Chess at the mill", WHEAT, authors=["Ana Lee"], section=story.section)
    assert headlines(story) == ["Chess at the mill"]


def test_in_a_small_archive_a_few_common_words_are_not_enough() -> None:
    fill()
    published("Chess for beginners", "<p>The poor knights bring more.</p>")
    assert headlines(wheat_story(tags=())) == []


def test_common_and_short_words_are_not_said() -> None:
    fill()
    for number in range(8):
        published(f"A note {number}", "<p>They spoke after lunch.</p>")
    published("After a poor harvest, the EU pays", WHEAT)
    story = draft("The EU pays after a bad harvest, or so", body=WHEAT, language="en")
    (found,) = [one for one in links.suggest(story, NOON) if "EU" in one.headline]
    assert found.why.startswith("both say “pays”, “harvest”, “EU” · ")


def test_a_renamed_tag_is_the_same() -> None:
    fill()
    published("Silos are empty", "<p>They stood for a year.</p>", tags=["corn"])
    story = wheat_story(tags=("grain",))
    assert headlines(story) == []
    move_slug(SlugKind.TAG, "corn", "grain", "grain")
    assert headlines(story) == ["Silos are empty"]


def test_each_says_why() -> None:
    fill()
    author = make_author(name="Ana Lee")
    story = wheat_story(authors=(author,), body="<p>The mill is shut.</p>")
    published(
        "A new line of trains",
        "<p>Nothing of that kind.</p>",
        days=2,
        tags=["Grain", "harvest"],
        places=["Astana"],
        authors=["Ana Lee"],
        section=story.section,
    )
    published("Poor wheat", "<p>The harvest was small.</p>", days=0.5, tags=["grain"])
    published("Mills", "<p>The mill is poor.</p>", days=60)
    assert whys(story) == {
        "A new line of trains": (
            "2 tags: grain, harvest · both from Astana · both by Ana Lee · same section"
            " · 2\xa0days apart"
        ),
        "Poor wheat": (
            "1 tag: grain · both say “Wheat”, “harvest”, “poor” · less than a day apart"
        ),
        # The mill is said only once.
        "Mills": "both say “poor” · 1\xa0month apart",
    }


def test_time_is_counted_from_the_first_publication_of_a_published_story(
    clock: time_machine.TimeMachineFixture,
) -> None:
    fill()
    published("Poor wheat", WHEAT)
    story = ready("Wheat harvest is poor", body=WHEAT)
    publishing.publish(story, by=managing_editor())
    at = NOON + timedelta(days=700)
    (found,) = links.suggest(story, at)
    assert found.why.endswith("1\xa0day apart")


def test_what_it_links_to_in_whatever_state_and_what_was_rejected_is_left_out() -> None:
    fill()
    story = wheat_story()
    targets = {name: published(name, WHEAT).story for name in ("One", "Two", "Three", "Four")}
    assert set(headlines(story)) == set(targets)
    make_link(story, target=targets["One"], state="rejected")
    make_link(story, target=targets["Two"], state="approved")
    make_link(story, target=targets["Three"], key="inline001", headline="Three")
    make_link(make_story(), target=targets["Four"])
    assert headlines(story) == ["Four"]
    # What was only cut from the draft may come back; what was rejected may not.
    story.related_links.update(removed_at=NOON)
    assert set(headlines(story)) == {"Two", "Three", "Four"}


def test_nothing_that_readers_do_not_see_at_that_moment(
    clock: time_machine.TimeMachineFixture,
) -> None:
    fill()
    story = wheat_story()
    make_story(headline="Draft of wheat", body=WHEAT)
    published("Wheat scheduled", WHEAT, days=-1)
    published("Wheat ended", WHEAT, days=3, visible_until=NOON - HOUR)
    withdrawn = published("Wheat withdrawn", WHEAT, days=3, visible_until=NOON - HOUR).story
    published("Wheat withdrawn", "", story=withdrawn, days=0.01, kind="withdrawal")
    changing = published("Wheat as it was", WHEAT, days=3, visible_until=NOON + HOUR).story
    published("Wheat as it will be", WHEAT, days=-1 / 24, story=changing, modified_at=None)
    embargoed = ready("Wheat under embargo", body=WHEAT)
    publishing.set_embargo(
        embargoed, by=managing_editor(), until=NOON + 2 * HOUR, reason="Asked by the ministry"
    )
    publishing.schedule(embargoed, by=managing_editor(), at=NOON + 2 * HOUR)

    assert headlines(story) == ["Wheat as it was"]
    at = NOON + 3 * HOUR
    shown = {found.headline for found in links.suggest(story, at)}
    assert shown == {"Wheat as it will be", "Wheat under embargo"}


def test_it_is_the_stored_working_copy_that_is_compared() -> None:
    fill()
    story = ready("Wheat harvest is poor", body=WHEAT)
    publishing.publish(story, by=managing_editor())
    published("Poor wheat", WHEAT)
    assert headlines(story) == ["Poor wheat"]
    story.headline, story.body = "Drivers", STRIKE
    assert {name[:13] for name in headlines(story)} == {"Drivers strik"}


@pytest.mark.parametrize("body", ["", "<p>\x01 1 2 3</p>", "<p>'\"\\%_*:() 🙂 ¤ ∅</p>"])
def test_a_story_that_says_nothing_has_none(body: str) -> None:
    assert headlines(make_story(headline="2025", body=body)) == []
    fill()
    assert headlines(make_story(headline="'\"", body=body)) == []


def test_it_takes_the_same_queries_whatever_there_is(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    author = make_author(name="Ana Lee")
    story = wheat_story(authors=(author,), section=make_section(name="S", slug="s"))
    for count in (1, 2, 27):
        for number in range(count):
            published(
                f"Wheat {number}",
                WHEAT,
                tags=["harvest", "grain"],
                places=["Astana"],
                authors=["Ana Lee"],
            )
        with django_assert_num_queries(17):
            links.suggest(Story.objects.get(pk=story.pk), NOON)


def test_the_text_of_a_long_story_is_taken_by_its_most_telling_words() -> None:
    fill()
    many = " ".join(f"filler{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(600))
    published("Wheat is poor", WHEAT)
    story = draft("Wheat harvest is poor", body=f"{WHEAT}<p>{many}</p>")
    assert headlines(story)[:1] == ["Wheat is poor"]


def test_of_a_very_long_story_the_beginning_is_compared() -> None:
    fill()
    published("A poor harvest", "<p>Zanzibar’s cloves.</p>")
    filler = "It went on and on and on. " * 4_000
    found = headlines(draft("Cloves", body=f"<p>Zanzibar.</p><p>{filler}</p>"))
    assert found[0] == "A poor harvest"
    late = draft("Nothing", body=f"<p>{filler}</p><p>Zanzibar’s cloves.</p>")
    assert "A poor harvest" not in headlines(late)
