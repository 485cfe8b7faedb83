/// Builds an SVG picture element by element; texts are escaped, numbers carry one decimal.
///
/// The picture grows as bytes: a chart has thousands of numbers, and none of them becomes a string of its own.
struct SVG {
    private var bytes: [UInt8] = []

    /// Begins a picture of a size in CSS pixels, white, with a sans-serif font that has Chinese.
    init(width: Double, height: Double, title: String) {
        bytes.reserveCapacity(1 << 16)
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ", width)
        add(" ", height)
        add("\" width=\"", width)
        add("\" height=\"", height)
        add(
            """
            " role="img" font-family="'Noto Sans CJK SC','Noto Sans SC','WenQuanYi Zen Hei','Source Han Sans SC',sans-serif">
            <title>
            """)
        addEscaped(title)
        add(
            """
            </title>
            <rect width="100%" height="100%" fill="#fff"/>

            """)
    }

    /// The finished picture.
    var finished: String { String(decoding: bytes, as: UTF8.self) + "</svg>\n" }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
        add("<line x1=\"", x1)
        add("\" y1=\"", y1)
        add("\" x2=\"", x2)
        add("\" y2=\"", y2)
        add("\" ")
        add(style)
        add("/>\n")
    }

    mutating func polyline(_ points: [(x: Double, y: Double)], _ style: String) {
        guard points.count > 1 else { return }
        add("<polyline points=\"")
        for (index, point) in points.enumerated() {
            add(index == 0 ? "" : " ", point.x)
            add(",", point.y)
        }
        add("\" fill=\"none\" ")
        add(style)
        add("/>\n")
    }

    mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) {
        add("<rect x=\"", x)
        add("\" y=\"", y)
        add("\" width=\"", width)
        add("\" height=\"", height)
        add("\" ")
        add(style)
        add("/>\n")
    }

    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) {
        add("<circle cx=\"", x)
        add("\" cy=\"", y)
        add("\" r=\"", radius)
        add("\" ")
        add(style)
        add("/>\n")
    }

    mutating func label(
        _ words: String, _ x: Double, _ y: Double, size: Double = 10, anchor: String = "start", _ style: String = ""
    ) {
        add("<text x=\"", x)
        add("\" y=\"", y)
        add("\" font-size=\"", size)
        add("\" text-anchor=\"")
        add(anchor)
        add("\" ")
        add(style)
        add(">")
        addEscaped(words)
        add("</text>\n")
    }

    private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Text and then a number with one decimal, or none where it would be 0.
    private mutating func add(_ text: String, _ value: Double) {
        add(text)
        let tenths = Int((value * 10).rounded())
        if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
        addDigits(tenths.magnitude / 10)
        guard tenths % 10 != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        addDigits(tenths.magnitude % 10)
    }

    private mutating func addDigits(_ number: UInt) {
        if number >= 10 { addDigits(number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    private mutating func addEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): add("&amp;")
            case UInt8(ascii: "<"): add("&lt;")
            case UInt8(ascii: ">"): add("&gt;")
            case UInt8(ascii: "\""): add("&quot;")
            case ..<0x20: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
    }
}
