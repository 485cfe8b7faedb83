internal import ArgumentParser

/// What `make bench` measures inside one process; not part of the product.
@main
struct NICUBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nicu-bench", abstract: "Measure the library for make bench",
        subcommands: [Entries.self, GrowthScores.self, Chart.self, Slips.self, FHIRDocuments.self])
}

extension Duration {
    /// The length in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
