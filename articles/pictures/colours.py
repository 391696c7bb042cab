"""Colours as browsers take them from a picture that names no profile: sRGB."""

from io import BytesIO

from PIL import Image, ImageCms

#: The mode of a picture whose colours a profile describes, by the profile's colour space.
_MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture (mode L, RGB, RGBA or CMYK) in sRGB, by the ICC profile that it had.

    It has the mode RGBA if some of it is transparent, else RGB. A profile that is damaged or
    belongs to other colours is ignored.
    """
    flat = image.convert("RGB") if image.mode == "RGBA" else image
    flat = (_by_profile(flat, profile) if profile else None) or flat.convert("RGB")
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        if alpha.getextrema() != (255, 255):
            flat.putalpha(alpha)
    return flat


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        known = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = _MODES[known.profile.xcolor_space.strip()]
        if "CMYK" in (mode, image.mode) and mode != image.mode:
            return None
        return ImageCms.profileToProfile(
            image if image.mode == mode else image.convert(mode),
            known,
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (KeyError, OSError, TypeError, ValueError, ImageCms.PyCMSError):
        return None
