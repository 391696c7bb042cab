"""The page cache: a page is served from memory only while it is provably current.

Readers' pages change in two ways only: somebody writes, or the clock crosses the start or end of
a published version. `validator` knows both, `page_cache` holds what was built, `cached_pages`
serves it.
"""
