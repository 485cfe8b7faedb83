/// Builds an SVG picture element by element; texts are escaped, numbers carry one decimal.
struct SVG {
    private(set) var text: String

    /// Begins a picture of a size in CSS pixels, white, with a sans-serif font that has Chinese.
    init(width: Double, height: Double, title: String) {
        text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(SVG.number(width)) \(SVG.number(height))" \
            width="\(SVG.number(width))" height="\(SVG.number(height))" \
            font-family="'Noto Sans CJK SC','Noto Sans SC','WenQuanYi Zen Hei','Source Han Sans SC',sans-serif">
            <title>\(SVG.escaped(title))</title>
            <rect width="100%" height="100%" fill="#fff"/>

            """
    }

    /// The finished picture.
    var finished: String { text + "</svg>\n" }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
        text +=
            "<line x1=\"\(SVG.number(x1))\" y1=\"\(SVG.number(y1))\" x2=\"\(SVG.number(x2))\" y2=\"\(SVG.number(y2))\" \(style)/>\n"
    }

    mutating func polyline(_ points: [(x: Double, y: Double)], _ style: String) {
        guard points.count > 1 else { return }
        text += "<polyline points=\""
        for (index, point) in points.enumerated() {
            text += (index == 0 ? "" : " ") + SVG.number(point.x) + "," + SVG.number(point.y)
        }
        text += "\" fill=\"none\" \(style)/>\n"
    }

    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) {
        text += "<circle cx=\"\(SVG.number(x))\" cy=\"\(SVG.number(y))\" r=\"\(SVG.number(radius))\" \(style)/>\n"
    }

    mutating func label(
        _ words: String, _ x: Double, _ y: Double, size: Double = 10, anchor: String = "start", _ style: String = ""
    ) {
        text +=
            "<text x=\"\(SVG.number(x))\" y=\"\(SVG.number(y))\" font-size=\"\(SVG.number(size))\" text-anchor=\"\(anchor)\" \(style)>"
            + SVG.escaped(words) + "</text>\n"
    }

    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0
            ? String(tenths / 10) : (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case let control where control.value < 0x20: out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
