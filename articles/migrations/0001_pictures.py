"""Pictures, and what is made of them."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q, Value

from articles.models import originals

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    initial = True
    # The migrations from before are not there any more. A database that has applied all of them
    # counts these as applied, each by those that it replaces. Each of the others replaces one.
    replaces = [
        ("articles", "0001_initial"),
        ("articles", "0002_related_links_are_frozen"),
        ("articles", "0004_search_text"),
        ("articles", "0005_private_originals"),
        ("articles", "0006_no_erasure"),
        ("articles", "0009_one_tag_a_word"),
        ("articles", "0010_embargo_of_an_update"),
        ("articles", "0016_presence"),
        ("articles", "0019_link_display"),
        ("articles", "0021_link_decision_rules"),
        ("articles", "0023_no_search_text"),
        ("articles", "0025_notices_and_previews"),
        ("articles", "0027_period_rules"),
        ("articles", "0028_suggestions_and_desk_words"),
        ("articles", "0030_picture_rights"),
        ("articles", "0032_front_rules"),
        ("articles", "0033_picture_looks"),
        ("articles", "0034_kept_rows"),
    ]
    # By its old name: where only some of the accounts' old migrations have been applied, Django
    # replaces none of them, finds none of this name, and says so before it does anything.
    dependencies = [("accounts", "0004_user_notice_mail")]

    operations = [
        migrations.CreateModel(
            name="Picture",
            fields=[
                ("id", ID),
                ("image", models.FileField(verbose_name="image", upload_to="", storage=originals)),
                ("width", models.PositiveIntegerField(blank=True, null=True, editable=False)),
                ("height", models.PositiveIntegerField(blank=True, null=True, editable=False)),
                (
                    "alt",
                    models.CharField(
                        verbose_name="alternative text",
                        max_length=300,
                        blank=True,
                        help_text="What the picture shows, for readers who cannot see it. Required for publication.",
                    ),
                ),
                (
                    "caption",
                    models.CharField(
                        verbose_name="caption",
                        max_length=500,
                        blank=True,
                        help_text="Required for publication.",
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        verbose_name="credit",
                        max_length=120,
                        blank=True,
                        help_text="Photographer and agency. Required for publication.",
                    ),
                ),
                ("added_at", models.DateTimeField(verbose_name="added", auto_now_add=True)),
                ("filename", models.CharField(max_length=200, blank=True, editable=False)),
                ("renditions", models.JSONField(default=list, editable=False)),
                ("taken_down_at", models.DateTimeField(blank=True, null=True, editable=False)),
                ("taken_down_reason", models.CharField(max_length=300, blank=True, editable=False)),
                (
                    "added_by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        verbose_name="added by",
                        blank=True,
                        null=True,
                        editable=False,
                        related_name="pictures_added",
                    ),
                ),
                (
                    "copyright",
                    models.CharField(
                        verbose_name="copyright",
                        max_length=300,
                        blank=True,
                        help_text="Who holds the rights, as in “© 2026 Ana Lee”.",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        verbose_name="licence",
                        max_length=200,
                        blank=True,
                        help_text="On which terms the newsroom has it, such as a subscription or CC BY 4.0.",
                    ),
                ),
                (
                    "licence_until",
                    models.DateField(
                        verbose_name="licence ends on",
                        blank=True,
                        null=True,
                        help_text="The last day on which it may be used. After that readers still see it, and you are warned.",
                    ),
                ),
                (
                    "usage_limits",
                    models.CharField(
                        verbose_name="usage limits",
                        max_length=300,
                        blank=True,
                        help_text="What it may not be used for, such as “online only” or “not for archives”.",
                    ),
                ),
                ("focus_x", models.FloatField(default=0.5, editable=False)),
                ("focus_y", models.FloatField(default=0.5, editable=False)),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        fields=["licence_until"],
                        condition=Q(licence_until__isnull=False),
                        name="picture_licence_ends",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(focus_x__range=(0, 1), focus_y__range=(0, 1)),
                        name="picture_focus_inside_picture",
                        violation_error_message="The focal point must lie inside the picture.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PictureLook",
            fields=[
                ("id", ID),
                ("shapes", models.JSONField(default=dict)),
                ("recipe", models.PositiveSmallIntegerField(default=0)),
                (
                    "picture",
                    models.OneToOneField(
                        to="articles.picture", on_delete=models.CASCADE, related_name="look"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["recipe"], name="picture_look_recipe"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PictureCrop",
            fields=[
                ("id", ID),
                (
                    "shape",
                    models.CharField(
                        max_length=4,
                        choices=[("16:9", "16:9"), ("3:2", "3:2"), ("4:3", "4:3"), ("1:1", "1:1")],
                    ),
                ),
                ("x", models.FloatField()),
                ("y", models.FloatField()),
                ("width", models.FloatField()),
                ("height", models.FloatField()),
                (
                    "picture",
                    models.ForeignKey(
                        to="articles.picture", on_delete=models.CASCADE, related_name="crops"
                    ),
                ),
            ],
            options={
                "verbose_name": "crop",
                "verbose_name_plural": "crops",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=["picture", "shape"], name="picture_crop_once_a_shape"
                    ),
                    models.CheckConstraint(
                        condition=Q(shape__in=["16:9", "3:2", "4:3", "1:1"]),
                        name="picture_crop_shape_legal",
                    ),
                    models.CheckConstraint(
                        condition=Q(x__gte=0, y__gte=0, width__gt=0, height__gt=0)
                        & Q(
                            width__lte=Value(1.000001) - F("x"),
                            height__lte=Value(1.000001) - F("y"),
                        ),
                        name="picture_crop_inside_picture",
                        violation_error_message="A crop must lie inside the picture.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PictureFile",
            fields=[
                ("id", ID),
                ("stem", models.CharField(max_length=80, unique=True)),
                ("unused_since", models.DateTimeField(null=True)),
                (
                    "picture",
                    models.ForeignKey(
                        to="articles.picture", on_delete=models.CASCADE, related_name="files"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["unused_since"],
                        condition=Q(unused_since__isnull=False),
                        name="picture_file_unused",
                    ),
                ],
            },
        ),
    ]
