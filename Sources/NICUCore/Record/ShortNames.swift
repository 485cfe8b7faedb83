/// The short names that the command line takes for tokens; hyphens stand for underscores everywhere.
public enum ShortNames {
    /// Short name and token, as the command reference lists them.
    public static let all: [(short: String, token: String)] = [
        ("feeding", "feeding_route"), ("respiratory", "respiratory_support"), ("caffeine", "methylxanthine"),
        ("pn", "parenteral_nutrition"), ("hearing", "hearing_screen"), ("blood_spot", "newborn_blood_spot"),
        ("rop", "rop_exam"), ("head_us", "head_us_term"), ("thyroid", "thyroid_repeat"),
        ("hepatitis_b", "hepatitis_b_1"), ("car_seat", "car_seat_test"),
        ("caregiver_teaching", "caregiver_teaching_complete"), ("tests_normal", "ancillary_tests_basically_normal"),
        ("follow_up", "primary_care_and_specialty_appointments"), ("hematology", "hematologic_status_assessed"),
        ("two_caregivers", "two_caregivers_identified"), ("hr", "heart_rate"), ("rr", "respiratory_rate"),
        ("temp", "temperature"), ("hc", "head"), ("progress", "progress_note"), ("stage", "stage_summary"),
    ]

    /// The short names of targets, which mean other things elsewhere.
    private static let targets = [
        "volume": "feeding_volume", "gain": "weight_gain", "saturation": "spo2", "fluid": "total_fluid",
    ]

    /// The target of a plan for what was typed.
    public static func target(_ typed: String) -> String {
        let word = plain(typed)
        return targets[word] ?? token(typed)
    }

    /// What was typed as a word of the record, where short names have no meaning: a diagnosis, a laboratory test.
    public static func plain(_ typed: String) -> String { String(typed.lowercased().map { $0 == "-" ? "_" : $0 }) }

    /// The token for what was typed.
    public static func token(_ typed: String) -> String {
        let word = plain(typed)
        return all.first { $0.short == word }?.token ?? word
    }
}
