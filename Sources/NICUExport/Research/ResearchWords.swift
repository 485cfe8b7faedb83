internal import NICUCore

/// The closed lists from which words may stand in a research export; the program's own words, never a unit's.
public struct ResearchWords: Sendable {
    /// The lists.
    public enum List: String, Sendable, Hashable, CaseIterable {
        case steroids, deliveries, wayOut, sites, measuring, clothing, questions, aspects, details, tasks, methods,
            items
        case criteria, ruleSets, grades, routes, procedures, feeding, fluids, labs, units, targets, planValues
    }

    /// The lists of names that stand inside a longer text.
    public enum Names: String, Sendable, Hashable, CaseIterable { case products, problems }

    private let criteria: Set<String>
    private let ruleSets: Set<String>
    private let grades: Set<String>
    private let targets: Set<String>

    /// Makes the lists; what stands in the program's rule files is given by the door.
    public init(criteria: [String], ruleSets: [String], grades: [String], targets: [String]) {
        self.criteria = Set(criteria)
        self.ruleSets = Set(ruleSets)
        self.grades = Set((grades + ResearchWords.plainGrades).map { $0.lowercased() })
        self.targets = Set(targets)
    }

    /// Whether a list has a word; `owner` is the aspect that a detail belongs to.
    func has(_ word: String, in list: List, owner: String? = nil) -> Bool {
        switch list {
        case .criteria: criteria.contains(word)
        case .ruleSets: ruleSets.contains(word)
        case .grades: grades.contains(word.lowercased())
        case .targets: targets.contains(word)
        case .details: ResearchWords.details[owner ?? ""]?.contains(word.lowercased()) ?? false
        default: ResearchWords.fixed[list]?.contains(word) ?? false
        }
    }

    /// The known name for a free one; nil for none.
    func name(for text: String, in names: Names) -> String? {
        let plain = text.lowercased()
        switch names {
        case .products: return ResearchWords.products.first { plain.contains($0.part) }?.name
        case .problems:
            if Vocabulary.names(of: .problem).contains(plain) { return plain }
            // A code of ICD-10 is told by its category alone: the finer, the rarer.
            let code = Array(plain.uppercased().utf8)
            guard code.count >= 3, (0x41...0x5A).contains(code[0]), code[1...2].allSatisfy(\.isDigit),
                code.count == 3 || (code[3] == UInt8(ascii: ".") && (5...6).contains(code.count)),
                code.dropFirst(4).allSatisfy(\.isDigit)
            else { return nil }
            return String(plain.uppercased().prefix(3))
        }
    }

    private static let plainGrades = [
        "0", "1", "2", "3", "4", "5", "i", "ii", "iii", "iv", "v", "1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b",
        "mild",
        "moderate", "severe",
    ]

    private static let details: [String: Set<String>] = [
        "parenteral_nutrition": ["full", "partial"], "isolation": ["contact", "droplet", "airborne", "protective"],
        "iv_access": ["uvc", "uac", "picc"], "iv_medication": ["antibiotic", "antibiotics"],
        "methylxanthine": ["caffeine", "caffeine citrate", "aminophylline", "theophylline"],
    ]

