#if Metrics
    public import CoreMetrics

    /// A backend for swift-metrics that collects what an app has mapped to events of its catalog, and nothing else.
    /// ``Tacit/Telemetry/metrics(every:samples:_:)`` makes one.
    public struct TelemetryMetricsFactory: MetricsFactory {
        /// A program that measures has telemetry for as long as it does.
        private let telemetry: Telemetry
        private let map: MetricsMap

        init(_ telemetry: Telemetry, _ map: MetricsMap) {
            self.telemetry = telemetry
            self.map = map
        }

        public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
            map.counters[label]?(dimensions) ?? map.unmapped
        }

        public func makeFloatingPointCounter(
            label: String, dimensions: [(String, String)]
        ) -> any FloatingPointCounterHandler {
            map.counters[label]?(dimensions) ?? map.unmapped
        }

        public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
            map.gauges[label]?(dimensions) ?? map.unmapped
        }

        public func makeRecorder(
            label: String, dimensions: [(String, String)], aggregate: Bool
        ) -> any RecorderHandler {
            map.recorders[label]?(dimensions) ?? map.gauges[label]?(dimensions) ?? map.unmapped
        }

        public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
            map.timers[label]?(dimensions) ?? map.unmapped
        }

        // What a metric has gathered outlives it: the next one with the same values goes on from there.
        public func destroyCounter(_ handler: any CounterHandler) {}
        public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
        public func destroyMeter(_ handler: any MeterHandler) {}
        public func destroyRecorder(_ handler: any RecorderHandler) {}
        public func destroyTimer(_ handler: any TimerHandler) {}
    }

    extension Telemetry {
        /// A backend for swift-metrics.
        ///
        /// ```swift
        /// MetricsSystem.bootstrap(telemetry.metrics { map in
        ///     map.counter("hb.requests") { RequestsServed(count: $0, method: $1["http.request.method", field: "method"] ?? .other) }
        ///     map.timer("hb.request.duration") { time, _ in RequestServed(duration: time) }
        /// })
        /// ```
        ///
        /// Names and dimensions do not leave the program: an event has values that the catalog declares. Metrics that are not
        /// mapped are dropped, and counted. With `MultiplexMetricsHandler` another backend has them too.
        ///
        /// - Parameters:
        ///   - interval: how long counters add up, gauges keep their last value and measurements are drawn from, before they
        ///     are recorded. They are also when telemetry is flushed; what was gathered since is lost when the program is killed.
        ///   - samples: the most measurements of one recorder or timer that are recorded in an interval, drawn at random.
        public func metrics(
            every interval: Duration = .seconds(60), samples: Int = 20, _ map: (inout MetricsMap) -> Void
        ) -> TelemetryMetricsFactory {
            var mapping = MetricsMap(tallies(every: interval), samples: samples)
            map(&mapping)
            return TelemetryMetricsFactory(self, mapping)
        }
    }
#endif
