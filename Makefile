# What a person does here, one word each. `make` alone lists the words.

# SwiftPM passes some flags in the random order of a set; a fixed order keeps a second build from starting over.
export SWIFT_DETERMINISTIC_HASHING = 1

release := swift build --configuration release --static-swift-stdlib --product tacit
# So many tests at once: all of them would open more files than the system's `select` can tell apart.
test := swift test --skip-build --disable-xctest --experimental-maximum-parallelization-width 16 --event-stream-version 0
events := --event-stream-output-path .build/test-events
# Tests that wait for programs, or for how long something may take: those that compute would take their threads for minutes.
waiting := EndToEndTests|TacitProbeTests|TacitSessionsTests|EmergencyPurgeTests|RemovalTests
tacit := .build/release/tacit
state := .state

.DEFAULT_GOAL := help
.PHONY: help build run test lint docs fuzz audit soak bench clean

help: ## list these words
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build the collector for use, into .build/release/tacit
	@scripts/setup build
	@test -x $(tacit) || echo "Building Tacit; the first time takes about 8 minutes on two cores." >&2
	@scripts/quietly $(release)
	@test -x $(tacit) || { echo "The build has ended without $(tacit): run it again." >&2; exit 1; }

run: build ## start the collector in first look: windows of a minute, on loopback, state in ./.state
	@exec $(tacit) serve --config config/first-look.yaml --state $(state)

test: ## run the whole suite, the real OpenTelemetry clients too
	@scripts/setup test
	@test -d .build/debug || echo "Building Tacit and its tests; the first time takes about 8 minutes on two cores." >&2
	@scripts/quietly swift build --build-tests
	@$(test) --skip '$(waiting)' $(events)-computing.jsonl; computing=$$?; \
		$(test) --filter '$(waiting)' $(events)-waiting.jsonl && exit $$computing

lint: ## check format, layers and documents
	@git ls-files -z --cached --others --exclude-standard -- '*.swift' ':!*.pb.swift' \
		| xargs -0 swift format lint --strict --parallel
	@test -d .build/checkouts || scripts/quietly swift package resolve
	@scripts/check-layers
	@scripts/check-docs

docs: ## check that the documents say what the program does
	@scripts/check-docs

fuzz: ## feed the readers of untrusted bytes and the scrubber for ten minutes each
	@scripts/setup build
	@scripts/fuzz 600

audit: ## try to refute what each mechanism and the whole pipeline claim, with 200,000 samples
	@scripts/setup test
	@scripts/quietly swift build --build-tests
	@TACIT_AUDIT=200000 swift test --skip-build --disable-xctest --filter AuditTests

soak: ## run the long tests: kills, long traffic, then ten minutes of fuzzing each
	@scripts/setup test
	@scripts/quietly swift build --build-tests
	@TACIT_SOAK=1 swift test --skip-build --disable-xctest --filter Soak
	@scripts/fuzz 600

bench: build ## measure speed and memory; prints machine, input and both sides
	@scripts/setup bench
	@scripts/quietly swift build --configuration release --static-swift-stdlib --product tacit-bench
	@.build/release/tacit-bench --python .build/bench-venv/bin/python

clean: ## remove what was built; the state folder stays
	@rm -rf .build .build-*
