import TacitPages

extension LocalPage {
    /// Exactly what is collected: each part with its last lines as they are, and its switch.
    var collected: HTML {
        let parts = picture.holdings.map(part)
        let excluded: [HTML] = Part.excluded.map { "<li>\($0)</li>\n" }
        return """
            <section aria-labelledby="collected">
            <h2 id="collected">Exactly what is collected</h2>
            <p>These parts, and nothing else. The lines are those of the files in <code>\(picture.folder)</code>, which any \
            editor opens. Switching a part off stops new lines; old ones stay until they go, or until you delete them.</p>
            \(parts)<h3>Never collected</h3>
            <p class="about">No line has a place for it.</p>
            <ul class="plain">
            \(excluded)</ul>
            \(whole)</section>

            """
    }

    private func part(_ holding: Picture.Holding) -> HTML {
        let last: HTML =
            holding.lastLines.isEmpty
            ? "<p class=\"state\">No line yet.</p>\n"
            : """
            <pre tabindex="0" aria-label="Last lines of \(holding.part.title)">\
            \(holding.lastLines.map { "<code>\($0)</code>" as HTML })</pre>

            """
        return """
            <article class="part" id="part-\(holding.part.rawValue)" aria-labelledby="part-\(holding.part.rawValue)-name">
            <div class="part-head">
            <h3 id="part-\(holding.part.rawValue)-name">\(holding.part.title)</h3>
            \(switchForm(holding))</div>
            <p>\(holding.part.summary.capitalizedFirst).</p>
            \(last)<p class="about">\(Self.timed(Self.facts(holding).joined(separator: " ")))</p>
            \(files(holding))</article>

            """
    }

    /// How much there is, how long it stays, when the oldest goes, and what could not be read.
    static func facts(_ holding: Picture.Holding) -> [String] {
        var facts = ["Kept for \(holding.part.days) days."]
        if holding.lines > 0 {
            facts.append(
                "\(Words.count(holding.lines, "line")) in \(Words.count(holding.files.count, "file")), "
                    + "\(Words.bytes(holding.bytes)).")
        }
        if let oldest = holding.oldest {
            facts.append(
                "The oldest is of \(Words.minute(oldest))"
                    + (holding.goes.map { " and goes \(Words.minute($0))." } ?? "."))
        }
        if holding.unreadable > 0 {
            facts.append(
                "\(Words.count(holding.unreadable, "line")) can’t be read as a record of this part, and "
                    + "\(holding.unreadable == 1 ? "is" : "are") counted in no figure.")
        }
        return facts
    }

    private func files(_ holding: Picture.Holding) -> HTML {
        guard !holding.files.isEmpty else { return "" }
        let files: [HTML] = holding.files.map { "<li><code>\($0)</code></li>\n" }
        return """
            <details><summary>\(Words.count(holding.files.count, "file"))</summary>
            <ul class="plain">
            \(files)</ul>
            </details>

            """
    }

    private func switchForm(_ holding: Picture.Holding) -> HTML {
        let act = holding.isOn ? "Switch off" : "Switch on"
        return """
            <form class="switch" method="post" action="/part">
            <input type="hidden" name="form" value="\(formToken)"/>
            <input type="hidden" name="part" value="\(holding.part.rawValue)"/>
            <input type="hidden" name="on" value="\(holding.isOn ? "no" : "yes")"/>
            <span class="\(holding.isOn ? "lamp on" : "lamp")" aria-hidden="true"></span><span>\(holding.isOn ? "On" : "Off")</span>
            <button type="submit" aria-label="\(act): \(holding.part.title)">\(act)</button>
            </form>

            """
    }

    /// What can be done with all of it.
    private var whole: HTML {
        """
        <h3>Take it, or delete it</h3>
        <div class="whole">
        <form method="post" action="/export">
        <input type="hidden" name="form" value="\(formToken)"/>
        <button type="submit">Export everything</button>
        </form>
        <a class="button danger" href="/delete">Delete everything…</a>
        </div>
        <p class="about">The export goes to your browser’s downloads. Deleting asks once more, and says what it will remove.</p>

        """
    }

    /// How a person checks all this without believing the page.
    var proof: HTML {
        """
        <section aria-labelledby="proof">
        <h2 id="proof">Proof</h2>
        <p>Don’t take this page’s word for it:</p>
        <p><code>\(Commands.verify)</code></p>
        <p>It looks through every stored byte for anything personal, checks that nothing is older than it may be, and tries to \
        reach the network as the monitor would. It says in plain words what it found, and fails if anything falls short.</p>
        </section>

        """
    }
}
