extension Sheet {
    /// The words that stand around the facts of an HTML page.
    struct HTMLWords {
        let language: String
        let topic: String
        let facts: String
        /// What stands before and behind the page's number, and behind the count of pages.
        let page: (before: String, between: String, after: String)
    }

    /// One self-contained page: no script, no address, its style inside; printed, A4 with the foot on every page.
    ///
    /// `main` stands in the place of the blocks where it is given; `data` is what only machines read.
    func html(_ words: HTMLWords, main: String? = nil, data: String = "") -> String {
        var out = """
            <!DOCTYPE html>
            <html lang="\(words.language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(HTML.escaped(title))</title>
            <style>
            \(style(words))
            </style>
            </head>
            <body>
            <header><h1>\(HTML.escaped(title))</h1></header>
            <main>

            """
        if let opening {
            out += "<section aria-labelledby=\"opening\">\n<h2 id=\"opening\">\(HTML.escaped(opening.label))</h2>\n"
            out += opening.lines.map(Sheet.html).joined(separator: "\n") + "\n</section>\n"
        }
        if let main {
            out += main
        } else if blocks.isEmpty {
            out += "<p>\(HTML.escaped(empty))</p>\n"
        }
        for (index, block) in blocks.enumerated() { out += html(block, index, words) }
        out += "</main>\n<footer>\n"
        for notice in notices { out += "<p>\(HTML.escaped(notice))</p>\n" }
        for signature in signatures {
            out += "<p class=\"sign\">\(HTML.escaped(signature)) <span aria-hidden=\"true\"></span></p>\n"
        }
        return out + "<p class=\"foot\">\(HTML.escaped(foot))</p>\n</footer>\n\(data)</body>\n</html>\n"
    }

    private func html(_ block: Block, _ index: Int, _ words: HTMLWords) -> String {
        let id = "i\(index + 1)"
        return "<article aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(HTML.escaped(block.title))</h2>\n"
            + Sheet.table(block.parts, code: block.code, words) + "</article>\n"
    }

    /// Parts as tables of a label and its facts.
    static func table(_ parts: [Part], code: String, _ words: HTMLWords) -> String {
        var out = ""
        for part in parts {
            if let title = part.title { out += "<h3>\(HTML.escaped(title))</h3>\n" }
            // The head is repeated where a table goes over a page, so that every page names its infant.
            out += """
                <table>
                <thead><tr><th scope="col">\(HTML.escaped(code + " · " + words.topic))</th>\
                <th scope="col">\(HTML.escaped(words.facts))</th></tr></thead>
                <tbody>

                """
            for row in part.rows {
                let lines = row.lines.map(html)
                out += "<tr><th scope=\"row\">\(HTML.escaped(row.label))</th><td>\(lines.joined())</td></tr>\n"
            }
            out += "</tbody>\n</table>\n"
        }
        return out
    }

    private static func html(_ line: Line) -> String {
        let text = HTML.escaped(line.marked)
        return switch line.weight {
        case .plain: "<p>\(text)</p>"
        case .missing: "<p class=\"missing\">\(text)</p>"
        case .attention: "<p class=\"attention\">\(text)</p>"
        }
    }

    private func style(_ words: HTMLWords) -> String {
        let serial = { (text: String) in HTML.styleString(text) }
        return """
            @page { size: A4; margin: 14mm 14mm 18mm 14mm;
              @bottom-left { content: \(serial(foot)); width: 84%; text-align: left; font: 7pt \(HTML.fonts); color: #333; }
              @bottom-right { content: \(serial(words.page.before)) counter(page) \(serial(words.page.between)) counter(pages) \
            \(serial(words.page.after)); width: 16%; text-align: right; font: 7pt \(HTML.fonts); color: #333; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 190mm; padding: 4mm; color: #111; background: #fff;
              font: 9pt/1.3 \(HTML.fonts); }
            h1 { font-size: 14pt; margin: 0 0 3mm; }
            h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm; padding-top: 1.5mm; border-top: 1.2pt solid #111; break-after: avoid; }
            h3 { font-size: 10pt; margin: 2.5mm 0 1mm; break-after: avoid; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; }
            thead th { font-size: 7.5pt; font-weight: normal; color: #444; text-align: left; padding: 0 1.5mm 0.5mm; }
            th[scope=col]:first-child { width: 24%; }
            tbody th, td { text-align: left; vertical-align: top; padding: 0.6mm 1.5mm; border-top: 0.4pt solid #999;
              overflow-wrap: break-word; }
            tbody th { font-weight: bold; }
            tr { break-inside: avoid; }
            p { margin: 0; }
            .missing { color: #444; font-style: italic; }
            :lang(zh) .missing { font-style: normal; border-bottom: 0.4pt dotted #444; display: table; }
            .attention { font-weight: bold; }
            .who { font-weight: bold; }
            .list { table-layout: auto; }
            .list th[scope=col] { width: auto; font-weight: bold; color: #111; }
            .list caption { text-align: left; font-weight: bold; padding: 1mm 1.5mm; }
            .list td { font-size: 8pt; }
            del { color: #444; }
            ins { text-decoration: none; font-style: italic; }
            figure { margin: 2mm 0; break-inside: avoid; }
            figure svg { display: block; margin: auto; max-width: 100%; width: auto; height: auto; max-height: 235mm; }
            footer { margin-top: 6mm; font-size: 8pt; break-inside: avoid; }
            .sign { margin: 4mm 0; }
            .sign span { display: inline-block; width: 55mm; border-bottom: 0.5pt solid #111; }
            .foot { margin-top: 2mm; color: #333; }
            @media screen and (max-width: 640px) {
            figure { overflow-x: auto; }
            figure svg { max-width: none; min-width: 700px; max-height: none; }
            }
            @media print { body { max-width: none; padding: 0; } }
            """
    }
}

/// Text inside HTML and its style sheet.
enum HTML {
    /// The fonts of every page, the same in its margins, so that paper carries no third set of Chinese characters.
    static let fonts = "'Noto Sans','Liberation Sans','Noto Sans CJK SC','Noto Sans SC','WenQuanYi Zen Hei',sans-serif"

    /// A table with a head that is repeated on every page; the cells are escaped already.
    static func table(_ head: [String], _ rows: [[String]], caption: String) -> String {
        var out = "<table class=\"list\">\n<caption>\(escaped(caption))</caption>\n<thead><tr>"
        out += head.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
        for row in rows { out += "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>\n" }
        return out + "</tbody>\n</table>\n"
    }

    /// A text whose marks mean nothing to HTML; what could steer a terminal or a reader's direction is visible.
    static func escaped(_ text: String) -> String {
        var out = ""
        // By scalars: a mark with a combining sign behind it is still a mark.
        for scalar in Table.visible(text).unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// A text as a string of CSS that ends neither the string nor the style element.
    static func styleString(_ text: String) -> String {
        var out = "\""
        for scalar in Table.visible(text).unicodeScalars {
            if "\"\\<>&".unicodeScalars.contains(scalar) || scalar.value < 0x20 {
                out += "\\" + String(scalar.value, radix: 16) + " "
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
