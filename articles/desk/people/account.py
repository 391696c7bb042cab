"""Accounts and their roles: managing editors keep them, and can give no more than a role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import format_time
from articles.desk.change_list import DeskList
from articles.desk.kept_rows import KeptRows
from articles.desk.people.opened import OpenedForm, OpenedRows
from articles.people import ROLES, permissions
from newsroom.accounts.forms import AccountChangeForm, AccountCreationForm
from newsroom.accounts.groups import add_groups
from newsroom.accounts.models import User

if TYPE_CHECKING:
    Accounts = UserAdmin[User]
else:
    Accounts = UserAdmin

Fieldset = tuple[Any, Any]

NAME: Fieldset = (None, {"fields": ("username",)})
PERSON: Fieldset = (_("Person"), {"fields": ("display_name", "email")})
PREFERENCES: Fieldset = (_("Preferences"), {"fields": ("language", "time_zone")})
ACCESS: Fieldset = (_("Access"), {"fields": ("is_active", "groups")})
FULL_ACCESS: Fieldset = (
    _("Access"),
    {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")},
)
DATES: Fieldset = (_("Important dates"), {"fields": ("last_login", "date_joined")})
OPENED: Fieldset = (None, {"fields": ("opened",), "classes": ("hidden",)})
NEW: Fieldset = (
    None,
    {
        "classes": ("wide",),
        "description": _("You choose the role on the next page."),
        "fields": ("username", "display_name", "email", "password1", "password2"),
    },
)


class OpenedAccountForm(OpenedForm, AccountChangeForm):
    """The form of an account, which saves nothing over what somebody else has changed since."""


class AccountAdmin(OpenedRows, DeskList, KeptRows, Accounts):
    """Only superusers see and change superusers, single permissions and groups that are no role.

    An account with a right that a managing editor lacks can be looked at, and not be changed.
    """

    form = OpenedAccountForm
    add_form = AccountCreationForm
    fieldsets = (NAME, PERSON, PREFERENCES, FULL_ACCESS, DATES)
    add_fieldsets = (NEW,)
    # Not Django's, which announces "more user options".
    add_form_template = None
    list_display = ("username", "display_name", "roles", "is_active", "seen_last")
    list_filter = ("is_active", "groups")
    # Not Django's two boxes, which a screen reader cannot name.
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    search_fields = ("username", "display_name", "email")

    @admin.display(description=_("roles"))
    def roles(self, account: User) -> str:
        """Return the names of the account's groups."""
        if account.is_superuser:
            return gettext("Superuser")
        return ", ".join(sorted(group.name for group in account.groups.all()))

    @admin.display(description=_("last log-in"), ordering="last_login")
    def seen_last(self, account: User) -> str:
        """Return when the person logged in last, with the time zone; empty if never."""
        return format_time(account.last_login) if account.last_login else ""

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Return the accounts that this person may see, with their groups."""
        accounts = super().get_queryset(request).prefetch_related("groups")
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Return whether the user may change the account, or some accounts."""
        if obj is None:
            return super().has_change_permission(request)
        return permissions.can_change_account(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Return whether the user may delete the account, which they must be able to change."""
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or permissions.can_change_account(request.user, obj)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Return the fields, without those that only superusers set."""
        if obj is None:
            return super().get_fieldsets(request, obj)
        if not self.has_change_permission(request, obj):
            return (NAME, PERSON, PREFERENCES, ACCESS)
        if not request.user.is_superuser:
            return (NAME, PERSON, PREFERENCES, ACCESS, OPENED)
        return (*super().get_fieldsets(request, obj), OPENED)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the account, and say why if it cannot be changed."""
        account = self.get_object(request, object_id)
        may_change_some = super().has_change_permission(request)
        if account and may_change_some and not self.has_change_permission(request, account):
            messages.warning(
                request,
                gettext(
                    "“%(account)s” has rights that you do not have, so you cannot change this"
                    " account. Ask a superuser."
                )
                % {"account": account},
            )
        return super().change_view(request, object_id, form_url, extra_context)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Return the form field; for groups, it offers managing editors the roles they can give."""
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
            if not request.user.is_superuser:
                kwargs["queryset"] = self._roles_to_give(request)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Let a new account log in to the desk."""
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Keep the groups that a managing editor was not offered."""
        others = list(form.instance.groups.exclude(pk__in=self._roles_to_give(request)))
        super().save_related(request, form, formsets, change)
        if not request.user.is_superuser:
            add_groups(form.instance, others)

    def _roles_to_give(self, request: HttpRequest) -> QuerySet[Group]:
        roles = Group.objects.filter(name__in=ROLES)
        given = permissions.can_give(request.user, roles)
        return roles.filter(pk__in=[role.pk for role in given])
