"""Notes among editors, notices to them, and who has the form of a story open."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0017_notes_and_notices")]
    dependencies = [
        ("articles", "0010_audit_log"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", ID),
                ("at", models.DateTimeField()),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                ("text", models.TextField(verbose_name="text")),
                ("exact", models.TextField(blank=True)),
                ("prefix", models.TextField(blank=True)),
                ("suffix", models.TextField(blank=True)),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answers_to",
                    models.ForeignKey(
                        to="articles.note",
                        on_delete=models.CASCADE,
                        blank=True,
                        null=True,
                        related_name="answers",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notes"
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        blank=True,
                        null=True,
                        related_name="notes_resolved",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="notes"
                    ),
                ),
            ],
            options={
                "verbose_name": "note among editors",
                "verbose_name_plural": "notes among editors",
                "ordering": ["at", "pk"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(condition=~Q(text=""), name="note_has_text"),
                    models.CheckConstraint(
                        condition=Q(answers_to=None) | Q(exact="", resolved_at=None),
                        name="note_answer_is_an_answer_only",
                    ),
                    models.CheckConstraint(
                        condition=~Q(exact="") | Q(prefix="", suffix=""),
                        name="note_context_is_that_of_words",
                    ),
                    models.CheckConstraint(
                        condition=Q(resolved_at=None, resolved_by=None)
                        | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                        name="note_resolution_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", ID),
                (
                    "kind",
                    models.CharField(
                        max_length=20,
                        choices=[
                            ("sent_back", "sent back"),
                            ("returned_to_draft", "returned to draft"),
                            ("approved", "approved"),
                            ("published", "published"),
                            ("scheduled", "scheduled"),
                            ("kill_received", "withdrawn by the agency"),
                            ("mentioned", "mention"),
                            ("answered", "answer"),
                        ],
                    ),
                ),
                ("at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("mail_at", models.DateTimeField(blank=True, null=True)),
                ("mail_tries", models.PositiveSmallIntegerField(default=0)),
                ("mailed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "entry",
                    models.ForeignKey(
                        to="articles.auditentry",
                        on_delete=models.PROTECT,
                        null=True,
                        related_name="notices",
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        to="articles.note",
                        on_delete=models.CASCADE,
                        null=True,
                        related_name="notices",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="notices"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.CASCADE,
                        related_name="notices",
                    ),
                ),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
                "ordering": ["-at", "-pk"],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["to", "-at", "-id"], name="notice_newest"),
                    models.Index(fields=["to"], condition=Q(read_at=None), name="notice_unread"),
                    models.Index(
                        fields=["mail_at"],
                        condition=Q(mail_at__isnull=False),
                        name="notice_to_mail",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(entry=None, note__isnull=False)
                        | Q(entry__isnull=False, note=None),
                        name="notice_of_an_action_or_a_note",
                    ),
                    models.UniqueConstraint(fields=["to", "entry"], name="notice_once_an_action"),
                    models.UniqueConstraint(fields=["to", "note"], name="notice_once_a_note"),
                    models.CheckConstraint(
                        condition=Q(
                            kind__in=[
                                "sent_back",
                                "returned_to_draft",
                                "approved",
                                "published",
                                "scheduled",
                                "kill_received",
                                "mentioned",
                                "answered",
                            ]
                        ),
                        name="notice_kind_legal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("id", ID),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="presences"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.CASCADE,
                        related_name="presences",
                    ),
                ),
                ("seen_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "presence",
                "verbose_name_plural": "presences",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=["story", "person"], name="presence_once_a_person"
                    ),
                ],
            },
        ),
    ]
