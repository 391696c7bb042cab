"""The keys of the change log: what a write changes, and what a page depends on.

A key is the name of a table, or stands for all that readers see of one story: its published
versions, links, corrections and live entries, and slug and headline of the stories to which it
links.
"""

#: A test asks each public URL which tables it reads, and fails if one is missing here.
TABLES = (
    "articles_authorperiod",
    "articles_correction",
    "articles_entryversion",
    "articles_formerslug",
    "articles_linkdecision",
    "articles_livecoverage",
    "articles_picturelook",
    "articles_publishedversion",
    "articles_sectionperiod",
    "articles_term",
)
#: What is read of these about one story changes with the key of this story.
OF_STORIES = frozenset(
    {
        "articles_correction",
        "articles_entryversion",
        "articles_linkdecision",
        "articles_livecoverage",
        "articles_picturelook",
        "articles_publishedversion",
    }
)
#: What readers' pages read in place of LINKS before decisions on links were periods.
FORMER_LINKS = "articles_relatedlink"
LINKS = "articles_linkdecision"
LOOKS = "articles_picturelook"
#: What they read before there were periods of it, with the table that they read since.
FORMER_TABLES = {
    FORMER_LINKS: LINKS,
    "articles_author": "articles_authorperiod",
    "articles_picture": "articles_authorperiod",
    "articles_section": "articles_sectionperiod",
}
#: Logged when nothing says which rows a statement takes away: TRUNCATE, and REPLACE on SQLite.
EVERYTHING = "everything"

_OF_STORY = "SELECT 'story:' || {row}.story_id"
_OF_LINKING = (
    "SELECT 'story:' || link.story_id FROM {links} link WHERE link.target_id = {row}.story_id"
)
#: Stories that show a picture, in any version, and those with links to one that it leads.
_OF_PICTURE = (
    "SELECT 'story:' || version.story_id FROM articles_publishedversion version"
    " WHERE version.picture_id = {row}.picture_id"
)
_OF_FIGURES = (
    "SELECT 'story:' || figure.story_id FROM articles_figure figure"
    " WHERE figure.picture_id = {row}.picture_id"
)
_OF_LINKING_TO_PICTURE = (
    "SELECT 'story:' || link.story_id FROM {links} link"
    " JOIN articles_publishedversion version ON version.story_id = link.target_id"
    " WHERE version.picture_id = {row}.picture_id"
)
_KEYS: dict[str, tuple[str, ...]] = {
    "articles_author": (),
    "articles_authorperiod": (),
    "articles_correction": (_OF_STORY,),
    "articles_entryversion": (_OF_STORY,),
    "articles_formerslug": (),
    "articles_picture": (),
    "articles_publishedversion": (_OF_STORY, _OF_LINKING),
    FORMER_LINKS: (_OF_STORY,),
    LINKS: (_OF_STORY,),
    LOOKS: (_OF_PICTURE, _OF_FIGURES, _OF_LINKING_TO_PICTURE),
    "articles_livecoverage": (_OF_STORY,),
    "articles_section": (),
    "articles_sectionperiod": (),
    "articles_term": (),
}
_CROSSED = "SELECT '{table}', {story} FROM {table} WHERE {column} > %s AND {column} <= %s"
_CROSSED_LINKS = (
    "SELECT 'articles_linkdecision', link.story_id FROM articles_linkdecision link"
    " JOIN {table} target ON target.story_id = link.target_id"
    " WHERE target.{column} > %s AND target.{column} <= %s"
)

# What belongs to a story shows once the story has a version: writing that renews the page too.
_WITH_VERSION = (
    "EXISTS (SELECT 1 FROM articles_publishedversion version"
    " WHERE version.story_id = {row}.story_id{more})"
)
# A picture that is uploaded gets its look before a story has it.
_USED = (
    "EXISTS (SELECT 1 FROM articles_publishedversion version"
    " WHERE version.picture_id = {row}.picture_id)"
    " OR EXISTS (SELECT 1 FROM articles_figure figure"
    " WHERE figure.picture_id = {row}.picture_id)"
    " OR EXISTS (SELECT 1 FROM articles_author author"
    " WHERE author.portrait_id = {row}.picture_id)"
)
# An inline link shows where a version has its place, and any other in each version.
_HAS_PLACE = " AND ({row}.key = '' OR {within}(version.body_html, {row}.key) > 0)"
_SHOWN = {
    LINKS: _WITH_VERSION.replace("{more}", _HAS_PLACE),
    LOOKS: _USED,
    "articles_entryversion": _WITH_VERSION.replace("{more}", ""),
    "articles_livecoverage": _WITH_VERSION.replace("{more}", ""),
}


def story_key(story: int) -> str:
    """Return the key of the story with this primary key."""
    return f"story:{story}"


def changed_keys(table: str, rows: tuple[str, ...], links: str = LINKS) -> str:
    """Return SQL for the keys that a write to the table changes; `rows` are of OLD and NEW.

    `links` is the table of links.
    """
    of_rows = (part.format(row=row, links=links) for row in rows for part in _KEYS[table])
    return " UNION ".join((f"SELECT '{table}' AS key", *of_rows))


def moments_keys(moments: tuple[tuple[str, str], ...]) -> str:
    """Return SQL for the keys that change as the clock goes from one time to another.

    Each comes as a table and a story, 0 where it is of none. `moments` are tables and their columns
    with times. It takes both times once for each column, and again for those of published versions.
    """
    return " UNION ".join(
        part.format(table=table, column=column, story="story_id" if table in OF_STORIES else 0)
        for table, column in moments
        for part in (_CROSSED, _CROSSED_LINKS)
        if part is _CROSSED or _OF_LINKING in _KEYS[table]
    )


def shows(table: str, rows: tuple[str, ...], *, within: str) -> str:
    """Return the SQL condition under which readers can see a write; "" if it is always met.

    `within` is the function that finds a text in another one.
    """
    if table not in _SHOWN:
        return ""
    return " OR ".join(_SHOWN[table].format(row=row, within=within) for row in rows)
