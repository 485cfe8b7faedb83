internal import Crypto
public import NICUCore

/// The growth references at hand: the packs below `seeds/references/`, or a unit's own.
///
/// A pack is a folder; its name is the reference's id. Nothing is read before it is asked for, and only the tables that
/// are asked for are parsed, so a single z-score costs one small file. No pack is required to exist.
public struct ReferenceLibrary: Sendable {
    /// Where the packs lie.
    static let folder = "seeds/references/"

    /// Files that stand in for the embedded ones; nil for the embedded ones.
    private let files: [String: [UInt8]]?

    /// The unit's own packs by id, as texts of ``UnitPack``; parsed when they are asked for.
    private var own: [String: String] = [:]

    /// The embedded packs.
    public init() { files = nil }

    /// Packs given as files, by path below the package folder: `seeds/references/ID/weight-female.csv`.
    public init(files: [String: [UInt8]]) { self.files = files }

    /// The same library with a unit's own packs beside its own, by id; an id the library has keeps its meaning.
    public func adding(_ packs: [String: String]) -> ReferenceLibrary {
        var library = self
        library.own = packs.filter { !ownsID($0.key) }
        return library
    }

    /// Whether an id belongs to a pack that is not the unit's own.
    public func ownsID(_ id: String) -> Bool { packIDs.contains(id) }

    /// The ids of all packs, the unit's own last, each in the order of their names.
    public var ids: [String] { packIDs + own.keys.sorted() }

    private var packIDs: [String] {
        var ids: [String] = []
        for path in paths(under: ReferenceLibrary.folder) {
            let rest = path.utf8.dropFirst(ReferenceLibrary.folder.utf8.count)
            guard let slash = rest.firstIndex(of: UInt8(ascii: "/")), let id = String(rest[..<slash]) else { continue }
            if ids.last != id { ids.append(id) }
        }
        return ids
    }

    /// Loads a reference with the curves of the given measures and sexes.
    ///
    /// Curves the pack has and that are not asked for answer `not_loaded`. The manifest is not read.
    ///
    /// - Throws: ``AssetProblem`` when there is no such pack, or with file, line and column when a file is not sound.
    public func reference(
        _ id: String, measures: Set<GrowthMeasure> = Set(GrowthMeasure.allCases), sexes: Set<Sex> = [.female, .male]
    ) throws(AssetProblem) -> GrowthReference {
        if let text = own[id] { return try UnitPack(text, path: id).reference }
        let place = ReferenceLibrary.folder + id + "/"
        var files: [(key: GrowthReference.Key, path: String)] = []
        for measure in GrowthMeasure.allCases {
            for sex in [Sex.female, .male] {
                let path = place + measure.rawValue + "-" + sex.rawValue + ".csv"
                if let key = GrowthReference.Key(measure, sex), has(path) { files.append((key, path)) }
            }
        }
        let coefficients = place + "coefficients.csv"
        let forms = has(coefficients) ? try withFile(coefficients, ReferenceFigures.closedForms) : nil
        guard forms != nil || !files.isEmpty else {
            throw AssetProblem(path: place, reason: "there is no growth reference '\(id)'")
        }
        var wanted = files.filter { measures.contains($0.key.measure) && sexes.contains($0.key.sex) }
        // Axis and use stand in every table; with none asked for, the first one is read for them alone.
        let unused = wanted.isEmpty && forms == nil
        if unused { wanted = Array(files.prefix(1)) }
        var curves = forms?.curves ?? [:]
        var common = forms
        for (key, path) in wanted {
            let figures = try withFile(path) { (path, bytes) throws(AssetProblem) in
                try ReferenceFigures.table(key, path: path, bytes: bytes)
            }
            if let common, common.axis != figures.axis || common.use != figures.use {
                throw AssetProblem(path: path, reason: "axis or use differ from another table of the pack")
            }
            common = figures
            for (key, curve) in figures.curves {
                curves[key] = try ReferenceLibrary.join(curves[key], curve, path: path)
            }
        }
        guard let common else { throw AssetProblem(path: place, reason: "the pack has no figures") }
        return GrowthReference(
            id: id, axis: common.axis, use: common.use, curves: unused ? [:] : curves,
            available: Set(files.map(\.key)))
    }

    /// A closed form that a skew-t table of the same measure carries on.
    private static func join(_ form: GrowthCurve?, _ table: GrowthCurve, path: String) throws(AssetProblem)
        -> GrowthCurve
    {
        switch (form, table) {
        case (nil, _): return table
        case (.closedForm(let form)?, .skewT(let table)):
            guard form.unit == table.unit, form.range.upperBound + 1 == table.range.lowerBound else {
                throw AssetProblem(path: path, reason: "the table does not carry on where the closed form ends")
            }
            return .joined(form.reaching(to: table.range.lowerBound), table)
        default: throw AssetProblem(path: path, reason: "a measure has a closed form and a table that do not join")
        }
    }

    /// Reads a pack's manifest: source, terms, population and ranges.
    ///
    /// - Throws: ``AssetProblem`` with file, line and column.
    public func manifest(_ id: String) throws(AssetProblem) -> ReferenceManifest {
        if let text = own[id] { return try UnitPack(text, path: id).manifest }
        let path = ReferenceLibrary.folder + id + "/manifest.yaml"
        return try withFile(path) { (path, bytes) throws(AssetProblem) in
            let text = FigureFile.text(bytes, 0, bytes.count)
            let manifest = try StrictYAML.decode(ReferenceManifest.self, from: text, path: path)
            guard manifest.id == id else {
                throw AssetProblem(path: path, reason: "the id is '\(manifest.id)', the folder's name '\(id)'")
            }
            return manifest
        }
    }

    /// SHA-256 over the pack's files in the order of their names, each as name, line feed and bytes; over the text of a
    /// unit's own.
    public func digest(_ id: String) throws(AssetProblem) -> String {
        if let text = own[id] { return try UnitPack(text, path: id).digest }
        let place = ReferenceLibrary.folder + id + "/"
        var hash = SHA256()
        for path in paths(under: place) {
            hash.update(data: Array((path.dropFirst(place.count) + "\n").utf8))
            try withFile(path) { (_, bytes) throws(AssetProblem) in hash.update(bufferPointer: bytes) }
        }
        return Hexadecimal.text(Array(hash.finalize()))
    }

    private func paths(under folder: String) -> [String] {
        guard let files else { return EmbeddedFiles.paths(under: folder) }
        return files.keys.filter { $0.hasPrefix(folder) }.sorted()
    }

    func has(_ path: String) -> Bool {
        files.map { $0[path] != nil } ?? (EmbeddedFiles.bytes(at: path) != nil)
    }

    func withFile<Output>(
        _ path: String, _ body: (String, UnsafeRawBufferPointer) throws(AssetProblem) -> Output
    ) throws(AssetProblem) -> Output {
        if files == nil, let bytes = EmbeddedFiles.bytes(at: path) { return try body(path, bytes) }
        guard let bytes = files?[path] else { throw AssetProblem(path: path, reason: "the file is missing") }
        // Array.withUnsafeBytes passes no typed error through.
        let outcome: Result<Output, AssetProblem> = bytes.withUnsafeBytes { bytes in
            do throws(AssetProblem) { return .success(try body(path, bytes)) } catch { return .failure(error) }
        }
        return try outcome.get()
    }
}
