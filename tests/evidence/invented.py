"""Invented texts for tests: on a lighthouse, bees, a library, tea and a boat race.

Nothing here is from a real source.
"""

LIGHTHOUSE = """The lamp on Gull Rock

The keeper of the lamp on Gull Rock isn't paid by the harbour board, and hasn't been since 1974.
Her brother-in-law — a retired pilot — rows 1,200 litres of oil across every spring, at a cost of $3.50 a litre.

“Nobody asked us whether the fog signal should go,” she told the parish council on 12–14 May; the council did not reply.
The board's engineer had promised a new mast by 10:30 on Monday. It came four days late, and it was 3.5 metres short.
Notes
"""

BEES = """Пасічник із Нижніх Лугів

Цього літа п’ять вуликів об’єднали в один, бо рій не повернувся з липового гаю.
Він каже, що мед не гіркий, а об’єм збору менший за торішній на 20 відсотків.
"""

LIBRARY = """مكتبة الحيّ القديم

أُغلقت قاعة القراءة في المكتبة القديمة يوم الاثنين ولم تُفتح أبوابها للطلاب بعد ذلك.
قال أمين المكتبة إن ٣٠ كتابا نادرا نُقلت إلى غرفة جافة قبل موسم المطر.
"""

TEA = """河边的茶馆

老板说今年春天的茶叶比去年少了三成，因为三月下了两场雪。
茶馆每天早上6点开门，但是下雨天不开。
"""

BOATS = """การแข่งเรือที่ท่าน้ำ

ปีนี้มีเรือสิบสองลำมาแข่งกันที่ท่าน้ำหน้าวัด แต่ฝนตกหนักจนต้องเลื่อนไปอีกสองวัน
"""

TEXTS = {"lighthouse": LIGHTHOUSE, "bees": BEES, "library": LIBRARY, "tea": TEA, "boats": BOATS}
