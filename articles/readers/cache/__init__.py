"""The page cache: a page is served from memory only while it is provably current.

Readers' pages change in two ways only: somebody writes, or the clock crosses the start or end of
something. `watcher` asks the database for both, `changes` knows the answer for all threads,
`page_cache` holds what was built, and `door` serves it, before Django.
"""
