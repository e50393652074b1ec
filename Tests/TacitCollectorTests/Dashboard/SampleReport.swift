import Foundation
import TacitCollector

/// Reports as a collector makes them, from a fixed seed.
struct SampleReport {
    /// 2026-03-01 00:00 UTC
    static let firstDay: Int64 = 1_772_323_200
    static let day: Int64 = 86_400

    var metrics: [[String: Any]] = []
    var days = 14
    var dataset = "live"
    var firstLook = false
    var simulatedClock = false
    var collecting = true
    var openWindows: [[String: Any]] = []
    var signals: [[String: Any]] = []
    var reasons: [[String: Any]] = []
    var holdings: [[String: Any]] = []
    var catalog = "http services"
    private var seed: UInt64 = 7

    init() {}

    var report: Report {
        get throws {
            let now = Self.firstDay + Int64(days) * Self.day + 41_000
            let object: [String: Any] = [
                "generatedAt": now, "catalog": catalog, "dataset": dataset, "firstLook": firstLook,
                "simulatedClock": simulatedClock, "metrics": metrics, "openWindows": openWindows,
                "intake": [
                    "collecting": collecting, "since": Self.firstDay + 29_000, "signals": signals, "reasons": reasons,
                ],
                "holdings": holdings,
            ]
            return try JSONDecoder().decode(Report.self, from: JSONSerialization.data(withJSONObject: object))
        }
    }

    // MARK: Parts

    static func figure(_ estimate: Double, _ half: Double) -> [String: Any] {
        ["estimate": estimate, "lower": estimate - half, "upper": estimate + half]
    }

    static func cell(
        _ labels: [String], _ value: [String: Any]? = nil, contributors: [String: Any]? = nil,
        buckets: [[String: Any]] = []
    ) -> [String: Any] {
        var cell: [String: Any] = [
            "labels": labels, "shown": value != nil || contributors != nil || !buckets.isEmpty, "buckets": buckets,
        ]
        cell["value"] = value
        cell["contributors"] = contributors
        return cell
    }

    static func window(
        _ start: Int64, length: Int64 = day, cells: [[String: Any]], total: [String: Any]? = nil, from: Int64 = 0,
        unit: String = "contributor", epsilon: Double = 1, delta: Double = 0
    ) -> [String: Any] {
        var window: [String: Any] = [
            "start": start, "end": start + length, "releasedAt": start + length + 3600, "observedFrom": start + from,
            "unit": unit, "epsilon": epsilon, "delta": delta, "cells": cells,
        ]
        window["total"] = total
        return window
    }

    static func metric(
        _ name: String, _ description: String, kind: String, unit: String, dimensions: [String] = [],
        edges: [Double] = [], epsilon: Double = 1, delta: Double = 0, length: String = "day", k: Int = 5,
        windows: [[String: Any]]
    ) -> [String: Any] {
        [
            "name": name, "description": description, "event": "http.request", "kind": kind, "unit": unit,
            "dimensions": dimensions, "edges": edges, "closed": delta == 0,
            "guarantee": [
                "privacy": "balanced", "promise": "", "window": length, "unit": "contributor", "epsilon": epsilon,
                "delta": delta, "maxCells": 8,
                "maxPerCell": 20, "k": k,
                "threshold": delta == 0 ? k : 10 * k,
            ],
            "windows": windows,
        ]
    }

    /// A draw from the two-sided geometric law with the given scale.
    mutating func noise(_ scale: Double) -> Double {
        func uniform() -> Double {
            seed &+= 0x9E37_79B9_7F4A_7C15
            var z = seed
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
        }
        let (a, b) = (max(uniform(), 1e-12), max(uniform(), 1e-12))
        return (scale * (Foundation.log(a) - Foundation.log(b))).rounded()
    }
}

extension SampleReport {
    /// Fourteen days of a plain HTTP service: requests by route and status, latency, errors, versions, installations.
    static var fortnight: SampleReport {
        var sample = SampleReport()
        sample.metrics = [
            sample.requests(), sample.latency(), sample.meanLatency(), sample.errors(), sample.installations(),
            sample.versions(),
        ]
        sample.fillIntake()
        return sample
    }

    private static let week = [1.0, 0.72, 0.96, 1.04, 1.08, 1.05, 0.99]

