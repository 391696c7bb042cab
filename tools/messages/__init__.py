"""Translations: the texts of the sources, and the catalogs in `locale/` that translate them.

`make messages` adds new texts to the catalogs, removes those that are gone, and compiles them. To
add a language, make its folder first, as in `mkdir locale/fr`.
"""
