import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from articles import database_rules, generation_triggers


class Migration(migrations.Migration):
    """Public notes on published stories, which never change, and the acts on them."""

    dependencies = [
        ("articles", "0008_logins"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # On SQLite a trigger that looks into a table stops it from being built anew.
        migrations.RunPython(database_rules.remove, database_rules.install),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("correction", "Correction"),
                            ("clarification", "Clarification"),
                            ("update", "Update"),
                            ("editors_note", "Editor’s note"),
                        ],
                        max_length=13,
                    ),
                ),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_why", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="articles.story",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections_withdrawn",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["-at", "-id"], name="correction_newest"),
                    models.Index(fields=["story", "at"], name="correction_story"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(
                            kind__in=["correction", "clarification", "update", "editors_note"]
                        ),
                        name="correction_kind_legal",
                    ),
                    models.CheckConstraint(condition=~Q(text=""), name="correction_has_text"),
                    models.CheckConstraint(
                        condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_why="")
                        | (
                            Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                            & ~Q(withdrawn_why="")
                        ),
                        name="correction_withdrawn_by_somebody",
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
            field=models.CharField(
                choices=[
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
                    ("block_removed", "block removed from the body"),
                    ("link_approved", "related link approved"),
                    ("link_rejected", "related link rejected"),
                    ("corrected", "note for readers added"),
                    ("correction_withdrawn", "note for readers taken back"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "act__in",
                        [
                            "created",
                            "imported",
                            "update_offered",
                            "update_taken",
                            "dateline_taken",
                            "dateline_refused",
                            "saved",
                            "submit",
                            "send_back",
                            "approve",
                            "reopen",
                            "published",
                            "scheduled",
                            "called_off",
                            "withdrawn",
                            "block_removed",
                            "link_approved",
                            "link_rejected",
                            "corrected",
                            "correction_withdrawn",
                        ],
                    )
                ),
                name="event_act_legal",
            ),
        ),
        migrations.RunPython(database_rules.install, database_rules.remove),
        migrations.RunPython(generation_triggers.install, generation_triggers.install),
    ]
