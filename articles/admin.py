"""Registers the desk with Django's admin."""

import taggit.admin  # noqa: F401 - so that it has registered
from django.contrib import admin
from django.contrib.auth.models import Group
from taggit.models import Tag

from articles import desk
from articles.models import (
    AuditEntry,
    Author,
    Front,
    Notice,
    Picture,
    Place,
    RelatedLink,
    Section,
    Story,
    WireCopy,
)
from newsroom.accounts.models import FailedLogin, Login, User

admin.site.register(Story, desk.StoryAdmin)
admin.site.register(AuditEntry, desk.AuditEntryAdmin)
admin.site.register(Notice, desk.NoticeAdmin)
admin.site.register(RelatedLink, desk.RelatedLinkAdmin)
admin.site.register(WireCopy, desk.WireCopyAdmin)
admin.site.register(Picture, desk.PictureAdmin)
admin.site.register(Front, desk.FrontAdmin)
admin.site.register(Section, desk.SectionAdmin)
admin.site.register(Author, desk.AuthorAdmin)
admin.site.register(Place, desk.PlaceAdmin)
admin.site.register(User, desk.AccountAdmin)
admin.site.register(Login, desk.LoginAdmin)
admin.site.register(FailedLogin, desk.FailedLoginAdmin)

# Django registers its own, which has no limits, when the desk's account page imports it.
admin.site.unregister(Group)
admin.site.register(Group, desk.GroupAdmin)

# Taggit's own page uses developers' terms.
admin.site.unregister(Tag)
admin.site.register(Tag, desk.TagAdmin)
