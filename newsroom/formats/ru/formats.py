"""Russian: as Django has it, with the time zone, and months in the genitive after a day."""

DATETIME_FORMAT = "j E Y г., H:i T"
TIME_FORMAT = "H:i"
MONTH_DAY_FORMAT = "j E"
SHORT_DATETIME_FORMAT = "d.m.Y H:i T"
