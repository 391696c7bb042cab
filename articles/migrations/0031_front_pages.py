"""Fronts that editors fill, as periods, with their slots; and the bar with breaking news."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from articles.database import install_cache_triggers, install_rules


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0030_picture_rights"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # Backwards, the other rules and triggers are put in place again once the tables are gone.
        migrations.RunPython(migrations.RunPython.noop, install_cache_triggers),
        migrations.RunPython(migrations.RunPython.noop, install_rules),
        migrations.CreateModel(
            name="Front",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
                ("size", models.PositiveSmallIntegerField()),
                ("may_repeat", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fronts_made",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="fronts",
                        to="articles.section",
                    ),
                ),
            ],
            options={
                "verbose_name": "front page",
                "verbose_name_plural": "front pages",
                "permissions": [("edit_front", "Can edit the front pages")],
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="FrontSlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("headline", models.CharField(blank=True, max_length=300)),
                ("summary", models.TextField(blank=True)),
                ("shown_picture", models.JSONField(default=dict)),
                ("pinned_until", models.DateTimeField(null=True)),
                (
                    "front",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="slots",
                        to="articles.front",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="front_slots",
                        to="articles.picture",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="front_slots",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "slot of a front page",
                "verbose_name_plural": "slots of front pages",
                "ordering": ["front", "position"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="BreakingNews",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
                ("text", models.CharField(max_length=200)),
                ("url", models.URLField(blank=True, max_length=500)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="breaking_news_made",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="breaking_news",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "breaking news",
                "verbose_name_plural": "breaking news",
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["valid_from"], name="breakingnews_starts"),
                    models.Index(fields=["valid_until"], name="breakingnews_ends"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="breakingnews_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="breaking_news_has_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("story__isnull", True), ("url", ""), _connector="OR"),
                        name="breaking_news_leads_to_one",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="front",
            index=models.Index(fields=["valid_from"], name="front_starts"),
        ),
        migrations.AddIndex(
            model_name="front",
            index=models.Index(fields=["valid_until"], name="front_ends"),
        ),
        migrations.AddIndex(
            model_name="front",
            index=models.Index(fields=["section", "valid_from"], name="front_section"),
        ),
        migrations.AddConstraint(
            model_name="front",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until__isnull", True),
                    ("valid_until__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="front_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="front",
            constraint=models.CheckConstraint(
                condition=models.Q(("size__gte", 1), ("size__lte", 30)), name="front_size_legal"
            ),
        ),
        migrations.AddIndex(
            model_name="frontslot",
            index=models.Index(fields=["pinned_until"], name="front_slot_pins"),
        ),
        migrations.AddConstraint(
            model_name="frontslot",
            constraint=models.UniqueConstraint(
                fields=("front", "position"), name="front_slot_position_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="frontslot",
            constraint=models.UniqueConstraint(
                fields=("front", "story"), name="front_slot_story_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="frontslot",
            constraint=models.CheckConstraint(
                condition=models.Q(("position__gte", 1)), name="front_slot_position_legal"
            ),
        ),
        migrations.AddConstraint(
            model_name="frontslot",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("story__isnull", False),
                    models.Q(
                        ("headline", ""),
                        ("picture__isnull", True),
                        ("pinned_until__isnull", True),
                        ("summary", ""),
                    ),
                    _connector="OR",
                ),
                name="front_slot_empty_says_nothing",
            ),
        ),
    ]
