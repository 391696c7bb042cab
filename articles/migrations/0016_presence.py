"""Who has a story's form open, and an index with which the withdrawn stories are counted."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0015_byline_text"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="articles.story",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("seen_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "presence",
                "verbose_name_plural": "presences",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=["story", "person"], name="presence_once_a_person"
                    ),
                ],
            },
        ),
        # Of the notices alone: it is built by one look at the table.
        migrations.AddIndex(
            model_name="publishedversion",
            index=models.Index(
                fields=["visible_from"],
                condition=models.Q(kind="withdrawal"),
                name="published_version_notices",
            ),
        ),
    ]
