import TacitPages

extension LocalPage {
    /// Each level with its trend, and its evolution in words.
    var levels: HTML {
        let body: HTML
        if picture.levels.isEmpty {
            body = absence(.levels, "No level was written yet. Your program tells its level to the SDK, or to a file.")
        } else {
            let items: [HTML] = picture.levels.map { level in
                """
                <article class="level">
                <h3><bdi>\(level.name.text)</bdi></h3>
                <p class="reading"><span class="estimate">\(Words.level(level.last.level))</span> \
                <span class="evolution">\(level.last.evolution.sign) \(level.last.evolutionSentence) \
                \(level.last.functionalSentence)</span></p>
                <figure>
                \(LevelChart(level: level).html)
                <figcaption>From 0 to 1, \(Words.count(level.lines, "line")), last \
                \(Words.ago(level.last.timestamp, picture.now)). The shaded stretch is what the evolution was judged by; \
                where the line breaks, nothing was written.</figcaption>
                </figure>
                </article>

                """
            }
            body = "\(items)"
        }
        return """
            <section aria-labelledby="levels">
            <h2 id="levels">Levels</h2>
            \(body)</section>

            """
    }

    /// Services and resources, beside each other.
    var state: HTML {
        """
        <div class="columns even">
        <section aria-labelledby="services">
        <h2 id="services">Services</h2>
        \(services)</section>
        <section aria-labelledby="resources">
        <h2 id="resources">Resources</h2>
        \(resources)</section>
        </div>

        """
    }

    private var services: HTML {
        guard !picture.services.isEmpty else {
            return absence(
                .services, "No service has been seen yet. Declare the ones that matter to you in local.yaml.")
        }
        let items: [HTML] = picture.services.map { service in
            Self.item(
                service.state.status, service.service.text, service.state.word, service.detail,
                since: service.timestamp, picture.now)
        }
        return "<ul class=\"states\">\n\(items)</ul>\n"
    }

    private var resources: HTML {
        guard !picture.resources.isEmpty else {
            return absence(.resources, "None went over its threshold. What they use below it is not collected.")
        }
        let items: [HTML] = picture.resources.map { resource in
            Self.item(
                resource.state == .over ? .degraded : .healthy, resource.resource.word,
                resource.state == .over ? "Over" : "Normal", resource.detail, since: resource.timestamp, picture.now)
        }
        return "<ul class=\"states\">\n\(items)</ul>\n"
    }

    private static func item(
        _ status: SystemHealth.Status, _ name: String, _ word: String, _ detail: String, since: Moment, _ now: Moment
    ) -> HTML {
        let about: HTML = detail.isEmpty ? "" : "<p class=\"about\">\(detail)</p>"
        return """
            <li>\(StatusMark.html(status, "sign small"))<div><p><strong><bdi>\(name)</bdi></strong> \
            <span class="word">\(word)</span></p>\
            \(about)\
            <p class="about">\(timed("since \(Words.minute(since)) (\(Words.duration(now - since)))"))</p></div></li>

            """
    }

    /// What is said where a part has nothing to show: that it is off, or what would fill it.
    func absence(_ part: Part, _ text: String) -> HTML {
        guard picture.holdings.contains(where: { $0.part == part && $0.isOn }) else {
            guard hasSwitches else { return "<p class=\"state\">Not collected.</p>\n" }
            return """
                <p class="state">Not collected. <a href="#part-\(part.rawValue)">Switch it on</a>, or run \
                <code>\(Commands.switchOn(part))</code></p>

                """
        }
        return "<p class=\"state\">\(text)</p>\n"
    }
}
