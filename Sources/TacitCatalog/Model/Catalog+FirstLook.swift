extension Catalog {
    /// The same catalog for a newcomer's first minutes: windows of a minute, and the caps of a minute.
    ///
    /// What one person does in a minute is about one thing, so a contributor may touch one cell of a metric and add two
    /// records to it, where the catalog allows no less. With caps that are meant for a day the noise of a minute would
    /// drown a newcomer's traffic. Epsilon, delta and k stay as declared. The unit gets weaker all the same: a contributor
    /// is protected minute by minute, and whoever stays for an hour spends sixty times the price.
    package func firstLook() throws(CatalogFaults) -> Catalog {
        var catalog = try withWindow(.minute)
        for index in catalog.metrics.indices {
            catalog.metrics[index].guarantee.maxCells = 1
            catalog.metrics[index].guarantee.maxPerCell = min(2, metrics[index].guarantee.maxPerCell)
        }
        return catalog
    }
}
