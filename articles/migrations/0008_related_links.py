"""Related links, and what was decided on them when."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0020_link_decisions")]
    dependencies = [
        ("articles", "0007_corrections_and_embargoes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RelatedLink",
            fields=[
                ("id", ID),
                ("key", models.CharField(max_length=32, blank=True, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("label", models.CharField(verbose_name="label", max_length=60, blank=True)),
                (
                    "headline",
                    models.CharField(
                        verbose_name="text",
                        max_length=500,
                        blank=True,
                        help_text="What readers see. If empty, the headline of the story.",
                    ),
                ),
                ("headline_key", models.CharField(max_length=500, blank=True, editable=False)),
                (
                    "url",
                    models.URLField(
                        verbose_name="external URL",
                        max_length=500,
                        blank=True,
                        help_text="A page on another site, if it is not one of our stories.",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        verbose_name="state",
                        max_length=10,
                        default="suggested",
                        choices=[
                            ("waiting", "waiting for its story"),
                            ("suggested", "suggested"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                        ],
                    ),
                ),
                (
                    "score",
                    models.FloatField(
                        verbose_name="score",
                        blank=True,
                        null=True,
                        help_text="How similar the headlines are: 100 is identical.",
                    ),
                ),
                ("suggested_at", models.DateTimeField(verbose_name="suggested", auto_now_add=True)),
                ("decided_at", models.DateTimeField(verbose_name="decided", blank=True, null=True)),
                ("reason", models.CharField(verbose_name="reason", max_length=300, blank=True)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        verbose_name="decided by",
                        blank=True,
                        null=True,
                        related_name="decided_links",
                    ),
                ),
                (
                    "suggested_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        verbose_name="suggested by",
                        blank=True,
                        null=True,
                        related_name="suggested_links",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story",
                        on_delete=models.CASCADE,
                        verbose_name="story",
                        related_name="related_links",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        to="articles.story",
                        on_delete=models.PROTECT,
                        verbose_name="story",
                        blank=True,
                        null=True,
                        related_name="linked_from",
                    ),
                ),
                ("released_at", models.DateTimeField(blank=True, null=True)),
                ("released_headline", models.CharField(max_length=500, blank=True)),
                ("decided_label", models.CharField(max_length=60, blank=True)),
                ("decided_headline", models.CharField(max_length=500, blank=True)),
                ("decided_after_body", models.BooleanField(default=False)),
                ("decided_order", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "related link",
                "verbose_name_plural": "related links",
                "ordering": ["position", "pk"],
                "permissions": [("moderate_relatedlink", "Can decide on related links")],
                "indexes": [
                    models.Index(fields=["headline_key"], name="related_link_headline_key"),
                    models.Index(fields=["state", "-suggested_at"], name="related_link_state"),
                    models.Index(fields=["url"], condition=~Q(url=""), name="related_link_url"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["story", "key"],
                        condition=~Q(key=""),
                        name="related_link_key_once_a_story",
                    ),
                    models.CheckConstraint(
                        condition=Q(key__length__gte=8) | (Q(key="") & ~Q(state="waiting")),
                        name="related_link_inline_has_key",
                    ),
                    models.CheckConstraint(
                        condition=Q(state__in=["waiting", "suggested", "approved", "rejected"]),
                        name="related_link_state_legal",
                    ),
                    models.CheckConstraint(
                        condition=(
                            Q(state="waiting", target__isnull=True, url="") & ~Q(headline="")
                        )
                        | (
                            ~Q(state="waiting")
                            & (
                                Q(target__isnull=False, url="")
                                | (Q(target__isnull=True) & ~Q(url=""))
                            )
                        ),
                        name="related_link_one_target",
                        violation_error_message="Choose either a story or an external URL, not both.",
                    ),
                    models.CheckConstraint(
                        condition=~Q(target=F("story")) | Q(target__isnull=True),
                        name="related_link_not_own_story",
                        violation_error_message="A story cannot be related to itself. Choose another one.",
                    ),
                    models.CheckConstraint(
                        condition=(
                            Q(state__in=["approved", "rejected"])
                            & Q(decided_at__isnull=False, decided_by__isnull=False)
                        )
                        | (
                            ~Q(state__in=["approved", "rejected"])
                            & Q(decided_at__isnull=True, decided_by__isnull=True)
                        ),
                        name="related_link_decided_by_whom_and_when",
                    ),
                    models.CheckConstraint(
                        condition=Q(url="")
                        | Q(url__startswith="https://")
                        | Q(url__startswith="http://"),
                        name="related_link_url_is_web",
                        violation_error_message="A URL begins with https:// or http://.",
                    ),
                    models.CheckConstraint(
                        condition=Q(state="approved")
                        | Q(
                            decided_after_body=False,
                            decided_headline="",
                            decided_label="",
                            decided_order__isnull=True,
                        ),
                        name="related_link_display_is_approved",
                    ),
                    models.CheckConstraint(
                        condition=Q(decided_after_body=False) | ~Q(key=""),
                        name="related_link_moved_is_inline",
                    ),
                    models.UniqueConstraint(
                        fields=["story", "target"],
                        condition=Q(key="", removed_at__isnull=True, target__isnull=False),
                        name="related_link_target_once_after_body",
                        violation_error_message="The story has a link to this story already.",
                    ),
                    models.UniqueConstraint(
                        fields=["story", "url"],
                        condition=Q(key="", removed_at__isnull=True) & ~Q(url=""),
                        name="related_link_url_once_after_body",
                        violation_error_message="The story has a link to this page already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LinkDecision",
            fields=[
                ("id", ID),
                ("key", models.CharField(max_length=32, blank=True)),
                ("url", models.URLField(max_length=500, blank=True)),
                (
                    "state",
                    models.CharField(
                        max_length=10,
                        choices=[
                            ("waiting", "waiting for its story"),
                            ("suggested", "suggested"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                        ],
                    ),
                ),
                ("label", models.CharField(max_length=60, blank=True)),
                ("headline", models.CharField(max_length=500, blank=True)),
                ("after_body", models.BooleanField(default=False)),
                ("position", models.PositiveSmallIntegerField(null=True)),
                ("is_release", models.BooleanField(default=False)),
                ("released_headline", models.CharField(max_length=500, blank=True)),
                ("reason", models.CharField(max_length=300, blank=True)),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        null=True,
                        related_name="link_decisions",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        to="articles.relatedlink",
                        on_delete=models.CASCADE,
                        related_name="decisions",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="link_decisions"
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        to="articles.story",
                        on_delete=models.DO_NOTHING,
                        db_constraint=False,
                        null=True,
                        related_name="+",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision on a related link",
                "verbose_name_plural": "decisions on related links",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["story", "valid_from"], name="link_decision_story"),
                    models.Index(fields=["target"], name="link_decision_target"),
                    models.Index(fields=["valid_from"], name="link_decision_starts"),
                    models.Index(fields=["valid_until"], name="link_decision_ends"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(by__isnull=True, state="suggested")
                        | Q(by__isnull=False, state__in=["approved", "rejected"]),
                        name="link_decision_state_legal",
                    ),
                    models.CheckConstraint(
                        condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                        name="link_decision_ends_after_it_starts",
                    ),
                ],
            },
        ),
    ]
