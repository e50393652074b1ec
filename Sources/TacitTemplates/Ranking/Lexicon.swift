/// Words of English that tell what a sentence does.
enum Lexicon {
    static let stopWords = WordSet(
        """
        a about above across after again against all almost along already also although always am among an and \
        another any anyone anything are aren't around as at away back be became because become been before behind \
        being below between both but by came can can't cannot come could couldn't did didn't do does doesn't doing \
        don't done down during each either else enough even ever every everyone everything few for from further gave \
        get gets getting give given gives go goes going gone good got had hadn't has hasn't have haven't having he \
        he's her here here's hers herself him himself his how however i i'd i'll i'm i've if in instead into is \
        isn't it it's its itself just keep kept know last least less let let's like long look lot made make makes \
        making many may maybe me might mine more most much must my myself near need needs neither never new next no \
        nobody none nor not nothing now of off often on once one ones only onto or other others our ours ourselves \
        out over own per perhaps put quite rather really right said same saw say says see seem seems seen several \
        shall she she's should shouldn't since so some someone something sometimes soon still such take taken takes \
        than that that's the their theirs them themselves then there there's these they they'd they'll they're \
        they've thing things think this those though three through thus to today together too took toward two under \
        until up upon us use used using usually very want wants was wasn't way ways we we'd we'll we're we've well \
        went were weren't what what's whatever when where whether which while who whole who's whose why will with \
        within without won't would wouldn't yes yet you you'd you'll you're you've your yours yourself rest half \
        recent recently according actually simply likely best better worse worst big bigger biggest small smaller \
        large larger great little day days week weeks month months year years time times people percent per cent \
        number times second third four five six seven eight nine ten hundred thousand million billion end start part \
        kind sort bit ago later early earlier different
        """)

    /// Of the other languages that letters are written in around here.
    static let otherStopWords = WordSet(
        """
        der die das den dem des ein eine einen einem einer eines und oder aber nicht auch auf aus bei mit nach von \
        vor zu zum zur für über unter wenn dass weil wie was wer ist sind war waren wird werden wurde wurden hat \
        haben hatte kann können muss müssen soll sollen sie ihr ihre ihren ihrem ihrer wir uns unser unsere man sich \
        mehr sehr noch nur schon durch als bis im am um so es er ich viele alle alles jede jeder jedes diese dieser \
        dieses damit dabei jedoch bringen gehört liegen ohne gegen le la les un une des du de et ou mais pas ne plus \
        que qui dans sur pour par avec sans est sont été être avoir ont vous nous ils elles votre vos notre nos leur \
        leurs ce cet cette ces il elle on se sa son ses au aux en y à si tout tous toute très el los las una unos \
        unas y o pero no más que quien en sobre para por con sin es son fue ser estar han su sus nuestro este esta \
        estos estas al del lo se muy ya cada cuando como entre también il gli uno e ma non più che chi nel nella per \
        con senza è sono stato essere hanno suo sua loro questo questa al alla dei delle het een van op te dat niet \
        met voor zijn om ook maar naar bij uit door nog wel als dan wordt worden os as um uma e mas não mais em para \
        com sem são foi ser seu sua seus nos das dos pela pelo
        """)

    /// The words by which English is told from other languages.
    static let englishMarks = WordSet(
        """
        the and of to in is that it for was are with as on be this have from or by you your not but they we which at \
        their has more when can will what our if every each into than then because before after how who there about \
        would should could been were an any so just who it's don't within out up them one all does did down only \
        most some no
        """)

    static let germanMarks = WordSet(
        """
        der die das den dem des und oder ist sind war nicht kein keine ein eine einen einer mit für auf aus bei nach von vor \
        zum zur im am an in zu sie wir ihr er es ihre unsere wie als auch dass wenn weil wird werden wurde kann hat haben
        """)

