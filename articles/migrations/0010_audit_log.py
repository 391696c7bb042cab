"""The audit log, and the last action on each story, by which lists are sorted."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0029_last_action")]
    dependencies = [
        ("articles", "0009_linked_pages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", ID),
                ("headline", models.CharField(verbose_name="headline", max_length=300)),
                ("action", models.CharField(verbose_name="action", max_length=40)),
                ("at", models.DateTimeField()),
                (
                    "from_state",
                    models.CharField(
                        verbose_name="from",
                        max_length=10,
                        blank=True,
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                        ],
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        verbose_name="to",
                        max_length=10,
                        blank=True,
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                        ],
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason", blank=True)),
                ("detail", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        null=True,
                        related_name="audit_entries",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story",
                        on_delete=models.DO_NOTHING,
                        db_constraint=False,
                        related_name="audit_log",
                    ),
                ),
            ],
            options={
                "verbose_name": "audit log entry",
                "verbose_name_plural": "audit log",
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["story", "-at"], name="audit_entry_story"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=~Q(action=""), name="audit_entry_has_action"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LastAction",
            fields=[
                (
                    "story",
                    models.OneToOneField(
                        to="articles.story",
                        on_delete=models.CASCADE,
                        primary_key=True,
                        serialize=False,
                        related_name="last_action",
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "entry",
                    models.ForeignKey(
                        to="articles.auditentry",
                        on_delete=models.PROTECT,
                        null=True,
                        related_name="+",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["-at", "-story"], name="last_action_newest"),
                ],
            },
        ),
    ]