    private mutating func requests() -> [String: Any] {
        let routes: [(String, Double)] = [
            ("/", 9200), ("/search", 6100), ("/items/{id}", 4800), ("/cart", 2100), ("/checkout", 640),
            ("/login", 1500),
            ("/settings", 180), ("/export", 14),
        ]
        let windows = (0..<days).map { day in
            var cells: [[String: Any]] = []
            var total = 0.0
            for (route, size) in routes {
                for (status, share) in [("2xx", 0.93), ("3xx", 0.03), ("4xx", 0.035), ("5xx", 0.005)] {
                    let bump = route == "/checkout" && status == "5xx" && day == 9 ? 60.0 : 1
                    let value =
                        (size * share * bump * Self.week[day % 7] * (1 + 0.012 * Double(day))).rounded() + noise(40)
                    let people = value / 6
                    if people + noise(4) < 5 {
                        cells.append(Self.cell([route, status]))
                    } else {
                        total += value
                        cells.append(
                            Self.cell(
                                [route, status], Self.figure(value, 120),
                                contributors: Self.figure(people.rounded(), 12)))
                    }
                }
            }
            return Self.window(
                Self.firstDay + Int64(day) * Self.day, cells: cells, total: Self.figure(total, 566),
                from: day == 0 ? 29_000 : 0)
        }
        return Self.metric(
            "http.requests", "Requests served, by route and class of status.", kind: "count", unit: "events",
            dimensions: ["route", "status"], windows: windows)
    }

    private mutating func latency() -> [String: Any] {
        let edges: [Double] = [5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000]
        let shape: [Double] = [310, 1240, 4810, 7420, 4390, 2310, 3120, 940, 260, 118, 96, 31, 6]
        let windows = (0..<days).map { day in
            Self.window(
                Self.firstDay + Int64(day) * Self.day,
                cells: [
                    Self.cell(
                        [], contributors: Self.figure(2104 + noise(4), 12),
                        buckets: shape.map { Self.figure(($0 * Self.week[day % 7]).rounded() + noise(70), 210) })
                ])
        }
        return Self.metric(
            "http.latency", "How long requests took.", kind: "histogram", unit: "ms", edges: edges, windows: windows)
    }

    private mutating func meanLatency() -> [String: Any] {
        let windows = (0..<days).map { day in
            Self.window(
                Self.firstDay + Int64(day) * Self.day,
                cells: [("/", 41.0), ("/search", 128.4), ("/items/{id}", 62.2), ("/export", 0)].map { route, mean in
                    guard mean > 0 else { return Self.cell([route]) }
                    let value = mean * (1 + 0.02 * Double(day % 5)) + noise(12) / 10
                    return Self.cell(
                        [route], ["estimate": value, "lower": value - 4.31, "upper": value + 5.27],
                        contributors: Self.figure(900 + noise(4), 12))
                })
        }
        return Self.metric(
            "http.latency.mean", "Mean time of a request, by route.", kind: "mean", unit: "ms", dimensions: ["route"],
            epsilon: 0.5, windows: windows)
    }

    private mutating func errors() -> [String: Any] {
        let windows = (0..<days).filter { $0 != 4 && $0 != 5 }.map { day in
            let kinds: [(String, Double)] = [("TimeoutError", 210), ("ConnectionError", 96), ("ValueError", 31)]
            let cells = kinds.prefix(day < 3 ? 2 : 3).map { kind, size in
                Self.cell([kind], Self.figure(size + noise(9), 28), contributors: Self.figure((size / 3).rounded(), 12))
            }
            return Self.window(
                Self.firstDay + Int64(day) * Self.day, cells: cells, total: Self.figure(size(cells), 48), delta: 1e-6)
        }
        return Self.metric(
            "http.errors", "Errors that reached a user, by type.", kind: "count", unit: "events",
            dimensions: ["error.type"], delta: 1e-6, windows: windows)
    }

    private func size(_ cells: [[String: Any]]) -> Double {
        cells.reduce(0) { $0 + (($1["value"] as? [String: Any])?["estimate"] as? Double ?? 0) }
    }

    private mutating func installations() -> [String: Any] {
        let windows = (0..<days).map { day in
            let value = (4120 * Self.week[day % 7]).rounded() + noise(3)
            return Self.window(
                Self.firstDay + Int64(day) * Self.day, cells: [Self.cell([], Self.figure(value, 9))], epsilon: 0.5)
        }
        return Self.metric(
            "installations.active", "Installations that were active.", kind: "contributors", unit: "contributors",
            epsilon: 0.5, windows: windows)
    }

