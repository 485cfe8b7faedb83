internal import ArgumentParser
internal import NICUExport

/// How a table is written for a spreadsheet.
struct TableOptions: ParsableArguments {
    @Flag(help: "Begin a table with a byte order mark, so that Excel reads its Chinese\n写入 BOM，便于 Excel 打开")
    var bom = false

    @Flag(help: "Separate the cells of a table by tabs\n以制表符分隔")
    var tsv = false

    var dialect: CSV.Dialect { CSV.Dialect(isTabbed: tsv, hasMark: bom) }
    var isGiven: Bool { bom || tsv }
    /// The first of the options that was given.
    var given: String { bom ? "--bom" : "--tsv" }
}
