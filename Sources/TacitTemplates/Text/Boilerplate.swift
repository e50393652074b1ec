/// What a newsletter holds beside its text: greetings, adverts, calls to subscribe, contents, footers.
struct Boilerplate {
    let text: LentText

    /// The blocks that are worth reading.
    func removed(from blocks: [Block]) -> [Block] {
        var kept: [Block] = []
        var index = 0
        let end = footerStart(blocks)
        while index < end {
            let block = blocks[index]
            if isAdvert(block) {
                index = endOfSection(blocks, after: index, isAdvert: true)
            } else if isContents(block) {
                index = endOfList(blocks, after: index)
            } else if let last = blocks[index].range.first,
                isPostscript(last..<block.range.upperBound) || isNoise(block)
            {
                index = block.isHeading ? endOfSection(blocks, after: index, isAdvert: false) : index + 1
            } else {
                kept.append(block)
                index += 1
            }
        }
        return kept
    }

    /// Where the footer starts: at the first block of the second half that says how to leave.
    private func footerStart(_ blocks: [Block]) -> Int {
        guard let last = blocks.last?.range.upperBound, let first = blocks.first?.range.lowerBound else { return 0 }
        let half = first + (last - first) / 2
        for (index, block) in blocks.enumerated() where block.range.lowerBound >= half || blocks.count - index <= 6 {
            if block.range.count < 700, Self.footers.first(in: text, block.range) != nil { return index }
        }
        return blocks.count
    }

    /// What follows an advert's label: its own title, then all up to the next title or rule, but not half the letter.
    private func endOfSection(_ blocks: [Block], after start: Int, isAdvert: Bool) -> Int {
        var index = start + 1
        // A block that says it all itself has nothing behind it.
        if isAdvert, !blocks[start].isHeading, blocks[start].range.count > 80 { return index }
        if isAdvert, index < blocks.count, blocks[index].isHeading || blocks[index].kind == .rule { index += 1 }
        let limit = min(index + 8, blocks.count)
        while index < limit, !blocks[index].isHeading, blocks[index].kind != .rule { index += 1 }
        return index
    }

    private func endOfList(_ blocks: [Block], after start: Int) -> Int {
        var index = start + 1
        while index < blocks.count, blocks[index].isItem || blocks[index].linkBytes * 2 > blocks[index].range.count {
            index += 1
        }
        return index
    }

    private func isAdvert(_ block: Block) -> Bool {
        if Self.labels.prefix(of: text, block.range) != nil, block.isHeading || block.range.count < 400 { return true }
        let start = block.range.lowerBound..<min(block.range.upperBound, block.range.lowerBound + 160)
        return Self.adverts.first(in: text, start) != nil
            || block.range.count < 600 && Self.offers.first(in: text, block.range) != nil
            || block.isItem == false && block.range.count < 400
                && Self.taggedEnds.contains { endsWith($0, block.range) }
    }

    private func endsWith(_ suffix: [UInt8], _ range: Range<Int>) -> Bool {
        range.count >= suffix.count && text.matches(suffix, at: range.upperBound - suffix.count, in: range.upperBound)
    }

    private func isContents(_ block: Block) -> Bool {
        block.range.count < 120 && Self.contents.prefix(of: text, block.range) != nil
    }

    private func isPostscript(_ range: Range<Int>) -> Bool { Self.postscripts.prefix(of: text, range) != nil }

    private func isNoise(_ block: Block) -> Bool {
        let size = block.range.count
        if block.kind == .rule { return false }
        if size < 200, Self.greetings.prefix(of: text, block.range) != nil { return true }
        if size < 300,
            Self.footers.first(in: text, block.range) != nil || Self.sharing.first(in: text, block.range) != nil
        {
            return true
        }
        if size < 90, Self.calls.prefix(of: text, block.range) != nil { return true }
        // Menus, buttons and rows of links.
        if block.links > 0, block.linkBytes * 10 >= size * 6, size < 120 { return true }
        return block.links > 2 && block.linkBytes * 2 > size
    }

