"""What pages show of sections, authors and former slugs becomes periods.

So readers' pages are known for any time. What is there held since before anybody asks.
"""

from typing import Any

import django.db.models.deletion
from django.apps.registry import Apps
from django.core.files.storage import default_storage
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, Q

from articles.database import install_cache_triggers, install_rules
from articles.models import BEGINNING, SlugField

CHUNK = 1000
SAID = ("name", "slug", "role", "bio", "email", "links")
ENDS_AFTER_IT_STARTS = Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from"))


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let what sections and authors are called hold since the beginning."""
    sections = apps.get_model("articles", "Section").objects
    of_section = apps.get_model("articles", "SectionPeriod")
    of_section.objects.bulk_create(
        (
            of_section(
                section_id=section.pk,
                name=section.name,
                slug=section.slug,
                position=section.position,
                valid_from=BEGINNING,
            )
            for section in sections.order_by("pk")
        ),
        batch_size=CHUNK,
    )
    authors = apps.get_model("articles", "Author").objects.select_related("portrait")
    of_author = apps.get_model("articles", "AuthorPeriod")
    of_author.objects.bulk_create(
        (
            of_author(
                author_id=author.pk,
                portrait=_portrait(author.portrait),
                valid_from=BEGINNING,
                **{name: getattr(author, name) for name in SAID},
            )
            for author in authors.order_by("pk")
        ),
        batch_size=CHUNK,
    )


def _portrait(picture: Any) -> dict[str, Any]:
    """Return what pages need of the picture; {} if there is none, or its files are gone."""
    if picture is None or not picture.renditions:
        return {}
    files = [(default_storage.url(one["name"]), one["width"]) for one in picture.renditions]
    wide = [url for url, width in files if width >= 800]
    return {
        "src": wide[0] if wide else files[-1][0],
        "srcset": ", ".join(f"{url} {width}w" for url, width in files) if files[1:] else "",
        "width": picture.width or 0,
        "height": picture.height or 0,
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
    }


def forget_past(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Keep of former slugs those that lead somewhere now, one each."""
    apps.get_model("articles", "FormerSlug").objects.filter(valid_until__isnull=False).delete()


def indexes(model: str, **more: list[str]) -> list[migrations.AddIndex]:
    """Return the indexes of the model: of its times, and more by name."""
    columns = {f"{model}_starts": ["valid_from"], f"{model}_ends": ["valid_until"], **more}
    return [
        migrations.AddIndex(model_name=model, index=models.Index(fields=fields, name=name))
        for name, fields in columns.items()
    ]


def ends_after_it_starts(model: str) -> migrations.AddConstraint:
    """Return the constraint of the model's times."""
    return migrations.AddConstraint(
        model_name=model,
        constraint=models.CheckConstraint(
            condition=ENDS_AFTER_IT_STARTS, name=f"{model}_ends_after_it_starts"
        ),
    )


def period(name: str, of: str, said: str, *fields: tuple[str, Any], **options: Any) -> Any:
    """Return the operation that makes a table of periods of a model."""
    return migrations.CreateModel(
        name=name,
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("valid_from", models.DateTimeField()),
            ("valid_until", models.DateTimeField(null=True)),
            *fields,
            (
                of,
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="periods",
                    to=f"articles.{of}",
                ),
            ),
        ],
        options={
            "verbose_name": f"period of {said}",
            "verbose_name_plural": f"periods of {of}s",
            "abstract": False,
            "default_permissions": (),
            **options,
        },
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0025_notices_and_previews")]

    operations = [
        # Backwards: without periods, readers' pages depend on the rows again.
        migrations.RunPython(migrations.RunPython.noop, install_cache_triggers),
        migrations.RunPython(migrations.RunPython.noop, install_rules),
        period(
            "SectionPeriod",
            "section",
            "a section",
            ("name", models.CharField(max_length=60)),
            ("slug", SlugField(allow_unicode=True, max_length=60)),
            ("position", models.PositiveSmallIntegerField()),
            ordering=["position", "name", "section_id"],
        ),
        period(
            "AuthorPeriod",
            "author",
            "an author",
            ("name", models.CharField(max_length=120)),
            ("slug", SlugField(allow_unicode=True, blank=True, max_length=100)),
            ("role", models.CharField(blank=True, max_length=120)),
            ("bio", models.TextField(blank=True)),
            ("portrait", models.JSONField(default=dict)),
            ("email", models.EmailField(blank=True, max_length=254)),
            ("links", models.TextField(blank=True)),
        ),
        migrations.AddField(
            model_name="formerslug",
            name="valid_from",
            field=models.DateTimeField(default=BEGINNING),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="formerslug", name="valid_until", field=models.DateTimeField(null=True)
        ),
        migrations.RemoveConstraint(model_name="formerslug", name="former_slug_once"),
        *indexes("sectionperiod", sectionperiod_slug=["slug"]),
        *indexes("authorperiod", authorperiod_slug=["slug"]),
        *indexes("formerslug", former_slug_slug=["kind", "slug"]),
        *map(ends_after_it_starts, ("sectionperiod", "authorperiod", "formerslug")),
        migrations.RunPython(fill, forget_past),
    ]
