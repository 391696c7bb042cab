from django.db import models

from articles.models.picture import Picture


class PictureFile(models.Model):
    """Which picture a file belongs to that readers may ask for.

    `stem` is its name in the default storage without the suffix: the same picture in other formats
    is beside it.
    """

    stem = models.CharField(max_length=80, unique=True)
    picture = models.ForeignKey(Picture, models.CASCADE, related_name="files")
    #: Since when no page that is made shows it; a file that is just being made has it too.
    unused_since = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [
            # Only of the few that are to be removed.
            models.Index(
                fields=["unused_since"],
                condition=models.Q(unused_since__isnull=False),
                name="picture_file_unused",
            ),
        ]

    def __str__(self) -> str:
        return self.stem
