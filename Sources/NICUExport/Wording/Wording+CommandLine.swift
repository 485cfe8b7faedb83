/// What is wrong with the words of a command line, as the argument parser found it.
extension Wording {
    /// The parser's sentence in the reader's language; one that is not among those known stays as it is.
    public func commandLine(_ english: String) -> String {
        guard language == .zh else { return english }
        for (form, sentence) in Wording.parserSentences {
            guard let found = try? Regex(form).wholeMatch(in: english) else { continue }
            return (1..<found.count).reduce(sentence) { text, place in
                text.replacing("{\(place)}", with: found[place].substring ?? "")
            }
        }
        return "命令有误：" + english
    }

    /// A first word that is no command.
    public func noCommand(_ word: String, similar: [String]) -> String {
        pick("没有“\(word)”这个命令", "there is no command “\(word)”")
            + (similar.isEmpty
                ? pick("；nicu --help 列出全部", "; nicu --help lists them all")
                : didYouMean(similar))
    }

    /// The parser's sentences by their form, and what they are in Chinese.
    private static let parserSentences = [
        ("Missing expected argument '(.+)'", "缺少 {1}"),
        ("Missing value for '(.+)'", "{1} 缺少值"),
        ("Unknown option '(.+)'\\. Did you mean '(.+)'\\?", "没有选项 {1}；是否为 {2}？"),
        ("Unknown option '(.+)'", "没有选项 {1}"),
        ("Unexpected argument '(.+)'", "多余的词“{1}”"),
        ("\\d+ unexpected arguments: (.+)", "多余的词：{1}"),
        ("The value '(.*)' is invalid for '(.+)'\\. Please provide one of (.+) and (.+)\\.", "{2} 不能为“{1}”；可选：{3}、{4}"),
        ("The value '(.*)' is invalid for '(.+)'", "{2} 不能为“{1}”"),
        ("The option '(.+)' does not take any value, but '(.*)' was specified\\.", "{1} 不带值，却写了“{2}”"),
    ]
}
