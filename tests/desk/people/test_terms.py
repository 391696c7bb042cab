"""The desk's pages for what stories are listed under: tags, authors, sections."""

from typing import Any

import pytest
from django.test import Client
from taggit.models import Tag

from articles.models import Author
from articles.people import roles
from articles.stories import known_tags
from articles.writing import add_synonym, rename_tag
from tests.factories import make_author, make_section, make_story, make_version
from tests.helpers import person, send_form

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(person(roles.MANAGING_EDITOR))
    return client


def test_a_tag_is_renamed_and_gets_a_synonym(desk: Client) -> None:
    make_story().tags.set(["Crop"])
    tag = Tag.objects.get()
    url = f"/admin/taggit/tag/{tag.pk}/change/"
    send_form(desk, url, {"name": "Harvest", "synonym": "Reaping"})
    page = desk.get(url).text
    assert "crop" in page
    assert "reaping" in page
    make_story().tags.set(["Rain"])
    said = send_form(desk, url, {"name": "rain", "synonym": ""}).text
    assert "There is already a tag “Rain”" in said


def test_tags_are_merged_in_the_list(desk: Client) -> None:
    make_story().tags.set(["Crop", "Harvest"])
    keys = list(Tag.objects.values_list("pk", flat=True))
    sent = {"action": "merge", "_selected_action": keys}
    page = desk.post("/admin/taggit/tag/", sent)
    assert "Which tag do you want to keep?" in page.text
    assert Tag.objects.count() == 2
    kept = Tag.objects.get(name="Harvest")
    sent |= {"kept": kept.pk, "shown": page.context["shown"]}
    said = desk.post("/admin/taggit/tag/", sent, follow=True).text
    assert "Merged into “Harvest”" in said
    assert list(Tag.objects.all()) == [kept]
    alone = {"action": "merge", "_selected_action": [kept.pk]}
    assert "at least two tags" in desk.post("/admin/taggit/tag/", alone, follow=True).text


@pytest.mark.parametrize("change", ["renamed", "used", "not said"])
def test_tags_that_changed_meanwhile_are_shown_again_before_they_are_merged(
    desk: Client, change: str
) -> None:
    make_story().tags.set(["Crop", "Harvest"])
    sent: dict[str, Any] = {"action": "merge"}
    sent["_selected_action"] = list(Tag.objects.values_list("pk", flat=True))
    page = desk.post("/admin/taggit/tag/", sent)
    sent |= {"kept": Tag.objects.get(name="Harvest").pk, "shown": page.context["shown"]}
    if change == "renamed":
        rename_tag(Tag.objects.get(name="Crop"), "Unseen")
    elif change == "used":
        make_story().tags.set(["Crop"])
    else:
        del sent["shown"]

    again = desk.post("/admin/taggit/tag/", sent)

    assert "These tags have changed." in again.text
    assert Tag.objects.count() == 2
    assert change != "renamed" or "Unseen" in again.text
    desk.post("/admin/taggit/tag/", sent | {"shown": again.context["shown"]})
    assert Tag.objects.count() == 1


def test_another_word_for_a_tag_is_removed(desk: Client) -> None:
    make_story().tags.set(["Harvest"])
    tag = Tag.objects.get()
    add_synonym(tag, "Crop")
    url = f"/admin/taggit/tag/{tag.pk}/change/"
    send_form(desk, url, {"name": "Harvest", "synonym": "", "forgotten": ["crop"]})
    assert known_tags(["Crop"]) == ("Crop",)


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.MODERATOR])
def test_only_managing_editors_look_after_tags(client: Client, role: str) -> None:
    make_story().tags.set(["Crop"])
    client.force_login(person(role))
    assert client.get("/admin/taggit/tag/").status_code == 403


def test_a_renamed_author_keeps_the_page_and_its_stories(desk: Client) -> None:
    author = make_author(name="Ana Li")
    make_version(make_story(headline="Hers"), content={"authors": ["Ana Li"]})
    url = f"/admin/articles/author/{author.pk}/change/"
    send_form(desk, url, {"name": "Ana Ospanova"})
    assert desk.get("/author/ana-li/", follow=True).redirect_chain[-1][0] == "/author/ana-ospanova/"
    assert "Hers" in desk.get("/author/ana-ospanova/").text
    said = desk.post("/admin/articles/author/add/", {"name": "Ana Li"}).text
    assert "“Ana Ospanova” had this name before" in said


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "ana–li!", "There is an author called “Ana Li” already."),
        ("links", "javascript:alert(1)", "is not a URL"),
        ("links", "https://a.example\n" * 6, "at most five links"),
    ],
)
def test_what_an_author_cannot_have_is_refused(
    desk: Client, field: str, value: str, said: str
) -> None:
    make_author(name="Ana Li")
    answer = desk.post("/admin/articles/author/add/", {"name": "Ben", field: value})
    assert said in answer.text
    assert Author.objects.count() == 1


def test_a_section_keeps_its_former_address(desk: Client) -> None:
    section = make_section(name="Land", slug="land")
    url = f"/admin/articles/section/{section.pk}/change/"
    send_form(desk, url, {"name": "Country", "slug": "country", "position": 0})
    answer = desk.get("/section/land/")
    assert (answer.status_code, answer["Location"]) == (301, "/section/country/")
