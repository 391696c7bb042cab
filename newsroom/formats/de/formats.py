"""German: as Django has it, with the time zone."""

DATETIME_FORMAT = "j. F Y, H:i T"
TIME_FORMAT = "H:i"
