"""Suggested links are stored; notes and wire copy get an index, which `search_index rebuild` fills."""

import django.db.models.deletion
from django.db import migrations, models

from articles.database import install_desk_index, remove_desk_index


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0027_period_rules"),
    ]

    operations = [
        migrations.CreateModel(
            name="NoteWords",
            fields=[
                ("analysis", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("tokens", models.TextField()),
                (
                    "note",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="articles.note",
                    ),
                ),
            ],
            options={
                "verbose_name": "words of a note",
                "verbose_name_plural": "words of notes",
                "abstract": False,
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
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="articles.wirecopy",
                    ),
                ),
            ],
            options={
                "verbose_name": "words of wire copy",
                "verbose_name_plural": "words of wire copy",
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="LinkSuggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("reasons", models.JSONField(default=dict)),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="link_suggestions",
                        to="articles.story",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "suggested link",
                "verbose_name_plural": "suggested links",
                "ordering": ["story", "position"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("story", "target"), name="link_suggestion_target_once"
                    ),
                    models.UniqueConstraint(
                        fields=("story", "position"), name="link_suggestion_position_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("story", models.F("target")), _negated=True),
                        name="link_suggestion_not_to_itself",
                    ),
                ],
            },
        ),
        migrations.RunPython(install_desk_index, remove_desk_index),
    ]