    private static let fixed: [List: Set<String>] = [
        .steroids: ["complete", "partial", "none", "unknown"],
        .deliveries: ["vaginal", "caesarean", "forceps", "vacuum", "assisted", "unknown"],
        // 离院方式 of the front page of Chinese case records (国家卫生健康委, 住院病案首页): 1–5 and 9.
        .wayOut: ["1", "2", "3", "4", "5", "9"],
        .sites: Set(Measurement.sites),
        .measuring: ["board", "tape", "in_bed", "bench", "manual", "monitor"],
        .clothing: ["naked", "nappy", "clothed"],
        .questions: Set(Question.Code.allCases.map(\.rawValue)),
        .aspects: Set(Aspect.known),
        .tasks: Set(Vocabulary.names(of: .task)),
        .methods: Set(Vocabulary.names(of: .method) + ["heel_prick"]),
        .items: Set(Vocabulary.names(of: .item)),
        .procedures: Set(Vocabulary.names(of: .procedure)),
        .routes: Set(Medication.routes),
        .feeding: Set(Intake.routes),
        .fluids: Set(Intake.milks + Intake.fluids),
        .planValues: ["daily", "twice_weekly", "none", "on", "off", "tube", "oral_plus_tube", "oral", Plan.ended],
        .labs: [
            "haemoglobin", "haematocrit", "platelets", "leucocytes", "neutrophils", "reticulocytes", "crp",
            "procalcitonin", "glucose", "lactate", "sodium", "potassium", "chloride", "calcium", "ionised_calcium",
            "phosphate", "magnesium", "alkaline_phosphatase", "albumin", "urea", "creatinine", "bilirubin",
            "bilirubin_total", "bilirubin_direct", "alt", "ast", "ggt", "tsh", "ft4", "ferritin", "ph", "pco2", "po2",
            "base_excess", "bicarbonate", "triglycerides", "ammonia", "vitamin_d",
        ],
        .units: [
            "%", "/min", "1", "10^9/L", "10^12/L", "cm", "cm/wk", "Cel", "fL", "g", "g/d", "g/dL", "g/kg/d", "g/L",
            "IU",
            "IU/L", "kcal/kg/d", "kPa", "mEq/L", "mg", "mg/d", "mg/dL", "mg/kg", "mg/L", "mIU/L", "mL", "mL/kg/d",
            "mmHg", "mmol/L", "ng/L", "ng/mL", "nmol/L", "pg", "pmol/L", "U", "U/L", "ug", "ug/kg", "ug/L", "umol/L",
            "µg", "µg/L", "µmol/L", "μg", "μmol/L", "min", "kcal",
        ],
    ]

    /// The item of the consent that an export needs.
    public static let research = "research"

    /// Words inside a product's name, and the name that stands for it; the first that fits.
    private static let products: [(part: String, name: String)] = [
        ("caffeine", "caffeine"), ("咖啡因", "caffeine"), ("aminophylline", "aminophylline"), ("氨茶碱", "aminophylline"),
        ("theophylline", "theophylline"), ("茶碱", "theophylline"), ("dexamethasone", "dexamethasone"),
        ("地塞米松", "dexamethasone"), ("hydrocortisone", "hydrocortisone"), ("氢化可的松", "hydrocortisone"),
        ("hydrochlorothiazide", "hydrochlorothiazide"), ("氢氯噻嗪", "hydrochlorothiazide"),
        ("spironolactone", "spironolactone"), ("螺内酯", "spironolactone"), ("furosemide", "furosemide"),
        ("frusemide", "furosemide"), ("呋塞米", "furosemide"), ("hepatitis b imm", "hbig"), ("hbig", "hbig"),
        ("乙肝免疫球蛋白", "hbig"), ("hepatitis b", "hepatitis_b"), ("hepatitis_b", "hepatitis_b"),
        ("hepatitis-b", "hepatitis_b"), ("乙肝疫苗", "hepatitis_b"), ("bcg", "bcg"), ("卡介苗", "bcg"),
        ("nirsevimab", "nirsevimab"), ("尼塞韦", "nirsevimab"), ("palivizumab", "palivizumab"),
        ("surfactant", "surfactant"), ("ibuprofen", "ibuprofen"), ("布洛芬", "ibuprofen"),
        ("paracetamol", "paracetamol"), ("indomet", "indometacin"), ("ampicillin", "ampicillin"),
        ("penicillin", "penicillin"), ("gentamicin", "gentamicin"), ("amikacin", "amikacin"),
        ("cefotaxime", "cefotaxime"), ("meropenem", "meropenem"), ("vancomycin", "vancomycin"),
        ("fluconazole", "fluconazole"), ("erythropoietin", "erythropoietin"), ("ferrous", "iron"), ("iron", "iron"),
        ("vitamin d", "vitamin_d"), ("vitamin k", "vitamin_k"), ("morphine", "morphine"), ("fentanyl", "fentanyl"),
    ]
}

extension UInt8 {
    /// Whether it is an ASCII digit.
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
