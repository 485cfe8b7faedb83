import NICUAssets
import NICUCore
import Testing

@Suite("H39 targets of the care plan")
struct TargetStateTests {
    private func plan(_ target: String, _ low: String?, _ high: String?, _ unit: String?, value: String? = nil) -> Plan
    {
        Plan(
            target: target, value: value, low: low.flatMap { FixedDecimal($0) },
            high: high.flatMap { FixedDecimal($0) },
            unit: unit)
    }

    private func state(_ chart: Chart) throws -> TargetState {
        try #require(TargetState.all(try chart.course(), CareFile.embedded()).first)
    }

    private func state(_ chart: Chart, _ plan: Plan) throws -> TargetState {
        var chart = chart
        try chart.add(plan, ago: days(1))
        return try state(chart)
    }

    /// In order, and 39+2 on the day of the question.
    private func growing() throws -> Chart {
        var chart = try Chart.ready()
        chart.remove { $0 is Dating }
        try chart.add(Dating(gestationalAge: GestationalAge(days: 182), method: .ivf), ago: days(93))
        return chart
    }

    @Test("weight gain is judged by the exponential rate over seven days, in either unit")
    func weightGain() throws {
        let chart = try growing()
        let found = try state(chart, plan("weight_gain", "15", "20", "g/kg/d"))
        guard case .gain(let rate) = found.figure else { return #expect(Bool(false)) }
        #expect(rate.method == .exponential && rate.window == .sevenDays && found.by == "li.min")
        #expect(found.standing == .below && abs(rate.value - 10.867) < 0.01)
        #expect(try state(chart, plan("weight_gain", "20", "30", "g/d")).standing == .onTarget)
        #expect(try state(chart, plan("weight_gain", nil, "25", "g/d")).standing == .above)
        #expect(try state(chart, plan("weight_gain", "20", "30", "kg/wk")).standing == .unknown(.noLimits))
    }

    @Test("weight gain is unknown with an old last weight, an unconfirmed one inside, or too few")
    func weightGainUnknown() throws {
        let aim = plan("weight_gain", "5", nil, "g/kg/d")
        var doubtful = try growing()
        let doubt = try doubtful.add(grams(3900, role: .unconfirmed), ago: days(3))
        #expect(try state(doubtful, aim).standing == .unknown(.unconfirmed(EntryRef(doubt))))
        var old = try growing()
        old.asOf = Moment(Chart.now + days(5), offsetMinutes: 480)
        guard case .unknown(.stale) = try state(old, aim).standing else { return #expect(Bool(false)) }
        var few = Chart()
        try few.add(Birth(sex: .male), ago: days(1))
        try few.add(grams(900, role: .birth), ago: days(1))
        #expect(try state(few, aim).standing == .unknown(.noGain))
    }

    @Test("after 40+0, or at an unknown age, nothing is judged in g/kg/d; g/d is")
    func afterTerm() throws {
        let aim = plan("weight_gain", "5", nil, "g/kg/d")
        var chart = try growing()
        #expect(try state(chart, aim).standing == .onTarget)
        chart.remove { $0 is Dating }
        #expect(try state(chart, aim).standing == .unknown(.noPostmenstrualAge))
        // 93 days on: 40+0, and the day after.
        let born = days(93)
        try chart.add(Dating(gestationalAge: GestationalAge(days: 187), method: .ivf), ago: born)
        #expect(try state(chart, aim).standing == .onTarget)
        try chart.add(Dating(gestationalAge: GestationalAge(days: 188), method: .ivf), ago: born)
        #expect(try state(chart, aim).standing == .unknown(.notPerKilo(after: PostmenstrualAge(days: 280))))
        #expect(try state(chart, plan("weight_gain", "20", "30", "g/d")).standing == .onTarget)
    }

    @Test("a volume is judged by the last whole care day; what is missing could only add to it")
    func volume() throws {
        var fed = try Fed()
        try fed.feeds(150, back: 2)
        try fed.feeds(150, kcal: 100)
        func standing(_ target: String, _ low: String?, _ high: String?, _ unit: String = "mL/kg/d") throws
            -> TargetState.Standing
        { try state(fed.chart, plan(target, low, high, unit)).standing }
        #expect(try standing("feeding_volume", "120", nil) == .onTarget)
        #expect(try standing("feeding_volume", "120.1", nil) == .below)
        #expect(try standing("feeding_volume", "100", "119.9") == .above)
        #expect(try standing("energy", "80", "80", "kcal/kg/d") == .onTarget)
        #expect(try standing("protein", "3", "4", "g/kg/d") == .unknown(.notJudged))
        #expect(try standing("feeding_volume", "999999999999999999", nil) == .below)
        #expect(try standing("feeding_volume", "0.00000000000000001", nil) == .onTarget)
        try fed.chart.add(Intake(route: "breast", milk: "mother"), ago: hours(5))
        #expect(try standing("feeding_volume", "120", nil) == .onTarget)
        #expect(try standing("feeding_volume", "130", nil) == .unknown(.intakeVague(count: 1)))
        #expect(try standing("feeding_volume", "110", "130") == .unknown(.intakeVague(count: 1)))
        #expect(try standing("feeding_volume", "80", "110") == .above)
    }

    @Test("a volume is unknown with fewer than 24 hours entered, without a weight, and without any entry")
    func volumeUnknown() throws {
        let aim = plan("total_fluid", "150", nil, "mL/kg/d")
        var fed = try Fed()
        #expect(try state(fed.chart, aim).standing == .unknown(.noIntake))
        try fed.feeds(150)
        #expect(
            try state(fed.chart, aim).standing == .unknown(.intakeIncomplete(entered: Hours(23), due: Hours(24))))
        fed.chart.remove { ($0 as? Measurement)?.quantity == .weight }
        #expect(try state(fed.chart, aim).standing == .unknown(.weight(.nothing)))
    }

    @Test("H39: with a line on and infusions missing a total is unknown, but for what more could not turn")
    func infusionsMissing() throws {
        var fed = try Fed()
        try fed.feeds(150, back: 2)
        try fed.feeds(150, kcal: 100)
        try fed.chart.add(State(aspect: "iv_access", value: "on"), ago: days(5))
        func standing(_ target: String, _ low: String?, _ high: String?, _ unit: String = "mL/kg/d") throws
            -> TargetState.Standing
        { try state(fed.chart, plan(target, low, high, unit)).standing }
        let gap = TargetState.Missing.intakeIncomplete(entered: Hours(0), due: Hours(24), ofInfusions: true)
        #expect(try standing("total_fluid", "110", "130") == .unknown(gap))
        #expect(try standing("total_fluid", "150", nil) == .unknown(gap))
        #expect(try standing("total_fluid", nil, "130") == .unknown(gap))
        #expect(try standing("energy", "70", "90", "kcal/kg/d") == .unknown(gap))
        #expect(try standing("total_fluid", "110", nil) == .onTarget)
        #expect(try standing("total_fluid", "90", "110") == .above)
        #expect(try standing("feeding_volume", "110", "130") == .onTarget)
        for hour in [25, 17, 9] as [Int64] {
            let body = Intake(route: "iv", milk: "glucose", volumeTenthsMl: 10, kcalTenths: 1)
            try fed.chart.add(body, ago: hours(hour))
        }
        #expect(try standing("total_fluid", "110", "130") == .onTarget)
        #expect(try standing("total_fluid", "150", nil) == .below)
        #expect(try standing("energy", "70", "90", "kcal/kg/d") == .onTarget)
    }

    @Test("saturation is judged by its median, and an upper limit holds only while oxygen is given")
    func saturation() throws {
        var chart = Chart()
        try chart.add(Birth(sex: .male), ago: days(9))
        let aim = plan("spo2", "91", "95", "%")
        for (place, value) in [92, 97, 98, 99].enumerated() {
            if place == 3 {
                #expect(try state(chart, aim).standing == .unknown(.tooFew(found: 3, needed: 4, within: Hours(24))))
            }
            try chart.add(Measurement(quantity: .spo2, value: value), ago: hours(Int64(place) + 1))
        }
        #expect(try state(chart, aim).standing == .unknown(.oxygen))
        try chart.add(State(aspect: "respiratory_support", value: "cpap", fio2Percent: 25), ago: days(1))
        #expect(try state(chart, aim).standing == .above)
        try chart.add(State(aspect: "respiratory_support", value: "room_air"), ago: hours(5))
        let free = try state(chart, aim)
        guard case .saturation(let figure) = free.figure else { return #expect(Bool(false)) }
        #expect(free.standing == .onTarget && figure.median == 97.5 && figure.inside == 4 && figure.upperHolds == .no)
        #expect(try state(chart, plan("spo2", "98", nil, "%")).standing == .below)
    }

    @Test("a word is judged by the state that holds, weighing by its plan")
    func words() throws {
        var chart = Chart()
        try chart.add(Birth(sex: .male), ago: days(9))
        let aim = plan("fortification", nil, nil, nil, value: "on")
        #expect(try state(chart, aim).standing == .unknown(.nothingRecorded(aspect: "fortifier")))
        try chart.add(State(aspect: "fortifier", value: "off"), ago: days(2))
        #expect(try state(chart, aim).standing == .otherwise)
        try chart.add(State(aspect: "fortifier", value: "on"), ago: hours(2))
        #expect(try state(chart, aim).standing == .onTarget)
        #expect(try state(chart, plan("weighing", nil, nil, nil, value: "daily")).standing == .otherwise)
        try chart.add(grams(900), ago: 600)
        #expect(try state(chart, plan("weighing", nil, nil, nil, value: "daily")).standing == .onTarget)
    }

    @Test("H7: plans and states of an earlier stay hold no longer, nor do its readings")
    func stays() throws {
        var chart = Chart()
        try chart.add(Birth(sex: .male), ago: days(9))
        for (target, value) in [("fortification", "on"), ("weighing", "none")] {
            try chart.add(plan(target, nil, nil, nil, value: value), ago: days(8))
        }
        try chart.add(State(aspect: "fortifier", value: "on"), ago: days(8))
        try chart.add(State(aspect: "respiratory_support", value: "cpap", fio2Percent: 25), ago: days(8))
        for reading in Int64(0)..<4 {
            try chart.add(Measurement(quantity: .spo2, value: 93), ago: hours(16 + reading))
        }
        #expect(try state(chart).standing == .onTarget && WeighPlan(chart.course()).rhythm == .none)
        try chart.add(Discharge(to: .home), ago: hours(12))
        #expect(try Plan.inForce(in: chart.course()).isEmpty && WeighPlan(chart.course()).rhythm == .daily)
        try chart.add(Admission(from: .home), ago: hours(8))
        #expect(try Plan.inForce(in: chart.course()).isEmpty && WeighPlan(chart.course()).rhythm == .daily)
        func now(_ plan: Plan) throws -> TargetState.Standing {
            var chart = chart
            try chart.add(plan, ago: hours(8))
            return try state(chart).standing
        }
        let fortified = plan("fortification", nil, nil, nil, value: "on")
        #expect(try now(fortified) == .unknown(.nothingRecorded(aspect: "fortifier")))
        let saturated = plan("spo2", "91", "95", "%")
        #expect(try now(saturated) == .unknown(.tooFew(found: 0, needed: 4, within: Hours(24))))
        for reading in Int64(0)..<4 {
            try chart.add(Measurement(quantity: .spo2, value: 97), ago: hours(1 + reading))
        }
        #expect(try now(saturated) == .unknown(.oxygen))
        try chart.add(State(aspect: "fortifier", value: "on"), ago: hours(7))
        #expect(try now(fortified) == .onTarget)
    }

    @Test("of each target the last plan that has not run out is in force; one that was ended is not")
    func inForce() throws {
        var chart = try Chart.ready()
        try chart.add(plan("energy", "100", nil, "kcal/kg/d"), ago: days(9))
        var short = plan("energy", "120", nil, "kcal/kg/d")
        short.until = WrittenTime(Moment(Chart.now - days(2), offsetMinutes: 480))
        try chart.add(short, ago: days(4))
        try chart.add(plan("house_rule", nil, nil, nil, value: "x"), ago: days(4))
        let all = TargetState.all(try chart.course(), try CareFile.embedded())
        #expect(all.map(\.plan.target) == ["energy", "house_rule"] && all.first?.plan.low == FixedDecimal("100"))
        #expect(all.last?.standing == .unknown(.notJudged) && all.last?.target == nil)
        try chart.add(plan("energy", nil, nil, nil, value: Plan.ended), ago: days(1))
        #expect(TargetState.all(try chart.course(), try CareFile.embedded()).map(\.plan.target) == ["house_rule"])
    }
}
