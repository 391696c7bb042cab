"""The newsroom's desk, in Django's admin: one folder a job."""

from articles.desk.frontpage.front import FrontAdmin
from articles.desk.history.audit_log import AuditEntryAdmin
from articles.desk.links.related_link import RelatedLinkAdmin
from articles.desk.notices.notice import NoticeAdmin
from articles.desk.people.account import AccountAdmin
from articles.desk.people.author import AuthorAdmin
from articles.desk.people.group import GroupAdmin
from articles.desk.people.login import FailedLoginAdmin, LoginAdmin
from articles.desk.people.section import SectionAdmin
from articles.desk.people.tag import TagAdmin
from articles.desk.pictures.picture import PictureAdmin
from articles.desk.story.story import StoryAdmin
from articles.desk.wire.place import PlaceAdmin
from articles.desk.wire.wire_copy import WireCopyAdmin

__all__ = [
    "AccountAdmin",
    "AuditEntryAdmin",
    "AuthorAdmin",
    "FailedLoginAdmin",
    "FrontAdmin",
    "GroupAdmin",
    "LoginAdmin",
    "NoticeAdmin",
    "PictureAdmin",
    "PlaceAdmin",
    "RelatedLinkAdmin",
    "SectionAdmin",
    "StoryAdmin",
    "TagAdmin",
    "WireCopyAdmin",
]
