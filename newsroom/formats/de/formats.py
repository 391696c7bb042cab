"""German: as Django has it, with the time zone."""

DATETIME_FORMAT = "j. F Y, H:i T"
TIME_FORMAT = "H:i"
SHORT_DATETIME_FORMAT = "d.m.Y H:i T"
