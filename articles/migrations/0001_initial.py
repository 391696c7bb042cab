import django.db.models.deletion
import taggit.managers
from django.conf import settings
from django.db import migrations, models

from articles.database import (
    install_cache_triggers,
    install_rules,
    remove_cache_triggers,
    remove_rules,
)
from articles.people import install_roles, remove_roles


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dateline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("date", models.CharField(blank=True, max_length=60)),
                ("agency", models.CharField(blank=True, max_length=80)),
            ],
            options={
                "verbose_name": "dateline",
                "verbose_name_plural": "datelines",
            },
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "image",
                    models.ImageField(
                        height_field="height",
                        upload_to="pictures/%Y/%m",
                        verbose_name="image",
                        width_field="width",
                    ),
                ),
                ("width", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("height", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("focal_point", models.CharField(default="0.5x0.5", max_length=20)),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for readers who cannot see it. Required for publication.",
                        max_length=300,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "caption",
                    models.CharField(
                        blank=True,
                        help_text="Required for publication.",
                        max_length=500,
                        verbose_name="caption",
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        help_text="Photographer and agency. Required for publication.",
                        max_length=120,
                        verbose_name="credit",
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As readers see it in the byline.",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        help_text="The account that writes under this name, if there is one.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="author",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Byline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bylines",
                        to="articles.author",
                    ),
                ),
            ],
            options={
                "verbose_name": "byline",
                "verbose_name_plural": "bylines",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="CacheVersion",
            fields=[
                ("id", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="cache_version_is_one_row"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DatelinePlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "dateline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="articles.dateline",
                    ),
                ),
            ],
            options={
                "verbose_name": "place of a dateline",
                "verbose_name_plural": "places of datelines",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As wire copy prints it. Capitals do not matter.",
                        max_length=100,
                        verbose_name="name",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("name",),
                        name="place_name_once",
                        violation_error_message="This place is on the list already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="place_has_name",
                        violation_error_message="A place needs a name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True, max_length=60, unique=True, verbose_name="slug"
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Sections with a lower number are listed first.",
                        verbose_name="position",
                    ),
                ),
            ],
            options={
                "verbose_name": "section",
                "verbose_name_plural": "sections",
                "ordering": ["position", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("name",),
                        name="section_name_once",
                        violation_error_message="There is a section with this name already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="section_has_name",
                        violation_error_message="A section needs a name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("headline", models.CharField(max_length=300, verbose_name="headline")),
                ("headline_key", models.CharField(editable=False, max_length=300)),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        help_text="The last part of the page’s URL. If empty, it is made from the headline.",
                        max_length=120,
                        verbose_name="slug",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="One paragraph. Readers see it in lists, in search results and in feeds too.",
                        verbose_name="summary",
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="body")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("changed_at", models.DateTimeField(editable=False)),
                (
                    "authors",
                    models.ManyToManyField(
                        related_name="stories", through="articles.Byline", to="articles.author"
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stories_changed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stories_created",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lead_picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="led_stories",
                        to="articles.picture",
                        verbose_name="lead picture",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stories",
                        to="articles.section",
                        verbose_name="section",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True,
                        help_text="Separate tags with commas.",
                        through="taggit.TaggedItem",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
            ],
            options={
                "verbose_name": "story",
                "verbose_name_plural": "stories",
                "ordering": ["-changed_at", "-pk"],
                "permissions": [
                    ("approve_story", "Can approve stories and send them back"),
                    ("publish_story", "Can publish, schedule and withdraw stories"),
                ],
            },
        ),
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
                ("schema", models.PositiveSmallIntegerField()),
                ("data", models.BinaryField()),
                (
                    "base",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="dependents",
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
                "verbose_name": "revision",
                "verbose_name_plural": "revisions",
                "ordering": ["-number"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="RelatedLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(blank=True, editable=False, max_length=32)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("label", models.CharField(blank=True, max_length=60, verbose_name="label")),
                (
                    "headline",
                    models.CharField(
                        blank=True,
                        help_text="What readers see. If empty, the headline of the story.",
                        max_length=500,
                        verbose_name="text",
                    ),
                ),
                ("headline_key", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        help_text="A page on another site, if it is not one of our stories.",
                        max_length=500,
                        verbose_name="external URL",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting for its story"),
                            ("suggested", "suggested"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                        ],
                        default="suggested",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "score",
                    models.FloatField(
                        blank=True,
                        help_text="How similar the headlines are: 100 is identical.",
                        null=True,
                        verbose_name="score",
                    ),
                ),
                ("suggested_at", models.DateTimeField(auto_now_add=True, verbose_name="suggested")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decided_links",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "suggested_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggested_links",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="suggested by",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related_links",
                        to="articles.story",
                        verbose_name="story",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="linked_from",
                        to="articles.story",
                        verbose_name="story",
                    ),
                ),
            ],
            options={
                "verbose_name": "related link",
                "verbose_name_plural": "related links",
                "ordering": ["position", "pk"],
                "permissions": [("moderate_relatedlink", "Can decide on related links")],
            },
        ),
        migrations.CreateModel(
            name="PullQuote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=32)),
                ("words", models.TextField()),
                ("speaker", models.CharField(blank=True, max_length=200)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pull_quotes",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "pull quote",
                "verbose_name_plural": "pull quotes",
            },
        ),
        migrations.CreateModel(
            name="PublishedVersion",
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
                        choices=[("story", "story"), ("withdrawal", "withdrawal notice")],
                        default="story",
                        max_length=10,
                    ),
                ),
                (
                    "change",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("first", "first publication"),
                            ("minor", "minor change"),
                            ("update", "update"),
                            ("correction", "correction"),
                        ],
                        max_length=10,
                    ),
                ),
                ("slug", models.SlugField(allow_unicode=True, max_length=120)),
                ("headline", models.CharField(max_length=300)),
                ("summary", models.TextField(blank=True)),
                ("content", models.JSONField(default=dict)),
                ("body_html", models.TextField(blank=True)),
                ("public_note", models.TextField(blank=True)),
                ("published_at", models.DateTimeField()),
                ("modified_at", models.DateTimeField(blank=True, null=True)),
                ("visible_from", models.DateTimeField()),
                ("visible_until", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_versions_made",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_versions",
                        to="articles.picture",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_versions",
                        to="articles.section",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_versions",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "published version",
                "verbose_name_plural": "published versions",
                "ordering": ["-visible_from", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=32)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="articles.picture",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "figure",
                "verbose_name_plural": "figures",
            },
        ),
        migrations.CreateModel(
            name="Embargo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("until", models.DateTimeField()),
                ("set_at", models.DateTimeField()),
                (
                    "story",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="embargo",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "embargo",
                "verbose_name_plural": "embargoes",
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="dateline",
            name="story",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="dateline",
                to="articles.story",
            ),
        ),
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
                        verbose_name="kind",
                    ),
                ),
                ("text", models.TextField(verbose_name="text")),
                ("at", models.DateTimeField()),
                ("retracted_at", models.DateTimeField(blank=True, null=True)),
                ("retraction_reason", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "retracted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections_retracted",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="articles.publishedversion",
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
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="byline",
            name="story",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="bylines",
                to="articles.story",
            ),
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("headline", models.CharField(max_length=300, verbose_name="headline")),
                ("action", models.CharField(max_length=40, verbose_name="action")),
                ("at", models.DateTimeField()),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                        ],
                        max_length=10,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                        ],
                        max_length=10,
                        verbose_name="to",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("detail", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audit_entries",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit_log",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "audit log entry",
                "verbose_name_plural": "audit log",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="WireCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.BinaryField()),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="SHA-256")),
                (
                    "name",
                    models.CharField(
                        help_text="The name of the file, or “pasted”.",
                        max_length=255,
                        verbose_name="name",
                    ),
                ),
                ("headline", models.CharField(max_length=300, verbose_name="headline")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("created", "became a new story"),
                            ("offered", "offered as an update of a story"),
                            ("accepted", "accepted into its story"),
                        ],
                        max_length=10,
                        verbose_name="result",
                    ),
                ),
                ("report", models.JSONField(default=dict)),
                ("received_at", models.DateTimeField(verbose_name="received")),
                (
                    "received_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wire_copies",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="wire_copies",
                        to="articles.story",
                        verbose_name="story",
                    ),
                ),
            ],
            options={
                "verbose_name": "wire copy",
                "verbose_name_plural": "wire copy",
                "ordering": ["-received_at", "-pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="author",
            constraint=models.UniqueConstraint(
                fields=("name",),
                name="author_name_once",
                violation_error_message="There is an author with this name already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="author",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="author_has_name",
                violation_error_message="An author needs a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="datelineplace",
            constraint=models.UniqueConstraint(
                fields=("dateline", "position"), name="dateline_place_position_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="datelineplace",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="dateline_place_has_name",
                violation_error_message="A place of a dateline needs a name.",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(fields=["-changed_at", "-id"], name="story_newest_change"),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(fields=["headline_key"], name="story_headline_key"),
        ),
        migrations.AddConstraint(
            model_name="story",
            constraint=models.UniqueConstraint(
                fields=("slug",),
                name="story_slug_once_a_site",
                violation_error_message="Another story has this slug. Choose another one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="story",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "in_review", "ready"])),
                name="story_state_legal",
            ),
        ),
        migrations.AddConstraint(
            model_name="story",
            constraint=models.CheckConstraint(
                condition=models.Q(("headline", ""), _negated=True),
                name="story_has_headline",
                violation_error_message="A story needs a headline.",
            ),
        ),
        migrations.AddConstraint(
            model_name="story",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug", ""), _negated=True), name="story_has_slug"
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(
                fields=("story", "number"), name="revision_number_once_a_story"
            ),
        ),
        migrations.AddIndex(
            model_name="relatedlink",
            index=models.Index(fields=["headline_key"], name="related_link_headline_key"),
        ),
        migrations.AddIndex(
            model_name="relatedlink",
            index=models.Index(fields=["state", "-suggested_at"], name="related_link_state"),
        ),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("story", "key"),
                name="related_link_key_once_a_story",
            ),
        ),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("key__length__gte", 8),
                    models.Q(("key", ""), models.Q(("state", "waiting"), _negated=True)),
                    _connector="OR",
                ),
                name="related_link_inline_has_key",
            ),
        ),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "suggested", "approved", "rejected"])),
                name="related_link_state_legal",
            ),
        ),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "waiting"),
                        ("target__isnull", True),
                        ("url", ""),
                        models.Q(("headline", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "waiting"), _negated=True),
                        models.Q(
                            models.Q(("target__isnull", False), ("url", "")),
                            models.Q(
                                ("target__isnull", True), models.Q(("url", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="related_link_one_target",
                violation_error_message="Choose either a story or an external URL, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("target", models.F("story")), _negated=True),
                    ("target__isnull", True),
                    _connector="OR",
                ),
                name="related_link_not_own_story",
                violation_error_message="A story cannot be related to itself. Choose another one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ["approved", "rejected"]),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    models.Q(
                        models.Q(("state__in", ["approved", "rejected"]), _negated=True),
                        ("decided_at__isnull", True),
                        ("decided_by__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="related_link_decided_by_whom_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("url", ""),
                    ("url__startswith", "https://"),
                    ("url__startswith", "http://"),
                    _connector="OR",
                ),
                name="related_link_url_is_web",
                violation_error_message="A URL begins with https:// or http://.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pullquote",
            constraint=models.UniqueConstraint(
                fields=("story", "key"), name="pull_quote_key_once_a_story"
            ),
        ),
        migrations.AddConstraint(
            model_name="pullquote",
            constraint=models.CheckConstraint(
                condition=models.Q(("key__length__gte", 8)), name="pull_quote_has_key"
            ),
        ),
        migrations.AddIndex(
            model_name="publishedversion",
            index=models.Index(fields=["slug", "visible_from"], name="published_version_slug"),
        ),
        migrations.AddIndex(
            model_name="publishedversion",
            index=models.Index(fields=["story", "visible_from"], name="published_version_story"),
        ),
        migrations.AddIndex(
            model_name="publishedversion",
            index=models.Index(
                fields=["-published_at", "-id", "kind", "visible_from", "visible_until"],
                name="published_version_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="publishedversion",
            index=models.Index(fields=["visible_from"], name="published_version_starts"),
        ),
        migrations.AddIndex(
            model_name="publishedversion",
            index=models.Index(fields=["visible_until"], name="published_version_ends"),
        ),
        migrations.AddConstraint(
            model_name="publishedversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["story", "withdrawal"])),
                name="published_version_kind_legal",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("change__in", ["first", "minor", "update", "correction"]),
                        ("kind", "story"),
                    ),
                    models.Q(("change", ""), ("kind", "withdrawal")),
                    _connector="OR",
                ),
                name="published_version_change_legal",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("change", "first"), _negated=True),
                    models.Q(
                        ("modified_at__isnull", True), ("published_at", models.F("visible_from"))
                    ),
                    _connector="OR",
                ),
                name="published_version_first_is_unmodified",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("visible_until__isnull", True),
                    ("visible_until__gte", models.F("visible_from")),
                    _connector="OR",
                ),
                name="published_version_ends_after_it_starts",
                violation_error_message="A published version cannot end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug", ""), _negated=True), name="published_version_has_slug"
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("modified_at__isnull", True),
                    ("modified_at__gte", models.F("published_at")),
                    _connector="OR",
                ),
                name="published_version_modified_after_published",
                violation_error_message="A story cannot be modified before it is published.",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.UniqueConstraint(
                fields=("story", "key"), name="figure_key_once_a_story"
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(("key__length__gte", 8)), name="figure_has_key"
            ),
        ),
        migrations.AddConstraint(
            model_name="embargo",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gt", models.F("set_at"))),
                name="embargo_ends_after_it_was_set",
                violation_error_message="An embargo must end after it was set.",
            ),
        ),
        migrations.AddIndex(
            model_name="correction",
            index=models.Index(fields=["-at", "-id"], name="correction_newest"),
        ),
        migrations.AddIndex(
            model_name="correction",
            index=models.Index(fields=["story", "at"], name="correction_story"),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["correction", "clarification", "update", "editors_note"])
                ),
                name="correction_kind_legal",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="correction_has_text"
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("retracted_at", None), ("retracted_by", None), ("retraction_reason", "")
                    ),
                    models.Q(
                        ("retracted_at__isnull", False),
                        ("retracted_by__isnull", False),
                        models.Q(("retraction_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="correction_retraction_complete",
            ),
        ),
        migrations.AddConstraint(
            model_name="byline",
            constraint=models.UniqueConstraint(
                fields=("story", "author"), name="byline_author_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="byline",
            constraint=models.UniqueConstraint(
                fields=("story", "position"), name="byline_position_once"
            ),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(fields=["story", "-at"], name="audit_entry_story"),
        ),
        migrations.AddConstraint(
            model_name="auditentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("action", ""), _negated=True), name="audit_entry_has_action"
            ),
        ),
        migrations.AddConstraint(
            model_name="wirecopy",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["created", "offered", "accepted"])),
                name="wire_copy_outcome_legal",
            ),
        ),
        # What no column constraint can hold, and what makes cached pages stale.
        migrations.RunPython(install_rules, remove_rules),
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
        # Last: PostgreSQL alters no table that waits for a check at the end of the transaction.
        migrations.RunPython(install_roles, remove_roles),
    ]
