"""Front pages are edited on one page, which works without JavaScript too."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser
from time_machine import Traveller

from articles.frontpage import Placed, plan_of, show_breaking
from articles.models import BreakingNews, Front, Section, Story
from articles.people import EDITOR, MODERATOR, REPORTER
from tests.factories import HOUR, NOON, make_picture, make_section, make_story, make_version
from tests.frontpage.fronts import front_of
from tests.helpers import draft, managing_editor, person, send_form

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PAGE, BREAKING = "/admin/articles/front/", "/admin/articles/front/breaking/"


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(person(EDITOR))
    return client


@pytest.fixture
def stories() -> list[Story]:
    """Eight stories that readers see, the newest first."""
    found = [make_story(headline=f"Story {number}") for number in range(8)]
    for number, story in enumerate(found):
        make_version(story, visible_from=NOON - (number + 1) * HOUR)
    return found


class Form:
    """The form as the browser has it: what a page showed goes with the next button."""

    def __init__(self, client: Client, url: str = PAGE) -> None:
        self.client, self.url = client, url
        self.show(client.get(url))

    def show(self, answer: Any) -> None:
        assert answer.status_code == 200
        self.tree = LexborHTMLParser(answer.text)
        self.fields = {
            field.attributes["name"] or "": field.attributes.get("value") or field.text() or ""
            for field in self.tree.css("#front-form :is(input, textarea)[name]")
            if field.attributes.get("type") != "checkbox" or "checked" in field.attributes
        }

    def press(self, do: str, **changed: str) -> Any:
        more = {name.replace("_", "-"): value for name, value in changed.items()}
        answer = self.client.post(self.url, {**self.fields, **more, "do": do})
        if answer.status_code == 200 and do != "preview":
            self.show(answer)
        return answer

    def texts(self, selector: str) -> list[str]:
        return [" ".join(node.text().split()) for node in self.tree.css(selector)]

    @property
    def board(self) -> list[str]:
        return self.texts(".front-headline")


def live() -> list[int | None]:
    return [slot.story for slot in plan_of(Front.objects.at(NOON).get()).slots]


def test_stories_are_put_moved_and_published(client: Client, stories: list[Story]) -> None:
    form = Form(client)
    assert form.board == [f"Story {number}" for number in range(5)]
    form.press(f"take:{stories[6].pk}")
    form.press(f"take:{stories[7].pk}")
    assert form.board == ["Story 6", "Story 7", "Story 0", "Story 1", "Story 2"]
    form.press("move:2:1")
    form.press("move:2:4")
    assert form.texts("#front-said") == ["Slot 4 of 5"]
    assert form.board == ["Story 7", "Story 0", "Story 1", "Story 6", "Story 2"]
    form.press(f"take:{stories[5].pk}:1")
    form.press("clear:2")
    assert form.press("publish").status_code == 302
    assert live() == [stories[5].pk, None, None, stories[6].pk, None]


def test_what_the_front_says_instead_is_kept_while_slots_move(
    client: Client, stories: list[Story]
) -> None:
    picture = make_picture(alt="A field")
    form = Form(client)
    form.press(f"take:{stories[3].pk}")
    form.press(
        "move:1:2",
        slot_1_headline="Said here",
        slot_1_summary="In other words.",
        slot_1_picture=str(picture.pk),
        slot_1_at="2025-09-01T18:00",
    )
    assert "Said here" in form.board
    form.press("publish")
    slot = Front.objects.get().slots.get(position=2)
    assert (slot.headline, slot.summary, slot.picture) == ("Said here", "In other words.", picture)
    assert slot.pinned_until == NOON + 6 * HOUR


def test_what_cannot_be_read_is_marked_and_nothing_is_lost(
    client: Client, stories: list[Story]
) -> None:
    form = Form(client)
    form.press(f"take:{stories[3].pk}")
    form.press("publish", slot_1_headline="x" * 301, slot_1_picture="999")
    assert len(form.texts("#slot-1 .errors .errorlist")) == 2
    assert form.fields["slot-1-story"] == str(stories[3].pk)
    assert not Front.objects.exists()


def test_one_is_scheduled_changed_and_cancelled(
    client: Client, stories: list[Story], clock: Traveller
) -> None:
    form = Form(client)
    form.press(f"take:{stories[3].pk}")
    assert form.press("schedule", when_at="").status_code == 200
    assert form.texts(".front-when .errorlist") == ["Choose a day and a time."]
    assert form.press("schedule", when_at="2025-09-02T06:00").status_code == 302
    scheduled = Front.objects.scheduled(NOON).get()
    assert scheduled.valid_from == NOON + 18 * HOUR
    form = Form(client, f"{PAGE}?front={scheduled.pk}")
    assert form.fields["when-at"] == "2025-09-02T06:00"
    assert form.board[0] == "Story 3"
    client.post(f"/admin/articles/front/{scheduled.pk}/cancel/")
    assert not Front.objects.scheduled(NOON).exists()


def test_somebody_else_was_faster(client: Client, stories: list[Story]) -> None:
    front_of(stories[0])
    form = Form(client)
    form.press(f"take:{stories[5].pk}:1")
    front_of(Placed(stories[1].pk, "Other words"), stories[2])
    assert form.press("publish").status_code == 200
    told = " ".join(form.texts("[role=alert]"))
    assert "managing_editor published another front page" in told
    assert "Slot 1: “Story 0” became “Story 1”" in told
    assert "Slot 2: empty became “Story 2”" in told
    assert form.board[0] == "Story 5"
    # Now they have seen it.
    assert form.press("publish").status_code == 302
    assert live()[0] == stories[5].pk
    assert form.press("publish", shown="").status_code == 200


def test_a_story_that_readers_may_not_see_says_what_stands_there_meanwhile(
    client: Client, stories: list[Story]
) -> None:
    story = draft("Not yet")
    form = Form(client)
    form.press("look", q="not yet")
    assert form.texts(".front-take-words") == ["Not yet"]
    form.press(f"take:{story.pk}")
    assert form.board[0] == "Not yet"
    assert "Until readers may see it, they get: Story 0" in form.texts(".front-says")[0]
    assert form.press("publish").status_code == 302


def test_a_preview_shows_the_front_before_it_is_published(
    client: Client, stories: list[Story]
) -> None:
    form = Form(client)
    form.press(f"take:{stories[6].pk}")
    shown = form.press("preview", slot_1_headline="Said here", when_at="2025-09-02T06:00")
    tree = LexborHTMLParser(shown.text)
    lead, bar = tree.css_first(".front-lead .teaser-headline"), tree.css_first(".preview-bar")
    assert lead
    assert bar
    assert lead.text(strip=True) == "Said here"
    assert "2 September 2025" in bar.text()
    assert not Front.objects.exists()


def test_a_section_has_a_front_of_its_own(client: Client) -> None:
    land = make_section("Land", slug="land")
    story = make_version(make_story(headline="On land"), section=land).story
    make_version(make_story(headline="At sea"))
    form = Form(client, f"{PAGE}?section={land.pk}")
    assert form.texts(".front-take-words") == ["On land"]
    assert form.board == ["On land", "Empty", "Empty", "Empty", "Empty"]
    form.press(f"take:{story.pk}:1")
    assert "On land" in form.press("preview").text
    form.press("publish")
    assert Front.objects.get().section == land
    assert client.get(f"{PAGE}?section=999").status_code == 404


def test_readers_saw_the_front_that_held_then(
    client: Client, stories: list[Story], clock: Traveller
) -> None:
    front_of(stories[6])
    clock.move_to(NOON + HOUR, tick=False)
    front_of(stories[7])
    for hour, headline in (("12", "Story 6"), ("13", "Story 7")):
        url = f"/admin/articles/story/as-readers-saw-it-at/2025-09-01T{hour}:30Z/"
        lead = LexborHTMLParser(client.get(url).text).css_first(".front-lead .teaser-headline")
        assert lead
        assert lead.text(strip=True) == headline
    assert "Start from this one" in client.get(PAGE).text


def test_breaking_news_is_shown_and_ended(client: Client, stories: list[Story]) -> None:
    sent = {"text": "The bridge is closed", "story": "", "url": "", "from-at": "", "until-at": ""}
    both = {**sent, "story": stories[0].pk, "url": "https://else.test/"}
    assert send_form(client, BREAKING, both).status_code == 200
    assert not BreakingNews.objects.exists()
    until = {**sent, "until-at": "2025-09-01T18:00"}
    assert send_form(client, BREAKING, until).status_code == 302
    news = BreakingNews.objects.get()
    assert news.valid_until == NOON + 6 * HOUR
    assert "The bridge is closed" in client.get(BREAKING).text
    client.post(f"/admin/articles/front/breaking/{news.pk}/end/")
    assert not BreakingNews.objects.present_or_scheduled(NOON).exists()


@pytest.mark.parametrize("role", [REPORTER, MODERATOR, ""])
def test_nobody_else_may(client: Client, role: str) -> None:
    scheduled = front_of(at=NOON + HOUR)
    client.force_login(person(role, "other"))
    assert client.get("/admin/").text.count(PAGE) == 0
    for url in (PAGE, BREAKING):
        assert client.get(url).status_code == 403
        assert client.post(url, {"do": "publish", "text": "x"}).status_code == 403
    assert client.post(f"/admin/articles/front/{scheduled.pk}/cancel/").status_code == 403
    assert Front.objects.scheduled(NOON).exists()


@pytest.mark.parametrize("count", [1, 3, 29])
def test_the_page_takes_as_many_queries_however_many_slots_there_are(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    section = Section.objects.create(name="Land", slug="land")
    pictures = [make_picture(alt=str(number)) for number in range(3)]
    placed = [
        Placed(make_version(section=section).story.pk, picture=pictures[number % 3])
        for number in range(count)
    ]
    front_of(*placed)
    with django_assert_max_num_queries(24):
        assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize("shown", [None, "", "x", "-1"])
def test_a_page_that_does_not_say_which_breaking_news_it_showed_shows_none(
    client: Client, shown: str | None
) -> None:
    sent = {"text": "The bridge is closed"} | ({} if shown is None else {"shown": shown})
    page = client.post(BREAKING, sent)
    assert "so nothing has been done" in page.text
    assert not BreakingNews.objects.exists()


def test_breaking_news_of_somebody_else_is_seen_before_it_is_ended(client: Client) -> None:
    sent = {"text": "The bridge is closed", "shown": client.get(BREAKING).context["shown"]}
    show_breaking("The tunnel is closed", by=managing_editor("ben"))

    page = client.post(BREAKING, sent)

    assert "so nothing has been done" in page.text
    assert "The tunnel is closed" in page.text
    assert 'value="The bridge is closed"' in page.text
    assert BreakingNews.objects.count() == 1
    sent["shown"] = page.context["shown"]
    # Sent twice, it is shown once.
    for _ in range(2):
        client.post(BREAKING, sent)
    assert BreakingNews.objects.filter(text="The bridge is closed").count() == 1
