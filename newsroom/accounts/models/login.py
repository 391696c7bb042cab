"""Log-ins and failed log-ins, as django-axes records them."""

from axes.models import AccessFailureLog, AccessLog
from django.utils.translation import gettext_lazy as _


class Login(AccessLog):  # type: ignore[misc]  # axes has no types
    """One log-in, with the time of the log-out if the person did log out."""

    class Meta:
        proxy = True
        verbose_name = _("log-in")
        verbose_name_plural = _("log-ins")
        default_permissions = ("view",)


class FailedLogin(AccessFailureLog):  # type: ignore[misc]
    """One attempt with a wrong username or password; not recorded while log-ins are throttled."""

    class Meta:
        proxy = True
        verbose_name = _("failed log-in")
        verbose_name_plural = _("failed log-ins")
        default_permissions = ("view",)
