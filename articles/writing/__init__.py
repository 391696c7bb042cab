"""Create, save, restore and delete: the only writer of working copies."""

from articles.writing.comparable import (
    comparable_copy,
    comparable_revision,
    comparable_version,
    field_names,
)
from articles.writing.create import create
from articles.writing.delete import check_delete, delete
from articles.writing.notes import (
    LONGEST_NOTE,
    MENTION,
    Thread,
    add_note,
    answer_note,
    check_change_note,
    check_delete_note,
    check_resolve_note,
    check_write_notes,
    delete_note,
    edit_note,
    mentioned_in,
    reopen_note,
    resolve_note,
    threads,
)
from articles.writing.presence import leave, stay, who_has_open
from articles.writing.restore import restore_revision, restored_copy
from articles.writing.save import check_save, save
from articles.writing.tags import (
    add_synonym,
    check_add_synonym,
    check_merge_tags,
    check_rename_tag,
    delete_tag,
    merge_tags,
    remove_synonym,
    rename_tag,
)
from articles.writing.workflow import (
    approve,
    make_ready,
    reopen,
    return_to_draft,
    send_back,
    submit,
)

__all__ = [
    "LONGEST_NOTE",
    "MENTION",
    "Thread",
    "add_note",
    "add_synonym",
    "answer_note",
    "approve",
    "check_add_synonym",
    "check_change_note",
    "check_delete",
    "check_delete_note",
    "check_merge_tags",
    "check_rename_tag",
    "check_resolve_note",
    "check_save",
    "check_write_notes",
    "comparable_copy",
    "comparable_revision",
    "comparable_version",
    "create",
    "delete",
    "delete_note",
    "delete_tag",
    "edit_note",
    "field_names",
    "leave",
    "make_ready",
    "mentioned_in",
    "merge_tags",
    "remove_synonym",
    "rename_tag",
    "reopen",
    "reopen_note",
    "resolve_note",
    "restore_revision",
    "restored_copy",
    "return_to_draft",
    "save",
    "send_back",
    "stay",
    "submit",
    "threads",
    "who_has_open",
]
