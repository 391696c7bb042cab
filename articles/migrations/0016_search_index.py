"""What the search finds: the words of stories, versions, notes and wire copy, and their index."""

from django.db import migrations, models

from articles.database import install_search_index, remove_search_index


class Migration(migrations.Migration):
    replaces = [("articles", "0022_search_index")]
    dependencies = [("articles", "0015_live_blogs")]

    operations = [
        migrations.CreateModel(
            name="StoryWords",
            fields=[
                (
                    "story",
                    models.OneToOneField(
                        to="articles.story",
                        on_delete=models.CASCADE,
                        primary_key=True,
                        serialize=False,
                        related_name="words",
                    ),
                ),
                ("analysis", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("tokens", models.TextField()),
            ],
            options={
                "verbose_name": "words of a story",
                "verbose_name_plural": "words of stories",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="VersionWords",
            fields=[
                (
                    "version",
                    models.OneToOneField(
                        to="articles.publishedversion",
                        on_delete=models.CASCADE,
                        primary_key=True,
                        serialize=False,
                        related_name="words",
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
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="NoteWords",
            fields=[
                ("analysis", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("tokens", models.TextField()),
                (
                    "note",
                    models.OneToOneField(
                        to="articles.note",
                        on_delete=models.CASCADE,
                        primary_key=True,
                        serialize=False,
                        related_name="words",
                    ),
                ),
            ],
            options={
                "verbose_name": "words of a note",
                "verbose_name_plural": "words of notes",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="WireWords",
            fields=[
                ("analysis", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("tokens", models.TextField()),
                (
                    "wire_copy",
                    models.OneToOneField(
                        to="articles.wirecopy",
                        on_delete=models.CASCADE,
                        primary_key=True,
                        serialize=False,
                        related_name="words",
                    ),
                ),
            ],
            options={
                "verbose_name": "words of wire copy",
                "verbose_name_plural": "words of wire copy",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="VocabularyWord",
            fields=[
                ("word", models.CharField(primary_key=True, max_length=40, serialize=False)),
                ("first", models.CharField(max_length=1)),
                ("length", models.PositiveSmallIntegerField()),
            ],
            options={
                "verbose_name": "word of the vocabulary",
                "verbose_name_plural": "words of the vocabulary",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["first", "length"], name="vocabulary_first_length"),
                ],
            },
        ),
        migrations.RunPython(install_search_index, remove_search_index),
    ]
