"""Invented articles in five languages, for tests of what is taken out of pages, PDF files and mails.

How they are printed is left to `printers`. Nothing here was published anywhere, and no person in it exists.
"""

import random
from dataclasses import dataclass

_SENTENCES = {
    "en": """
The council decided on Monday to keep the old ferry at the pier until the new bridge has been paid for.
Nobody in the region has been asked for money yet, the treasurer told the members after a long evening.
"We would rather wait for the bridge than pay twice for it," said the chair of the harbour committee.
The ferry carries some four hundred people a day, most of them on their way to work in the northern yards.
On days when ice stands on the river there are no trips at all.
Traders along the quay fear that a closed landing would cost them the summer.
An engineer from the port office called the plan sound but late.
Two of the three cranes were sold in spring, and the third stands idle behind the fish hall.
The region's answer is expected before the first frost, though nobody would name a day.
Residents of the upper town asked for a night bus instead, which the office turned down.
A report that the members have in hand puts the price at nine million crowns, twice what was said a year ago.
"That is not a plan, that is a hope," one of them remarked.
The vote was close.
Negotiations with the yard go on, and the contract runs out at the end of the year.
Whether the old boat will pass its next inspection is an open question, the office admitted.
""",
    "de": """
Am Montag beschloss der Rat, die alte Fähre so lange am Kai zu lassen, bis die neue Brücke bezahlt ist.
Niemand in der Region sei bisher nach Geld gefragt worden, sagte die Kämmerin den Mitgliedern nach einem langen Abend.
„Wir warten lieber auf die Brücke, als zweimal für sie zu bezahlen“, sagte die Vorsitzende des Hafenausschusses.
Die Fähre befördert täglich etwa vierhundert Menschen, die meisten auf dem Weg zur Arbeit in den nördlichen Werften.
An Tagen, an denen Eis auf dem Fluss steht, fällt der Verkehr ganz aus.
Die Händler am Kai fürchten, dass eine geschlossene Landestelle sie den Sommer kosten würde.
Ein Ingenieur des Hafenamts nannte den Plan solide, aber verspätet.
Zwei der drei Kräne wurden im Frühjahr verkauft, der dritte steht ungenutzt hinter der Fischhalle.
Die Antwort der Region wird vor dem ersten Frost erwartet, einen Tag wollte aber niemand nennen.
Die Anwohner der Oberstadt baten stattdessen um einen Nachtbus, was das Amt ablehnte.
Ein Bericht, der den Mitgliedern vorliegt, nennt neun Millionen Kronen, doppelt so viel wie vor einem Jahr.
„Das ist kein Plan, das ist eine Hoffnung“, bemerkte eines von ihnen.
Die Abstimmung war knapp.
Die Verhandlungen mit der Werft gehen weiter, und der Vertrag läuft am Jahresende aus.
Ob das alte Schiff die nächste Prüfung besteht, sei eine offene Frage, räumte das Amt ein.
""",
    "uk": """
У понеділок рада вирішила тримати старий пором біля причалу, доки не заплатять за новий міст.
Нікого в регіоні ще не питали про гроші, сказала скарбниця членам ради після довгого вечора.
«Ми радше почекаємо на міст, ніж заплатимо за нього двічі», — сказала голова портового комітету.
Пором перевозить близько чотирьохсот людей на день, більшість із них їде на роботу до північних верфей.
У дні, коли на річці стоїть крига, рейсів немає зовсім.
Торговці на набережній бояться, що закритий причал коштуватиме їм літа.
Інженер портового управління назвав план добрим, але запізнілим.
Два з трьох кранів продали навесні, а третій стоїть без діла за рибним павільйоном.
Відповіді від регіону чекають до перших морозів, хоча дня ніхто не назвав.
Мешканці верхнього міста просили натомість нічний автобус, у чому їм відмовили.
У звіті, що його мають члени ради, йдеться про дев'ять мільйонів крон, удвічі більше, ніж торік.
«Це не план, це надія», — зауважив один із них.
Голоси розділилися майже порівну.
Перемовини з верф'ю тривають, а договір спливає наприкінці року.
Чи пройде старе судно наступний огляд, поки невідомо, визнали в управлінні.
""",
    "ar": """
قرر المجلس يوم الاثنين إبقاء العبارة القديمة عند الرصيف إلى أن يدفع ثمن الجسر الجديد.
لم يسأل أحد في المنطقة عن المال حتى الآن، كما قالت أمينة الصندوق للأعضاء بعد مساء طويل.
«نفضل أن ننتظر الجسر على أن ندفع ثمنه مرتين»، قالت رئيسة لجنة الميناء.
تنقل العبارة نحو أربعمئة شخص في اليوم، معظمهم في طريقهم إلى العمل في الأحواض الشمالية.
لا توجد رحلات على الإطلاق في الأيام التي يغطي فيها الجليد النهر.
يخشى التجار على طول الرصيف أن يكلفهم إغلاق المرسى موسم الصيف.
وصف مهندس من مكتب الميناء الخطة بأنها سليمة لكنها متأخرة.
بيعت اثنتان من الرافعات الثلاث في الربيع، والثالثة واقفة بلا عمل خلف سوق السمك.
ينتظر رد المنطقة قبل الصقيع الأول، وإن لم يذكر أحد يوما بعينه.
طلب سكان المدينة العليا حافلة ليلية بدلا من ذلك، وهو ما رفضه المكتب.
يقدر تقرير بين أيدي الأعضاء الكلفة بتسعة ملايين كرونة، أي ضعف ما قيل قبل عام.
«هذه ليست خطة بل أمل»، علق أحدهم.
كان التصويت متقاربا.
تتواصل المفاوضات مع الحوض، وينتهي العقد في نهاية السنة.
أقر المكتب بأن اجتياز السفينة القديمة للفحص المقبل مسألة مفتوحة.
""",
    "zh": """
议会星期一决定，在新桥的费用付清之前，旧渡轮继续停靠在码头。
司库在漫长的会议之后对议员们说，该地区还没有人被问到资金的问题。
“我们宁愿等待大桥，也不愿意为它付两次钱，”港口委员会主席说。
渡轮每天运送大约四百人，其中大多数人前往北部的船厂上班。
河面结冰的日子完全停航。
码头沿线的商人担心，关闭码头会让他们失去整个夏天的生意。
港务局的一位工程师称这个计划合理，但来得太迟。
三台起重机中有两台在春天被卖掉，第三台闲置在鱼市后面。
预计该地区将在第一次霜冻之前作出答复，但没有人愿意说出具体日期。
上城的居民要求改开夜间巴士，但遭到办公室拒绝。
议员们手中的一份报告估计费用为九百万克朗，是一年前所说的两倍。
“这不是计划，这是希望，”其中一人说。
投票结果非常接近。
与船厂的谈判仍在继续，合同将在年底到期。
办公室承认，旧船能否通过下一次检验还是一个未知数。
""",
}
_HEADLINES = {
    "en": ("Old ferry stays until the bridge is paid for", "Ice and money"),
    "de": ("Die alte Fähre bleibt bis zur neuen Brücke", "Eis und Geld"),
    "uk": ("Старий пором лишається до нового мосту", "Крига і гроші"),
    "ar": ("العبارة القديمة باقية إلى حين دفع ثمن الجسر", "الجليد والمال"),
    "zh": ("旧渡轮在新桥付清之前继续停靠", "冰与钱"),
}
LANGUAGES = tuple(_SENTENCES)


