"""Whoever may read a story but not change it reads it as readers will, pictures and links too."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import writing
from articles.body import Quote
from articles.models import Author, Section, Story
from articles.people import REPORTER
from articles.stories import Related, WorkingCopy
from tests.desk.people.test_roles_stories import address
from tests.factories import make_picture
from tests.helpers import draft, managing_editor, person

pytestmark = pytest.mark.django_db

BODY = (
    "<p>The <strong>mayor</strong> said <em>no</em>, <a href='https://agency.example'>they say</a>."
    "</p><aside data-block='pull-quote' data-key='abcdefgh' data-speaker='Ada'>The mayor</aside>"
    "<aside data-block='also-read' data-key='bcdefghi' data-label='Also | '>A story to come</aside>"
)


@pytest.fixture
def reader() -> Client:
    client = Client()
    client.force_login(person(REPORTER, "reader"))
    return client


def full(**fields: object) -> Story:
    inside = make_picture(alt="A hall", caption="The hall", credit="B/Agency")
    figure = (
        f"<figure data-block='figure' data-key='cdefghij' data-picture='{inside.pk}'"
        " data-alt='A hall at night'><figcaption>At night</figcaption></figure>"
    )
    defaults: dict[str, object] = {
        "summary": "It was a short meeting.",
        "body": BODY + figure,
        "places": ("Astana",),
        "tags": ("council",),
        "section": Section.objects.create(name="World", slug="world"),
        "authors": (Author.objects.create(name="Ana Lee"),),
        "lead_picture": make_picture(alt="A field", caption="The field", credit="A/Agency"),
        "related": (Related(None, "https://agency.example/a", "What the agency said"),),
    }
    return draft("Council meets", **(defaults | fields))


def test_the_text_has_its_form(reader: Client) -> None:
    page = reader.get(address("change", full())).text
    assert '<figure class="pull-quote"><blockquote><p>The mayor</p></blockquote>' in page
    assert "<figcaption>Ada</figcaption>" in page
    assert '<span class="dateline">Astana: </span>The <strong>mayor</strong>' in page
    assert "<em>no</em>" in page
    assert 'href="https://agency.example"' in page
    assert 'name="headline"' not in page


def test_pictures_come_with_their_words(reader: Client) -> None:
    page = reader.get(address("change", full())).text
    assert 'class="picture lead-picture"' in page
    for words in ("The field", "A/Agency", "A field", "A hall at night", "At night"):
        assert words in page
    assert page.count("/renditions/") >= 2


def test_links_say_what_was_decided_on_them(reader: Client) -> None:
    page = reader.get(address("change", full())).text
    inline, after = page.split("A story to come")[1], page.split("What the agency said")[1]
    assert "Waiting for its story" in inline[:200]
    # A managing editor has written it, who decides on links.
    assert 'data-state="approved"' in after[:200]


def test_the_panel_has_the_facts(reader: Client) -> None:
    page = reader.get(address("change", full())).text
    for fact in ("World", "Ana Lee", "council", "English", "council-meets"):
        assert fact in page
    # Sections have forms of their own, which reporters may not see.
    assert "/articles/section/" not in page.split('id="story-panel"')[1]


def test_a_story_from_right_to_left_runs_so(reader: Client) -> None:
    story = draft("المدينة تبني جسرا", body="<p>قال رئيس البلدية إن الجسر سيبنى قريبا.</p>")
    page = reader.get(address("change", story)).text
    assert 'id="story-reading" lang="ar" dir="rtl"' in page


def test_what_stands_in_the_text_is_escaped(reader: Client) -> None:
    story = draft("<script>x</script>", summary="<b>", body="<p>&lt;script&gt;y&lt;/script&gt;</p>")
    page = reader.get(address("change", story)).text
    assert "<script>x" not in page
    assert "<script>y" not in page
    assert "&lt;script&gt;y" in page


def test_a_note_on_words_says_where_they_stand(reader: Client) -> None:
    story = full()
    writing.add_note(
        story, "Who says so?", by=managing_editor(), quote=Quote("mayor", "The ", " said no")
    )
    page = reader.get(address("change", story)).text
    assert 'data-exact="mayor"' in page
    assert "js/story/reading" in page


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_takes_as_many_queries_however_many_links_there_are(number: int) -> None:
    related = tuple(Related(None, f"https://agency.example/{at}") for at in range(number))
    story, client = full(related=related), Client()
    client.force_login(person(REPORTER, "reader"))
    client.get(address("change", story))
    with CaptureQueriesContext(connection) as captured:
        client.get(address("change", story))
    assert len(captured) <= 45


def test_a_picture_that_was_taken_down_is_left_out(reader: Client) -> None:
    story = full()
    story.lead_picture.renditions = []  # type: ignore[union-attr]
    story.lead_picture.save()  # type: ignore[union-attr]
    page = reader.get(address("change", story))
    assert page.status_code == 200
    assert 'class="picture lead-picture"' not in page.text


def test_a_copy_without_anything_is_readable(reader: Client) -> None:
    story = writing.create(WorkingCopy("Only a headline"), by=managing_editor())
    assert "Only a headline" in reader.get(address("change", story)).text
