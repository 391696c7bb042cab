"""Live blogs: whether coverage runs, and entries, as they are written and as readers get them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from articles.database import install_cache_triggers, install_rules


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0034_kept_rows"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # Backwards, the triggers of the other tables are put in place again once these are gone.
        migrations.RunPython(migrations.RunPython.noop, install_cache_triggers),
        migrations.RunPython(migrations.RunPython.noop, install_rules),
        migrations.CreateModel(
            name="LiveEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=32)),
                ("headline", models.CharField(blank=True, max_length=200, verbose_name="headline")),
                ("body", models.TextField(verbose_name="text")),
                ("is_key", models.BooleanField(default=False, verbose_name="key moment")),
                ("shown_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="live_entries",
                        to="articles.author",
                        verbose_name="author",
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="live_entries_changed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="live_entries_created",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="live_entries",
                        to="articles.picture",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="live_entries",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "live entry",
                "verbose_name_plural": "live entries",
                "ordering": ["-created_at", "-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="EntryVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=32)),
                ("headline", models.CharField(blank=True, max_length=200)),
                ("body", models.TextField()),
                ("body_html", models.TextField()),
                ("author", models.CharField(blank=True, max_length=120)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entry_versions_made",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entry_versions",
                        to="articles.picture",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entry_versions",
                        to="articles.story",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="articles.liveentry",
                    ),
                ),
            ],
            options={
                "verbose_name": "published live entry",
                "verbose_name_plural": "published live entries",
                "ordering": ["-at", "-entry_id"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="LiveCoverage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
                ("is_running", models.BooleanField()),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="live_coverage",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "period of live coverage",
                "verbose_name_plural": "periods of live coverage",
                "ordering": ["valid_from"],
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["valid_from"], name="livecoverage_starts"),
                    models.Index(fields=["valid_until"], name="livecoverage_ends"),
                    models.Index(fields=["story", "valid_from"], name="livecoverage_story"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="livecoverage_ends_after_it_starts",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="liveentry",
            index=models.Index(fields=["story", "-created_at"], name="live_entry_story"),
        ),
        migrations.AddConstraint(
            model_name="liveentry",
            constraint=models.UniqueConstraint(fields=("key",), name="live_entry_key_once"),
        ),
        migrations.AddConstraint(
            model_name="liveentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("key", ""), _negated=True), name="live_entry_has_key"
            ),
        ),
        migrations.AddConstraint(
            model_name="liveentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("body", ""), _negated=True), name="live_entry_has_body"
            ),
        ),
        migrations.AddConstraint(
            model_name="liveentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("headline", ""), ("is_key", True), _negated=True),
                name="live_entry_key_moment_has_headline",
            ),
        ),
        migrations.AddIndex(
            model_name="entryversion",
            index=models.Index(fields=["story", "-at", "-entry"], name="entry_version_newest"),
        ),
        migrations.AddIndex(
            model_name="entryversion",
            index=models.Index(fields=["entry", "visible_from"], name="entry_version_entry"),
        ),
        migrations.AddIndex(
            model_name="entryversion",
            index=models.Index(fields=["visible_from"], name="entry_version_starts"),
        ),
        migrations.AddIndex(
            model_name="entryversion",
            index=models.Index(fields=["visible_until"], name="entry_version_ends"),
        ),
        migrations.AddConstraint(
            model_name="entryversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("visible_until__isnull", True),
                    ("visible_until__gte", models.F("visible_from")),
                    _connector="OR",
                ),
                name="entry_version_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("at__lte", models.F("visible_from"))),
                name="entry_version_tells_no_later_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("published_at__lte", models.F("visible_from"))),
                name="entry_version_published_before_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("modified_at__isnull", True),
                    ("modified_at__gte", models.F("published_at")),
                    _connector="OR",
                ),
                name="entry_version_modified_after_published",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("headline", ""), ("is_key", True), _negated=True),
                name="entry_version_key_moment_has_headline",
            ),
        ),
    ]
