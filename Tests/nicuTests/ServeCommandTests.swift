import Foundation
import Testing

@Suite("nicu serve")
struct ServeCommandTests {
    @Test("Without nicu-server beside it or on the PATH one sentence says so, with exit 1")
    func notThere() throws {
        let program = try Program()
        let alone = program.folder + "/nicu"
        try FileManager.default.copyItem(atPath: Program.path, toPath: alone)
        let result = try program.run(["serve", "--port", "0"], path: alone)
        #expect(result.status == 1 && result.out.isEmpty)
        #expect(result.err.hasPrefix("nicu: nicu-server is not there") && result.err.split(separator: "\n").count == 1)
    }
}
