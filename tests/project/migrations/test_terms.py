"""What was published before there were pages for tags, authors and places is listed on them."""

from articles.models import Author, Term
from tests.factories import NOON
from tests.project.conftest import Migrate


def test_each_version_is_listed_under_what_it_names(migrate: Migrate) -> None:
    old = migrate("articles", "0012_cache_change")
    user = old.get_model("accounts", "User").objects.create(username="ana")
    people = {"created_by": user, "changed_by": user, "created_at": NOON, "changed_at": NOON}
    story = old.get_model("articles", "Story").objects.create(
        headline="Rain", headline_key="rain", slug="rain", **people
    )
    dateline = old.get_model("articles", "Dateline").objects.create(story=story)
    places = old.get_model("articles", "DatelinePlace").objects
    for position, name in enumerate(["Köln", "Oral"]):
        places.create(dateline=dateline, name=name, position=position)
    for name in ("Ana Li", "Ana-Li"):
        old.get_model("articles", "Author").objects.create(name=name)
    content = {"dateline": "KÖLN: ", "tags": ["Rain", "🌧"], "authors": ["Ana Li"]}
    old.get_model("articles", "PublishedVersion").objects.create(
        story=story, slug="rain", headline="Rain", content=content, change="first", made_by=user,
        published_at=NOON, visible_from=NOON, made_at=NOON,
    )  # fmt: skip

    migrate()

    assert set(Term.objects.values_list("kind", "slug", "name", "published_at")) == {
        ("tag", "rain", "Rain", NOON),
        ("author", "ana-li", "Ana Li", NOON),
        ("place", "köln", "Köln", NOON),
    }
    # The second one gets a page once the two can be told apart.
    assert sorted(Author.objects.values_list("slug", flat=True)) == ["", "ana-li"]
