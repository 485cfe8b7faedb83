extension Wording {
    /// A search that names nothing to look for.
    public func nothingToFind() -> String {
        pick("请给出代号的一部分、--bed 或 --identity", "give a part of the code, --bed or --identity")
    }

    /// A search that found nobody.
    public func nobodyFound() -> String { pick("没有相符的婴儿", "no infant matches") }

    /// What a hidden prompt asks for.
    public func findPrompt() -> String {
        pick("姓名、住院号或病案号的一部分（不回显）：", "part of the name or hospital number (not shown): ")
    }

    /// Names cannot be opened without the key.
    public func sealingKeyMissing(_ folder: String) -> String {
        pick(
            "没有封存密钥（\(folder)），无法按姓名或住院号查找；可按代号或床位查找",
            "without the sealing key (\(folder)) names and numbers cannot be searched; search by code or bed")
    }
}
