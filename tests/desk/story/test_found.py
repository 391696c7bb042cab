"""Stories are found by any word of theirs, however it is typed."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from django.contrib.auth.models import Permission
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles import writing
from articles.models import Author, Story
from articles.search import differences, find_stories, parse
from articles.stories import WorkingCopy, working_copy_of
from newsroom.accounts.models import User
from tests.factories import make_author
from tests.helpers import draft, managing_editor, sent

pytestmark = pytest.mark.django_db

Desk = Callable[[User], Client]


@pytest.fixture
def almeria() -> Story:
    """A story with words in each of its parts."""
    other = "<p>Nothing of the kind.</p>"
    draft("Council raises fees", body=other, authors=(author("Eva Stein"),))
    return draft(
        "Almería: Türkiye’s “Blue” Fleet",
        slug="fleet-in-port",
        summary="Καλοκαίρι στην Αθήνα.",
        body="<p>Der <strong>Straß</strong>enbau in Łódź ruht. Ёлки растут.</p>"
        '<aside data-block="pull-quote" data-key="k3y0k3y0" data-speaker="Đỗ Mười">ruht</aside>'
        '<figure data-block="figure" data-key="k3y0k3y1" data-picture="1" data-alt="Ein Kran">'
        "<figcaption>Im Hafen</figcaption></figure>",
        authors=(author("Ana Pérez-Núñez"), author("Бьорк Гудмундсдоттир")),
        tags=("São Tomé",),
        places=("København",),
        agency="ΑΠΕ-ΜΠΕ",
    )


def author(name: str) -> Author:
    return make_author(name=name)


def found(client: Client, query: str) -> list[str]:
    page = client.get(reverse("admin:articles_story_changelist"), {"q": query})
    return [story.headline for story in page.context["cl"].result_list]


@pytest.mark.parametrize(
    "query",
    [
        "almeria",
        "turkiye",
        "ALMERÍA fleet",
        "καλοκαιρι",
        "ΑΘΗΝΑ",
        "strassenbau",
        "lodz RUHT",
        "елки РАСТУТ",
        "do muoi",
        "kran hafen",
        "perez",
        "NUNEZ almeria",
        "бьорк",
        "Гудмундсдоттир łódź",
        "sao tome",
        "kobenhavn",
        "απε-μπε",
        "fleet-in-port",
        '"fleet-in-port" ana',
        "“blue” fleet",
        '"ruht. Елки растут"',
    ],
)
def test_a_story_is_found_by_any_of_its_words(desk: Desk, almeria: Story, query: str) -> None:
    assert found(desk(managing_editor()), query) == [almeria.headline]


@pytest.mark.parametrize(
    "query", ["almeria stein", "%", "_", "strong", "data-key", '"fleet blue"', "\\", "x" * 900]
)
def test_a_story_without_one_of_the_words_is_not_found(
    desk: Desk, almeria: Story, query: str
) -> None:
    assert found(desk(managing_editor()), query) == []


def test_it_is_found_by_what_it_says_now(desk: Desk, almeria: Story) -> None:
    client = desk(managing_editor())
    fields = sent(almeria, body="<p>Other words.</p>", tags="Málaga")
    client.post(reverse("admin:articles_story_change", args=[almeria.pk]), fields)

    assert found(client, "lodz") == found(client, "tome") == []
    assert found(client, "malaga words") == [almeria.headline]


def test_an_author_is_found_under_the_present_name(desk: Desk, almeria: Story) -> None:
    Author.objects.filter(name__startswith="Ana").update(name="Ana Gómez")

    client = desk(managing_editor())
    assert found(client, "gomez") == [almeria.headline]
    assert found(client, "perez") == []


def test_in_the_editor_headlines_come_first(client: Client) -> None:
    user = User.objects.create_user("reporter", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_story"))
    client.force_login(user)
    draft("Köln votes", body="<p>Kiel waits.</p>")
    for number in range(9):
        draft(f"Vote {number}", body="<p>In Köln.</p>")

    answer = client.get(reverse("admin:articles_story_search"), {"q": "koln"})

    headlines = [story["headline"] for story in answer.json()]
    assert headlines == ["Köln votes", *(f"Vote {number}" for number in range(8, -1, -1))]


def test_many_words_take_one_query_more(
    almeria: Story, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    query = parse("almeria perez ruht fleet kran hafen " * 50)
    with django_assert_num_queries(2):
        assert list(find_stories(Story.objects.all(), query)) == [almeria]


def test_phrases_or_and_minus_work_at_the_desk(desk: Desk, almeria: Story) -> None:
    client = desk(managing_editor())
    both = {almeria.headline, "Council raises fees"}
    assert set(found(client, "council OR almeria")) == both
    assert found(client, "council OR almeria -stein") == [almeria.headline]
    assert found(client, "council OR almeria -perez") == ["Council raises fees"]


def test_a_rolled_back_save_leaves_the_index_as_it_was(almeria: Story) -> None:
    copy = working_copy_of(almeria)
    with suppress(ZeroDivisionError), transaction.atomic():
        writing.save(almeria, WorkingCopy("Oslo", slug=copy.slug), by=managing_editor())
        assert find_stories(Story.objects.all(), parse("oslo")).exists()
        raise ZeroDivisionError
    assert not find_stories(Story.objects.all(), parse("oslo")).exists()
    assert find_stories(Story.objects.all(), parse("almeria")).exists()


def test_a_deleted_story_is_in_the_index_no_more(almeria: Story) -> None:
    writing.delete(almeria, by=managing_editor())
    assert not find_stories(Story.objects.all(), parse("almeria")).exists()
    assert not list(differences())
