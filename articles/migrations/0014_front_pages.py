"""Front pages and breaking news."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0031_front_pages")]
    dependencies = [
        ("articles", "0013_wire_copy"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Front",
            fields=[
                ("id", ID),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
                ("size", models.PositiveSmallIntegerField()),
                ("may_repeat", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        related_name="fronts_made",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        to="articles.section",
                        on_delete=models.DO_NOTHING,
                        db_constraint=False,
                        null=True,
                        related_name="fronts",
                    ),
                ),
            ],
            options={
                "verbose_name": "front page",
                "verbose_name_plural": "front pages",
                "permissions": [("edit_front", "Can edit the front pages")],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["valid_from"], name="front_starts"),
                    models.Index(fields=["valid_until"], name="front_ends"),
                    models.Index(fields=["section", "valid_from"], name="front_section"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                        name="front_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=Q(size__gte=1, size__lte=30), name="front_size_legal"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FrontSlot",
            fields=[
                ("id", ID),
                ("position", models.PositiveSmallIntegerField()),
                ("headline", models.CharField(max_length=300, blank=True)),
                ("summary", models.TextField(blank=True)),
                ("shown_picture", models.JSONField(default=dict)),
                ("pinned_until", models.DateTimeField(null=True)),
                (
                    "front",
                    models.ForeignKey(
                        to="articles.front", on_delete=models.PROTECT, related_name="slots"
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        to="articles.picture",
                        on_delete=models.PROTECT,
                        null=True,
                        related_name="front_slots",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story",
                        on_delete=models.DO_NOTHING,
                        db_constraint=False,
                        null=True,
                        related_name="front_slots",
                    ),
                ),
            ],
            options={
                "verbose_name": "slot of a front page",
                "verbose_name_plural": "slots of front pages",
                "ordering": ["front", "position"],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["pinned_until"], name="front_slot_pins"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["front", "position"], name="front_slot_position_once"
                    ),
                    models.UniqueConstraint(
                        fields=["front", "story"], name="front_slot_story_once"
                    ),
                    models.CheckConstraint(
                        condition=Q(position__gte=1), name="front_slot_position_legal"
                    ),
                    models.CheckConstraint(
                        condition=Q(story__isnull=False)
                        | Q(
                            headline="", picture__isnull=True, pinned_until__isnull=True, summary=""
                        ),
                        name="front_slot_empty_says_nothing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BreakingNews",
            fields=[
                ("id", ID),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
                ("text", models.CharField(max_length=200)),
                ("url", models.URLField(max_length=500, blank=True)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        related_name="breaking_news_made",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story",
                        on_delete=models.DO_NOTHING,
                        db_constraint=False,
                        null=True,
                        related_name="breaking_news",
                    ),
                ),
            ],
            options={
                "verbose_name": "breaking news",
                "verbose_name_plural": "breaking news",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["valid_from"], name="breakingnews_starts"),
                    models.Index(fields=["valid_until"], name="breakingnews_ends"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                        name="breakingnews_ends_after_it_starts",
                    ),
                    models.CheckConstraint(condition=~Q(text=""), name="breaking_news_has_text"),
                    models.CheckConstraint(
                        condition=Q(story__isnull=True) | Q(url=""),
                        name="breaking_news_leads_to_one",
                    ),
                ],
            },
        ),
    ]
