extension Intake {
    /// The route of what does not go by the gut.
    public static let infusion = "iv"
    /// The routes a feed or infusion can take.
    public static let routes = ["bottle", "breast", "cup", "tube", "oral", infusion]
    /// What is fed.
    public static let milks = [
        "mother", "donor", "mixed", "preterm_formula", "post_discharge_formula", "term_formula", "special_formula",
        "water",
    ]
    /// What is infused.
    public static let fluids = ["parenteral_nutrition", "lipid", "glucose", "saline", "blood_product", "drug_infusion"]

    /// What cannot be true together: milk into a vein, a test weight of what goes through a tube or without a volume.
    public var contradiction: BodyProblem? {
        if let milk, let route, (route == Intake.infusion) != Intake.fluids.contains(milk) {
            return .contradicts(member: "milk", value: milk, with: "route \(route)")
        }
        if byTestWeight == true, let route, [Intake.infusion, "tube"].contains(route) {
            return .contradicts(member: "byTestWeight", value: "true", with: "route \(route)")
        }
        if byTestWeight == true, volumeTenthsMl == nil { return .missing(member: "volumeTenthsMl") }
        return nil
    }
}

extension Medication {
    /// The routes a medicine can take.
    public static let routes = [
        "oral", "tube", "iv", "im", "sc", "inhaled", "nebulised", "intratracheal", "rectal", "topical", "eye",
    ]
}