    private mutating func versions() -> [String: Any] {
        let names = ["python 1.38", "java 2.14", "go 1.41", "nodejs 2.1", "dotnet 1.12", "ruby 1.8"]
        let windows = (0..<days).map { day in
            Self.window(
                Self.firstDay + Int64(day) * Self.day,
                cells: names.enumerated().map { index, name in
                    let value = (1800 / Double(index * index + 1)).rounded() + noise(4)
                    return Self.cell([name], Self.figure(value, 12))
                }, epsilon: 0.5, delta: 1e-7)
        }
        return Self.metric(
            "sdk.versions", "Languages and versions of the SDKs that report.", kind: "contributors",
            unit: "contributors", dimensions: ["sdk"], epsilon: 0.5, delta: 1e-7, windows: windows)
    }

    private mutating func fillIntake() {
        let start = Self.firstDay + Int64(days) * Self.day
        openWindows = [["length": "day", "start": start, "end": start + Self.day, "closesAt": start + Self.day + 3600]]
        signals = [
            [
                "name": "traces", "requests": Self.figure(48_211, 40), "received": Self.figure(4_120_377, 40),
                "counted": Self.figure(2_071_902, 40), "refused": Self.figure(0, 40),
            ],
            [
                "name": "logs", "requests": Self.figure(12_040, 40), "received": Self.figure(610_224, 40),
                "counted": Self.figure(41_876, 40), "refused": Self.figure(214, 40),
            ],
            [
                "name": "metrics", "requests": Self.figure(3_220, 40), "received": Self.figure(96_600, 40),
                "counted": Self.figure(0, 40), "refused": Self.figure(0, 40),
            ],
        ]
        reasons = [
            [
                "rule": "attribute.undeclared", "count": Self.figure(18_402_113, 9),
                "meaning": "The catalog does not declare the attribute; it was dropped.",
            ],
            [
                "rule": "event.unmatched", "count": Self.figure(2_713_099, 9),
                "meaning": "No source of the catalog matches the item; it was dropped.",
            ],
            [
                "rule": "field.clamped", "count": Self.figure(40_212, 9),
                "meaning": "A number outside its bounds was clamped to them.",
            ],
            [
                "rule": "field.type", "count": Self.figure(214, 9),
                "meaning": "A declared field came with another type; the item was refused.",
            ],
            [
                "rule": "window.late", "count": Self.figure(12, 9),
                "meaning": "The item’s window was closed already; it was not counted.",
            ],
        ]
        holdings = [
            [
                "what": "Contributions of open windows", "place": "memory", "dataClass": 1, "count": 1,
                "oldest": start, "expires": start + Self.day + 3600, "limit": "until the window closes",
            ],
            [
                "what": "Released cells", "place": "tacit.sqlite: release", "dataClass": 2, "count": 1204,
                "oldest": Self.firstDay + Self.day, "expires": Self.firstDay + 366 * Self.day, "limit": "12 months",
            ],
            [
                "what": "Ledger entries", "place": "tacit.sqlite: ledger", "dataClass": 2, "count": 84,
                "oldest": Self.firstDay + Self.day, "limit": "as long as the releases they account for",
            ],
            [
                "what": "Counters", "place": "tacit.sqlite: counter", "dataClass": 3, "count": 17,
                "oldest": Self.firstDay + 29_000, "expires": Self.firstDay + 90 * Self.day, "limit": "90 days",
            ],
        ]
    }

    // MARK: Other states

    /// Started, and nothing came yet.
    static var empty: SampleReport {
        var sample = SampleReport()
        sample.metrics = [
            metric(
                "http.requests", "Requests served, by route and class of status.", kind: "count", unit: "events",
                dimensions: ["route", "status"], windows: [])
        ]
        return sample
    }

