internal import Crypto
public import NICUCore

/// SHA-256, in hexadecimal digits, of everything an answer says but its sentences: rules, verdicts, evidence, earliest times,
/// waivers and projection, in the canonical form of the ledger.
///
/// A sentence may be worded anew in a later version; what it rests on may not change.
public func answerDigest(_ answer: ReadinessAnswer, _ course: Course) -> String {
    let left: Set<String> = ["infant", "asOf", "knownAt", "head"]
    let members = readinessJSON(answer, course).members.filter { !left.contains($0.name) }.map { member in
        guard member.name == "criteria" else { return member }
        return JSON.Member(
            "criteria",
            .array(
                member.value.elements.map { .object($0.members.filter { $0.name != "reason" && $0.value != .null }) }))
    }
    let bytes = JSON.object(members.filter { $0.value != .null }).canonicalBytes
    return Hexadecimal.text(Array(SHA256.hash(data: bytes)))
}
