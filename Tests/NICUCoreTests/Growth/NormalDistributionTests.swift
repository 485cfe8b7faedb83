import NICUCore
import Testing

@Suite struct NormalDistributionTests {
    @Test(arguments: [
        (0.0, 50.0), (-1.0, 15.865525393145707), (1.0, 84.1344746068543), (1.959963984540054, 97.5),
        (-1.2815515655446004, 10.0), (-8.0, 6.220960574271785e-14),
    ])
    func centileAgreesWithTables(z: Double, centile: Double) {
        #expect(abs(NormalDistribution.centile(z) - centile) <= 1e-12 * max(1, centile))
    }

    @Test func tailsKeepTheirDigits() {
        // Φ(−10) and Φ(−37) to 16 digits.
        #expect(abs(NormalDistribution.cdf(-10) / 7.619853024160527e-24 - 1) < 1e-12)
        #expect(abs(NormalDistribution.upperTail(37) / 5.725571222524576e-300 - 1) < 1e-10)
        #expect(NormalDistribution.cdf(10) == 1)
        #expect(NormalDistribution.upperTail(10) == NormalDistribution.cdf(-10))
    }
}
