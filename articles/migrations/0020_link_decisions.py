"""Decisions on related links become periods, so that readers' pages are known for any time."""

from typing import Any

import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, Q

from articles.database import install_cache_triggers, install_rules

CHUNK = 1000


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let each decision that is there hold since it was made, as does what was suggested."""
    decisions: Any = apps.get_model("articles", "LinkDecision").objects
    decided = apps.get_model("articles", "RelatedLink").objects.filter(
        Q(decided_at__isnull=False) | (Q(target__isnull=False) & ~Q(key=""))
    )
    made = []
    for link in decided.order_by("pk").iterator(CHUNK):
        is_release = link.state == "approved" and link.released_at is not None
        made.append(
            decisions.model(
                link=link,
                story_id=link.story_id,
                key=link.key,
                target_id=link.target_id,
                url=link.url,
                state=link.state,
                label=link.decided_label,
                headline=link.decided_headline,
                after_body=link.decided_after_body,
                position=link.decided_order,
                is_release=is_release,
                released_headline=link.released_headline if is_release else "",
                by_id=link.decided_by_id,
                reason=link.reason,
                # Where an older migration released it, after the decision: versions made before
                # that time have it.
                valid_from=(
                    link.released_at if is_release else link.decided_at or link.suggested_at
                ),
            )
        )
    decisions.bulk_create(made, batch_size=CHUNK)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0019_link_display"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # Backwards: without decisions, readers' pages depend on links again.
        migrations.RunPython(migrations.RunPython.noop, install_cache_triggers),
        migrations.RunPython(migrations.RunPython.noop, install_rules),
        migrations.CreateModel(
            name="LinkDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=32)),
                ("url", models.URLField(blank=True, max_length=500)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting for its story"),
                            ("suggested", "suggested"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                        ],
                        max_length=10,
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=60)),
                ("headline", models.CharField(blank=True, max_length=500)),
                ("after_body", models.BooleanField(default=False)),
                ("position", models.PositiveSmallIntegerField(null=True)),
                ("is_release", models.BooleanField(default=False)),
                ("released_headline", models.CharField(blank=True, max_length=500)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="link_decisions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="articles.relatedlink",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="link_decisions",
                        to="articles.story",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision on a related link",
                "verbose_name_plural": "decisions on related links",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["story", "valid_from"], name="link_decision_story"),
                    models.Index(fields=["target"], name="link_decision_target"),
                    models.Index(fields=["valid_from"], name="link_decision_starts"),
                    models.Index(fields=["valid_until"], name="link_decision_ends"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(state="suggested", by__isnull=True)
                        | Q(state__in=["approved", "rejected"], by__isnull=False),
                        name="link_decision_state_legal",
                    ),
                    models.CheckConstraint(
                        condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                        name="link_decision_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
