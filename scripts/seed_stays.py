"""The fictional infants whose stays end otherwise, or go on: told in short, one file each.

Used by seed-patients.py, which writes and checks the files. What every story shares comes from there.
"""


def stays(tools):
    """The stories, in the order of their files."""
    return [moved(tools), back_again(tools), against_advice(tools), withdrawn(tools), died(tools)]


class Stay:
    """One infant's stay in the making."""

    def __init__(self, tools, name, me, born, sex, gestation, grams, bed, mother="negative"):
        self.tools = tools
        self.me = me
        self.born = born
        self.story = tools.Story(name)
        tools.admit(
            self.story, me, born, {"sex": sex, "order": 1, "of": 1},
            {"gaDays": gestation, "method": "early_ultrasound"},
            {"maternalHbsag": mother, "delivery": "vaginal", "apgar": {"1": 6, "5": 8, "10": 9}, "inborn": True},
            bed, tools.FICTION)
        self.add(0, born[11:], tools.measured("weight", grams, role="birth", clothing="naked"), late=21)
        self.add(0, born[11:], tools.state("monitoring", "on"), tools.state("thermal", "incubator"), late=30)

    def add(self, day, clock, *bodies, **more):
        return self.story.act(self.me, self.tools.plus(self.born, day, clock), *bodies, **more)

    def weigh(self, since, weights):
        """One weight each morning from a day of life on."""
        for day, grams in enumerate(weights, start=since):
            self.add(day, "06:00", self.tools.measured("weight", grams, clothing="naked"))

    def left(self, day, clock, to, **more):
        reason = more.pop("reason", None)
        return self.add(day, clock, ("discharge", {"to": to, **more}), reason=reason)


def moved(t):
    """26+5 weeks: to another hospital for an operation on day 12, back on day 15 with the log of the days between."""
    s = Stay(t, "transfer", "wen-wen", "2024-09-02T03:20", "female", 187, 910, "7")
    s.add(0, "03:40", t.state("respiratory_support", "ventilator", fio2Percent=38), t.state("feeding_route", "none"))
    s.add(0, "05:00", t.state("methylxanthine", "on", detail="caffeine citrate"), t.state("iv_access", "on"))
    s.weigh(1, [895, 880, 866, 860, 862, 870, 878, 886, 893, 900, 908, 915])
    s.add(10, "11:00", ("problem", {"code": "Q25.0", "grade": "moderate", "onset": t.plus(s.born, 10, "00:00")[:10]}))
    s.add(12, "09:30", ("communication", {"with": "parents", "formSigned": True}))
    s.left(12, "10:00", "transfer", reason="动脉导管结扎，转上级医院 / ligation of the arterial duct at another hospital")
    back = t.plus(s.born, 15, "16:00")
    s.add(
        13, "11:00", ("procedure", {"what": "duct_ligation", "detail": "at the other hospital"}),
        late=4 * 24 * 60)
    s.story.act(s.me, back, ("admission", {"from": "transfer", "hospital": "市儿童医院 / city children's hospital", "bed": "7"}))
    s.add(
        15, "16:10", t.state("monitoring", "on"), t.state("respiratory_support", "cpap", fio2Percent=30),
        t.state("feeding_route", "tube"), t.state("methylxanthine", "on", detail="caffeine citrate"),
        t.state("iv_access", "on"), t.state("thermal", "incubator"))
    s.weigh(16, [938, 950, 963, 977])
    s.add(
        17, "08:30", t.measured("weight", 930, role="reported"), late=5)
    return s.story


