"""Palettes: the colours of a picture, from its light to its darkest shape."""

from typing import NamedTuple


class Palette(NamedTuple):
    """Sky above and below, what lies far and near, what catches the eye, and the lightest tone."""

    high: str
    low: str
    far: str
    near: str
    accent: str
    light: str


PALETTES = {
    "dusk": Palette("#26335c", "#f2a65a", "#5b5f97", "#1b1d3a", "#ff6b4a", "#ffe8c2"),
    "dawn": Palette("#7fb7d6", "#fbe3c5", "#8fa6b8", "#2f4858", "#f26c4f", "#fff6e6"),
    "slate": Palette("#41505f", "#c9d3d8", "#6f8290", "#1f2a33", "#e0b13c", "#f3f5f4"),
    "sea": Palette("#0f4c5c", "#9ad1d4", "#3d8c97", "#07303a", "#fb8b24", "#eefaf6"),
    "sand": Palette("#d9773f", "#f6dcae", "#c2894f", "#5a2f1d", "#1f6f78", "#fff3da"),
    "steppe": Palette("#6aa5c9", "#f3e3b3", "#b6a55a", "#5b5a24", "#c8442b", "#fff8df"),
    "ledger": Palette("#f4efe3", "#e9dfc9", "#9fb8ad", "#1f3d3a", "#d1495b", "#fffdf6"),
    "mint": Palette("#e2f1e7", "#c4e3d3", "#6fb39a", "#12463d", "#ef8a3b", "#fbfffc"),
    "ink": Palette("#0e1428", "#2c3e6b", "#3d5a98", "#080b18", "#f4c95d", "#dfe8ff"),
    "violet": Palette("#241146", "#6a3fa0", "#8559c9", "#140a2b", "#2ee6c5", "#efe4ff"),
    "aqua": Palette("#012a36", "#146c94", "#19a7ce", "#001a22", "#f6f1a5", "#e4fbff"),
    "turf": Palette("#2f7d4f", "#4fa36a", "#276843", "#12351f", "#ffd23f", "#f4fff5"),
    "clay": Palette("#b5532d", "#d97b4f", "#96411f", "#4a1f10", "#f7e7ce", "#fff8ef"),
    "court": Palette("#1f5f8b", "#3b8ec2", "#174a6e", "#0b2438", "#e4f25b", "#ffffff"),
    "velvet": Palette("#3b0d1f", "#8e2340", "#5f1730", "#1c0510", "#f3b33d", "#ffe9cf"),
    "gallery": Palette("#f1e4d6", "#e6cdb5", "#c08a6b", "#3a2a28", "#2f6f8f", "#fffaf3"),
    "moss": Palette("#dfe5cf", "#b9c79a", "#7c9a5e", "#25391f", "#d9622b", "#fbfdf3"),
    "storm": Palette("#243447", "#7d93a6", "#4d6478", "#131c26", "#f25f5c", "#e8eff4"),
    "plum": Palette("#f3e6ee", "#e3c3d6", "#a5678e", "#3d1c36", "#e08e1b", "#fff9fc"),
    "frost": Palette("#8db6cf", "#eaf4f7", "#a9c6d4", "#3b5a6b", "#d64550", "#ffffff"),
}
