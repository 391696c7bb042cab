"""Accounts, what the desk shows of the log of log-ins, and views that people have saved."""

import django.utils.timezone
from django.conf import settings
from django.contrib.auth.models import UserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import migrations, models
from django.db.models import Q
from django.db.models.functions import Lower

from newsroom.accounts import choices

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    initial = True
    # The migrations from before are not there any more. A database that has applied all of them
    # counts this one as applied.
    replaces = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_user_theme"),
        ("accounts", "0003_saved_view"),
        ("accounts", "0004_user_notice_mail"),
    ]
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("axes", "0010_accessattemptexpiration"),
    ]

    operations = [
        migrations.CreateModel(
            name="FailedLogin",
            fields=[],
            options={
                "verbose_name": "failed log-in",
                "verbose_name_plural": "failed log-ins",
                "proxy": True,
                "default_permissions": ("view",),
            },
            bases=("axes.accessfailurelog",),
        ),
        migrations.CreateModel(
            name="Login",
            fields=[],
            options={
                "verbose_name": "log-in",
                "verbose_name_plural": "log-ins",
                "proxy": True,
                "default_permissions": ("view",),
            },
            bases=("axes.accesslog",),
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", ID),
                ("password", models.CharField(verbose_name="password", max_length=128)),
                (
                    "last_login",
                    models.DateTimeField(verbose_name="last login", blank=True, null=True),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        verbose_name="superuser status",
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        verbose_name="username",
                        max_length=150,
                        unique=True,
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        validators=[UnicodeUsernameValidator()],
                        error_messages={"unique": "A user with that username already exists."},
                    ),
                ),
                (
                    "email",
                    models.EmailField(verbose_name="email address", max_length=254, blank=True),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        verbose_name="staff status",
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        verbose_name="active",
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        verbose_name="date joined", default=django.utils.timezone.now
                    ),
                ),
                (
                    "display_name",
                    models.CharField(
                        verbose_name="display name",
                        max_length=150,
                        blank=True,
                        help_text="The name that colleagues see. Readers see the author’s name instead.",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        verbose_name="language",
                        max_length=10,
                        blank=True,
                        choices=choices.languages,
                        help_text="The language of the desk. Stories are not affected.",
                        error_messages={
                            "invalid_choice": "The interface is not available in “%(value)s”."
                        },
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        verbose_name="time zone",
                        max_length=64,
                        blank=True,
                        choices=choices.time_zones,
                        help_text="Times at the desk are shown, and entered, in this time zone.",
                        error_messages={
                            "invalid_choice": "“%(value)s” is not a known time zone. Use a name such as Europe/Berlin."
                        },
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        to="auth.group",
                        verbose_name="groups",
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        to="auth.permission",
                        verbose_name="user permissions",
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        verbose_name="theme",
                        max_length=5,
                        blank=True,
                        choices=[("", "Same as the device"), ("light", "Light"), ("dark", "Dark")],
                        help_text="Readers’ pages are not affected.",
                    ),
                ),
                (
                    "notice_mail",
                    models.CharField(
                        verbose_name="notices by mail",
                        max_length=10,
                        blank=True,
                        choices=[
                            ("", "None"),
                            ("mentions", "Only when I am mentioned"),
                            ("each", "Each notice"),
                        ],
                        help_text="To the email address of your account, which a managing editor can change.",
                    ),
                ),
            ],
            options={
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
                "constraints": [
                    models.UniqueConstraint(
                        Lower("email"),
                        condition=~Q(email=""),
                        name="user_email_once",
                        violation_error_message="Another account already uses this email address.",
                    ),
                    models.CheckConstraint(
                        condition=Q(theme__in=["", "light", "dark"]), name="user_theme_legal"
                    ),
                    models.CheckConstraint(
                        condition=Q(notice_mail__in=["", "mentions", "each"]),
                        name="user_notice_mail_legal",
                    ),
                ],
            },
            managers=[("objects", UserManager())],
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", ID),
                ("name", models.CharField(verbose_name="name", max_length=60)),
                ("query", models.CharField(max_length=1000)),
                (
                    "person",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.CASCADE,
                        related_name="saved_views",
                    ),
                ),
            ],
            options={
                "verbose_name": "saved view",
                "verbose_name_plural": "saved views",
                "ordering": ["name", "pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=["person", "name"],
                        name="saved_view_name_once_a_person",
                        violation_error_message="You have a view of this name already.",
                    ),
                    models.CheckConstraint(condition=~Q(name=""), name="saved_view_has_name"),
                ],
            },
        ),
    ]
