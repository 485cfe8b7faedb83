extension StoryPage {
    /// One self-contained page: no script, no address, its style inside; printed on A4, read on a phone.
    public var html: String {
        var out = """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex, noarchive">
            <title>\(HTML.escaped(title))</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <header>
            <h1>\(HTML.escaped(title))</h1>
            <p class="subtitle">\(HTML.escaped(subtitle))</p>
            </header>
            <main>

            """
        for sentence in lead { out += "<p class=\"lead\">\(HTML.escaped(sentence))</p>\n" }
        if !figures.isEmpty {
            out += "<dl class=\"figures\">\n"
            for figure in figures {
                out += "<div><dt>\(HTML.escaped(figure.label))</dt><dd>\(HTML.escaped(figure.value))</dd></div>\n"
            }
            out += "</dl>\n"
        }
        for part in parts {
            out += "<section aria-labelledby=\"\(part.id)\">\n<h2 id=\"\(part.id)\">\(HTML.escaped(part.title))</h2>\n"
            out += part.blocks.map(StoryPage.html).joined() + "</section>\n"
        }
        out += "</main>\n<footer>\n"
        for notice in notices { out += "<p>\(HTML.escaped(notice))</p>\n" }
        return out + "</footer>\n</body>\n</html>\n"
    }

    private static func html(_ block: Block) -> String {
        switch block {
        case .paragraph(let sentence): return "<p>\(HTML.escaped(sentence))</p>\n"
        case .aside(let sentence): return "<p class=\"aside\">\(HTML.escaped(sentence))</p>\n"
        case .list(let items):
            return "<ul>\n" + items.map { "<li>\(HTML.escaped($0))</li>\n" }.joined() + "</ul>\n"
        case .spans(let spans):
            let lines = spans.map {
                "<li><span class=\"when\">\(HTML.escaped($0.when))</span> <span class=\"what\">\(HTML.escaped($0.what))</span></li>\n"
            }
            return "<ol class=\"spans\">\n" + lines.joined() + "</ol>\n"
        case .table(let table): return html(table)
        case .chart(let chart): return chart.svg.map { "<figure>\n\($0)</figure>\n" } ?? ""
        case .blanks(let count):
            return "<div class=\"blanks\" aria-hidden=\"true\">"
                + String(repeating: "<span></span>", count: count) + "</div>\n"
        }
    }

    private static func html(_ table: StoryTable) -> String {
        var out = "<table>\n<caption>\(HTML.escaped(table.caption))</caption>\n<thead><tr>"
        func mark(_ column: Int) -> String {
            table.numbers.contains(column) ? " class=\"number\"" : table.dates == column ? " class=\"date\"" : ""
        }
        for (column, cell) in table.head.enumerated() {
            out += "<th scope=\"col\"\(mark(column))>\(HTML.escaped(cell))</th>"
        }
        out += "</tr></thead>\n<tbody>\n"
        for row in table.rows {
            out += "<tr>"
            for (column, cell) in row.enumerated() {
                out +=
                    column == 0
                    ? "<th scope=\"row\"\(mark(0))>\(HTML.escaped(cell))</th>"
                    : "<td\(mark(column))>\(HTML.escaped(cell))</td>"
            }
            out += "</tr>\n"
        }
        return out + "</tbody>\n</table>\n"
    }

    /// Ink on paper white: every text has a contrast of at least 7 to 1, and no colour tells anything alone.
    private var style: String {
        """
        @page { size: A4; margin: 18mm 18mm 20mm 18mm;
          @bottom-left { content: \(HTML.styleString(title)); font: 8pt serif; color: #4a423a; }
          @bottom-right { content: \(HTML.styleString(pageWords.before)) counter(page) \
        \(HTML.styleString(pageWords.between)) counter(pages) \(HTML.styleString(pageWords.after));
            font: 8pt serif; color: #4a423a; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1.25rem 3rem; color: #2b2622; background: #fffdf9;
          font: 1.0625rem/1.65 'Source Serif 4',Georgia,'Liberation Serif','Noto Serif CJK SC','Source Han Serif SC',\
        'Songti SC',SimSun,serif; }
        :lang(zh) body, body:lang(zh) { line-height: 1.8;
          font-family: 'Noto Serif CJK SC','Source Han Serif SC','Songti SC',SimSun,Georgia,serif; }
        header { border-bottom: 2px solid #9a4a2f; padding-bottom: 0.9rem; margin-bottom: 1.4rem; }
        h1 { font-size: 2rem; line-height: 1.25; margin: 0.6rem 0 0.2rem; font-weight: bold; text-wrap: balance; }
        .subtitle { margin: 0; color: #5c5248; font-size: 0.95rem; }
        h2 { font-size: 1.3rem; line-height: 1.35; margin: 2.2rem 0 0.6rem; color: #7a3822; break-after: avoid; }
        p { margin: 0 0 0.75rem; text-wrap: pretty; }
        .lead { font-size: 1.15rem; }
        .figures { display: flex; flex-wrap: wrap; margin: 1.1rem -0.3rem 0.5rem; }
        .figures div { flex: 1 1 9.4rem; margin: 0.3rem; border: 1px solid #ddd0c2; border-radius: 0.5rem; padding: 0.7rem 0.9rem; background: #fff;
          break-inside: avoid; }
        dt { font-size: 0.85rem; line-height: 1.4; color: #5c5248; }
        dd { margin: 0.1rem 0 0; font-size: 1.15rem; line-height: 1.45; font-weight: bold; }
        ul { margin: 0 0 0.75rem; padding-left: 1.3rem; }
        li { margin-bottom: 0.3rem; }
        .spans { list-style: none; margin: 0.3rem 0 0.9rem; padding: 0; border-left: 3px solid #ddd0c2; }
        .spans li { padding: 0.1rem 0 0.45rem 1rem; margin: 0; break-inside: avoid; }
        .when { display: block; font-size: 0.88rem; line-height: 1.4; color: #5c5248; }
        .aside { border-left: 3px solid #9a4a2f; background: #faf4ec; padding: 0.6rem 0.9rem; font-size: 0.97rem;
          break-inside: avoid; }
        figure { margin: 0.8rem 0 1rem; break-inside: avoid; }
        figure svg { display: block; width: 100%; height: auto; max-width: 32rem; margin: 0 auto; }
        figure text { font-family: inherit; }
        figure rect { fill: none; }
        table { width: 100%; border-collapse: collapse; margin: 0.4rem 0 1rem; font-size: 0.95rem; line-height: 1.45; }
        caption { text-align: left; color: #5c5248; font-size: 0.88rem; padding-bottom: 0.3rem; }
        th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0; font-weight: normal;
          border-bottom: 1px solid #e6dccf; overflow-wrap: anywhere; }
        thead th { font-size: 0.85rem; color: #5c5248; border-bottom: 1px solid #9a8b7b; overflow-wrap: normal; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-left: 0.6rem; }
        tbody th.number { text-align: left; padding-left: 0; }
        thead th.number:first-child { text-align: left; padding-left: 0; }
        .date { word-break: keep-all; overflow-wrap: normal; }
        tr { break-inside: avoid; }
        .blanks span { display: block; height: 2.1rem; border-bottom: 1px solid #9a8b7b; }
        footer { margin-top: 2.5rem; border-top: 1px solid #ddd0c2; padding-top: 0.9rem; font-size: 0.85rem;
          line-height: 1.55; color: #5c5248; }
        footer p { margin-bottom: 0.4rem; }
        @media (min-width: 40rem) {
          .spans li { display: flex; }
          .spans .when { flex: 0 0 15rem; padding-right: 1rem; line-height: 1.85; }
          .spans .what { flex: 1 1 auto; }
        }
        @media print {
          html { font-size: 11pt; }
          body { max-width: none; padding: 0; background: #fff; font-size: 1rem; line-height: 1.5; }
          .figures div { flex-basis: 24%; }
          .spans li { display: flex; }
          .spans .when { flex: 0 0 34%; padding-right: 1rem; line-height: 1.7; }
          .spans .what { flex: 1 1 auto; }
          :lang(zh) body, body:lang(zh) { line-height: 1.65; }
          h1 { margin-top: 0; } h2 { margin-top: 1.6rem; }
          th, td { padding-top: 0.22rem; padding-bottom: 0.22rem; }
          figure svg { max-width: 118mm; }
        }
        """
    }
}