def back_again(t):
    """32+1 weeks: home on day 24 and back ten days later; a new hospital number, another discharge, weights from visits."""
    s = Stay(t, "readmission", "qiao-qiao", "2024-07-01T14:05", "male", 225, 1720, "9")
    s.story.act(
        s.me, s.born,
        ("identity", {"hospital_number": "DEMO-240701", "record_number": "DEMO-R-3107", "alias": "小乔 / Qiao"}), late=40)
    s.add(0, "14:20", t.state("respiratory_support", "room_air"), t.state("methylxanthine", "never"))
    s.add(1, "09:00", t.state("feeding_route", "tube"), t.state("milk", "mother"))
    s.weigh(1, [1680, 1645, 1620, 1612, 1618, 1635, 1655, 1680, 1704, 1726, 1748, 1772, 1797])
    s.add(13, "09:00", t.state("feeding_route", "oral"))
    s.weigh(14, [1824, 1850, 1879, 1905, 1934, 1962, 1990, 2018, 2047, 2075, 2104])
    s.add(20, "10:00", t.state("thermal", "open_crib"))
    s.left(24, "10:00", "home", told="mother", formSigned=True)
    s.story.act(
        s.me, t.plus(s.born, 34, "21:10"), ("admission", {"from": "home", "bed": "4"}),
        reason="呼吸道感染，呼吸暂停一次 / airway infection, one apnoea")
    s.story.act(s.me, t.plus(s.born, 34, "21:30"), ("identity", {"hospital_number": "DEMO-240804"}))
    s.add(
        34, "21:20", t.state("monitoring", "on"), t.state("respiratory_support", "low_flow_oxygen", flowTenthsLitre=5),
        t.state("feeding_route", "oral"))
    s.add(
        34, "21:05",
        ("event", {
            "what": ["apnoea"], "durationSeconds": 22, "intervention": "stimulation", "feedingRelated": False,
            "selfResolved": False,
        }))
    s.weigh(35, [2330, 2345, 2368, 2395, 2424, 2455, 2487])
    s.add(38, "10:00", t.state("respiratory_support", "room_air"))
    s.left(42, "10:00", "home", told="parents", formSigned=True)
    for day, grams, source in ((49, 2700, "clinic"), (63, 3160, "clinic"), (80, 3650, "mother, by telephone")):
        s.add(day, "10:00", ("follow_up", {
            "place": "社区卫生服务中心 / community health centre", "source": source, "quantity": "weight", "value": grams,
            "unit": "g"}))
    return s.story


def against_advice(t):
    """31+2 weeks: taken home on day 16 against advice, with the form signed and the verdict of that minute beside it."""
    s = Stay(t, "against-advice", "dong-dong", "2024-10-20T02:15", "male", 219, 1480, "8")
    s.add(0, "02:30", t.state("respiratory_support", "cpap", fio2Percent=28), t.state("feeding_route", "none"))
    s.add(0, "03:10", t.state("methylxanthine", "on", detail="caffeine citrate"))
    s.add(2, "09:00", t.state("feeding_route", "tube"), t.state("milk", "preterm_formula"))
    s.weigh(1, [1450, 1420, 1395, 1380, 1376, 1382, 1394, 1408, 1424, 1440, 1457, 1474, 1490, 1508, 1526, 1545])
    s.add(9, "10:00", t.state("respiratory_support", "high_flow", fio2Percent=23, flowTenthsLitre=30))
    s.add(16, "14:00", ("communication", {"with": "father", "text": "已说明风险 / the risks were explained", "formSigned": True}))
    s.left(
        16, "15:30", "against_advice", code="4", told="father", formSigned=True,
        readiness="cn-2017 0.1.0 not_ready", reason="家属要求，费用原因 / wish of the family, for cost")
    return s.story


def withdrawn(t):
    """23+5 weeks: treatment withdrawn on day 6 after two conversations; nothing is due or projected afterwards."""
    s = Stay(t, "withdrawal", "he-he", "2024-11-02T19:40", "female", 166, 560, "2")
    s.add(0, "19:50", t.state("respiratory_support", "ventilator", fio2Percent=60), t.state("feeding_route", "none"))
    s.weigh(1, [545, 530, 520, 514, 512])
    s.add(3, "10:00", ("problem", {"code": "ivh", "grade": "IV", "onset": t.plus(s.born, 3, "00:00")[:10]}))
    for day in (4, 6):
        s.add(day, "15:00", ("communication", {"with": "parents", "text": "病情与预后 / condition and outlook", "formSigned": day == 6}))
    s.left(6, "18:20", "withdrawal", told="parents", formSigned=True, reason="四级脑室内出血 / grade IV haemorrhage")
    return s.story


def died(t):
    """25+0 weeks: died of pulmonary haemorrhage on day 3."""
    s = Stay(t, "death", "ruo-ruo", "2024-11-08T05:30", "male", 175, 690, "1")
    s.add(0, "05:45", t.state("respiratory_support", "hfov", fio2Percent=70), t.state("feeding_route", "none"))
    s.add(0, "06:30", ("procedure", {"what": "surfactant", "detail": "first dose, given by tube"}))
    s.weigh(1, [672, 655])
    s.add(2, "23:10", ("problem", {"code": "P26.1", "onset": t.plus(s.born, 2, "00:00")[:10]}))
    s.add(3, "03:00", ("communication", {"with": "parents", "text": "抢救情况 / the resuscitation", "formSigned": False}))
    s.left(3, "03:40", "death", code="5", told="parents", reason="肺出血 / pulmonary haemorrhage")
    return s.story
