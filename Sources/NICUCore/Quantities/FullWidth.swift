extension String {
    /// The text with full-width ASCII, as a Chinese keyboard writes it, in its plain form.
    var narrowed: String {
        var scalars = UnicodeScalarView()
        for scalar in unicodeScalars {
            // Full-width ASCII is ASCII 0xFEE0 further on.
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(scalars)
    }
}
