"""Stories, and whose names stand above them."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q
from taggit.managers import TaggableManager

from articles.models import SlugField

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0015_byline_text")]
    dependencies = [
        ("articles", "0003_authors"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Story",
            fields=[
                ("id", ID),
                ("headline", models.CharField(verbose_name="headline", max_length=300)),
                ("headline_key", models.CharField(max_length=300, editable=False)),
                (
                    "slug",
                    SlugField(
                        verbose_name="slug",
                        max_length=120,
                        help_text="The last part of the page’s URL. If empty, it is made from the headline.",
                        allow_unicode=True,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        verbose_name="summary",
                        blank=True,
                        help_text="One paragraph. Readers see it in lists, in search results and in feeds too.",
                    ),
                ),
                ("body", models.TextField(verbose_name="body", blank=True)),
                (
                    "state",
                    models.CharField(
                        verbose_name="state",
                        max_length=10,
                        default="draft",
                        editable=False,
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                        ],
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("changed_at", models.DateTimeField(editable=False)),
                (
                    "changed_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        editable=False,
                        related_name="stories_changed",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        editable=False,
                        related_name="stories_created",
                    ),
                ),
                (
                    "lead_picture",
                    models.ForeignKey(
                        to="articles.picture",
                        on_delete=models.PROTECT,
                        verbose_name="lead picture",
                        blank=True,
                        null=True,
                        related_name="led_stories",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        to="articles.section",
                        on_delete=models.PROTECT,
                        verbose_name="section",
                        blank=True,
                        null=True,
                        related_name="stories",
                    ),
                ),
                (
                    "tags",
                    TaggableManager(
                        to="taggit.Tag",
                        through="taggit.TaggedItem",
                        verbose_name="tags",
                        blank=True,
                        help_text="Separate tags with commas.",
                    ),
                ),
                ("language", models.CharField(verbose_name="language", max_length=20, blank=True)),
                ("lead_words", models.JSONField(blank=True, null=True, editable=False)),
            ],
            options={
                "verbose_name": "story",
                "verbose_name_plural": "stories",
                "ordering": ["-changed_at", "-pk"],
                "permissions": [
                    ("approve_story", "Can approve stories and send them back"),
                    ("publish_story", "Can publish, schedule and withdraw stories"),
                ],
                "indexes": [
                    models.Index(fields=["-changed_at", "-id"], name="story_newest_change"),
                    models.Index(fields=["headline_key"], name="story_headline_key"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["slug"],
                        name="story_slug_once_a_site",
                        violation_error_message="Another story has this slug. Choose another one.",
                    ),
                    models.CheckConstraint(
                        condition=Q(state__in=["draft", "in_review", "ready"]),
                        name="story_state_legal",
                    ),
                    models.CheckConstraint(
                        condition=~Q(headline=""),
                        name="story_has_headline",
                        violation_error_message="A story needs a headline.",
                    ),
                    models.CheckConstraint(condition=~Q(slug=""), name="story_has_slug"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Byline",
            fields=[
                ("id", ID),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "author",
                    models.ForeignKey(
                        to="articles.author",
                        on_delete=models.PROTECT,
                        null=True,
                        related_name="bylines",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="bylines"
                    ),
                ),
                ("text", models.CharField(max_length=120, blank=True)),
            ],
            options={
                "verbose_name": "byline",
                "verbose_name_plural": "bylines",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=["story", "author"], name="byline_author_once"),
                    models.UniqueConstraint(
                        fields=["story", "position"], name="byline_position_once"
                    ),
                    models.CheckConstraint(
                        condition=Q(author__isnull=False, text="")
                        | (Q(author__isnull=True) & ~Q(text="")),
                        name="byline_author_or_text",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="story",
            name="authors",
            field=models.ManyToManyField(
                to="articles.author", through="articles.Byline", related_name="stories"
            ),
        ),
    ]
