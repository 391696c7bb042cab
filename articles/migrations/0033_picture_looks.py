"""Focal points and crops of pictures, and the files that are made of them.

The files are made in the background once this is done; until then pages show what they did.
"""

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps as Apps

from articles.database import install_cache_triggers, remove_cache_triggers

CHUNK = 2000


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Say of each rendition to which picture it belongs."""
    picture, file = (apps.get_model("articles", name) for name in ("Picture", "PictureFile"))
    found = picture.objects.order_by("pk").values_list("pk", "renditions").iterator(CHUNK)
    rows = (
        file(picture_id=pk, stem=one["name"].rpartition(".")[0])
        for pk, renditions in found
        for one in renditions
    )
    file.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("articles", "0032_front_rules")]

    operations = [
        # Backwards, they are put in place again once the tables are gone.
        migrations.RunPython(migrations.RunPython.noop, install_cache_triggers),
        migrations.CreateModel(
            name="PictureCrop",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "shape",
                    models.CharField(
                        choices=[
                            ("16:9", "16:9"),
                            ("3:2", "3:2"),
                            ("4:3", "4:3"),
                            ("1:1", "1:1"),
                        ],
                        max_length=4,
                    ),
                ),
                ("x", models.FloatField()),
                ("y", models.FloatField()),
                ("width", models.FloatField()),
                ("height", models.FloatField()),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="crops",
                        to="articles.picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "crop",
                "verbose_name_plural": "crops",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("picture", "shape"), name="picture_crop_once_a_shape"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("shape__in", ["16:9", "3:2", "4:3", "1:1"])),
                        name="picture_crop_shape_legal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("height__gt", 0),
                            ("width__gt", 0),
                            ("x__gte", 0),
                            ("y__gte", 0),
                            (
                                "height__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.Value(1.000001), "-", models.F("y")
                                ),
                            ),
                            (
                                "width__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.Value(1.000001), "-", models.F("x")
                                ),
                            ),
                        ),
                        name="picture_crop_inside_picture",
                        violation_error_message="A crop must lie inside the picture.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PictureFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stem", models.CharField(max_length=80, unique=True)),
                ("unused_since", models.DateTimeField(null=True)),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="articles.picture",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        condition=models.Q(("unused_since__isnull", False)),
                        fields=["unused_since"],
                        name="picture_file_unused",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PictureLook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("shapes", models.JSONField(default=dict)),
                ("recipe", models.PositiveSmallIntegerField(default=0)),
                (
                    "picture",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="look",
                        to="articles.picture",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["recipe"], name="picture_look_recipe")],
            },
        ),
        migrations.AddField("picture", "focus_x", models.FloatField(default=0.5, editable=False)),
        migrations.AddField("picture", "focus_y", models.FloatField(default=0.5, editable=False)),
        migrations.AddConstraint(
            "picture",
            models.CheckConstraint(
                condition=models.Q(("focus_x__range", (0, 1)), ("focus_y__range", (0, 1))),
                name="picture_focus_inside_picture",
                violation_error_message="The focal point must lie inside the picture.",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
    ]
