"""The house as data: its rooms in order, what each may do, and who writes which table."""

#: A room imports only from rooms before it. A name without a folder is a planned room.
ROOMS = (
    "text",
    "core",
    "database",
    "body",
    "comparison",
    "models",
    "people",
    "stories",
    "pictures",
    "search",
    "links",
    "embeds",
    "publishing",
    "writing",
    "wire",
    "importers",
    "frontpage",
    "live",
    "demo",
    "readers",
    "syndication",
    "previews",
    "desk",
)
#: Django wants these folders. They are no rooms; they import from any room but the last.
BESIDE = frozenset({"management", "migrations", "templatetags"})
#: The files in `articles/` itself.
DOORS = frozenset({"__init__", "admin", "apps", "urls"})
LAST = ROOMS[-1]
#: The only module that imports the last room.
OPENS_LAST = "articles.admin"

#: Packages that know no Django, so that they can be read, tested and used on their own.
PURE = (
    *("articles.text", "articles.body", "articles.comparison"),
    *("articles.search.analysis", "articles.wire.parse"),
)
#: Module of a pure package: what it may import all the same. django-prose-editor's list of what
#: the editor can write is data, but reading it loads Django's settings module (which then
#: reads no settings) and some of `django.utils`.
ALLOWED = {"articles.body.extensions": "django_prose_editor.config"}

#: Rooms that read: they call nothing that writes, in whichever room it is.
READING = ("readers", "syndication")

#: The one module that asks Django for permissions.
PERMISSIONS = "articles.people.permissions"

#: The files that use what is not public in a library: each says why, and names this test.
PRIVATE_APIS = {
    "articles.database.prepared": "tests/database/test_prepared.py",
    "articles.desk.pictures.picture": "tests/desk/pictures/test_upload.py",
    "articles.people.roles": "tests/people/test_roles.py",
    "articles.pictures.pieces": "tests/pictures/test_limits.py",
    "articles.readers.cache.cache_key": "tests/readers/cache/test_door.py",
    "articles.readers.cache.readers_middleware": "tests/readers/cache/test_readers_middleware.py",
    "newsroom.accounts.anonymous_bodies": "tests/project/test_serve.py",
    "newsroom.encoding": "tests/project/test_encoding.py",
}

#: Which room writes the table of a model.
WRITERS = {
    "Story": "writing",
    "Revision": "writing",
    "Presence": "writing",
    "Byline": "writing",
    "Note": "writing",
    "StoryWords": "search",
    "VersionWords": "search",
    "NoteWords": "search",
    "WireWords": "search",
    "EntryWords": "search",
    "EntryVersionWords": "search",
    "VocabularyWord": "search",
    "Dateline": "writing",
    "DatelinePlace": "writing",
    "PullQuote": "writing",
    "Figure": "writing",
    "Tag": "writing",
    "TaggedItem": "writing",
    "PublishedVersion": "publishing",
    "Term": "publishing",
    "FormerSlug": "publishing",
    "Section": "publishing",
    "SectionPeriod": "publishing",
    "Author": "publishing",
    "AuthorPeriod": "publishing",
    "Correction": "publishing",
    "LiveCoverage": "live",
    "LiveEntry": "live",
    "EntryVersion": "live",
    "Embargo": "publishing",
    "RelatedLink": "links",
    "LinkDecision": "links",
    "LinkedPage": "links",
    "LinkSuggestion": "links",
    "AuditEntry": "stories",
    "LastAction": "stories",
    "Notice": "stories",
    "PreviewLink": "previews",
    "PreviewUse": "previews",
    "WireCopy": "wire",
    "Picture": "pictures",
    "PictureCrop": "pictures",
    "PictureFile": "pictures",
    "PictureLook": "pictures",
    "Place": "desk",
    "Group": "people",
    "User": "accounts",
    "Front": "frontpage",
    "FrontSlot": "frontpage",
    "BreakingNews": "frontpage",
    "SavedView": "desk",
    "Login": "accounts",
    "FailedLogin": "accounts",
    "Session": "accounts",
    # Of django-tasks-db.
    "DBTaskResult": "newsroom",
    # Triggers write it, see `database`.
    "CacheChange": "",
    "CacheVersion": "",
}
#: The verbs by which django-tasks writes a task, for any room that may write at all.
ENQUEUES = frozenset({"enqueue", "aenqueue"})
#: Tables without a verb of their own, of which the demo newsroom brings rows.
FILLED_BY_DEMO = frozenset({"Place"})
#: What `newsroom.accounts` offers: modules, as Django imports an app before there are models.
ACCOUNTS_OFFER = frozenset(
    {
        "at_desk",
        "client_ip",
        "create_account",
        "forms",
        "models",
        "own_settings",
        "preferences",
        "save_account",
        "turns",
        "typed",
        "visible",
    }
)
#: The room that sends SQL of its own which writes.
WRITES_SQL = "database"

#: Python files in a folder: as many as a person takes in at a glance.
MOST_FILES = 24
#: Nine files of ten have fewer lines.
MOST_LINES = 200
