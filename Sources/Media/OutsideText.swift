/// Text that came from outside (files, notes, names, command lines) as people may be shown it.
extension String {
    /// On one line, with every character that a terminal or a reader could mistake for something else written out: control
    /// characters, ends of lines, marks that turn the direction of writing. `\n`, `\t`, `\u{1B}`.
    package var shownSafely: String {
        if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
        var shown = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": shown += "\\n"
            case "\r": shown += "\\r"
            case "\t": shown += "\\t"
            case _ where scalar.isTreacherous:
                shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// Safe to show, short, without secrets, in quotes: how a message names what it is about.
    package var quoted: String { "'\(named)'" }

    /// Safe to show, short, without secrets.
    package var named: String {
        let longest = 200
        let shown = withoutSecrets
        let short = shown.unicodeScalars.count > longest ? String(shown.unicodeScalars.prefix(longest)) + "…" : shown
        return short.shownSafely
    }

    /// Itself, unless it is an address or may hold a password: then as much of it as tells nothing, `rtsp://***`. Of a text
    /// that only looks like one nothing is shown either; the place beside a message says where it stands.
    package var withoutSecrets: String {
        // What tells nothing of either kind is the rule, and patterns are slow.
        guard unicodeScalars.contains(where: { $0 == ":" || $0 == "=" || $0 == "：" }) else { return self }
        if let scheme = firstMatch(of: /([A-Za-z][A-Za-z0-9+.\-]{0,15}):\/\//) { return "\(scheme.1)://***" }
        let words = /(?i)(pass(word|wd)?|pwd|secret|token|密码|口令)\s*[=:：]/
        // name:password@host, also where the scheme was left out.
        return contains(words) || contains(/:[^\s]*@/) ? "***" : self
    }

    /// A whole sentence with its addresses cut down to their schemes: the last net, for what was not quoted.
    package var withoutAddresses: String {
        guard contains("://") else { return self }
        return replacing(/([A-Za-z][A-Za-z0-9+.\-]{0,15}):\/\/[^\s'"]*@[^\s'"]*/) { "\($0.1)://***" }
    }
}

extension Unicode.Scalar {
    /// Whether it is not seen but does something, or is none of the characters that there are.
    package var isTreacherous: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        // Joiners belong to words of some scripts.
        case .format: self != "\u{200C}" && self != "\u{200D}"
        default: false
        }
    }
}
