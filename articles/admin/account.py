"""People's accounts, with their roles: kept by chiefs, who can give no more than a role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.roles import ROLES

if TYPE_CHECKING:
    Accounts = UserAdmin[User]
else:
    Accounts = UserAdmin

FIELDSETS = (
    (None, {"fields": ("username", "password")}),
    ("Person", {"fields": ("first_name", "last_name", "email")}),
    ("At the desk", {"fields": ("is_active", "groups")}),
)

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(Accounts):
    """Only superusers see and change superusers, single permissions and other groups."""

    list_display = ("username", "full_name", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")

    @admin.display(description="name", ordering="last_name")
    def full_name(self, account: User) -> str:
        """Give the name of the person."""
        return account.get_full_name()

    @admin.display(description="roles")
    def roles(self, account: User) -> str:
        """Name the account's groups."""
        if account.is_superuser:
            return "everything"
        return ", ".join(sorted(group.name for group in account.groups.all())) or "-"

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Give the accounts that this person may know of, with their groups."""
        accounts = super().get_queryset(request).prefetch_related("groups")
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Leave out what only superusers give."""
        given = super().get_fieldsets(request, obj)
        return FIELDSETS if obj and not request.user.is_superuser else given

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer the newsroom's roles only."""
        if db_field.name == "groups" and not request.user.is_superuser:
            kwargs["queryset"] = Group.objects.filter(name__in=ROLES)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Let a new account log in to the desk."""
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Keep the groups that were not on offer."""
        others = list(form.instance.groups.exclude(name__in=ROLES))
        super().save_related(request, form, formsets, change)
        if not request.user.is_superuser:
            form.instance.groups.add(*others)
