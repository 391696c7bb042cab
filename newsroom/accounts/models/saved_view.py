from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.models.user import User


class SavedView(models.Model):
    """A list of the desk as its owner wants to see it again; nobody else sees it."""

    person = models.ForeignKey(User, models.CASCADE, related_name="saved_views")
    name = models.CharField(_("name"), max_length=60)
    #: The query string of the list: its tab, its filters and its search.
    query = models.CharField(max_length=1000)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        default_permissions = ()
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "name"],
                name="saved_view_name_once_a_person",
                violation_error_message=_("You have a view of this name already."),
            ),
            models.CheckConstraint(condition=~Q(name=""), name="saved_view_has_name"),
        ]

    def __str__(self) -> str:
        return self.name
