"""English: a clock of 24 hours, with the zone."""

DATETIME_FORMAT = "j F Y, H:i T"
TIME_FORMAT = "H:i"
