"""Live blogs: coverage, entries, and their published forms."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0035_live_blogs")]
    dependencies = [
        ("articles", "0014_front_pages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LiveCoverage",
            fields=[
                ("id", ID),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
                ("is_running", models.BooleanField()),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="live_coverage"
                    ),
                ),
            ],
            options={
                "verbose_name": "period of live coverage",
                "verbose_name_plural": "periods of live coverage",
                "ordering": ["valid_from"],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["valid_from"], name="livecoverage_starts"),
                    models.Index(fields=["valid_until"], name="livecoverage_ends"),
                    models.Index(fields=["story", "valid_from"], name="livecoverage_story"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                        name="livecoverage_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveEntry",
            fields=[
                ("id", ID),
                ("key", models.CharField(max_length=32)),
                ("headline", models.CharField(verbose_name="headline", max_length=200, blank=True)),
                ("body", models.TextField(verbose_name="text")),
                ("is_key", models.BooleanField(verbose_name="key moment", default=False)),
                ("shown_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        to="articles.author",
                        on_delete=models.PROTECT,
                        verbose_name="author",
                        blank=True,
                        null=True,
                        related_name="live_entries",
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        related_name="live_entries_changed",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        related_name="live_entries_created",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        to="articles.picture",
                        on_delete=models.PROTECT,
                        blank=True,
                        null=True,
                        related_name="live_entries",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="live_entries"
                    ),
                ),
            ],
            options={
                "verbose_name": "live entry",
                "verbose_name_plural": "live entries",
                "ordering": ["-created_at", "-pk"],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["story", "-created_at"], name="live_entry_story"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=["key"], name="live_entry_key_once"),
                    models.CheckConstraint(condition=~Q(key=""), name="live_entry_has_key"),
                    models.CheckConstraint(condition=~Q(body=""), name="live_entry_has_body"),
                    models.CheckConstraint(
                        condition=~Q(headline="", is_key=True),
                        name="live_entry_key_moment_has_headline",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EntryVersion",
            fields=[
                ("id", ID),
                ("key", models.CharField(max_length=32)),
                ("headline", models.CharField(max_length=200, blank=True)),
                ("body", models.TextField()),
                ("body_html", models.TextField()),
                ("author", models.CharField(max_length=120, blank=True)),
                ("is_key", models.BooleanField(default=False)),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
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
                        related_name="entry_versions_made",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        to="articles.picture",
                        on_delete=models.PROTECT,
                        blank=True,
                        null=True,
                        related_name="entry_versions",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.PROTECT, related_name="entry_versions"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        to="articles.liveentry", on_delete=models.PROTECT, related_name="versions"
                    ),
                ),
            ],
            options={
                "verbose_name": "published live entry",
                "verbose_name_plural": "published live entries",
                "ordering": ["-at", "-entry_id"],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["story", "-at", "-entry"], name="entry_version_newest"),
                    models.Index(fields=["entry", "visible_from"], name="entry_version_entry"),
                    models.Index(fields=["visible_from"], name="entry_version_starts"),
                    models.Index(fields=["visible_until"], name="entry_version_ends"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(visible_until__isnull=True)
                        | Q(visible_until__gte=F("visible_from")),
                        name="entry_version_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=Q(at__lte=F("visible_from")),
                        name="entry_version_tells_no_later_time",
                    ),
                    models.CheckConstraint(
                        condition=Q(published_at__lte=F("visible_from")),
                        name="entry_version_published_before_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=Q(modified_at__isnull=True)
                        | Q(modified_at__gte=F("published_at")),
                        name="entry_version_modified_after_published",
                    ),
                    models.CheckConstraint(
                        condition=~Q(headline="", is_key=True),
                        name="entry_version_key_moment_has_headline",
                    ),
                ],
            },
        ),
    ]
