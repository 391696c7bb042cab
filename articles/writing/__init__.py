"""Create, save, restore and delete: the only writer of working copies."""

from articles.writing.comparable import (
    comparable_copy,
    comparable_revision,
    comparable_version,
    field_names,
)
from articles.writing.create import create
from articles.writing.delete import check_delete, delete
from articles.writing.restore import restore_revision, restored_copy
from articles.writing.save import check_save, save
from articles.writing.workflow import approve, make_ready, reopen, send_back, submit

__all__ = [
    "approve",
    "check_delete",
    "check_save",
    "comparable_copy",
    "comparable_revision",
    "comparable_version",
    "create",
    "delete",
    "field_names",
    "make_ready",
    "reopen",
    "restore_revision",
    "restored_copy",
    "save",
    "send_back",
    "submit",
]
