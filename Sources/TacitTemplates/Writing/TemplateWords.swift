/// What a template says around what the letter says, in each tone.
struct TemplateWords: Sendable {
    let title: String
    let about: String
    let mainPoint: String
    let firstStep: String
    let insights: String
    let steps: String
    let why: String
    let metrics: String
    let metricsLead: String
    let firstWeek: String
    let checklist: String
    let noted: String
    let noSteps: String
    let check: String
    let owner: String
    let review: String
    let compare: String
    let later: String

    init(_ tone: TemplateTone) {
        switch tone {
        case .direct:
            title = "Plan"
            about = "About"
            mainPoint = "Main point"
            firstStep = "Start here"
            insights = "What it says"
            steps = "Do this"
            why = "Why"
            metrics = "Watch these figures"
            metricsLead = "Note your own value before you start; theirs is for comparison."
            firstWeek = "First week"
            checklist = "Checklist"
            noted = "Note your own value of"
            noSteps = "The letter names no step. Decide these:"
            check = "Check whether this holds for you:"
            owner = "Every step has one owner."
            review = "A date for the review is set."
            compare = "Compare with day 1. Keep what helped, drop what did not, date the rest."
            later = "Put on the calendar"
        case .friendly:
            title = "Let's try it"
            about = "It's about"
            mainPoint = "The heart of it"
            firstStep = "A good first move"
            insights = "What stood out"
            steps = "What you can do"
            why = "The idea behind it"
            metrics = "Figures to keep an eye on"
            metricsLead =
                "Jot down your own value first, so that you'll see what changes. Theirs is there to compare with."
            firstWeek = "Your first week"
            checklist = "Before you call it done"
            noted = "Jot down your own value of"
            noSteps = "The letter doesn't spell out any steps. These are worth a talk:"
            check = "See whether this is true for you too:"
            owner = "Everyone knows who looks after which step."
            review = "You've picked a day to look back together."
            compare = "Look back at day 1 together: what helped, what didn't, and what comes next?"
            later = "Pick a day for"
        case .formal:
            title = "Implementation plan"
            about = "Subject"
            mainPoint = "Principal finding"
            firstStep = "First recommended action"
            insights = "Findings"
            steps = "Recommended actions"
            why = "Rationale"
            metrics = "Indicators"
            metricsLead =
                "Record the present value of each indicator before the first action. The source's figures serve as reference."
            firstWeek = "Schedule for the first week"
            checklist = "Completion criteria"
            noted = "Record the present value of"
            noSteps = "The source states no explicit action. The following matters require a decision:"
            check = "Assess whether the following applies:"
            owner = "A responsible person has been named for each action."
            review = "A date for the review has been agreed."
            compare =
                "Compare the results with those recorded on day 1 and decide which actions to continue, change or end."
            later = "Schedule"
        }
    }
}

/// What belongs to a first day of each category.
extension TemplateCategory {
    func firstDay(_ tone: TemplateTone) -> String {
        switch self {
        case .process: "Write down how the work runs today: each step, who does it, how long it waits."
        case .marketing: "Collect the figures of the last three campaigns, so that there is something to compare with."
        case .product:
            "Look up today's figures for the part of the product that this touches, and read five recent customer comments on it."
        case .engineering: "Record today's values from monitoring, and make sure that each change can be rolled back."
        case .leadership:
            tone == .formal
                ? "Inform the team of the intended change and its reasons."
                : "Tell the team what you want to try, and why."
        case .finance: "Take the current figures from the books, and fix the date that they stand for."
        case .general: "Write down how things stand today, and who looks after them."
        }
    }

    var lastCheck: String {
        switch self {
        case .process: "The new way is written down where the team looks first."
        case .marketing: "One change at a time was tested, against a group that did not get it."
        case .product: "At least five customers were asked, not only measured."
        case .engineering: "The change is monitored, and the way back was tried once."
        case .leadership: "The team was asked what changed for them."
        case .finance: "The effect on cash was worked out for the next three months."
        case .general: "What was decided is written down: keep, change or stop."
        }
    }
}
