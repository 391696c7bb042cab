"""Registers the desk with Django's admin."""

import taggit.admin  # noqa: F401 - so that it has registered
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles import desk
from articles.models import (
    AuditEntry,
    Author,
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
admin.site.register(RelatedLink, desk.RelatedLinkAdmin)
admin.site.register(WireCopy, desk.WireCopyAdmin)
admin.site.register(Picture, desk.PictureAdmin)
admin.site.register(Section, desk.SectionAdmin)
admin.site.register(Author, desk.AuthorAdmin)
admin.site.register(Place, desk.PlaceAdmin)
admin.site.register(User, desk.AccountAdmin)
admin.site.register(Login, desk.LoginAdmin)
admin.site.register(FailedLogin, desk.FailedLoginAdmin)

# Tags are written in the story; a page of their own would be Taggit's, in a developer's words.
admin.site.unregister(Tag)

admin.site.site_header = _("Newsroom")
admin.site.site_title = _("Newsroom")
admin.site.index_title = _("Newsroom desk")
