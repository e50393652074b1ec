/// Whether the loss is that of the contributor's records being there, or of their being absent.
enum LossDirection: CaseIterable {
    case removal
    case addition
}
