"""Public notes on stories, and the time before which nothing new of them may be seen."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0003_correction_retracted")]
    dependencies = [
        ("articles", "0006_published_versions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", ID),
                (
                    "kind",
                    models.CharField(
                        verbose_name="kind",
                        max_length=13,
                        choices=[
                            ("correction", "Correction"),
                            ("clarification", "Clarification"),
                            ("update", "Update"),
                            ("editors_note", "Editor’s note"),
                        ],
                    ),
                ),
                ("text", models.TextField(verbose_name="text")),
                ("at", models.DateTimeField()),
                ("retracted_at", models.DateTimeField(blank=True, null=True)),
                ("retraction_reason", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        related_name="corrections",
                    ),
                ),
                (
                    "retracted_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        blank=True,
                        null=True,
                        related_name="corrections_retracted",
                    ),
                ),
                (
                    "published_version",
                    models.ForeignKey(
                        to="articles.publishedversion",
                        on_delete=models.PROTECT,
                        blank=True,
                        null=True,
                        related_name="corrections",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.PROTECT, related_name="corrections"
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["-at", "-id"], name="correction_newest"),
                    models.Index(fields=["story", "at"], name="correction_story"),
                    models.Index(
                        fields=["retracted_at"],
                        condition=Q(retracted_at__isnull=False),
                        name="correction_retracted",
                    ),
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
                        condition=Q(retracted_at=None, retracted_by=None, retraction_reason="")
                        | (
                            Q(retracted_at__isnull=False, retracted_by__isnull=False)
                            & ~Q(retraction_reason="")
                        ),
                        name="correction_retraction_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Embargo",
            fields=[
                ("id", ID),
                ("until", models.DateTimeField()),
                ("set_at", models.DateTimeField()),
                (
                    "story",
                    models.OneToOneField(
                        to="articles.story", on_delete=models.CASCADE, related_name="embargo"
                    ),
                ),
            ],
            options={
                "verbose_name": "embargo",
                "verbose_name_plural": "embargoes",
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(until__gt=F("set_at")),
                        name="embargo_ends_after_it_was_set",
                        violation_error_message="An embargo must end after it was set.",
                    ),
                ],
            },
        ),
    ]
