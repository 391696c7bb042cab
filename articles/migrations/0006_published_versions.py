"""What readers see of stories, and under which tags, authors and places it is listed."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from articles.models import SlugField

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0011_published_version_section")]
    dependencies = [
        ("articles", "0005_parts_of_stories"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedVersion",
            fields=[
                ("id", ID),
                (
                    "kind",
                    models.CharField(
                        max_length=10,
                        default="story",
                        choices=[("story", "story"), ("withdrawal", "withdrawal notice")],
                    ),
                ),
                (
                    "change",
                    models.CharField(
                        max_length=10,
                        blank=True,
                        choices=[
                            ("first", "first publication"),
                            ("minor", "minor change"),
                            ("update", "update"),
                            ("correction", "correction"),
                        ],
                    ),
                ),
                ("slug", SlugField(max_length=120, allow_unicode=True)),
                ("headline", models.CharField(max_length=300)),
                ("summary", models.TextField(blank=True)),
                ("content", models.JSONField(default=dict)),
                ("body_html", models.TextField(blank=True)),
                ("public_note", models.TextField(blank=True)),
                ("published_at", models.DateTimeField()),
                ("modified_at", models.DateTimeField(blank=True, null=True)),
                ("visible_from", models.DateTimeField()),
                ("visible_until", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        related_name="published_versions_made",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        to="articles.picture",
                        on_delete=models.PROTECT,
                        blank=True,
                        null=True,
                        related_name="published_versions",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        to="articles.section",
                        on_delete=models.PROTECT,
                        blank=True,
                        null=True,
                        related_name="published_versions",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story",
                        on_delete=models.PROTECT,
                        related_name="published_versions",
                    ),
                ),
                ("language", models.CharField(max_length=20, blank=True)),
            ],
            options={
                "verbose_name": "published version",
                "verbose_name_plural": "published versions",
                "ordering": ["-visible_from", "-pk"],
                "indexes": [
                    models.Index(fields=["slug", "visible_from"], name="published_version_slug"),
                    models.Index(fields=["story", "visible_from"], name="published_version_story"),
                    models.Index(
                        fields=["-published_at", "-id", "kind", "visible_from", "visible_until"],
                        name="published_version_newest",
                    ),
                    models.Index(fields=["visible_from"], name="published_version_starts"),
                    models.Index(fields=["visible_until"], name="published_version_ends"),
                    models.Index(
                        fields=[
                            "section",
                            "-published_at",
                            "-id",
                            "kind",
                            "visible_from",
                            "visible_until",
                        ],
                        name="published_version_section",
                    ),
                    # With it the withdrawn stories are counted.
                    models.Index(
                        fields=["visible_from"],
                        condition=Q(kind="withdrawal"),
                        name="published_version_notices",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(kind__in=["story", "withdrawal"]),
                        name="published_version_kind_legal",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            change__in=["first", "minor", "update", "correction"], kind="story"
                        )
                        | Q(change="", kind="withdrawal"),
                        name="published_version_change_legal",
                    ),
                    models.CheckConstraint(
                        condition=~Q(change="first")
                        | Q(modified_at__isnull=True, published_at=F("visible_from")),
                        name="published_version_first_is_unmodified",
                    ),
                    models.CheckConstraint(
                        condition=Q(visible_until__isnull=True)
                        | Q(visible_until__gte=F("visible_from")),
                        name="published_version_ends_after_it_starts",
                        violation_error_message="A published version cannot end before it starts.",
                    ),
                    models.CheckConstraint(
                        condition=~Q(slug=""), name="published_version_has_slug"
                    ),
                    models.CheckConstraint(
                        condition=Q(modified_at__isnull=True)
                        | Q(modified_at__gte=F("published_at")),
                        name="published_version_modified_after_published",
                        violation_error_message="A story cannot be modified before it is published.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", ID),
                (
                    "kind",
                    models.CharField(
                        max_length=10,
                        choices=[("tag", "tag"), ("author", "author"), ("place", "place")],
                    ),
                ),
                ("slug", SlugField(max_length=100, allow_unicode=True)),
                ("name", models.CharField(max_length=120)),
                ("published_at", models.DateTimeField()),
                (
                    "version",
                    models.ForeignKey(
                        to="articles.publishedversion",
                        on_delete=models.CASCADE,
                        related_name="terms",
                    ),
                ),
            ],
            options={
                "verbose_name": "term",
                "verbose_name_plural": "terms",
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["kind", "slug", "-published_at", "-version"], name="term_newest"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["version", "kind", "slug"], name="term_slug_once"
                    ),
                    models.CheckConstraint(
                        condition=Q(kind__in=["tag", "author", "place"]), name="term_kind_legal"
                    ),
                    models.CheckConstraint(condition=~Q(slug=""), name="term_has_slug"),
                ],
            },
        ),
    ]
