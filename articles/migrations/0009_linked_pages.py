"""Pages of other sites to which links lead, and stories that are suggested as related."""

from django.db import migrations, models
from django.db.models import F, Q

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0024_linked_pages")]
    dependencies = [("articles", "0008_related_links")]

    operations = [
        migrations.CreateModel(
            name="LinkedPage",
            fields=[
                ("id", ID),
                ("url", models.URLField(max_length=500)),
                ("host", models.CharField(max_length=255)),
                (
                    "state",
                    models.CharField(
                        max_length=10,
                        default="unknown",
                        choices=[
                            ("unknown", "not known"),
                            ("ok", "answers"),
                            ("dead", "does not answer"),
                        ],
                    ),
                ),
                ("state_since", models.DateTimeField()),
                ("checked_at", models.DateTimeField(null=True)),
                ("failures", models.PositiveSmallIntegerField(default=0)),
                ("failing_since", models.DateTimeField(null=True)),
                ("fault", models.CharField(max_length=20, blank=True)),
                ("due_at", models.DateTimeField()),
                ("claimed_until", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "linked page",
                "verbose_name_plural": "linked pages",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["due_at"], name="linked_page_due"),
                    models.Index(
                        fields=["state_since"], condition=Q(state="dead"), name="linked_page_dead"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=["url"], name="linked_page_url_once"),
                    models.CheckConstraint(
                        condition=Q(url__startswith="https://") | Q(url__startswith="http://"),
                        name="linked_page_url_is_web",
                    ),
                    models.CheckConstraint(
                        condition=Q(state__in=["unknown", "ok", "dead"]),
                        name="linked_page_state_legal",
                    ),
                    models.CheckConstraint(
                        condition=Q(failing_since__isnull=True, failures=0, fault="")
                        | (
                            Q(
                                checked_at__isnull=False,
                                failing_since__isnull=False,
                                failures__gt=0,
                            )
                            & ~Q(fault="")
                        ),
                        name="linked_page_fails_since_when_and_why",
                    ),
                    models.CheckConstraint(
                        condition=~Q(state="dead") | Q(failures__gte=2),
                        name="linked_page_dead_has_failed_twice",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LinkSuggestion",
            fields=[
                ("id", ID),
                ("position", models.PositiveSmallIntegerField()),
                ("reasons", models.JSONField(default=dict)),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story",
                        on_delete=models.CASCADE,
                        related_name="link_suggestions",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="+"
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
                        fields=["story", "target"], name="link_suggestion_target_once"
                    ),
                    models.UniqueConstraint(
                        fields=["story", "position"], name="link_suggestion_position_once"
                    ),
                    models.CheckConstraint(
                        condition=~Q(story=F("target")), name="link_suggestion_not_to_itself"
                    ),
                ],
            },
        ),
    ]
