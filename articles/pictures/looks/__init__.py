"""How pages show a picture beside its renditions: cut, around a focal point, in newer formats.

`make_look` makes the files, in the background; `joined` is what pages read of them.
"""
