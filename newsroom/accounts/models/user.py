from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.choices import NoticeMail, Theme, languages, time_zones
from newsroom.accounts.visible import one_form


class User(AbstractUser):
    """An account at the newsroom desk. The byline that its owner writes under is `user.author`."""

    first_name = None  # type: ignore[assignment]  # one field holds the whole name
    last_name = None  # type: ignore[assignment]
    display_name = models.CharField(
        _("display name"),
        max_length=150,
        blank=True,
        help_text=_("The name that colleagues see. Readers see the author’s name instead."),
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        blank=True,
        choices=languages,
        error_messages={
            "invalid_choice": _("The interface is not available in “%(value)s”."),
        },
        help_text=_("The language of the desk. Stories are not affected."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        choices=time_zones,
        error_messages={
            "invalid_choice": _(
                "“%(value)s” is not a known time zone. Use a name such as Europe/Berlin."
            ),
        },
        help_text=_("Times at the desk are shown, and entered, in this time zone."),
    )
    theme = models.CharField(
        _("theme"),
        max_length=5,
        blank=True,
        choices=Theme,
        help_text=_("Readers’ pages are not affected."),
    )
    notice_mail = models.CharField(
        _("notices by mail"),
        max_length=10,
        blank=True,
        choices=NoticeMail,
        help_text=_("To the email address of your account, which a managing editor can change."),
    )

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="user_email_once",
                violation_error_message=_("Another account already uses this email address."),
            ),
            models.CheckConstraint(condition=Q(theme__in=Theme.values), name="user_theme_legal"),
            models.CheckConstraint(
                condition=Q(notice_mail__in=NoticeMail.values), name="user_notice_mail_legal"
            ),
        ]

    def __str__(self) -> str:
        return self.username

    def clean(self) -> None:
        """Keep only what people can see of the display name."""
        super().clean()
        self.display_name = one_form(self.display_name)

    def get_full_name(self) -> str:
        """Return the display name, which may be empty."""
        return self.display_name

    def wants_mail(self, *, mention: bool) -> bool:
        """Return whether the person wants notices by mail, or those in which they are mentioned."""
        wanted = {NoticeMail.EACH, NoticeMail.MENTIONS} if mention else {NoticeMail.EACH}
        return bool(self.email) and self.notice_mail in wanted

    def get_short_name(self) -> str:
        """Return the display name: it has no shorter form."""
        return self.display_name
