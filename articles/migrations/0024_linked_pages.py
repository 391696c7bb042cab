"""Pages of other sites are checked: what that has shown is kept, one row a URL."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0023_no_search_text"),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkedPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.URLField(max_length=500)),
                ("host", models.CharField(max_length=255)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unknown", "not known"),
                            ("ok", "answers"),
                            ("dead", "does not answer"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("state_since", models.DateTimeField()),
                ("checked_at", models.DateTimeField(null=True)),
                ("failures", models.PositiveSmallIntegerField(default=0)),
                ("failing_since", models.DateTimeField(null=True)),
                ("fault", models.CharField(blank=True, max_length=20)),
                ("due_at", models.DateTimeField()),
                ("claimed_until", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "linked page",
                "verbose_name_plural": "linked pages",
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="relatedlink",
            index=models.Index(
                condition=models.Q(("url", ""), _negated=True),
                fields=["url"],
                name="related_link_url",
            ),
        ),
        migrations.AddIndex(
            model_name="linkedpage",
            index=models.Index(fields=["due_at"], name="linked_page_due"),
        ),
        migrations.AddIndex(
            model_name="linkedpage",
            index=models.Index(
                condition=models.Q(("state", "dead")),
                fields=["state_since"],
                name="linked_page_dead",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkedpage",
            constraint=models.UniqueConstraint(fields=("url",), name="linked_page_url_once"),
        ),
        migrations.AddConstraint(
            model_name="linkedpage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("url__startswith", "https://"), ("url__startswith", "http://"), _connector="OR"
                ),
                name="linked_page_url_is_web",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkedpage",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["unknown", "ok", "dead"])),
                name="linked_page_state_legal",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkedpage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("failing_since__isnull", True), ("failures", 0), ("fault", "")),
                    models.Q(
                        ("checked_at__isnull", False),
                        ("failing_since__isnull", False),
                        ("failures__gt", 0),
                        models.Q(("fault", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="linked_page_fails_since_when_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkedpage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "dead"), _negated=True),
                    ("failures__gte", 2),
                    _connector="OR",
                ),
                name="linked_page_dead_has_failed_twice",
            ),
        ),
    ]
