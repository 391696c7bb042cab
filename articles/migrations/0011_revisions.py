import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from articles import database_rules

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
    ("block_removed", "block removed from the body"),
    ("link_approved", "related link approved"),
    ("link_rejected", "related link rejected"),
    ("corrected", "note for readers added"),
    ("correction_withdrawn", "note for readers taken back"),
]


class Migration(migrations.Migration):
    """Each save is a revision, kept as long as its story; and the acts on them.

    It copies nothing of the stories that there are: the first save of each records its old copy.
    """

    dependencies = [
        ("articles", "0010_modified_at"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # On SQLite a trigger that looks into a table stops it from being built anew.
        migrations.RunPython(database_rules.remove, database_rules.install),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("changed", models.JSONField(default=list)),
                ("data", models.BinaryField()),
                (
                    "base",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="based_on_it",
                        to="articles.revision",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="revisions",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("story", "number"), name="revision_number_once_a_story"
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="event",
            name="event_act_legal",
        ),
        migrations.AlterField(
            model_name="event",
            name="act",
            field=models.CharField(choices=ACTS, max_length=20),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("act__in", [act for act, _ in ACTS])),
                name="event_act_legal",
            ),
        ),
        migrations.RunPython(database_rules.install, database_rules.remove),
    ]
