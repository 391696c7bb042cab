"""Who has which permission, asked once."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import Q


class Backend(ModelBackend):
    """Django's own, which asks for an account's permissions and those of its groups by turns."""

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """Return all permissions of an active account, as app.codename, in one query."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "all_permissions"):
            held = Permission.objects.order_by()
            if not user_obj.is_superuser:
                held = held.filter(Q(user=user_obj) | Q(group__user=user_obj)).distinct()
            rows = held.values_list("content_type__app_label", "codename")
            user_obj.all_permissions = {f"{label}.{codename}" for label, codename in rows}
        found: set[str] = user_obj.all_permissions
        return found