    /// Windows of one minute, the second one just released.
    static var firstMinutes: SampleReport {
        var sample = fortnight
        sample.firstLook = true
        let start = firstDay + 14 * day + 40_800
        let windows = (0..<3).map { index -> [String: Any] in
            let value = figure(212 + Double(index * 9), 61)
            let cells = [cell(["/", "2xx"], value, contributors: figure(8, 4)), cell(["/", "5xx"])]
            return window(start + Int64(index) * 60, length: 60, cells: cells, total: value, from: index == 0 ? 22 : 0)
        }
        sample.metrics = [
            metric(
                "http.requests", "Requests served, by route and class of status.", kind: "count", unit: "events",
                dimensions: ["route", "status"], length: "minute", windows: windows),
            metric(
                "http.errors", "Errors that reached a user, by type.", kind: "count", unit: "events",
                dimensions: ["error.type"], delta: 1e-6, length: "minute", windows: []),
        ]
        sample.openWindows = [
            ["length": "minute", "start": start + 180, "end": start + 240, "closesAt": start + 250]
        ]
        return sample
    }

    /// One window only, and a source that names no contributor.
    static var oneWindow: SampleReport {
        var sample = fortnight
        sample.days = 1
        sample.metrics = sample.metrics.map { metric in
            var metric = metric
            metric["windows"] = (metric["windows"] as? [[String: Any]] ?? []).prefix(1).map { window in
                window.merging(["unit": "record"]) { $1 }
            }
            metric["guarantee"] = (metric["guarantee"] as? [String: Any])?.merging(["unit": "record"]) { $1 }
            return metric
        }
        sample.openWindows = []
        return sample
    }

    /// One metric without noise beside one with it, in two windows.
    static var exact: SampleReport {
        var sample = fortnight
        func exact(_ value: Double) -> [String: Any] { figure(value, 0).merging(["exact": true]) { $1 } }
        let windows = (0..<2).map { index -> [String: Any] in
            let cells = [
                cell(["make"], exact(31 + Double(index)), contributors: exact(12)), cell(["ninja"]),
                cell(["other"], exact(7), contributors: exact(3)),
            ]
            return window(firstDay + Int64(index) * day, cells: cells, total: exact(38 + Double(index)))
                .filter { $0.key != "epsilon" && $0.key != "delta" }
        }
        var builds = metric(
            "builds", "Builds by tool.", kind: "count", unit: "events", dimensions: ["tool"], k: 3, windows: windows)
        let guarantee = (builds["guarantee"] as? [String: Any] ?? [:]).merging(["privacy": "minimal"]) { $1 }
        builds["guarantee"] = guarantee.filter { $0.key != "epsilon" && $0.key != "delta" }
        sample.metrics = [builds] + sample.metrics.prefix(1)
        return sample
    }

    /// Two hundred cells, most of them below the threshold.
    static var manyCells: SampleReport {
        var sample = fortnight
        let windows = (0..<sample.days).map { day -> [String: Any] in
            let cells = (0..<200).map { index -> [String: Any] in
                let name = ["/api/v1/resource-\(index)", index.isMultiple(of: 2) ? "GET" : "POST"]
                guard index % 5 < 2 else { return cell(name) }
                let value = (40_000 / Double(index + 1)).rounded() + sample.noise(20)
                return cell(name, figure(value, 60))
            }
            return window(firstDay + Int64(day) * SampleReport.day, cells: cells, total: figure(231_400, 537))
        }
        sample.metrics = [
            metric(
                "http.requests.by_endpoint", "Requests served, by endpoint and method.", kind: "count", unit: "events",
                dimensions: ["endpoint", "method"], windows: windows)
        ]
        return sample
    }

    static let hostileLabels = [
        "<script>alert(1)</script>", "\" onload=\"x", "'><img src=x>", "\u{202E}drowssap", "مرحبا بالعالم",
        "\"\u{0301} onload=x", "a&b;{{page}}", "", String(repeating: "long", count: 40), "nul\u{0}\u{1B}[31m",
    ]

    /// Labels, names and words that try to leave their place.
    static var hostile: SampleReport {
        var sample = fortnight
        sample.catalog = "<b>\"catalog\"\u{0301}"
        let windows = (0..<3).map { index in
            window(
                firstDay + Int64(index) * day, cells: hostileLabels.map { cell([$0], figure(-3, 20)) },
                delta: 1e-6)
        }
        sample.metrics = [
            metric(
                "evil\"'<>&/é", "<script>alert(2)</script>", kind: "count", unit: "<i>ms</i>",
                dimensions: ["\"><script>"], delta: 1e-6, windows: windows)
        ]
        sample.reasons = [["rule": "<script>", "meaning": "\"\u{0301}'", "count": Self.figure(1, 0)]]
        return sample
    }
}
