"""Labels, notes and sign-offs as the world's agencies write them; `{}` is a headline."""

MORE_UPDATES = """\
UPDATE 3-{}
UPDATE 11-{}
WRAPUP 1-{}
RPT-{}
RPT-WRAPUP 4-{}
REFILE-UPDATE 2-{}
CORRECTED-UPDATE 1-{}
2ND ROUNDUP: {}
1ST ROUNDUP: {}
ROUNDUP: {}
ROUNDUP 2: {}
GESAMT-ROUNDUP: {}
1ST LD {}
1ST LEAD {}
2ND LEAD {}
3RD LD-{}
1st LD-Writethru: {}
URGENT-{}
URGENT: {}
FLASH: {}
FLASH - {}
EIL: {}
BREAKING: {}
ADV-{}
BC--{}
BC-APFN--{}
(LD) {}
(3rd LD) {}
(URGENT) {}
{} (LEAD)
{} (Update)
{} (1st update)
{} - UPDATE
{} (Lead)
{} (Zusammenfassung)
{} (Aktualisierung)
{} (korrigiert)
{} (Neu: Zitat)
{} (Berichtigung)
Berichtigung - {}
BERICHTIGUNG: {}
Zusammenfassung 2: {}
3. Zusammenfassung - {}
AKTUALISIERUNG: {}
KORR: {}
KORREKTUR - {}
(Korrigierte Fassung) {}
Wiederholung: {}
(AMPLIACIÓN) {}
AMPLIACIÓN 2-{}
(Actualización) {}
ACTUALIZA 1-{}
{} (actualizada)
(CORRECCIÓN) {}
URGENTE: {}
URGENTE - {}
ACTUALISATION 2-{}
(Actualisé) {}
LEAD: {}
RECTIFICATIF - {}
++ {} ++
+++ {} +++
=++ {} ++=
RPT/{}
SRPT-{}
AGGIORNAMENTO: {}
RIPETIZIONE CORRETTA: {}
(АКТУАЛИЗАЦИЯ) {}
СРОЧНО: {}
МОЛНИЯ: {}
ПОВТОР - {}
{} (ОБНОВЛЕНО)
{} (дополнено)
{} - уточнение
ОНОВЛЕНО: {}
ТЕРМІНОВО: {}
{} (оновлено)
(PILNE) {}
PILNE: {}
{} (aktl.)
{} (opis)
{} (krótka)
(KORYGOWANE) {}
AKTUALIZACE: {}
OPRAVA - {}
Frissítve - {}
JAVÍTOTT - {}
OPPDATERT: {}
RETTELSE - {}
KORR - {}
Ny version: {}
(速報) {}
＜速報＞{}
(종합) {}
(종합2보) {}
(2보) {}
[속보] {}
【更新】{}
（更新）{}
(1st LD) {}
عاجل: {}
تحديث 1-{}
مصحح-{}
SON DAKİKA: {}
GÜNCELLEME 1-{}
""".splitlines()
MORE_NOTES = """\
(Updates with background, quotes)
(Updates prices, adds analyst comment)
(Adds CEO quote, shares, background)
(Adds dropped word "not" in paragraph 2)
(Recasts with Fed decision)
(Recasts lead, adds detail throughout)
(Corrects spelling of name in paragraph 4)
(Corrects headline and first paragraph to show company is not bankrupt)
(Refiles to fix typo in headline)
(Reissues with no changes to text)
(Reissues to additional clients)
(Releads with vote, adds details)
(Rewrites throughout, adds byline)
(Repeats story first published on Sunday, no change to text)
(Repeats to attach to alert)
(Fixes typo in para 6)
(Removes reference to Paris in para 3)
(Drops extraneous word in headline)
(Clarifies in paragraph 3 that sale is not final)
(Changes dateline, adds quotes)
(Changes byline, previous MOSCOW)
(Updates with details. With photos.)
(With photos)
With photos
With AP Photos
AP Photos NY101-104
AP Photos.
(Eds: Updates with quotes. With AP Photos.)
Eds: APNewsNow. Will be updated.
Eds: Incorporates BC-EU--Fuel Tax
Eds: ADDS quote from mayor, CORRECTS spelling
(EDITORS: Story contains language some may find offensive)
EDITORS: UPDATES with mayor's comment
Editors' note: The following story moved on Sunday.
Note to editors: pictures available at pix.example.com
Notes to editors: interview available
NOTE TO EDITORS: Attention is drawn to the strong language in paragraph 4
ATTN: News editors
ATTN NEWS EDITORS
Attn: Business editors
Attention: Editors, news desks
ATTENTION EDITORS: Graphic content
ATTENTION - ADDS quotes, details ///
ATTENTION - UPDATES toll, ADDS minister ///
ATTENTION - CORRECTS day in 2nd para ///
/// ATTENTION - ajoute réactions ///
ATTENTION - Ajoute citation, précisions ///
ATTENTION - ACTUALISE bilan ///
ATENCIÓN - ACTUALIZA balance ///
ACHTUNG - Ergänzt Zitat ///
Redaktionelle Hinweise: Foto folgt
Redaktioneller Hinweis: Ein Foto ist im AP-Server abrufbar.
(Redaktionelle Hinweise: Bild verfügbar)
(Hinweis: Ein Bild ist verfügbar)
Achtung Redaktionen: Wir berichtigen im 2. Absatz den Namen
(Neu: Zitat, Hintergrund)
(Neu: durchgehend aktualisiert)
(durchgehend neu)
(Berichtigt wird im ersten Absatz der Name)
(Berichtigung: Im 2. Absatz, 1. Satz muss es 20 statt 30 heißen)
(Wiederholung in korrigierter Fassung)
(Zusammenfassung)
(Ergänzt um Details im letzten Absatz)
(Mit Bild)
(mit Foto)
(Foto - Archiv)
Keywords: tax, fuel, council
KEYWORDS: FUEL/TAX
Slug: BC-FUEL-TAX
SLUG: fuel-tax
Slugline: FUEL-TAX/COUNCIL
Word count: 345
345 words
(345 words)
Length: 345 words
Category: i
Priority: u
(Avec photos)
(actualisé avec réactions)
(Complète avec citation)
(Réactualisation)
(précise chiffre au 3e paragraphe)
(CORRIGE le chiffre dans le titre)
(bien lire "fuel" dans le titre)
(Ajoute détails, contexte)
(actualiza con declaraciones del alcalde)
(Corrige cifra en segundo párrafo)
(Amplía con más detalles)
(Atención: vídeo y fotos disponibles)
(Agrega citas y contexto)
(Adiciona citação)
(Atualiza com declarações)
(Corrige no 3.º parágrafo)
(ATUALIZADA ÀS 18:00)
(Aggiorna con dichiarazioni)
(Con foto)
(RIPETIZIONE CORRETTA)
(Добавлены слова мэра)
(Дополнено в 3-м абзаце)
(Исправлена опечатка во втором абзаце)
(добавлены подробности, бэкграунд)
(Обновлено в 18:00)
(Повтор для всех подписчиков)
(Додано коментар)
(Doplněno o reakce)
(Aktualizuje)
(aktualizacja, dodano wypowiedź)
(Poprawia błąd w trzecim akapicie)
(uppdaterar med citat)
(Legger til sitat i avsnitt 3)
(Oppdaterer med detaljer)
(Tilføjer citat)
(Ny: Mer om saken)
(Fotoğraflı)
(Güncellendi)
(تضيف مقتبسات وتفاصيل)
（更新全文）
（補述）
(내용추가)
((ATTN: ADDS details in last 3 paras))
((Eds: adds details))
--- Word count: 345 ---
Photos available at: www.example.com/press
Click here for photos
Video available
WITH PIX
(Picture available)
MANDATORY CREDIT: AP Photo
Restrictions: none
HANDOUT - EDITORIAL USE ONLY
THIS IS A CORRECTED VERSION
This is a corrected version of an earlier release.
-- CORRECTION --
TO BE CONTINUED
(more)
(MORE)
MORE MORE MORE
/more
(tbc)
more to follow
(weitere Meldung folgt)
(à suivre)
(sigue)
(segue)
(Next story)
""".splitlines()
SIGN_OFFS = """\
ENDS
Ends
-ENDS-
- Ends -
END
*** END ***
-30-
- 30 -
###
# # #
(END)
(ENDS)
/ends
Enditem
(Reporting by John Smith; Editing by Jane Doe)
(Reporting By John Smith in London and Ann Lee in Paris; editing by Jane Doe)
(Reporting by John Smith, writing by Ann Lee; Editing by Jane Doe; john.smith@tr.com)
((john.smith@tr.com; +44 20 7542 1234; Reuters Messaging: john.smith@reuters.net))
© Reuters 2026
(c) 2026 AFP
Copyright 2026 The Associated Press. All rights reserved.
Copyright (c) 2026 PTI
© 2026 Kyodo News
(AFP)
(Reuters)
(dpa)
dpa abc xx n1 def
dpa-infocom, dpa:261203-99-123456/2
abc/def/gh
(APA)
(Schluss) abc/def
(Schluss)
Schluss
(Forts.)
=
jbm/afp
afp/jlm
FIN
fin
- Fin -
(EFE)
EFE jlm/abc
(ANSA).
(Lusa)
JRS // ABC
Lusa/Fim
Lusa/fim
(PAP)
abc/ def/
PAP - Nauka w Polsce
(ČTK)
(mti)
-BELTA-
-0-
КОНЕЦ
Конец
(ТАСС)
/УКРИНФОРМ/
(NTB)
/ritzau/
(©NTB)
(AA)
(ANI)
(IANS)
PTI ABC DEF XYZ
PTI DEL ABC
(Xinhua)
==Kyodo
(WAM)
WAM/Ahmed
(سانا)
(انتهى)
انتهى
(完)
（完）
(了)
(끝)
<저작권자(c) 연합뉴스, 무단 전재-재배포 금지>
View original content: https://www.prnewswire.com/news-releases/acme-301234567.html
Original-Content von: Acme GmbH, übermittelt durch news aktuell
Original-Content von: Polizei Köln, übermittelt durch news aktuell
OTS-ORIGINALTEXT PRESSEAUSSENDUNG UNTER AUSSCHLIESSLICHER INHALTLICHER VERANTWORTUNG DES AUSSENDERS
""".splitlines()
ABOVE = """\
PRESS RELEASE No. 2026/114
News Release
NEWS RELEASE - NOVEMBER 27, 2026
For Immediate Release
FOR IMMEDIATE RELEASE: November 27, 2026
IMMEDIATE RELEASE
Media Statement
MEDIA STATEMENT BY THE MINISTER OF FINANCE
Media Advisory
Statement
Source: Ministry of Finance
Date: 27 November 2026
November 27, 2026
London, 27 November 2026
Pressemitteilung
Pressemitteilung Nr. 114/2026 vom 27. November 2026
Pressemitteilung vom 27.11.2026
Presseinformation
Medienmitteilung
Communiqué de presse
COMMUNIQUÉ DE PRESSE - Paris, le 27 novembre 2026
Nota de prensa
NOTA DE IMPRENSA
Comunicado
Comunicato stampa n. 114
Persbericht
Pressemelding
Pressmeddelande
Tisková zpráva
Komunikat prasowy
Sajtóközlemény
Пресс-релиз
Пресс-реліз
Basın açıklaması
بيان صحفي
27.11.2026 – 10:15
POL-K: 261127-1-K
ots.
dpa-News
OTS0123 5 II 0345 NEF0001 CI
APA0123 5 II 0345
AFP0123 4 PI 0345
bpa0123 3 wi 345 dpa 0456
rss0123 3 pl 345 vvvvb dpa 0456
^BC-FUEL TAX
r i AM-FuelTax 11-27 0345
BC-Fuel-Tax, 1st Ld-Writethru,345
AP-Fuel Tax, 345
XFX0123
a i BC-FUEL-TAX 11-27 0345
ZCZC
QQQQ
TOP NEWS
Business News
WORLD
TAX/FUEL (PIX)
FUEL-TAX/COUNCIL (UPDATE 1)
(PTI)
Politics/Fuel/Tax
Keywords: FUEL TAX
By John Smith
By JOHN SMITH, Associated Press
Von Jana Muster, dpa
Par Jean DUPONT
LSE ticker: ACME
(NYSE: ACME)
""".splitlines()
TEXT_ONLY = """\
(Photo by Jane Doe)
(The photos were taken on Monday.)
(Subs: Smith 60, Jones 71)
(Changes in the law take effect on Monday.)
(Correction: an earlier version of this story gave the wrong day.)
Correction: An earlier version of this article misspelled the name of the mayor.
Editor's note: this story contains graphic language
Hinweis der Redaktion: In einer früheren Fassung stand ein falscher Name.
Anmerkung der Redaktion: Der Name wurde geändert.
Photos of the flood were shown on television.
Pictures from the scene showed a burnt car.
Video available to the court showed the attack.
Length: 345 metres
Category: best film
Service: 10 points out of 10
Format: two legs
Version 2
300 words a minute is a good speed, he said.
About 500 words of the speech were cut.
Priority: children
Use: once a day
With pictures of the king in their hands, they marched.
With graphics by Jane Doe, the book is a joy.
Attention - deficit disorder is common in children.
More soon, he promised.
More to come?
Attention: road closed
Editors - and readers - like it.
Ed - the horse - won the race.
Ny: ett nytt år börjar
Slug eats lettuce
Keywords matter
Photo: Jane Doe / AFP
Nothing more
Kill the lights
More
Corrected figures were published on Monday.
Video shows attack
Graphic novels sell well
Foto: dpa
Suite 101 was empty.
Wir korrigieren das, sagte der Minister.
""".splitlines()
PLAIN_HEADLINES = """\
Update your passport before you travel, agency says
Kill all rats, mayor says
Withdrawal symptoms: what smokers say
Flash floods hit northern villages
Urgent care: why hospitals are full
Lead levels in water too high, city says
Breaking records: swimmer wins five
Eilfinder und andere Vögel
New: a bridge across the river
(2) new bridges for the town
Neu: Brücke über den Fluss eröffnet
Correction officers strike over pay
Repeat of vote ordered in two districts
Retreat from the coast: towns move inland
Cancelled flights leave thousands stranded
Withdrawn from race: mayor gives up
Deleted scenes shown at festival
Roundup: weedkiller verdict upheld
Killed: two soldiers in border clash
Kill-or-cure budget passed
""".splitlines()
