"""Each published version is listed under what it names; each author gets a slug."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.people import install_roles
from articles.text import name_slug

BATCH = 500


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the terms and the slugs of authors."""
    author, term = apps.get_model("articles", "Author"), apps.get_model("articles", "Term")
    taken = {""}
    for one in author.objects.order_by("pk"):
        slug = name_slug(one.name)
        # Who has nearly the name of another author has no page of their own until it is changed.
        if slug not in taken:
            taken.add(slug)
            author.objects.filter(pk=one.pk).update(slug=slug)
    places = _places(apps)
    versions = apps.get_model("articles", "PublishedVersion").objects.filter(kind="story")
    rows = versions.values_list("pk", "story_id", "published_at", "content").iterator(BATCH)
    while some := list(islice(rows, BATCH)):
        term.objects.bulk_create(
            term(version_id=pk, kind=kind, slug=slug, name=name, published_at=at)
            for pk, story, at, content in some
            for (kind, slug), name in _named(content, places.get(story, [])).items()
        )


def _places(apps: Apps) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = apps.get_model("articles", "DatelinePlace").objects.order_by("position")
    for story, name in rows.values_list("dateline__story", "name"):
        found.setdefault(story, []).append(name)
    return found


def _named(content: dict[str, Any], places: list[str]) -> dict[tuple[str, str], str]:
    """Return what the version names; of places, those that its dateline has."""
    dateline = content.get("dateline", "").casefold()

    def names() -> Iterator[tuple[str, str]]:
        yield from (("tag", name) for name in content.get("tags", ()))
        yield from (("author", name) for name in content.get("authors", ()))
        yield from (("place", name) for name in places if name.casefold() in dateline)

    found: dict[tuple[str, str], str] = {}
    for kind, name in names():
        if slug := name_slug(name):
            found.setdefault((kind, slug), name)
    return found


def empty(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the terms."""
    apps.get_model("articles", "Term").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_terms"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]

    operations = [
        migrations.RunPython(fill, empty),
        # Managing editors look after the tags.
        migrations.RunPython(install_roles, migrations.RunPython.noop),
    ]
