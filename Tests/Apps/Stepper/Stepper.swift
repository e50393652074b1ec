import Foundation
import Tacit

/// An app that the tests run, kill and look at from outside.
///
///     stepper steps FIRST COUNT MICROSECONDS      records numbered events; prints each number once it is recorded
///     stepper texts                               records each line of its input in every field that takes text
///     stepper idle                                begins, records one event, and ends
///     stepper none                                the same without telemetry
@main
struct Stepper {
    static func main() async throws {
        var arguments = CommandLine.arguments.dropFirst()
        guard arguments.first != "none" else { return print("notDue") }
        let telemetry = try Tacit.bootstrap(.stepper, project: "stepper", version: "1.0.0")
        switch arguments.popFirst() {
        case "steps":
            let numbers = arguments.compactMap { Int($0) }
            for number in numbers[0]..<numbers[0] + numbers[1] {
                telemetry.record(.stepMade(number: number))
                print(number, Date().timeIntervalSince1970)
                fflush(nil)
                if number % 50 == 49 { await telemetry.transmit() }
                try await Task.sleep(for: .microseconds(numbers[2]))
            }
            print("end", await telemetry.transmit())
        case "texts":
            while let line = readLine() {
                telemetry.record(.textSeen(text: Scrubbed(line), code: Code(line) ?? "none"))
                telemetry.record(.textSeen(text: Scrubbed("in a sentence: \(line), and after it"), code: "none"))
            }
            print(await telemetry.transmit())
        default:
            telemetry.record(.stepMade(number: 1))
            print(await telemetry.flush())
        }
    }
}
