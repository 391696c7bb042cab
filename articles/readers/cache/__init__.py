"""What readers' pages are kept by: a page is served from page_cache only while provably current.

Readers' pages change in two ways only: somebody writes, or the clock crosses the start or the
end of an version. `validator` knows both, `memory` holds what was built, `pages` serves it.
"""
