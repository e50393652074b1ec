import TacitPages

extension LocalPage {
    /// Asks once more, and says what will be removed.
    package func deletion() -> String {
        let held = picture.holdings.filter { !$0.files.isEmpty }
        let rows: [HTML] = held.map { holding in
            """
            <tr><th scope="row">\(holding.part.title)</th><td class="end">\(Words.count(holding.lines))</td>\
            <td class="end">\(Words.bytes(holding.bytes))</td></tr>

            """
        }
        let table: HTML = """
            <table>
            <caption>What is there now</caption>
            <thead><tr><th scope="col">Part</th><th scope="col" class="end">Lines</th>\
            <th scope="col" class="end">Size</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>

            """
        return PageFrame(title: "Delete everything?", navigation: false, generated: picture.now).document(
            """
            <section class="answer" aria-labelledby="answer">
            <p class="eyebrow">Delete</p>
            <h1 id="answer">Delete everything?</h1>
            <p class="lead">\(lead(held))</p>
            \(held.isEmpty ? "" : table)<form class="whole" method="post" action="/delete">
            <input type="hidden" name="form" value="\(formToken)"/>
            <button class="danger" type="submit">Delete everything</button>
            <a class="button" href="/">Keep it</a>
            </form>
            </section>

            """)
    }

    private func lead(_ held: [Picture.Holding]) -> String {
        guard !held.isEmpty else {
            return "No line is kept. The settings in \(picture.folder) will go, so that every part is off again."
        }
        let files = held.reduce(0) { $0 + $1.files.count }
        return
            "This removes \(Words.count(files, "file")) with \(Words.count(held.reduce(0) { $0 + $1.lines }, "line")) "
            + "(\(Words.bytes(held.reduce(0) { $0 + $1.bytes }))) from \(picture.folder), and the settings with them, so that every part is off. "
            + "What you configured in local.yaml stays. It cannot be undone."
    }

    /// What was removed.
    package static func deleted(_ names: [String], at now: Moment) -> String {
        let items: [HTML] = names.map { "<li><code>\($0)</code></li>\n" }
        return PageFrame(title: "Deleted", navigation: false, generated: now).document(
            """
            <section class="answer" aria-labelledby="answer">
            <p class="eyebrow">Delete</p>
            <h1 id="answer">\(names.isEmpty ? "There was nothing to delete." : "Deleted.")</h1>
            <p class="lead">\(Words.count(names.count, "file")) removed.</p>
            <ul class="plain">
            \(items)</ul>
            <p><a href="/">Back to the page</a></p>
            </section>

            """)
    }
}
