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
    ("brought_back", "brought an earlier version back"),
    ("deleted", "deleted"),
    ("submit", "submitted for review"),
    ("send_back", "sent back"),
    ("approve", "approved"),
    ("reopen", "reopened"),
    ("published", "published"),
    ("scheduled", "scheduled"),
    ("called_off", "schedule called off"),
    ("withdrawn", "withdrawn"),
    ("restored", "withdrawal undone"),
    ("rescheduled", "moved to another time"),
    ("embargo_set", "embargo set"),
    ("embargo_moved", "embargo moved"),
    ("embargo_lifted", "embargo lifted"),
    ("block_removed", "block removed from the body"),
    ("link_approved", "related link approved"),
    ("link_rejected", "related link rejected"),
    ("corrected", "note for readers added"),
    ("correction_withdrawn", "note for readers taken back"),
]


class Migration(migrations.Migration):
    """A time before which readers see nothing of a story, held by rules; and the acts on it."""

    dependencies = [("articles", "0011_revisions")]

    operations = [
        # On SQLite a trigger that looks into a table stops it from being built anew.
        migrations.RunPython(database_rules.remove, database_rules.install),
        migrations.AddField(
            "story", "embargo", models.DateTimeField(blank=True, editable=False, null=True)
        ),
        migrations.AddField(
            "story", "embargoed_at", models.DateTimeField(blank=True, editable=False, null=True)
        ),
        migrations.AddConstraint(
            "story",
            models.CheckConstraint(
                condition=Q(embargo=None, embargoed_at=None)
                | Q(
                    embargo__isnull=False,
                    embargoed_at__isnull=False,
                    embargo__gt=F("embargoed_at"),
                ),
                name="story_embargo_is_a_period",
                violation_error_message="An embargo ends after it was set.",
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
