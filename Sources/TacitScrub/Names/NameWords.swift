/// Words beside names, in ASCII letters with a blank between.
enum NameWords {
    /// What a place, company, thing or sentence has where a person has a family name.
    static let noNames: StaticString = """
        toolkit audio video connection router load ping program plugin shell bundle daemon core engine cloud \
        storage station hotel street road avenue lane boulevard square bridge park river lake bay beach island \
        islands mountain mountains valley county city town village airport harbour harbor port university college \
        school institute academy museum library hospital church cathedral temple palace castle tower stadium arena \
        center centre building house hall gallery theatre theater north south east west northern southern eastern \
        western inc incorporated ltd limited llc corp corporation company co gmbh ag plc group bank holdings \
        partners associates foundation association society organization organisation committee council commission \
        ministry department office bureau agency services service systems solutions software technologies \
        technology labs laboratory laboratories networks network project team alliance consortium union league \
        club band orchestra records music magazine times post news press journal publishing books book edition \
        chapter section volume series prize award medal cup open championship act law treaty theorem lemma \
        algorithm function method model transform distribution number code cipher hash tree filter sequence \
        syndrome disease test effect language compiler interpreter framework package module script format file \
        files system server client database driver protocol standard specification license licence copyright \
        version release update manual guide documentation page pages table list index key keys type types class \
        string object error warning default option options value values name names user users root kernel editor \
        browser desktop window windows linux unix mac android java python perl ruby ubuntu debian fedora apache \
        mozilla google microsoft oracle intel amd ibm apple amazon facebook twitter github english german french \
        spanish italian portuguese russian chinese japanese korean arabic greek hebrew latin dutch swedish \
        american british european african asian canadian australian indian mexican united states kingdom republic \
        federation empire america england france germany italy spain russia china japan india africa europe asia \
        january february march april may june july august september october november december monday tuesday \
        wednesday thursday friday saturday sunday mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep oct \
        nov dec spring summer autumn winter christmas easter day night week month year the a an and or but nor not \
        no yes if then else when while where why how what which who whom whose that this these those there here it \
        its is are was were be been being am has have had having do does did done will would shall should can \
        could might must of in on at by for from to with without within into onto over under after before since \
        until as than so such very more most less least all any both each every few many some other another same \
        only own just also too again once now ever never always often i you he she we they me him her us them my \
        your his our their mine yours ours theirs please thank thanks hello hi dear regards sincerely best hey \
        welcome said says say see use used using uses note example make made get set add new old first last next \
        previous original general special common public private free full great good high low big small long short \
        left right up down off out black white red green blue yellow brown gray grey silver gold golden mr mrs ms \
        miss dr prof sir lord lady king queen prince princess president senator minister captain colonel major \
        sergeant saint st san santa mount mt fort cape air airlines airways motors motor electric energy oil gas \
        steel foods brothers bros sons insurance financial capital management consulting engineering international \
        national global world royal federal central state local one two three four five six seven eight nine ten
        """

    static let particles: StaticString = """
        van von der den de del della di da dos das do du la le el al bin ibn ben af av zu zum zur ten ter y e
        """

    /// What only a name stands behind.
    static let titles: StaticString = """
        mr mrs ms mx dr prof frau herr herrn monsieur madame mme mlle senor senora signor signora
        """

    /// What a name often stands behind.
    static let cues: StaticString = """
        miss professor sir madam hi hello hey dear thanks thank regards cheers sincerely love by from signed named \
        called author customer patient employee contact attn attention cc caller colleague friend husband wife \
        brother sister mother father son daughter nurse doctor captain senator president officer agent detective \
        judge meet ask tell
        """
}
