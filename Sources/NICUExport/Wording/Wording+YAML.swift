/// What the parser says of text that is not YAML.
extension Wording {
    /// The parser's word in Chinese; a word that is not known here is told as a mistake of syntax, whose place stands before it.
    func yaml(_ detail: String) -> String {
        let words: [(part: String, zh: String)] = [
            ("did not find expected ',' or ']'", "列表中缺少“,”或“]”"), ("did not find expected ',' or '}'", "表中缺少“,”或“}”"),
            ("did not find expected key", "此处应为键，请查缩进"), ("did not find expected '-' indicator", "此处应为“-”，请查缩进"),
            ("mapping values are not allowed", "此处不能有“:”，请查缩进或加引号"), ("could not find expected ':'", "缺少“:”"),
            ("found unexpected ':'", "此处不能有“:”，请加引号"), ("mapping keys are not allowed", "此处不能有“?”，请加引号"),
            ("block sequence entries are not allowed", "此处不能有“-”，请查缩进"), ("tab character", "缩进用了制表符，请用空格"),
            ("unexpected end of stream", "引号没有结束"), ("unexpected document indicator", "引号没有结束"),
            ("cannot start any token", "有不能使用的字符"), ("control characters", "有控制字符"), ("UTF-", "不是 UTF-8 编码"),
            ("UTF-8 sequence", "不是 UTF-8 编码"), ("surrogate", "不是 UTF-8 编码"), ("Unicode character", "有不能使用的字符"),
            ("node content", "缺少内容"), ("undefined alias", "引用了没有定义的别名"),
            ("<document start>", "此处有多余的内容，请查缩进"), ("<stream-start>", "文件开头不能读"),
            ("comment or line break", "此行末尾有多余的内容"), ("whitespace", "此处应有空格"),
            ("alphabetic or numeric", "别名或锚点的名称不对"), ("escape character", "双引号中的“\\”用法不对"),
            ("hexdecimal number", "双引号中的字符编号不对"), ("escape code", "双引号中的字符编号不对"),
            ("indentation indicator", "缩进数不能为 0"), ("nesting level", "层次过深"), ("another document", "文件中有第二个文档"),
            ("directive", "“%”指令不对"),
            ("version number", "“%YAML”的版本不对"), ("'.' character", "“%YAML”的版本不对"),
            ("incompatible YAML", "“%YAML”的版本不对"), ("tag", "“!”标签不对"), ("'!'", "“!”标签不对"), ("'>'", "“!”标签不对"),
            ("URI", "“!”标签不对"),
        ]
        return words.first { detail.contains($0.part) }?.zh ?? "语法错误"
    }
}
