"""Log-ins and failed ones, as django-axes writes them down."""

from axes.models import AccessFailureLog, AccessLog


class Login(AccessLog):  # type: ignore[misc]  # axes has no types
    """Somebody logged in; and when out again, if by the button or by the end of the session."""

    class Meta:
        proxy = True
        verbose_name = "log-in"
        verbose_name_plural = "log-ins"
        default_permissions = ("view",)


class FailedLogin(AccessFailureLog):  # type: ignore[misc]
    """Somebody tried a wrong name or password; not noted while the log-in is throttled."""

    class Meta:
        proxy = True
        verbose_name = "failed log-in"
        verbose_name_plural = "failed log-ins"
        default_permissions = ("view",)
