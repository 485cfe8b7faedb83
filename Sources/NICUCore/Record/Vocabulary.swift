/// The names that rule files and schedules use for what is recorded as free words: tasks, statements, plans, aspects.
///
/// A name outside it is most often a slip: a criterion that asks for it would never be met, and a fact under it would be
/// missed by the criterion it was meant for. A unit's own names stand in the file itself, under ``Kind/ownKey``.
public enum Vocabulary {
    /// What a name stands for.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case task, method, item, plan, problem, procedure, aspect

        /// The key of a file under which it declares names of its own, such as `own_tasks`.
        public var ownKey: String { "own_\(rawValue)s" }
    }

    /// The known names of a kind, in the order in which they are listed.
    public static func names(of kind: Kind) -> [String] {
        switch kind {
        case .task:
            [
                "hearing_screen", "newborn_blood_spot", "newborn_blood_spot_repeat", "rop_exam", "head_us_1",
                "head_us_2", "head_us_recheck", "head_us_term", "mri_term", "thyroid_repeat", "chd_screen",
                "echocardiogram", "car_seat_test", "bpd_assessment", "follow_up_visit", "hepatitis_b_1",
                "hepatitis_b_extra_1", "hepatitis_b_extra_2", "hepatitis_b_extra_3", "bcg", "nirsevimab",
                "home_oxygen_plan", "home_pressure_plan", "home_methylxanthine_plan", "home_tube_feeding_plan",
            ] + papers
        case .method: ["aabr", "abr", "oae"]
        case .item:
            [
                "caregiver_teaching_complete", "two_caregivers_identified", "complications_controlled",
                "ancillary_tests_basically_normal", "hematologic_status_assessed", "nutrition_plan", "rooming_in",
                "primary_care_and_specialty_appointments", "spo2_through_sleep_and_feeds", "full_feeding",
                "under_treatment", "early_discharge", "no_severe_complication", "good_early_gain",
                "feeding_difficulty", "maternal_rsv_vaccine_protective", "critically_ill", "seriously_ill",
            ]
        case .plan: ["feeding_volume"]
        case .aspect: Aspect.known
        case .problem: ["bpd", "ivh", "nec", "rop", "rop_zone", "rop_plus", "rop_aggressive", "sepsis"]
        case .procedure: ["transfusion", "exchange_transfusion", "surfactant", "kangaroo_care"]
        }
    }
}
