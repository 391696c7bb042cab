"""What is made of each picture beside its renditions."""

from articles.models import Shape

#: Raise it when what follows changes: all pictures are then made again, in the background.
RECIPE = 1
#: The key of the files of the whole picture in a look.
WHOLE = ""
#: The widths of the files of each shape, in pixels; none is larger than what it shows of the file.
#: Lists show the first two, search engines and other sites get the largest of all but LIST.
WIDTHS: dict[Shape, tuple[int, ...]] = {
    Shape.WIDE: (800, 1600),
    Shape.LIST: (400, 800),
    Shape.STANDARD: (1200,),
    Shape.SQUARE: (400, 1200),
}
#: What readers' pages show: these are made in the newer formats too, as the whole picture is.
ON_PAGES = frozenset({Shape.WIDE, Shape.LIST})
#: Suffix of a newer format: its type, and how Pillow makes it. The first that a browser knows is
#: taken.
FORMATS: dict[str, tuple[str, dict[str, object]]] = {
    "avif": ("image/avif", {"format": "AVIF", "quality": 60, "speed": 8}),
    "webp": ("image/webp", {"format": "WEBP", "quality": 80, "method": 4}),
}
#: A picture whose ratio is this close to that of a shape has that shape.
NEAR = 0.01
