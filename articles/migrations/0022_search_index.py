"""The index of the search. It is empty: `manage.py search_index rebuild` fills it meanwhile."""

import django.db.models.deletion
from django.db import migrations, models

from articles.database import install_search_index, remove_search_index


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_link_decision_rules")]

    operations = [
        migrations.CreateModel(
            name="StoryWords",
            fields=[
                (
                    "story",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="articles.story",
                    ),
                ),
                ("analysis", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("tokens", models.TextField()),
            ],
            options={
                "verbose_name": "words of a story",
                "verbose_name_plural": "words of stories",
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="VersionWords",
            fields=[
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="articles.publishedversion",
                    ),
                ),
                # Before the text: on SQLite, what stands behind it lies pages away.
                ("published", models.BigIntegerField()),
                ("analysis", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("tokens", models.TextField()),
            ],
            options={
                "verbose_name": "words of a published version",
                "verbose_name_plural": "words of published versions",
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="VocabularyWord",
            fields=[
                (
                    "word",
                    models.CharField(max_length=40, primary_key=True, serialize=False),
                ),
                ("first", models.CharField(max_length=1)),
                ("length", models.PositiveSmallIntegerField()),
            ],
            options={
                "verbose_name": "word of the vocabulary",
                "verbose_name_plural": "words of the vocabulary",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["first", "length"], name="vocabulary_first_length")
                ],
            },
        ),
        migrations.RunPython(install_search_index, remove_search_index),
    ]
