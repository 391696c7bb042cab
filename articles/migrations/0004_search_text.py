"""The words of each story as the desk searches them, for the stories that there are too."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles import body
from articles.text import fold

BATCH = 200


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the words of all stories, a batch at a time, so that few are in memory."""
    stories: Any = apps.get_model("articles", "Story").objects.select_related("dateline")
    # The model is no longer there.
    models: Any = apps
    search_text = models.get_model("articles", "SearchText")
    last = 0
    while batch := list(stories.filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = batch[-1].pk
        tags, places = _tags(apps, batch), _places(apps, batch)
        search_text.objects.bulk_create(
            search_text(
                story=story,
                headline=fold(story.headline),
                text=_searchable_text(
                    [
                        *(story.headline, story.slug, story.summary),
                        *(*tags[story.pk], *places[story.pk], _agency(story)),
                    ],
                    _blocks(story.body),
                ),
            )
            for story in batch
        )


def _searchable_text(words: Iterable[str], blocks: Iterable[body.Block]) -> str:
    return fold("\n".join([*words, *_words(blocks)]))


def _words(blocks: Iterable[body.Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        if isinstance(block, body.PullQuote):
            yield block.speaker
        if isinstance(block, body.Figure):
            yield block.alt


def _agency(story: Any) -> str:
    return story.dateline.agency if hasattr(story, "dateline") else ""


def _blocks(html: str) -> Iterable[body.Block]:
    try:
        return body.read(html)
    except body.BodyTooDeep:
        # No such body was ever saved; one that came another way does not stop the update.
        return ()


def _tags(apps: Apps, batch: list[Any]) -> dict[int, list[str]]:
    content_types: Any = apps.get_model("contenttypes", "ContentType")
    items: Any = apps.get_model("taggit", "TaggedItem")
    found = items.objects.filter(
        object_id__in=[story.pk for story in batch],
        content_type__in=content_types.objects.filter(app_label="articles", model="story"),
    )
    return _listed(found.values_list("object_id", "tag__name"))


def _places(apps: Apps, batch: list[Any]) -> dict[int, list[str]]:
    places: Any = apps.get_model("articles", "DatelinePlace").objects.filter(
        dateline__story__in=batch
    )
    return _listed(places.values_list("dateline__story", "name"))


def _listed(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found = defaultdict(list)
    for pk, name in pairs:
        found[pk].append(name)
    return found


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_correction_retracted")]

    operations = [
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "story",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="articles.story",
                    ),
                ),
                ("headline", models.TextField()),
                ("text", models.TextField()),
            ],
            options={
                "verbose_name": "text to be searched",
                "verbose_name_plural": "texts to be searched",
                "default_permissions": (),
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
