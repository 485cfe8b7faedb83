extension Wording {
    /// The title of a problem, the same for every request that meets it.
    public func serverProblem(_ problem: ServerProblem) -> String {
        switch problem {
        case .badRequest: pick("请求无法读取", "The request cannot be read")
        case .unauthorized: pick("需要有效的令牌", "A valid token is needed")
        case .missingScope: pick("令牌没有此权限", "The token does not have this scope")
        case .roleForbids: pick("操作者的角色不允许", "The clinician's role does not allow this")
        case .notFound: pick("没有这个地址", "There is nothing at this address")
        case .methodNotAllowed: pick("此地址不接受这种方法", "This address does not take this method")
        case .badCode: pick("代号写法不对", "This cannot be the code of an infant")
        case .unknownInfant: pick("没有这个代号的婴儿", "No infant has this code")
        case .unknownParameter: pick("有不认识的查询参数", "A query parameter is not known here")
        case .badParameter: pick("查询参数的值无法读取", "The value of a query parameter cannot be read")
        case .badBody: pick("正文不是可读取的 JSON 对象", "The body is not a JSON object that can be read")
        case .unknownMember: pick("正文中有不认识的成员", "A member of the body is not known here")
        case .badMember: pick("正文中有成员缺失或无法读取", "A member of the body is missing or cannot be read")
        case .unsupportedMediaType: pick("正文须为 application/json", "The body must be application/json")
        case .tooLarge: pick("请求过大", "The request is too large")
        case .momentAhead: pick("所问的时刻在将来", "The moment lies ahead")
        case .positionAhead: pick("账本尚无此位置", "The ledger does not reach this position")
        case .unknownName: pick("没有这个规则集或参考", "There is no such rule set or reference")
        case .noBirth: pick("没有出生记录", "There is no birth on record")
        case .refused: pick("记录拒绝了请求", "The record refused the request")
        case .busy: pick("服务繁忙，请稍后重试", "The service is busy; try again")
        case .stopping: pick("服务正在停止，请稍后重试", "The service is stopping; try again")
        case .timeout: pick("未能及时答复", "The answer took too long")
        case .recordUnavailable: pick("病历现在不可用，详见服务日志", "The record is not available; the service's log says why")
        case .internalError: pick("服务内部出错", "The service failed")
        }
    }

    /// The sentence that names the word a problem is about.
    public func serverProblem(_ problem: ServerProblem, word: String) -> String {
        switch problem {
        case .missingScope: pick("需要权限 \(word)", "the scope \(word) is needed")
        case .badParameter: pick("参数 \(word) 的值", "the value of \(word)")
        case .unknownMember: pick("不认识“\(word)”", "“\(word)” is not known")
        case .badMember: pick("“\(word)”缺失或无法读取", "“\(word)” is missing or cannot be read")
        default: word
        }
    }

    /// Plain HTTP would leave the machine.
    public func plainNetwork(_ address: String) -> String {
        pick(
            "\(address) 不是本机地址：须用 --tls-certificate 与 --tls-key、--tls generate，或以 --insecure-network 明示接受明文",
            "\(address) reaches beyond this machine: use --tls-certificate with --tls-key, --tls generate, or accept plain HTTP with --insecure-network"
        )
    }

    /// Two ways of TLS at once.
    public func tlsTwice() -> String {
        pick("tls generate 与证书文件不能同时使用", "tls generate and files of a certificate are not used together")
    }
    /// A certificate without its key, or the other way round.
    public func tlsHalf() -> String { pick("证书与私钥须同时给出", "a certificate and its key are given together") }
    /// A certificate or key that cannot be used; `reason` is the library's.
    public func tlsUnusable(_ path: String) -> String {
        pick("无法使用证书或私钥 \(path)", "the certificate or key \(path) cannot be used")
    }
    /// A number outside its range.
    public func notInRange(_ name: String, _ text: String, _ range: ClosedRange<Int>) -> String {
        pick(
            "\(name) 不能为“\(text)”；须在 \(range.lowerBound) 至 \(range.upperBound) 之间",
            "\(name) cannot be “\(text)”; it is between \(range.lowerBound) and \(range.upperBound)")
    }
    /// A variable of the environment that nobody reads.
    public func unknownVariable(_ name: String) -> String {
        pick("环境变量 \(name) 不是本服务的设置", "the environment variable \(name) is no setting of the service")
    }
    /// A label of a token that cannot be.
    public func badTokenName(_ name: String) -> String {
        pick("令牌名“\(name)”须为小写字母、数字、连字符", "the name “\(name)” must be lower-case letters, digits and hyphens")
    }
    /// A token was made.
    public func tokenMade(_ id: String, login: String) -> String {
        pick("令牌 \(id) 以 \(login) 的身份；上一行只显示这一次", "token \(id) acts as \(login); the line above is shown this once")
    }
    /// A token that is not there.
    public func noToken(_ id: String) -> String { pick("没有令牌 \(id)", "there is no token \(id)") }
    /// Where the service listens.
    public func listening(_ url: String) -> String { pick("监听 \(url)", "listening on \(url)") }
    /// An address that cannot be listened on.
    public func cannotListen(_ address: String, _ port: Int) -> String {
        pick("无法监听 \(address) 端口 \(port)", "cannot listen on \(address) port \(port)")
    }
    /// The service was built without what it is made of.
    public func builtWithoutServer() -> String {
        pick("此构建不含服务；请以 --traits Server 构建", "this build has no service; build it with --traits Server")
    }
    /// The service's program is not beside this one.
    public func noServerProgram() -> String {
        pick(
            "没有找到 nicu-server：应与 nicu 同在一个文件夹或在 PATH 中（make serve 构建）",
            "nicu-server is not there: it belongs beside nicu or on the PATH (make serve builds it)")
    }
}
