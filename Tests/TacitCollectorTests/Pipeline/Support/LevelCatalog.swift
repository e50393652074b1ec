import TacitCatalog
import Testing

/// A catalog with hierarchies and with a metric of each privacy level, as an author writes it.
enum LevelCatalog {
    static func catalog() throws -> Catalog {
        try Catalog.load(yaml: yaml, file: "catalog.yaml", today: CalendarDate("2026-11-21")!)
    }

    static let yaml = """
        catalog: 1
        name: levels
        privacy: balanced
        contributor: [installation]
        budget: {epsilon: 100, delta: 1e-5}
        defaults: {window: hour, epsilon: 10, delta: 1e-8, max_cells: 1, max_per_cell: 1}
        hierarchies:
          effort:
            levels: [{an hour: 1, a day: 8, days: null}]
          place:
            parents: {lisbon: portugal, porto: portugal, lyon: france, portugal: europe, france: europe}
        events:
          work:
            description: Work was done.
            purpose: See how long it takes.
            consent: {category: essential, level: basic}
            class: 2
            owner: team
            expires: 2999-12-31
            fields:
              team: {type: number, min: 1, max: 500, granularity: 1, unit: "{person}", hierarchy: team_size}
              hours: {type: number, min: 0, max: 80, granularity: 0.5, unit: h, hierarchy: effort}
              town: {type: enum, values: [lisbon, porto, lyon], other: elsewhere, hierarchy: place}
              office: {type: code, max_length: 20, hierarchy: place}
              score: {type: number, min: 0, max: 10, granularity: 1, unit: "1", buckets: {micro range: 5, rest: null}}
            sources:
              - log: {event: work, where: {installation: present}}
                fields: {team: team, hours: hours, town: town, office: office, score: score}
        metrics:
          teams: {description: Work by team, event: work, type: count, by: [team], privacy: minimal}
          teams.coarse: {description: Work by size of team, event: work, type: count, by: [team@2], privacy: maximum}
          hours: {description: Work by time, event: work, type: contributors, by: [hours]}
          hours.mean: {description: Mean time, event: work, type: mean, of: hours, by: [town@2], privacy: minimal}
          hours.sum: {description: Time, event: work, type: sum, of: hours, by: [town@1], privacy: minimal, k: 4}
          towns: {description: Work by country, event: work, type: count, by: [town@1]}
          offices: {description: Work by office's country, event: work, type: count, by: [office@1]}
          offices.open: {description: Work by office, event: work, type: count, by: [office], privacy: minimal}
          all: {description: Work by all, event: work, type: count, by: [team@2, office, town@1, score]}
        """
}
