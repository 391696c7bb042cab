"""Previews for outsiders: a signed link to one revision, which expires and can be revoked."""

from articles.previews.revoke import check_revoke_preview, revoke_preview
from articles.previews.share import LONGEST_DAYS, check_share_preview, share_preview
from articles.previews.token import preview_url
from articles.previews.view import preview, preview_picture

__all__ = [
    "LONGEST_DAYS",
    "check_revoke_preview",
    "check_share_preview",
    "preview",
    "preview_picture",
    "preview_url",
    "revoke_preview",
    "share_preview",
]