    private static let labels = PhraseSet([
        "sponsor", "sponsored", "advertisement", "advertorial", "ad:", "[ad]", "(ad)", "promoted", "presented by",
        "together with",
        "brought to you by", "a word from our", "a message from our", "from our sponsor", "from our partner",
        "partner content",
        "partner message", "in partnership with", "our partner", "thanks to our sponsor", "today's sponsor",
        "this week's sponsor",
        "paid content", "paid promotion", "classifieds", "job board", "anzeige", "publicité", "publicidad", "werbung",
    ])
    private static let adverts = PhraseSet([
        "is sponsored by", "is brought to you by", "sponsored by", "this issue's sponsor", "(sponsor)", "[sponsor]",
        "(sponsored)",
        "[sponsored]", "(ad)", "[ad]", "advertisement", "supported by our friends at", "our friends at",
        "thanks to our sponsor",
        "made possible by",
    ])
    private static let offers = PhraseSet([
        "promo code", "use code ", "with code ", "coupon", "discount code", "free trial", "no credit card",
        "early-bird", "early bird",
        "limited time", "limited-time", "book a demo", "request a demo", "start your free", "claim your",
        "get started for free",
        "save your seat", "secure your spot", "tickets are", "rabattcode",
    ])
    private static let taggedEnds = ["(sponsor)", "(sponsored)", "(ad)", "[ad]", "[sponsored]"].map { Array($0.utf8) }
    private static let contents = PhraseSet([
        "in this issue", "in today's issue", "in this edition", "in this email", "in this newsletter", "today's agenda",
        "what's inside",
        "inside this", "table of contents", "today's email", "in today's email", "contents",
    ])
    private static let postscripts = PhraseSet(["p.s.", "p.s:", "ps:", "pps", "p.p.s"])
    private static let greetings = PhraseSet([
        "hi ", "hi,", "hello", "hey ", "hey,", "dear ", "good morning", "good afternoon", "good evening",
        "happy monday",
        "happy tuesday", "happy friday", "welcome to", "welcome back", "welcome,", "thanks for reading",
        "thank you for reading",
        "that's all for", "that's it for", "until next", "see you next", "happy reading", "cheers,", "best,", "warmly,",
        "yours,",
        "best regards", "kind regards", "have a great", "talk soon", "issue #", "issue no", "vol.", "written by",
        "by the editor",
        "photo:", "image:", "photo by", "estimated reading", "reading time",
        "hallo", "guten tag", "guten morgen", "guten abend", "liebe leser", "lieber leser", "liebe kund",
        "sehr geehrte",
        "moin", "mit freundlichen gr", "freundliche gr", "viele gr", "beste gr", "herzliche gr", "liebe gr",
        "bis nächste",
        "bonjour", "bonsoir", "cher ", "chère", "chers ", "cordialement", "bien à vous", "à bientôt",
        "hola", "estimad", "querid", "saludos", "un saludo", "hasta la próxima", "gentile", "cari saluti",
    ])
    private static let footers = PhraseSet([
        "unsubscribe", "you are receiving this", "you're receiving this", "you received this", "you are getting this",
        "you're getting this", "manage your preferences", "manage preferences", "update your preferences",
        "email preferences",
        "update your profile", "manage your subscription", "manage subscription", "all rights reserved", "opt out of",
        "opt-out of",
        "no longer wish to receive", "no longer want to receive", "stop receiving", "our mailing address",
        "mailing address is",
        "sent to you because", "this email was sent to", "this message was sent to", "add us to your address book",
        "was this email forwarded", "forwarded this email", "forwarded to you", "got this from a friend",
        "vom newsletter abmelden",
        "newsletter abbestellen", "abbestellen", "abmelden", "se désabonner", "désabonner", "darse de baja",
        "cancelar la suscripci",
        "impressum", "disiscriviti", "disdici",
    ])
    private static let sharing = PhraseSet([
        "view in browser", "view in your browser", "view online", "view this email", "read in browser", "read online",
        "view as a web",
        "im browser ansehen", "im browser öffnen", "follow us", "follow me on", "share on", "share this", "tweet this",
        "forward this",
        "forward to a friend", "forward it to", "refer a friend", "connect with us", "join us on", "find us on",
        "like us on",
        "privacy policy", "terms of service", "terms of use", "\u{C2A9}", "copyright", "reply to this email",
        "hit reply", "just reply",
        "rate this", "how did you like", "what did you think", "take our survey", "was this useful", "download our app",
    ])
    private static let calls = PhraseSet([
        "read more", "learn more", "read the full", "read full", "keep reading", "continue reading", "click here",
        "click to",
        "get started", "sign up", "subscribe", "register now", "register here", "watch now", "watch the", "listen now",
        "listen to the", "download the", "download now", "see more", "find out more", "join the", "join now",
        "shop now", "buy now",
        "try it free", "get the", "read it here", "share", "tweet", "facebook", "linkedin", "twitter", "instagram",
        "view all",
        "reserve your", "order now", "more info", "upgrade", "become a", "mehr lesen", "weiterlesen", "jetzt ",
        "lire la suite",
        "seguir leyendo",
    ])
}
