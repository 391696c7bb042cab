"""Previews for people without an account."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0018_preview_links")]
    dependencies = [
        ("articles", "0011_notes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PreviewLink",
            fields=[
                ("id", ID),
                ("for_whom", models.CharField(verbose_name="for whom", max_length=120)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        related_name="preview_links",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        to="articles.revision",
                        on_delete=models.DO_NOTHING,
                        related_name="preview_links",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        blank=True,
                        null=True,
                        related_name="preview_links_revoked",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="preview_links"
                    ),
                ),
            ],
            options={
                "verbose_name": "preview link",
                "verbose_name_plural": "preview links",
                "ordering": ["-made_at", "-pk"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=~Q(for_whom=""), name="preview_link_is_for_somebody"
                    ),
                    models.CheckConstraint(
                        condition=Q(expires_at__gt=F("made_at")), name="preview_link_expires_later"
                    ),
                    models.CheckConstraint(
                        condition=Q(revoked_at=None, revoked_by=None)
                        | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                        name="preview_link_revocation_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PreviewUse",
            fields=[
                ("id", ID),
                ("at", models.DateTimeField()),
                ("address", models.CharField(max_length=45, blank=True)),
                (
                    "link",
                    models.ForeignKey(
                        to="articles.previewlink", on_delete=models.CASCADE, related_name="uses"
                    ),
                ),
                ("picture", models.CharField(max_length=200, blank=True)),
            ],
            options={
                "verbose_name": "use of a preview link",
                "verbose_name_plural": "uses of preview links",
                "ordering": ["-at", "-pk"],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["link", "-at"], name="preview_use_newest"),
                ],
            },
        ),
    ]
