from django.db import migrations, models

ACTS = [
    ("created", "created"),
    ("imported", "imported from wire copy"),
    ("update_offered", "changed version received"),
    ("update_taken", "changed version taken over"),
    ("dateline_taken", "dateline taken out of the text"),
    ("dateline_refused", "kept as text, not a dateline"),
    ("saved", "saved"),
    ("brought_back", "earlier version brought back"),
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
    """What the desk calls the acts on stories; the database is told nothing."""

    dependencies = [("articles", "0012_embargo")]

    operations = [
        migrations.AlterField("event", "act", models.CharField(choices=ACTS, max_length=20)),
        migrations.AlterModelOptions(
            "event",
            options={
                "ordering": ["-at", "-pk"],
                "verbose_name": "act on a story",
                "verbose_name_plural": "acts on stories",
            },
        ),
    ]
