"""Dates as datelines print them, in the languages of the news, for finding them at a position."""

import re

# Stems of month names; a word counts as a month when it begins with one of them.
MONTH_STEMS = (
    *"jan feb mar apr may mai maj maio mei jun jul aug sep set oct okt out nov dec dez dic".split(),
    *"ene abr ago janv fév fev avr juin juil août aout déc mär märz gen mag giu lug ott".split(),
    *"jän mrt ogo okto augu mart nis temm ağu eyl eki kas ara oca şub haz juli juni".split(),
    *"sty lut mar kwi maj cze lip sie wrz paź lis gru led úno únor bře břez dub kvě čer srp zář".split(),
    *"říj list pros sij velj ožu tra svi lip kol ruj stu pro ian iul iun noi mart sept".split(),
    *"júl jún aug szept ápr már máj janu febru tam hel maa huh tou kes hei elo syy lok mar jou".split(),
    *"ogos julai jun mac dis agt des янв фев мар апр май мая июн июл авг сен окт ноя дек".split(),
    *"січ лют бер кві тра чер лип сер вер жов лис гру студз ян ное юли юни септ".split(),
    *"қаң ақп нау сәу мам мау шіл там қыр қаз қар жел јан феб мај јун јул окт нов дец".split(),
    *"ιαν φεβ μαρ απρ μαΐ μαι μάι μάρ ιουν ιουλ ιούν ιούλ αυγ αύγ σεπ οκτ νοε δεκ".split(),
    *"يناير فبراير مارس أبريل ابريل إبريل مايو يونيو يوليو أغسطس اغسطس سبتمبر أكتوبر اكتوبر".split(),
    *"نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين محرم صفر ربيع".split(),
    *"جمادى رجب شعبان رمضان شوال جانفي فيفري أفريل ماي جوان جويلية أوت فروردین اردیبهشت".split(),
    *"خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند جنوری فروری مارچ اپریل مئی جون".split(),
    *"جولائی اگست ستمبر اکتوبر نومبر دسمبر ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט".split(),
    *"ספטמבר אוקטובר נובמבר דצמבר जन फर मार्च अप्रैल मई जून जुल अग सित अक्टू नव दिस".split(),
    *"ऑक्टो ऑग सप्टें एप्रिल मे जाने জানু ফেব্রু মার্চ এপ্রিল মে জুন জুল আগস্ট সেপ্টে".split(),
    *"অক্টো নভে ডিসে ஜன பிப் மார்ச் ஏப் மே ஜூன் ஜூலை ஆக செப் அக் நவ டிச జన ఫిబ్ర మార్చి".split(),
    *"ఏప్రి మే జూన్ జూలై జులై ఆగ సెప్టె అక్టో నవం డిసెం ജനു ഫെബ്രു ജൂൺ ജൂലൈ ഓഗ സെപ്റ്റം".split(),
    *"มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม".split(),
    *"พฤศจิกายน ธันวาคม ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(),
)
WEEKDAYS = (
    *"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs".split(),
    *"fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi".split(),
    *"mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado".split(),
    *"domingo segunda terça quarta quinta sexta lunedì martedì mercoledì giovedì venerdì".split(),
    *"sabato domenica hétfő kedd szerda csütörtök péntek szombat vasárnap maandag dinsdag".split(),
    *"woensdag donderdag vrijdag zaterdag zondag понедельник вторник среда четверг пятница".split(),
    *"суббота воскресенье pondělí úterý středa čtvrtek pátek sobota neděle senin selasa rabu".split(),
    *"kamis jumat sabtu minggu isnin khamis jumaat ahad".split(),
)
WEEKDAY = rf"(?:{'|'.join(sorted(set(WEEKDAYS), key=len, reverse=True))})"
MONTH = rf"(?:{'|'.join(re.escape(m) for m in sorted(set(MONTH_STEMS), key=len, reverse=True))})"
# A month: its stem and the rest of the word; the stop belongs to it only when it is abbreviated.
MONTH_WORD = rf"{MONTH}(?:[^\W\d_]|[\u0900-\u0dff\u0e00-\u0e7f])*(?:(?<![^\W\d_]{{5}})\.)?"
DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|°|ª|-га|-го)?"
YEAR = r"\d{4}"
OF = r"(?:de |del |d'|d’|of |di |ngày |ที่ )?"
NUMERIC = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)|\d{4}[./-]\d{1,2}[./-]\d{1,2}(?!\d)"
    r"|ngày \d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?|\d{1,2}[/-]\d{1,2}(?![\d/-]))"
)
CJK_DAY = r"(?:\d{4}\s?年\s?)?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日|(?:\d{4}년 ?)?(?:\d{1,2}월 ?)?\d{1,2}일"
WRITTEN = (
    rf"(?:{DAY}\.? ?(?:{OF}){MONTH_WORD}(?:,? (?:de |del )?{YEAR}(?:\s?(?:г\.|года|р\.|року|г))?)?"
    rf"|{MONTH_WORD} {DAY}(?:,? {YEAR})?|{YEAR}\. {MONTH_WORD} {DAY}\.?"
    rf"|ngày {DAY} tháng {DAY}(?: năm {YEAR})?)"
)
DATE = re.compile(
    rf"(?:(?:{WEEKDAY}),? )?(?:{WRITTEN}|{NUMERIC}|{CJK_DAY})(?:,? \(?{WEEKDAY}\)?)?(?!\w)"
    rf"|{WEEKDAY}(?!\w)",
    re.IGNORECASE,
)
CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,5}|Uhr|WIB|น\.))?"
ZONE = r"(?:\(?(?:UTC|GMT|[A-Z]{2,4}T|IST)(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)"
TIME_LINE = re.compile(
    rf"(?:(?:{DATE.pattern}|{CLOCK}|{ZONE}|at|um|à|a las|às|alle|в|o|kl\.?|[|,•·–—/-])(?:\s+|(?=,)|$))+",
    re.IGNORECASE,
)


def date_at(text: str, start: int) -> int:
    """Where the date that begins at `start` ends, or `start` when there is none."""
    found = DATE.match(text, start)
    return found.end() if found else start


def is_time_line(line: str) -> bool:
    """Whether the line is nothing but a date, a time or both."""
    return bool(any(c.isdigit() for c in line) and TIME_LINE.fullmatch(line))
