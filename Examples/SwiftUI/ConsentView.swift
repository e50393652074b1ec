#if canImport(SwiftUI)
    import SwiftUI
    import Tacit

    /// Asks for consent, category by category, with what, why, benefit, retention and sharing, and shows what would be sent.
    ///
    /// ```swift
    /// ContentView().sheet(isPresented: $asks) { ConsentView(telemetry: telemetry) }
    /// ```
    ///
    /// Nothing is chosen beforehand, yes and no look alike, and closing the sheet is a no to nothing: it is asked again.
    struct ConsentView: View {
        let telemetry: Telemetry
        @State private var questions: [ConsentCategory] = []
        @State private var agreed: Set<String> = []
        @State private var failure: String?
        @Environment(\.dismiss) private var dismiss

        var body: some View {
            Form {
                ForEach(questions, id: \.name) { category in
                    Section(category.title) {
                        LabeledContent("What", value: category.what)
                        LabeledContent("Why", value: category.why)
                        LabeledContent("For you", value: category.benefit)
                        LabeledContent("Kept", value: category.retention)
                        LabeledContent("Shared", value: category.sharing)
                        Toggle("Allow", isOn: isAgreed(category.name))
                    }
                }
                Section("What would be sent") { Text(telemetry.catalog.text()).font(.footnote.monospaced()) }
                if let failure { Text(failure).foregroundStyle(.red) }
                Button("Save") { Task { await save() } }
            }
            .task { questions = await telemetry.questions }
        }

        private func isAgreed(_ name: String) -> Binding<Bool> {
            Binding {
                agreed.contains(name)
            } set: { isOn in
                if isOn { agreed.insert(name) } else { agreed.remove(name) }
            }
        }

        private func save() async {
            let names = questions.map(\.name)
            do {
                try await telemetry.grant(names.filter(agreed.contains))
                try await telemetry.refuse(names.filter { !agreed.contains($0) })
                dismiss()
            } catch {
                failure = error.description
            }
        }
    }
#endif
