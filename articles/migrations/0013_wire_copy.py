"""Wire copy, byte for byte as it came."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0007_wire_copy_fingerprints")]
    dependencies = [
        ("articles", "0012_preview_links"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WireCopy",
            fields=[
                ("id", ID),
                ("source", models.BinaryField()),
                ("sha256", models.CharField(verbose_name="SHA-256", max_length=64, unique=True)),
                (
                    "name",
                    models.CharField(
                        verbose_name="name",
                        max_length=255,
                        help_text="The name of the file, or “pasted”.",
                    ),
                ),
                ("headline", models.CharField(verbose_name="headline", max_length=300)),
                (
                    "outcome",
                    models.CharField(
                        verbose_name="result",
                        max_length=10,
                        choices=[
                            ("created", "became a new story"),
                            ("offered", "offered as an update of a story"),
                            ("accepted", "accepted into its story"),
                            ("dismissed", "dismissed"),
                            ("kill", "withdraws a story"),
                        ],
                    ),
                ),
                ("report", models.JSONField(default=dict)),
                ("received_at", models.DateTimeField(verbose_name="received")),
                (
                    "received_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        blank=True,
                        null=True,
                        related_name="wire_copies",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story",
                        on_delete=models.SET_NULL,
                        verbose_name="story",
                        blank=True,
                        null=True,
                        related_name="wire_copies",
                    ),
                ),
                ("embargo_open", models.BooleanField(default=False, editable=False)),
                ("headline_key", models.CharField(max_length=300, editable=False)),
                ("text_sha256", models.CharField(max_length=64, editable=False)),
            ],
            options={
                "verbose_name": "wire copy",
                "verbose_name_plural": "wire copy",
                "ordering": ["-received_at", "-pk"],
                "indexes": [
                    models.Index(fields=["text_sha256"], name="wire_copy_text"),
                    models.Index(fields=["headline_key"], name="wire_copy_headline_key"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(
                            outcome__in=["created", "offered", "accepted", "dismissed", "kill"]
                        ),
                        name="wire_copy_outcome_legal",
                    ),
                ],
            },
        ),
    ]
