import Hummingbird

/// Answers HEAD with the head alone: a client would read a body as the beginning of the connection's next answer.
struct HeadAnswers<Responder: HTTPResponder<BasicRequestContext>>: HTTPResponder {
    let responder: Responder

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let response = try await responder.respond(to: request, context: context)
        return request.method == .head ? response.createHeadResponse() : response
    }
}
