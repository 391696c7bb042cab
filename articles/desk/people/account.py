"""Accounts and their roles: managing editors keep them, and can give no more than a role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.people import ROLES
from newsroom.accounts.forms import AccountChangeForm, AccountCreationForm
from newsroom.accounts.groups import add_groups
from newsroom.accounts.models import User

if TYPE_CHECKING:
    Accounts = UserAdmin[User]
else:
    Accounts = UserAdmin

Fieldset = tuple[Any, Any]

ACCOUNT: Fieldset = (None, {"fields": ("username", "password")})
PERSON: Fieldset = (_("Person"), {"fields": ("display_name", "email")})
PREFERENCES: Fieldset = (_("Preferences"), {"fields": ("language", "time_zone")})
ACCESS: Fieldset = (_("Access"), {"fields": ("is_active", "groups")})
FULL_ACCESS: Fieldset = (
    _("Access"),
    {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")},
)
DATES: Fieldset = (_("Important dates"), {"fields": ("last_login", "date_joined")})
NEW: Fieldset = (
    None,
    {
        "classes": ("wide",),
        "fields": ("username", "display_name", "email", "password1", "password2"),
    },
)


class AccountAdmin(Accounts):
    """Only superusers see and change superusers, single permissions and groups that are no role."""

    form = AccountChangeForm
    add_form = AccountCreationForm
    fieldsets = (ACCOUNT, PERSON, PREFERENCES, FULL_ACCESS, DATES)
    add_fieldsets = (NEW,)
    list_display = ("username", "display_name", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "display_name", "email")

    @admin.display(description=_("roles"))
    def roles(self, account: User) -> str:
        """Return the names of the account's groups."""
        if account.is_superuser:
            return gettext("Superuser")
        return ", ".join(sorted(group.name for group in account.groups.all())) or "-"

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Return the accounts that this person may see, with their groups."""
        accounts = super().get_queryset(request).prefetch_related("groups")
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Return the fields, without those that only superusers set."""
        if obj and not request.user.is_superuser:
            return (ACCOUNT, PERSON, PREFERENCES, ACCESS)
        return super().get_fieldsets(request, obj)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Return the form field; for groups, it offers managing editors the newsroom's roles."""
        if db_field.name == "groups" and not request.user.is_superuser:
            kwargs["queryset"] = Group.objects.filter(name__in=ROLES)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Let a new account log in to the desk."""
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Keep the groups that a managing editor was not offered."""
        others = list(form.instance.groups.exclude(name__in=ROLES))
        super().save_related(request, form, formsets, change)
        if not request.user.is_superuser:
            add_groups(form.instance, others)