    /// Base forms that are hardly ever anything else at the start of a sentence.
    static let verbs = WordSet(
        """
        accept achieve add adjust adopt agree align allocate allow analyze announce answer anticipate apply appoint \
        arrange ask assemble assess assign assume attach automate avoid balance batch become begin benchmark bring \
        build bundle buy calculate call cancel capture celebrate chase choose clarify classify clean close coach \
        collect combine commit communicate compare compute conduct confirm connect consider consolidate convert \
        create cut decide decline decouple deduplicate define delay delegate delete deliver deploy describe design \
        determine develop discard discuss distribute divide double drop earn eliminate email embed empower enable \
        encourage enforce engage ensure establish evaluate examine expand expect experiment explain explore extend \
        fill find finish fix follow forecast formalize freeze gather get give grant halve hand handle help hire hold \
        identify ignore implement improve include increase inform insist install instrument integrate introduce \
        invest invite involve isolate iterate join keep kill launch learn leave let limit link list listen log look \
        lower maintain make map measure meet merge migrate minimize monitor move name narrow negotiate note offer \
        onboard open optimize organize outline own pair park pause pay pick pilot pin place plan post practice \
        prepare present prevent price prioritize promote propose protect prove provide prune publish pull push put \
        raise read rebuild recognize recommend reconcile record recruit reduce redesign refactor refine refuse \
        rehearse reject release remember remind remove rename renegotiate renew reorder repeat replace reply report \
        reserve resist resolve respond restrict retire return reuse revert review revisit reward rewrite rotate \
        route run save say schedule score segment select sell send separate set settle share ship shorten show \
        shrink simplify skip solve sort speak specify spend split stagger standardize start state stick stop store \
        strip study subtract summarize survey swap switch tag take talk target teach tell test think tie tighten \
        time track train treat triage trim trust try tune turn understand update use validate verify visit wait walk \
        warn watch weigh work write interview count rank prototype host lead tally sketch brief debrief shadow \
        tackle throttle patch scale stage invoice negotiate refinance insure audit rewrite reword double-check gauge \
        pass mark sit wrap film lay agree hand
        """)

    /// Verbs that are nouns too: the next word decides.
    static let ambiguous = WordSet(
        """
        answer balance batch benchmark bundle call coach cut delay design document double drop email experiment fix \
        forecast hand help hire hold increase launch limit link list log look map measure move name note offer pair \
        park pause pay pick pilot pin place plan post practice present price promise push record release report \
        return review reward route run score segment set share ship show sort split stick stop store study survey \
        swap switch tag talk target test time track train trim trust try turn update use visit wait walk watch work \
        budget question contact focus group process stock support address model state spend open own close interview \
        count rank host lead sketch brief patch stage invoice audit chart query trace flag book contact label filter \
        cap sample alert file rate sign end bill expense mark pass film page version cache staff trial message group \
        budget
        """)

    /// What follows an imperative rather than a noun.
    static let afterImperative = WordSet(
        """
        a an the your our their its this that these those each every any all one two three four five six no some \
        more less fewer both it them him her us with for to on at by in into from up out down off over what how who \
        when where whether if why only not and or until before after through between against as about away back \
        aside early late weekly monthly quarterly daily twice once yourself everyone people customers users teams \
        new old small big
        """)

    static let afterNoun = WordSet(
        "is are was were has have had can will would should may might of isn't aren't wasn't")

    static let negations = WordSet("don't never avoid stop resist")

    static let conjunctions = WordSet(
        """
        and but so then also yet or first second third next finally instead now still plus again lastly afterwards \
        therefore thus
        """)

    static let dangling = WordSet(
        """
        this that these those it they he she its their his her such here there another others which both neither \
        either him them
        """)

    static let numbers = WordSet("two three four five six seven eight nine ten twelve twenty hundred half twice")

    static let firstPerson = WordSet("i i'm i've i'd i'll my me mine myself")

    static let clauseOpeners = WordSet(
        """
        if when whenever before after once every each on at during for to in with within while until by where from \
        unless as without
        """)

    static let question = WordSet(
        "what why how who when where which is are do does did can could would should will have has")

    static let evidence = PhraseSet([
        "because", "as a result", "study", "studies", "research", "survey", "found that", "we found", "data from",
        "according to", "on average",
        "compared with", "compared to", "for example", "for instance", "the result", "in an experiment",
        "after switching",
        "that is why", "which means", "evidence", "experiment", "trial", "interviews",
    ])
    static let advice = PhraseSet([
        "should", "need to", "must ", "have to", "ought to", "recommend", "the best way", "the key is", "the trick is",
        "the fix", "the lesson",
        "the answer is", "make sure", "be sure to", "it pays to", "it is worth", "it's worth", "works best",
        "works better", "the takeaway",
        "the point is", "what matters", "matters more", "rule of thumb", "pays off", "better to", "the first step",
    ])
    static let noise = PhraseSet([
        "click here", "click the", "reply to this", "hit reply", "subscribe", "sign up", "this newsletter",
        "this week's issue", "this issue",
        "next week we", "next week's", "last week we", "last week's issue", "in this edition", "read more",
        "learn more", "promo", "sponsor",
        "discount", "free trial", "webinar", "our podcast", "forward this", "share this", "follow us", "let us know",
        "let me know",
        "tell us", "email us", "write to us", "drop us", "see you", "thanks for", "happy reading", "without further",
        "let's dive",
        "let's get into", "dive in", "dig in", "welcome", "good morning", "our sponsor", "register", "see below",
        "as always", "stay tuned",
        "download", "in other news", "\u{00A9}", "copyright", "i'd love to hear", "we'd love to hear", "join us",
        "here's the thing",
    ])
}