@dataclass(frozen=True)
class Article:
    """An invented article: headline, paragraphs, and a heading ahead of the paragraph numbered `middle`."""

    language: str
    headline: str
    heading: str
    paragraphs: tuple[str, ...]

    @property
    def middle(self) -> int:
        """The paragraph ahead of which the heading stands, from 0."""
        return len(self.paragraphs) // 2

    @property
    def whole(self) -> tuple[str, ...]:
        """Everything that a person counts: headline, paragraphs, and the heading in its place."""
        return (self.headline, *self.paragraphs[: self.middle], self.heading, *self.paragraphs[self.middle :])


def sentences(language: str) -> list[str]:
    """Return the invented sentences of a language."""
    return _SENTENCES[language].strip().splitlines()


def article(language: str, seed: int = 1, paragraphs: int = 12) -> Article:
    """Return an article of paragraphs of one to four sentences, no two of them alike."""
    chance = random.Random(f"{language} {seed}")
    pool = sentences(language)
    glue = "" if language == "zh" else " "
    made: list[str] = []
    while len(made) < paragraphs:
        one = glue.join(chance.sample(pool, chance.choice((1, 2, 2, 3, 3, 4))))
        if one not in made:
            made.append(one)
    return Article(language, *_HEADLINES[language], tuple(made))


def counted(found: tuple[str, ...], wanted: tuple[str, ...]) -> float:
    """Return how many of the wanted paragraphs were found whole and alone, of 1."""
    return sum(1 for paragraph in wanted if paragraph in found) / len(wanted)
