"""What staff without access to drafts must not learn on the way: words and URLs of stories."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from articles.models import Author, LiveEntry, Picture, PublishedVersion, Section, Story
from articles.people import MANAGING_EDITOR, MODERATOR
from tests import helpers
from tests.factories import (
    HOUR,
    NOON,
    make_author,
    make_entry,
    make_picture,
    make_section,
    make_version,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

WORDS, SLUG = "Secret merger", "secret-merger"


@pytest.fixture
def version() -> PublishedVersion:
    """A version that is scheduled, of a story that nobody but drafters may know."""
    section = make_section(name="World", slug="world")
    author = make_author(name="Ada")
    picture = make_picture(alt="A")
    story = helpers.draft(WORDS, section=section, authors=(author,), lead_picture=picture)
    assert story.slug == SLUG
    make_entry(story, headline=WORDS)
    return make_version(story, visible_from=NOON + HOUR, section=section)


@pytest.mark.parametrize("who", [MODERATOR, ""])
@pytest.mark.parametrize("model", [PublishedVersion, Story])
def test_no_url_tells_where_a_row_is_shown(
    client: Client, version: PublishedVersion, model: Any, who: str
) -> None:
    client.force_login(helpers.person(who))
    kind = ContentType.objects.get_for_model(model).pk
    for pk in (model.objects.get().pk, 999):
        answer = client.get(f"/admin/r/{kind}/{pk}/")
        assert answer.status_code == 404
        assert SLUG not in answer.text


def patterns(found: Any, prefix: str = "") -> Any:
    for one in found:
        route = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns, route)
        elif isinstance(one, URLPattern):
            yield route


def urls_of_the_desk(version: PublishedVersion) -> list[str]:
    """Return each URL pattern of the desk, filled with the keys of the rows that there are."""
    story = version.story_id
    values = {
        "int:pk": story,
        "int:version": version.pk,
        "int:number": 1,
        "slug:name": "section",
        "int:entry": LiveEntry.objects.get().pk,
        "str:at": "2025-09-01T14:00Z",
        "path:page": f"news/{SLUG}/",
        "path:object_id": story,
        "id": story,
    }
    urls = []
    for route in patterns(get_resolver().url_patterns):
        if not route.startswith("admin/") or "(?P" in route:
            continue
        for name, value in values.items():
            route = route.replace(f"<{name}>", str(value))  # noqa: PLW2901
        assert "<" not in route, route
        urls.append(f"/{route}")
    return urls


@pytest.mark.parametrize("who", [MODERATOR, ""])
def test_no_page_of_the_desk_has_its_words(
    client: Client, version: PublishedVersion, who: str
) -> None:
    client.force_login(helpers.person(who))
    urls = urls_of_the_desk(version)
    assert len(urls) > 80
    for url in urls:
        for query in ("", f"?q=secret&term=secret&_popup=1&_to_field=id&story={version.story_id}"):
            if url.endswith("/logout/"):
                continue
            answer = client.get(url + query)
            assert answer.status_code < 500, url
            assert WORDS not in answer.text, url
            assert SLUG not in answer.text + answer.get("Location", ""), url


@pytest.mark.parametrize("field", ["relatedlink.story", "relatedlink.target", "wirecopy.story"])
def test_no_list_of_choices_has_its_words(
    client: Client, version: PublishedVersion, field: str
) -> None:
    client.force_login(helpers.person(MODERATOR))
    model, _, name = field.partition(".")
    query = {"app_label": "articles", "model_name": model, "field_name": name, "term": ""}
    assert client.get("/admin/autocomplete/", query).status_code == 403


def test_what_keeps_a_row_is_not_named_to_those_who_may_not_read_it(
    client: Client, version: PublishedVersion
) -> None:
    clerk = helpers.person("", "clerk")
    clerk.user_permissions.set(
        Permission.objects.filter(
            content_type__app_label="articles",
            content_type__model__in=["section", "author", "picture"],
        )
    )
    client.force_login(clerk)
    for model in (Section, Author, Picture):
        row, name = model.objects.get(), model._meta.model_name
        page = client.get(f"/admin/articles/{name}/{row.pk}/delete/")
        assert page.status_code == 200
        assert WORDS not in page.text
        client.post(page.request["PATH_INFO"], {"post": "yes"})
        assert model.objects.exists()
    # What only a scheduled version uses.
    Story.objects.update(section=None)
    section = f"/admin/articles/section/{version.section_id}/delete/"
    assert "Stories that you may not read" in client.get(section).text
    assert WORDS not in client.get(section).text
    client.force_login(helpers.person(MANAGING_EDITOR))
    assert WORDS in client.get(section).text


def test_what_an_account_wrote_is_not_named_either(
    client: Client, version: PublishedVersion
) -> None:
    writer, clerk = helpers.person("", "writer"), helpers.person("", "clerk")
    clerk.user_permissions.set(Permission.objects.filter(content_type__app_label="accounts"))
    Story.objects.update(created_by=writer)
    client.force_login(clerk)
    page = client.get(f"/admin/accounts/user/{writer.pk}/delete/")
    assert page.status_code == 200
    assert WORDS not in page.text
