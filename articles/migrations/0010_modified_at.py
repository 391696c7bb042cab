from typing import Any

from django.db import migrations, models
from django.db.models import F, Q

from articles import database_rules, generation_triggers

ACTS = [
    ("created", "created"),
    ("imported", "imported from wire copy"),
    ("update_offered", "a changed version arrived"),
    ("update_taken", "took a changed version over"),
    ("dateline_taken", "dateline taken out of the text"),
    ("dateline_refused", "kept as text, not a dateline"),
    ("saved", "saved"),
    ("submit", "submitted for review"),
    ("send_back", "sent back"),
    ("approve", "approved"),
    ("reopen", "reopened"),
    ("published", "published"),
    ("scheduled", "scheduled"),
    ("called_off", "schedule called off"),
    ("withdrawn", "withdrawn"),
    ("restored", "withdrawal undone"),
    ("block_removed", "block removed from the body"),
    ("link_approved", "related link approved"),
    ("link_rejected", "related link rejected"),
    ("corrected", "note for readers added"),
    ("correction_withdrawn", "note for readers taken back"),
]


def fill(apps: Any, schema_editor: object) -> None:
    """Keep what pages said: an edition after the first one was an update."""
    editions = apps.get_model("articles", "Edition").objects
    editions.filter(kind="story", visible_from__gt=F("published_at")).update(
        modified_at=F("visible_from")
    )


class Migration(migrations.Migration):
    """When readers last got more than a minor change, and withdrawals that are undone."""

    dependencies = [("articles", "0009_corrections")]

    operations = [
        # Editions are frozen. On SQLite a trigger that looks into a table keeps it as it is, and
        # on PostgreSQL so does one that waits for the commit.
        migrations.RunPython(generation_triggers.remove, generation_triggers.install),
        migrations.RunPython(database_rules.remove, database_rules.install),
        migrations.AddField("edition", "modified_at", models.DateTimeField(blank=True, null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            "edition",
            models.CheckConstraint(
                condition=Q(modified_at__isnull=True) | Q(modified_at__gte=F("published_at")),
                name="edition_modified_after_it_was_published",
                violation_error_message="An edition cannot be modified before it is published.",
            ),
        ),
        migrations.RemoveConstraint("event", "event_act_legal"),
        migrations.AlterField("event", "act", models.CharField(choices=ACTS, max_length=20)),
        migrations.AddConstraint(
            "event",
            models.CheckConstraint(
                condition=Q(act__in=[act for act, _ in ACTS]), name="event_act_legal"
            ),
        ),
        migrations.RunPython(database_rules.install, database_rules.remove),
        migrations.RunPython(generation_triggers.install, generation_triggers.install),
    ]
