"""Accounts, and the log of who logged in."""

from newsroom.accounts.models.login import FailedLogin, Login
from newsroom.accounts.models.saved_view import SavedView
from newsroom.accounts.models.user import User

__all__ = ["FailedLogin", "Login", "SavedView", "User"]
