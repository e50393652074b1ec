extension Literal {
    /// What stands behind a literal.
    enum Verifier: Sendable {
        case jwt
        case privateKey
        case puttyKey
        case homePath
        case authorization
        case vendorToken(VendorToken)
        case tokenAround(TokenSign)
        case etherWallet
        case bech32
        case birth
        case amount
        case elementOfAmount
        case fieldOfTransfer
        case address
        case greeting
        case salutation
        case speaker
        case title
        case agent
        case secret(SecretWord)
        case passwordHash
        case commandLine
        case optionKey
        case quotedSecret
        case account
        case element
        case elementEnd
        case code
        case device
        case keySign
        case argument(CommandArguments)
        case credentialPair
        case linkToken
        case pipedSecret
        case hereString
        case secondArgument
        case dialogue(LoginDialogue)
        case serialized
        case namedArgument
        case call(CallOfLogin)
        case dumpedValue
        case machineReadable
        case patient
        case nextOfKin
        case nameInSegment
        case segment
        case humanName
        case cashAddress
        case hardware
        case oracleLogin
        case driverAddress
        case tupleSign
        case numberedToken
        case queryCode
        case encodedURL
        case degrees
        case coreLocation
        case navigation
        case trackData
        case addressLine
        case partyName
        case masked
        case codeBefore
        case encodedWords
        case refusedValue
        case rejectedValue(RejectedValue)
        case changedValues
        case duplicateValue
        case phoneCall(CallField)
        case personField(PersonField)
        case numberField(NumberField)
        case secretField(SecretField)
        case commandPairs
        case quotedName
        case comparison
        case formField
        case rows
        case rowsOfCopy
        case refusedRow
        case psqlRecord
        case table
        // The engine's own: encodings, and what an earlier scrubbing left.
        case escape(Escape)
        case joint
        case confusable
        case quotedPrintable
        case spacedEmail
        case spelledAt
        case spelledDot
        case spokenAt
        case joinedEmail
        case linkPart
        case utf7
        case returnPath
        case spokenIBAN
        case dashedAddress
        case defanged
        case placeholder
    }

    /// How the names of elements end that name a class, with the bracket behind.
    private static let elementEnds: [StaticString] = [
        "rd>", "en>", "et>", "ey>", "ss>", "wd>", "in>", "vv>", "vc>", "se>", "il>", "ne>", "le>", "er>", "te>", "me>",
        "sn>", "an>", "ob>", "id>", "th>",
    ]

    /// How the names of hosts begin that have their address behind, with dashes.
    private static let dashedHosts: [StaticString] = [
        "ec2-", "cpe-", "dsl-", "adsl-", "pool-", "dhcp-",
    ]

    /// The sign of a degree with the first digit of the minutes behind.
    private static let degreeSigns: [StaticString] = ["°0", "°1", "°2", "°3", "°4", "°5", "°6", "°7", "°8", "°9"]

    /// How the machine-readable zone of a passport begins, with the first letter of the country.
    private static let passports: [StaticString] = [
        "P<A", "P<B", "P<C", "P<D", "P<E", "P<F", "P<G", "P<H", "P<I", "P<J", "P<K", "P<L", "P<M", "P<N", "P<O", "P<P",
        "P<Q", "P<R", "P<S", "P<T", "P<U", "P<V", "P<W", "P<X", "P<Y", "P<Z",
    ]

    static let standard: [Literal] =
        [
            Literal("eyJ", .jwt),
            Literal("-----BEGIN", .privateKey),
            Literal("/home/", .homePath), Literal("/user/", .homePath),
            Literal("%2Fhome%2F", .homePath), Literal("%2FUsers%2F", .homePath), Literal("/Users/", .homePath),
            Literal("\\/home\\/", .homePath), Literal("\\/Users\\/", .homePath),
            Literal("%2fhome%2f", .homePath, anyCase: true),
            Literal("%2fusers%2f", .homePath, anyCase: true), Literal("%5cusers%5c", .homePath, anyCase: true),
            Literal("\\Users\\", .homePath),
            Literal("\\home$\\", .homePath, anyCase: true), Literal("\\users$\\", .homePath, anyCase: true),
            Literal("\\homes$\\", .homePath, anyCase: true), Literal("\\profiles$\\", .homePath, anyCase: true),
            Literal("\\Documents and Settings\\", .homePath), Literal("/run/media/", .homePath),
            Literal("/Documents and Settings/", .homePath),
            Literal("/var/mail/", .homePath), Literal("/var/spool/mail/", .homePath),
            Literal("/var/spool/cron/crontabs/", .homePath),
            Literal("bearer ", .authorization, anyCase: true),
            Literal("basic ", .authorization, anyCase: true),
            Literal("Bearer%20", .authorization), Literal("Basic%20", .authorization),
            Literal("bearer%20", .authorization),
            Literal("-us", .tokenAround(.mailchimp)), Literal("T3BlbkFJ", .tokenAround(.openAI), withinWords: true),
            Literal(".atlasv1.", .tokenAround(.terraform)), Literal(":APA91b", .tokenAround(.firebase)),
            Literal("webhook.office.com/webhookb2/", .tokenAround(.teams)),
            Literal("NRAL", .tokenAround(.newRelic), withinWords: true),
            Literal("0Q~", .tokenAround(.azure), withinWords: true),
            Literal("1Q~", .tokenAround(.azure), withinWords: true),
            Literal("2Q~", .tokenAround(.azure), withinWords: true),
            Literal("3Q~", .tokenAround(.azure), withinWords: true),
            Literal("4Q~", .tokenAround(.azure), withinWords: true),
            Literal("5Q~", .tokenAround(.azure), withinWords: true),
            Literal("6Q~", .tokenAround(.azure), withinWords: true),
            Literal("7Q~", .tokenAround(.azure), withinWords: true),
            Literal("+ASt", .tokenAround(.azureKey), withinWords: true),
            Literal("ACDb", .tokenAround(.azureKey), withinWords: true),
            Literal("+AEh", .tokenAround(.azureKey), withinWords: true),
            Literal("+ASb", .tokenAround(.azureKey), withinWords: true),
            Literal("+ARm", .tokenAround(.azureKey), withinWords: true),
            Literal("+ACR", .tokenAround(.azureKey), withinWords: true),
            Literal("AIoT", .tokenAround(.azureKey), withinWords: true),
            Literal("AzCa", .tokenAround(.azureKey), withinWords: true),
            Literal("AzSe", .tokenAround(.azureKey), withinWords: true),
            Literal("AzFu", .tokenAround(.azureKey), withinWords: true),
            Literal("APIM", .tokenAround(.azureKey), withinWords: true),
            Literal("AZDO", .tokenAround(.azureKey), withinWords: true),
            Literal("_mmk", .tokenAround(.maxMind), withinWords: true),
            Literal("8Q~", .tokenAround(.azure), withinWords: true),
            Literal("9Q~", .tokenAround(.azure), withinWords: true),
            Literal("<pa", .element, anyCase: true), Literal("<pw", .element, anyCase: true),
            Literal("<to", .element, anyCase: true), Literal("<se", .element, anyCase: true),
            Literal("<ap", .element, anyCase: true), Literal("<cl", .element, anyCase: true),
            Literal("<ss", .element, anyCase: true), Literal("<ph", .element, anyCase: true),
            Literal("<mo", .element, anyCase: true), Literal("<te", .element, anyCase: true),
            Literal("<fi", .element, anyCase: true), Literal("<la", .element, anyCase: true),
            Literal("<fu", .element, anyCase: true), Literal("<su", .element, anyCase: true),
            Literal("<gi", .element, anyCase: true), Literal("<fa", .element, anyCase: true),
            Literal("<cu", .element, anyCase: true), Literal("<ca", .element, anyCase: true),
            Literal("<cr", .element, anyCase: true), Literal("<cc", .element, anyCase: true),
            Literal("<ib", .element, anyCase: true), Literal("<ac", .element, anyCase: true),
            Literal("<au", .element, anyCase: true), Literal("<ad", .element, anyCase: true),
            Literal("<st", .element, anyCase: true), Literal("<do", .element, anyCase: true),
            Literal("<da", .element, anyCase: true), Literal("<bi", .element, anyCase: true),
            Literal("<na", .element, anyCase: true), Literal("<dr", .element, anyCase: true),
            Literal("<pr", .element, anyCase: true), Literal("<ba", .element, anyCase: true),
            Literal("<sa", .element, anyCase: true), Literal("<re", .element, anyCase: true),
            Literal("&lt;", .element), Literal("\\u003c", .element), Literal("\\u003C", .element),
            Literal("0x0", .etherWallet), Literal("0x1", .etherWallet), Literal("0x2", .etherWallet),
            Literal("0x3", .etherWallet), Literal("0x4", .etherWallet), Literal("0x5", .etherWallet),
            Literal("0x6", .etherWallet), Literal("0x7", .etherWallet), Literal("0x8", .etherWallet),
            Literal("0x9", .etherWallet), Literal("0xa", .etherWallet, anyCase: true),
            Literal("0xb", .etherWallet, anyCase: true), Literal("0xc", .etherWallet, anyCase: true),
            Literal("0xd", .etherWallet, anyCase: true), Literal("0xe", .etherWallet, anyCase: true),
            Literal("0xf", .etherWallet, anyCase: true),
            Literal("bc1", .bech32), Literal("tb1", .bech32), Literal("BC1", .bech32), Literal("ltc1", .bech32),
            Literal("addr1", .bech32), Literal("cosmos1", .bech32),
            Literal("osmo1", .bech32), Literal("bnb1", .bech32), Literal("nsec1", .bech32), Literal("bcrt1", .bech32),
            Literal("born ", .birth, anyCase: true), Literal("birth", .birth, anyCase: true),
            Literal("dob ", .birth, anyCase: true), Literal("d.o.b", .birth, anyCase: true),
            Literal("生年月日", .birth), Literal("出生日期", .birth), Literal("生日", .birth), Literal("생년월일", .birth),
            Literal("출생일", .birth),
            Literal("geboren am ", .birth, anyCase: true), Literal("né le ", .birth), Literal("née le ", .birth),
            Literal("nacido el ", .birth, anyCase: true), Literal("nacimiento ", .birth, anyCase: true),
            Literal("naissance ", .birth, anyCase: true), Literal("nato il ", .birth, anyCase: true),
            Literal("nata il ", .birth, anyCase: true), Literal("geburtsdatum ", .birth, anyCase: true),
            Literal("geboortedatum ", .birth, anyCase: true), Literal("data di nascita ", .birth, anyCase: true),
            Literal("data de nascimento ", .birth, anyCase: true), Literal("data urodzenia ", .birth, anyCase: true),
            Literal("född ", .birth, anyCase: true), Literal("født ", .birth, anyCase: true),
            Literal("syntynyt ", .birth, anyCase: true), Literal("narozen ", .birth, anyCase: true),
            Literal("doğum tarihi ", .birth, anyCase: true), Literal("urodzony ", .birth, anyCase: true),
            Literal("urodzona ", .birth, anyCase: true), Literal("родился ", .birth), Literal("родилась ", .birth),
            Literal("дата рождения ", .birth), Literal("Дата рождения ", .birth),
            Literal("salary ", .amount, anyCase: true), Literal("balance ", .amount, anyCase: true),
            Literal("income ", .amount, anyCase: true), Literal("payroll ", .amount, anyCase: true),
            Literal("net worth ", .amount, anyCase: true), Literal("payment ", .amount, anyCase: true),
            Literal("invoice total ", .amount, anyCase: true), Literal("refund of ", .amount, anyCase: true),
            Literal("gehalt ", .amount, anyCase: true),
            Literal("kontostand ", .amount, anyCase: true), Literal("saldo ", .amount, anyCase: true),
            Literal("earns ", .amount, anyCase: true), Literal("credit limit ", .amount, anyCase: true),
            Literal("wages ", .amount, anyCase: true), Literal("wage ", .amount, anyCase: true),
            Literal("loan ", .amount, anyCase: true), Literal("salaire ", .amount, anyCase: true),
            Literal("stipendio ", .amount, anyCase: true), Literal("sueldo ", .amount, anyCase: true),
            Literal("salario ", .amount, anyCase: true), Literal("lohn ", .amount, anyCase: true),
            Literal("debt ", .amount, anyCase: true),
            Literal("charge of ", .amount, anyCase: true), Literal("payment of ", .amount, anyCase: true),
            Literal("wire of ", .amount, anyCase: true), Literal("transfer of ", .amount, anyCase: true),
            Literal("withdrawal of ", .amount, anyCase: true),
            Literal("deposit of ", .amount, anyCase: true), Literal("abbuchung über ", .amount, anyCase: true),
            Literal("überweisung über ", .amount, anyCase: true), Literal("zahlung über ", .amount, anyCase: true),
            Literal("virement de ", .amount, anyCase: true), Literal("prélèvement de ", .amount, anyCase: true),
            Literal("transferencia de ", .amount, anyCase: true), Literal("cargo de ", .amount, anyCase: true),
            Literal("bonifico di ", .amount, anyCase: true), Literal("transferência de ", .amount, anyCase: true),
            Literal("ccy=\"", .elementOfAmount, anyCase: true),
            Literal(":32A:", .fieldOfTransfer), Literal(":32B:", .fieldOfTransfer), Literal(":33B:", .fieldOfTransfer),
            Literal(":50K:/", .fieldOfTransfer), Literal(":50A:/", .fieldOfTransfer),
            Literal(":59:/", .fieldOfTransfer), Literal(":59A:/", .fieldOfTransfer),
            Literal("address", .address, anyCase: true), Literal("lives at ", .address, anyCase: true),
            Literal("living at ", .address, anyCase: true), Literal("residing at ", .address, anyCase: true),
            Literal("resident at ", .address, anyCase: true), Literal("ship to", .address, anyCase: true),
            Literal("shipped to ", .address, anyCase: true), Literal("deliver to ", .address, anyCase: true),
            Literal("delivered to ", .address, anyCase: true), Literal("delivery to ", .address, anyCase: true),
            Literal("deliver to: ", .address, anyCase: true), Literal("bill to: ", .address, anyCase: true),
            Literal("moved to ", .address, anyCase: true), Literal("anschrift", .address, anyCase: true),
            Literal("adresse", .address, anyCase: true), Literal("dirección", .address, anyCase: true),
            Literal("wohnhaft ", .address, anyCase: true), Literal("wohnhaft in ", .address, anyCase: true),
            Literal("domicilié au ", .address, anyCase: true), Literal("domiciliée au ", .address, anyCase: true),
            Literal("residenza: ", .address, anyCase: true), Literal("endereço ", .address, anyCase: true),
            Literal("woonadres ", .address, anyCase: true), Literal("adres ", .address, anyCase: true),
            Literal("osoite ", .address, anyCase: true),
            Literal("delivery failed at ", .address, anyCase: true), Literal("indirizzo", .address, anyCase: true),
            Literal("live at ", .address, anyCase: true), Literal("lived at ", .address, anyCase: true),
            Literal("ship it to ", .address, anyCase: true), Literal("send it to ", .address, anyCase: true),
            Literal("deliver it to ", .address, anyCase: true), Literal("shipping to", .address, anyCase: true),
            Literal("delivering to", .address, anyCase: true), Literal("invoice for ", .address, anyCase: true),
            Literal("versand an ", .address, anyCase: true), Literal("lieferung an ", .address, anyCase: true),
            Literal("rechnung an ", .address, anyCase: true), Literal("livraison à ", .address, anyCase: true),
            Literal("envío a ", .address, anyCase: true), Literal("spedizione a ", .address, anyCase: true),
            Literal("wohne in der ", .address, anyCase: true), Literal("j'habite ", .address, anyCase: true),
            Literal("vivo en ", .address, anyCase: true), Literal("abito in ", .address, anyCase: true),
            Literal("pick up at ", .address, anyCase: true), Literal("deliver parcel to ", .address, anyCase: true),
            Literal("Hello ", .greeting), Literal("Hi ", .greeting), Literal("Dear ", .greeting),
            Literal("Welcome ", .greeting), Literal("Welcome back, ", .greeting), Literal("Hello, ", .greeting),
            Literal("Hi, ", .greeting), Literal("Hallo ", .greeting), Literal("Bonjour ", .greeting),
            Literal("Hola ", .greeting), Literal("Ciao ", .greeting), Literal("Hey ", .greeting),
            Literal("Liebe ", .greeting), Literal("Lieber ", .greeting), Literal("Chère ", .greeting),
            Literal("Cher ", .greeting), Literal("Estimado ", .greeting), Literal("Estimada ", .greeting),
            Literal("Olá ", .greeting), Literal("Hej ", .greeting), Literal("Beste ", .greeting),
            Literal("Goodbye ", .greeting), Literal("Good morning, ", .greeting),
            Literal("geehrte Frau ", .salutation), Literal("geehrter Herr ", .salutation),
            Literal("Mrs. ", .salutation), Literal("Mr. ", .salutation), Literal("Ms. ", .salutation),
            Literal("Herr ", .salutation), Literal("Herrn ", .salutation), Literal("Frau ", .salutation),
            Literal("Monsieur ", .salutation), Literal("Madame ", .salutation), Literal("Mme ", .salutation),
            Literal("Señor ", .salutation), Literal("Señora ", .salutation), Literal("Sra. ", .salutation),
            Literal("Signor ", .salutation), Literal("Signora ", .salutation), Literal("Prof. ", .salutation),
            Literal("Sig.ra ", .salutation),
            Literal("mevrouw ", .salutation, anyCase: true), Literal("meneer ", .salutation, anyCase: true),
            Literal("Dhr. ", .salutation), Literal("Mevr. ", .salutation),
            Literal("Dr. ", .title),
            Literal("name is ", .salutation), Literal("hier ist ", .speaker), Literal("m'appelle ", .salutation),
            Literal("mein name ist ", .salutation, anyCase: true), Literal("ich heiße ", .salutation, anyCase: true),
            Literal("me llamo ", .salutation, anyCase: true), Literal("mi chiamo ", .salutation, anyCase: true),
            Literal("nazywam się ", .salutation, anyCase: true), Literal("nome é ", .title),
            Literal("nombre es ", .title), Literal("naam is ", .title), Literal("зовут ", .title),
            Literal("Name is ", .salutation), Literal("patient ", .title),
            Literal("customer ", .title), Literal("employee ", .title), Literal("Employee ", .title),
            Literal("passenger ", .title),
            Literal("cardholder ", .title), Literal("account holder ", .title), Literal("beneficiary ", .title),
            Literal("on behalf of ", .title), Literal("recipient ", .title),
            Literal("Patient ", .title), Literal("PATIENT ", .title),
            Literal("assigned to ", .title, anyCase: true), Literal("approved by ", .title, anyCase: true),
            Literal("subscriber ", .title), Literal("Estimado Sr. ", .salutation),
            Literal("Estimada Sra. ", .salutation),
            Literal("reassigned to ", .agent, anyCase: true), Literal("requested by ", .agent, anyCase: true),
            Literal("opened by ", .agent, anyCase: true), Literal("signed by ", .agent, anyCase: true),
            Literal("granted access to ", .agent, anyCase: true), Literal("closed by ", .agent, anyCase: true),
            Literal("resolved by ", .agent), Literal("submitted by ", .agent, anyCase: true),
            Literal("rejected by ", .agent), Literal("escalated to ", .agent),
            Literal("Kunde ", .agent), Literal("Kundin ", .agent), Literal("Klient ", .agent),
            Literal("Patientin ", .agent), Literal("Client ", .agent), Literal("User ", .agent),
            Literal("titular ", .agent), Literal("resolved to ", .agent),
            Literal("Asiakas ", .title, anyCase: true), Literal("müşteri ", .title), Literal("Müşteri ", .title),
            Literal("zaměstnanec ", .title), Literal("Zaměstnanec ", .title),
            Literal("utilizador ", .title, anyCase: true),
            Literal("клиент ", .title), Literal("Клиент ", .title), Literal("клієнт ", .title),
            Literal("Клієнт ", .title),
            Literal("пациент ", .title), Literal("Пациент ", .title), Literal("Уважаемая ", .greeting),
            Literal("Уважаемый ", .greeting), Literal("Шановний ", .greeting), Literal("Шановна ", .greeting),
            Literal("様", .personField(.honored)), Literal(" 님", .personField(.honored)),
            Literal("顧客名「", .personField(.eastAsian)), Literal("名義 ", .personField(.eastAsian)),
            Literal("받는 사람: ", .personField(.eastAsian)), Literal("환자 ", .personField(.eastAsian)),
            Literal("Mitarbeiter ", .agent), Literal("Mitarbeiterin ", .agent),
            Literal("cliente ", .agent, anyCase: true),
            Literal("paciente ", .title, anyCase: true), Literal("paziente ", .title, anyCase: true),
            Literal("klant ", .agent, anyCase: true), Literal("zugewiesen an ", .agent, anyCase: true),
            Literal("assigné à ", .agent, anyCase: true), Literal("asignado a ", .agent, anyCase: true),
            Literal("password ", .secret(.password), anyCase: true),
            Literal("passwd ", .secret(.password), anyCase: true),
            Literal("passphrase ", .secret(.password), anyCase: true),
            Literal("passwort ", .secret(.password), anyCase: true),
            Literal("kennwort ", .secret(.password), anyCase: true), Literal("mdp ", .secret(.password), anyCase: true),
            Literal("clave ", .secret(.password), anyCase: true), Literal("hasło ", .secret(.password), anyCase: true),
            Literal("senha ", .secret(.password), anyCase: true), Literal("parola ", .secret(.password), anyCase: true),
            Literal("wachtwoord ", .secret(.password), anyCase: true),
            Literal("heslo ", .secret(.password), anyCase: true),
            Literal("lösenord ", .secret(.password), anyCase: true),
            Literal("lösenordet ", .secret(.password), anyCase: true),
            Literal("adgangskode ", .secret(.password), anyCase: true),
            Literal("passord ", .secret(.password), anyCase: true),
            Literal("passordet ", .secret(.password), anyCase: true), Literal("парола ", .secret(.password)),
            Literal("lozinka ", .secret(.password), anyCase: true),
            Literal("salasana ", .secret(.password), anyCase: true), Literal("şifre ", .secret(.password)),
            Literal("лозинка ", .secret(.password)), Literal("<<<", .hereString),
            Literal("pgp_sym_", .secondArgument, anyCase: true),
            Literal("aes_encrypt(", .secondArgument, anyCase: true),
            Literal("aes_decrypt(", .secondArgument, anyCase: true),
            Literal("jelszó ", .secret(.password), anyCase: true),
            Literal("wifi key ", .secret(.password), anyCase: true),
            Literal("server key ", .secret(.password), anyCase: true),
            Literal("contraseña ", .secret(.password), anyCase: true),
            Literal("mot de passe ", .secret(.password), anyCase: true),
            Literal("pw ", .secret(.password), anyCase: true), Literal("community ", .secret(.password)),
            Literal("community string ", .secret(.password), anyCase: true),
            Literal("TOKEN ", .secret(.token), withinWords: true),
            Literal("SECRET ", .secret(.token), withinWords: true),
            Literal("ACCESS ", .secret(.key), withinWords: true), Literal("PRIVATE ", .secret(.key), withinWords: true),
            Literal("KEY ", .secret(.key), withinWords: true), Literal("APIKEY ", .secret(.token), withinWords: true),
            Literal("pwd ", .secret(.password), anyCase: true), Literal("пароль ", .secret(.password)),
            Literal("密码", .secret(.password)), Literal("密碼", .secret(.password)),
            Literal("パスワード", .secret(.password)), Literal("비밀번호", .secret(.password)),
            Literal("token ", .secret(.token), anyCase: true), Literal("secret ", .secret(.token), anyCase: true),
            Literal("api key ", .secret(.token), anyCase: true), Literal("apikey ", .secret(.token), anyCase: true),
            Literal("access key ", .secret(.token), anyCase: true),
            Literal("auth key ", .secret(.token), anyCase: true), Literal("klucz api ", .secret(.token), anyCase: true),
            Literal("secret key ", .secret(.token), anyCase: true),
            Literal("credential ", .secret(.token), anyCase: true),
            Literal("credentials ", .secret(.token), anyCase: true),
            Literal("key ", .secret(.key), anyCase: true), Literal("access ", .secret(.key), anyCase: true),
            Literal("private ", .secret(.key), anyCase: true), Literal("token-", .secret(.joined), anyCase: true),
            Literal("secret-", .secret(.joined), anyCase: true), Literal("key-", .secret(.joined), anyCase: true),
            Literal("private-", .secret(.joined), anyCase: true), Literal("apikey-", .secret(.joined), anyCase: true),
            Literal("access-", .secret(.joined), anyCase: true),
            Literal("secrettoken-", .secret(.joined), anyCase: true),
            Literal("$2a$", .passwordHash), Literal("$2b$", .passwordHash), Literal("$2y$", .passwordHash),
            Literal("$1$", .passwordHash), Literal("$5$", .passwordHash), Literal("$6$", .passwordHash),
            Literal("$8$", .passwordHash), Literal("$9$", .passwordHash), Literal("$y$", .passwordHash),
            Literal("$argon2", .passwordHash), Literal("$krb5", .passwordHash), Literal("$apr1$", .passwordHash),
            Literal("$pbkdf2", .passwordHash), Literal("pbkdf2_sha", .passwordHash),
            Literal("$P$", .passwordHash), Literal("SCRAM-SHA-", .passwordHash),
            Literal("$scrypt$", .passwordHash), Literal("{SSHA}", .passwordHash),
            Literal(" --", .optionKey), Literal("\"--", .optionKey), Literal("'--", .optionKey),
            Literal(" -pass", .optionKey, anyCase: true), Literal(" -storepass ", .optionKey),
            Literal(" -keypass ", .optionKey), Literal(" -srcstorepass ", .optionKey),
            Literal(" -deststorepass ", .optionKey), Literal(" -token ", .optionKey, anyCase: true),
            Literal(" -secret ", .optionKey, anyCase: true), Literal(" -apikey ", .optionKey, anyCase: true),
            Literal(" -pwd ", .optionKey), Literal(" -accesstoken ", .optionKey, anyCase: true),
            Literal("convertto-securestring ", .quotedSecret, anyCase: true),
            Literal("convertto-securestring -string ", .quotedSecret, anyCase: true),
            Literal("--auth ", .commandLine), Literal("--user ", .commandLine), Literal("--proxy-user ", .commandLine),
            Literal(" -u ", .commandLine), Literal("\"-u\",", .commandLine), Literal("'-u',", .commandLine),
            Literal(" -U ", .commandLine), Literal(" -p", .commandLine), Literal(" -w ", .commandLine),
            Literal(" -a ", .commandLine), Literal(" -P", .commandLine), Literal(" -A ", .commandLine),
            Literal(" -X ", .commandLine), Literal(" -k ", .commandLine), Literal(" -N ", .commandLine),
            Literal(" -c ", .commandLine), Literal(" -pw ", .commandLine),
            Literal(" /p:", .commandLine), Literal("identified by ", .quotedSecret, anyCase: true),
            Literal("identified by password ", .quotedSecret, anyCase: true),
            Literal("password by ", .quotedSecret, anyCase: true), Literal("sha256 by ", .quotedSecret, anyCase: true),
            Literal("with password ", .quotedSecret, anyCase: true),
            Literal("password for ", .quotedSecret, anyCase: true),
            Literal("PASSWORD(", .quotedSecret), Literal("_authToken ", .secret(.token)),
            Literal("encrypted password ", .quotedSecret, anyCase: true),
            Literal("auth plain ", .authorization, anyCase: true),
            Literal("auth login ", .authorization, anyCase: true),
            Literal("authenticate plain ", .authorization, anyCase: true),
            Literal("auth xoauth2 ", .authorization, anyCase: true),
            Literal("negotiate ", .authorization, anyCase: true),
            Literal("ntlm ", .authorization, anyCase: true),
            Literal("Accepted password for ", .account), Literal("Accepted publickey for ", .account),
            Literal("Accepted keyboard-interactive/pam for ", .account), Literal("Failed password for ", .account),
            Literal("Failed publickey for ", .account), Literal("Failed none for ", .account),
            Literal("invalid user ", .account, anyCase: true), Literal("illegal user ", .account, anyCase: true),
            Literal("session opened for user ", .account), Literal("session closed for user ", .account),
            Literal("authenticating user ", .account),
            Literal("authentication failed for user ", .account, anyCase: true),
            Literal("denied for user ", .account, anyCase: true),
            Literal("login failed for user ", .account, anyCase: true),
            Literal("code ", .code, anyCase: true), Literal("code: ", .code, anyCase: true),
            Literal("otp ", .code, anyCase: true), Literal("tan ", .code, anyCase: true),
            Literal("bestätigungscode ", .code, anyCase: true), Literal("bestätigungscode: ", .code, anyCase: true),
            Literal("sicherheitscode ", .code, anyCase: true), Literal("sicherheitscode: ", .code, anyCase: true),
            Literal("einmalcode ", .code, anyCase: true), Literal("einmalpasswort ", .code, anyCase: true),
            Literal("verificatiecode ", .code, anyCase: true), Literal("code de vérification ", .code, anyCase: true),
            Literal("code de sécurité ", .code, anyCase: true),
            Literal("código de verificación ", .code, anyCase: true),
            Literal("código de seguridad ", .code, anyCase: true),
            Literal("código de verificação ", .code, anyCase: true),
            Literal("codice di verifica ", .code, anyCase: true), Literal("код подтверждения", .code),
            Literal("Код подтверждения", .code),
            Literal(" is your ", .codeBefore), Literal(" as your ", .codeBefore),
            Literal("doğrulama kodu", .code, anyCase: true),
            Literal("geheimzahl ", .code, anyCase: true), Literal("codice segreto ", .code, anyCase: true),
            Literal("código secreto ", .code, anyCase: true), Literal("verifieringskod ", .code, anyCase: true),
            Literal("engångskod ", .code, anyCase: true),
            Literal("kod sms: ", .code, anyCase: true), Literal("código de acceso ", .code, anyCase: true),
            Literal("use code ", .code, anyCase: true), Literal("PIN ", .code),
            Literal("kod weryfikacyjny", .code, anyCase: true), Literal("验证码", .code), Literal("認証コード", .code),
            Literal("رمز التحقق", .code),
            Literal("인증번호", .code),
            Literal("mask::", .masked), Literal("mask]", .masked),
            Literal("cvv", .code, anyCase: true), Literal("cvc", .code, anyCase: true),
            Literal("pin is ", .code, anyCase: true), Literal("passcode ", .code, anyCase: true),
            Literal("advertising id ", .device, anyCase: true), Literal("device id ", .device, anyCase: true),
            Literal("android id ", .device, anyCase: true), Literal("idfa ", .device, anyCase: true),
            Literal("gaid ", .device, anyCase: true), Literal("serial number ", .device, anyCase: true),
            Literal("hardware id ", .device, anyCase: true), Literal("machine id ", .device, anyCase: true),
            Literal("identifierforvendor ", .device, anyCase: true), Literal("device_uuid ", .device, anyCase: true),
            Literal("seriennummer ", .device, anyCase: true), Literal("iccid ", .device, anyCase: true),
            Literal("número de serie ", .device, anyCase: true), Literal("numéro de série ", .device, anyCase: true),
            Literal("udid ", .device, anyCase: true), Literal("installation id ", .device, anyCase: true),
            Literal("：", .keySign), Literal("＝", .keySign), Literal("\\\\\":", .keySign), Literal(",<<\"", .keySign),
            Literal("%5D=", .keySign), Literal("%5d=", .keySign), Literal("\"\\r\\n\\r\\n", .keySign),
            Literal("', '", .tupleSign), Literal("\", \"", .tupleSign),
            Literal("@tcp(", .driverAddress), Literal("@unix(", .driverAddress),
            Literal("htpasswd ", .argument(.batchPassword)), Literal("mosquitto_passwd ", .argument(.batchPassword)),
            Literal("alias set ", .argument(.fourth)), Literal("host add ", .argument(.fourth)),
            Literal("add_user ", .argument(.second)),
            Literal("vault login ", .argument(.first)), Literal("change_password ", .argument(.second)),
            Literal("authenticate_user ", .argument(.second)), Literal("wpa_passphrase ", .argument(.second)),
            Literal("net user ", .argument(.second), anyCase: true),
            Literal("net use ", .argument(.share), anyCase: true),
            Literal("creds ", .credentialPair, anyCase: true), Literal("creds: ", .credentialPair, anyCase: true),
            Literal("credentials ", .credentialPair, anyCase: true),
            Literal("basic auth ", .credentialPair, anyCase: true),
            Literal("reset/", .linkToken), Literal("magic/", .linkToken),
            Literal("verify/", .linkToken), Literal("invite/", .linkToken),
            Literal("reset-password/", .linkToken), Literal("reset_password/", .linkToken),
            Literal("magic-link/", .linkToken), Literal("verify-email/", .linkToken),
            Literal("invitation/", .linkToken),
            Literal("set-password/", .linkToken),
            Literal("código ", .code, anyCase: true), Literal("código: ", .code, anyCase: true),
            Literal("codice ", .code, anyCase: true), Literal("codice: ", .code, anyCase: true),
            Literal("kod: ", .code, anyCase: true), Literal("kód: ", .code, anyCase: true),
            Literal("kodunuz", .code, anyCase: true), Literal("Ваш код", .code), Literal("ваш код", .code),
            Literal("DE052", .secretField(.pinBlock)),
            Literal("<cv2>", .numberField(.cardCode), anyCase: true), Literal("CV2=", .numberField(.cardCode)),
            Literal("?q=", .numberField(.mapQuery)), Literal("&q=", .numberField(.mapQuery)),
            Literal("[\"set\",", .namedArgument, anyCase: true), Literal("[\"set\", ", .namedArgument, anyCase: true),
            Literal("? (", .numberField(.shortHardware)), Literal("&query=", .numberField(.mapQuery)),
            Literal("F52=", .secretField(.pinBlock)),
            Literal("chpasswd", .pipedSecret), Literal("sudo -S", .pipedSecret),
            Literal("kinit ", .pipedSecret),
            Literal("password-stdin", .pipedSecret), Literal("passwd --stdin", .pipedSecret),
            Literal("requirepass ", .secret(.password)), Literal("masterauth ", .secret(.password)),
            Literal("auth\" \"", .dialogue(.redis), anyCase: true), Literal("PASS ", .dialogue(.pass)),
            Literal("LOGIN ", .dialogue(.imap)),
            Literal("identify ", .dialogue(.nickname), anyCase: true), Literal("334 UGFzc3dvcmQ6", .dialogue(.smtp)),
            Literal("login attempt [", .dialogue(.attempt)), Literal("] (from client ", .dialogue(.attempt)),
            Literal("WIFI:", .dialogue(.network)), Literal("AUTH ", .dialogue(.auth)),
            Literal("SSWS ", .secretField(.word)), Literal(" /rp ", .secretField(.word)),
            Literal("JQQJ9", .secretField(.azure), withinWords: true),
            Literal("MRN ", .numberField(.medicalRecord)),
            Literal("****MI*", .numberField(.member)), Literal("cardholder ID ", .numberField(.member)),
            Literal("Р/с ", .numberField(.account)), Literal("р/с ", .numberField(.account)),
            Literal("imsi-", .numberField(.card)), Literal("-number ", .numberField(.callParty)),
            Literal("VPA ", .numberField(.paymentAddress)), Literal(":60F:", .numberField(.balance)),
            Literal(":62F:", .numberField(.balance)),
            Literal("XRP destination ", .numberField(.wallet)), Literal("XRP address ", .numberField(.wallet)),
            Literal("fid=", .numberField(.installation)),
            Literal("passagier ", .title, anyCase: true), Literal("Passenger ", .title),
            Literal(", geb. ", .personField(.born)), Literal(" (geb. ", .personField(.born)),
            Literal(" (born ", .personField(.born)), Literal(", born ", .personField(.born)),
            Literal("5432:", .dialogue(.database)),
            Literal("\";s:", .serialized), Literal("<- \"", .keySign), Literal("<- '", .keySign),
            Literal("define(", .namedArgument), Literal("string(", .dumpedValue),
            Literal("setenv(", .namedArgument, anyCase: true),
            Literal("jdbc:oracle:", .oracleLogin),
            Literal("sqlplus ", .oracleLogin),
            Literal("values", .rows, anyCase: true), Literal("from stdin", .rowsOfCopy, anyCase: true),
            Literal(")=(", .refusedRow), Literal(") = (", .refusedRow), Literal("-[ RECORD ", .psqlRecord),
            Literal("is not a valid ", .refusedValue), Literal("is an invalid ", .refusedValue),
            Literal("is no valid ", .refusedValue), Literal("changed ", .changedValues, anyCase: true),
            Literal("updated ", .changedValues, anyCase: true),
            Literal("Duplicate entry '", .duplicateValue),
            Literal("sip:", .phoneCall(.number), anyCase: true), Literal("sips:", .phoneCall(.number), anyCase: true),
            Literal("h323:", .phoneCall(.number), anyCase: true), Literal("PJSIP/", .phoneCall(.channel)),
            Literal("SIP/", .phoneCall(.channel)), Literal("IAX2/", .phoneCall(.channel)),
            Literal("sofia/", .phoneCall(.channel)),
            Literal("extension '", .phoneCall(.number)), Literal("<sip:", .phoneCall(.name), anyCase: true),
            Literal("<sips:", .phoneCall(.name), anyCase: true), Literal("<tel:", .phoneCall(.name), anyCase: true),
            Literal("clid", .phoneCall(.nameAndNumber), anyCase: true),
            Literal("caller", .phoneCall(.nameAndNumber), anyCase: true),
            Literal("=?utf-8?", .encodedWords, anyCase: true), Literal("=?iso-8859-", .encodedWords, anyCase: true),
            Literal("=?windows-12", .encodedWords, anyCase: true), Literal("=?us-ascii?", .encodedWords, anyCase: true),
            Literal("name \"", .quotedName), Literal("eq '", .comparison), Literal("in (", .comparison, anyCase: true),
            Literal("form-data; name=\"", .formField),
            Literal("eq \"", .comparison),
            Literal("LIKE '", .comparison), Literal("callerid(name)=", .personField(.name), anyCase: true),
            Literal("author\" content=\"", .personField(.name)), Literal("Exif.Image.Artist ", .personField(.name)),
            Literal("Invitation from ", .personField(.name)),
            Literal("ім'я", .personField(.name)), Literal("Ім'я", .personField(.name)),
            Literal("ім’я", .personField(.name)),
            Literal("<FN>", .partyName), Literal("dc:creator>", .partyName), Literal("cp:lastModifiedBy>", .partyName),
            Literal("itemprop=\"name\">", .personField(.microdata)), Literal("PN [", .personField(.patient)),
            Literal("(0010,0030) DA [", .numberField(.birth)), Literal("NAD+", .personField(.party)),
            Literal("SSR DOCS", .numberField(.travelDocument)), Literal("x:1", .personField(.account)),
            Literal("VERSION:", .personField(.cardName)), Literal("ADR;", .personField(.cardAddress)),
            Literal("ADR:", .personField(.cardAddress)), Literal("PNO", .numberField(.identity)),
            Literal("NIL \"", .personField(.envelope)), Literal("8=FIX", .numberField(.order)),
            Literal("Device '0x", .numberField(.radio)),
            Literal("wallet ", .numberField(.wallet), anyCase: true), Literal("DAQ", .numberField(.license)),
            Literal("DCS", .personField(.licenseName)), Literal("DAC", .personField(.licenseName)),
            Literal("@from-", .numberField(.extension)),
            Literal("destination_addr=", .numberField(.subscriber)),
            Literal("MSISDN(701) val=", .numberField(.subscriber)),
            Literal("codecov -t ", .secretField(.upload)),
            Literal("-setcookie ", .secretField(.word)), Literal("psksecret ", .secretField(.word)),
            Literal("PSKsecrets: ", .secretField(.named)), Literal("passphrase for key ", .secretField(.ofFile)),
            Literal("PSK \"", .secretField(.quoted)), Literal("Typing text '", .secretField(.typed)),
            Literal("appid=", .secretField(.hexadecimal)),
            Literal("login('", .secretField(.secondArgument)),
            Literal("net pay ", .amount, anyCase: true), Literal("gross pay ", .amount, anyCase: true),
            Literal("vin ", .device, anyCase: true), Literal("guest ", .personField(.guest), anyCase: true),
            Literal("livrer à", .address, anyCase: true), Literal("liefern an", .address, anyCase: true),
            Literal("entregar a", .address, anyCase: true), Literal("entregar em", .address, anyCase: true),
            Literal("consegnare a", .address, anyCase: true), Literal("bezorgen bij", .address, anyCase: true),
            Literal("|--", .table), Literal("| -", .table), Literal("|:-", .table), Literal("| :-", .table),
            Literal("+--", .table), Literal("-+-", .table),
            Literal("/bot", .numberedToken, anyCase: true), Literal("code=", .queryCode),
            Literal("%3a%2f%2f", .encodedURL, anyCase: true),
            Literal("° ", .degrees), Literal("deg ", .degrees), Literal("+/- ", .coreLocation),
            Literal("$GPGGA,", .navigation),
            Literal("$GNGGA,", .navigation), Literal("$GPRMC,", .navigation), Literal("$GNRMC,", .navigation),
            Literal("$GPGLL,", .navigation), Literal("$GNGLL,", .navigation),
            Literal("%B2", .trackData), Literal("%B3", .trackData), Literal("%B4", .trackData),
            Literal("%B5", .trackData),
            Literal("%B6", .trackData), Literal("line1\"", .addressLine), Literal("line2\"", .addressLine),
            Literal("<Nm>", .partyName), Literal("PID|", .patient),
            Literal("NM1*", .segment), Literal("DMG*D8*", .segment), Literal("N3*", .segment),
            Literal("PV1|", .nameInSegment), Literal("OBR|", .nameInSegment), Literal("ORC|", .nameInSegment),
            Literal("IN1|", .nameInSegment), Literal("GT1|", .nameInSegment),
            Literal("(0010,1040) LO [", .personField(.home)), Literal("(0010,2154) SH [", .numberField(.telephone)),
            Literal("COM+", .numberField(.telephone)), Literal("*TE*", .numberField(.telephone)),
            Literal("*CP*", .numberField(.telephone)), Literal("REF*SY*", .numberField(.socialSecurity)),
            Literal("display\"", .personField(.display)), Literal("given: \"", .personField(.partOfName)),
            Literal("family: \"", .personField(.partOfName)), Literal("number: \"", .numberField(.numberOfPhone)),
            Literal("hset", .commandPairs, anyCase: true), Literal("hmset", .commandPairs, anyCase: true),
            Literal("author ", .personField(.author)), Literal("committer ", .personField(.author)),
            Literal("CTCM", .numberField(.contact)),
            Literal("NK1|", .nextOfKin), Literal("\"given\"", .humanName), Literal("\"family\"", .humanName),
            Literal("bitcoincash:", .cashAddress), Literal("mac ", .hardware, anyCase: true),
            Literal("Private-Lines: ", .puttyKey),
            Literal("=40", .quotedPrintable), Literal(" @ ", .spacedEmail), Literal("AEA-", .utf7),
            Literal("unsubscribe/", .linkPart),
            Literal("iban ", .spokenIBAN), Literal("IBAN ", .spokenIBAN), Literal("bounce-", .returnPath),
            Literal("bounces-", .returnPath), Literal("bounce+", .returnPath), Literal("bounces+", .returnPath),
        ]
        + CallOfLogin.all.map { Literal($0.name, .call($0)) }
        + RejectedValue.all.map { Literal($0.words, .rejectedValue($0)) }
        + dashedHosts.map { Literal($0, .dashedAddress) }
        + degreeSigns.map { Literal($0, .degrees) }
        + passports.map { Literal($0, .machineReadable) }
        + elementEnds.map { Literal($0, .elementEnd, anyCase: true, withinWords: true) }
        + VendorToken.all.map { Literal($0.prefix, .vendorToken($0)) }
}

extension Scanner {
    /// Runs the verifier of a literal that stands at `start`.
    mutating func verify(_ literal: Literal, at start: Int) -> Match? {
        let end = start + literal.prefix.utf8CodeUnitCount
        switch literal.verifier {
        case .jwt: return webToken(at: start)
        case .privateKey: return privateKey(at: start)
        case .puttyKey: return puttyKey(behind: end, from: start)
        case .homePath: return userName(after: end, from: start)
        case .authorization: return bareAuthorization(behind: end, from: start)
        case .vendorToken(let token): return vendorToken(token, at: start, afterPrefix: end)
        case .tokenAround(let sign): return tokenAround(sign, at: start, end: end)
        case .etherWallet: return etherWallet(at: start) ?? hexadecimal(behindSign: start + 2)
        case .bech32: return text[start - 1].isWord ? nil : wallet(at: start)
        case .birth: return text[start - 1].isLetter ? nil : birthDate(behind: end)
        case .amount: return amount(behind: end, from: start)
        case .elementOfAmount: return elementOfAmount(behind: end)
        case .fieldOfTransfer: return fieldOfTransfer(at: start, behind: end)
        case .address: return streetAddress(behind: end)
        case .greeting: return text[start - 1].isWord ? nil : personName(behind: end, .greeting)
        case .salutation: return text[start - 1].isWord ? nil : personName(behind: end, .salutation)
        case .speaker: return text[start - 1].isWord ? nil : personName(behind: end, .speaker)
        case .title: return text[start - 1].isWord ? nil : personName(behind: end, .role)
        case .agent: return text[start - 1].isWord ? nil : personName(behind: end, .agent)
        case .secret(let word): return secret(behind: end, word, from: start)
        case .passwordHash: return passwordHash(at: start)
        case .commandLine: return commandLineSecret(behind: end, from: start)
        case .escape(let escape): return unescaped(escape, at: start)
        case .joint: return token(behindJointAt: start)
        case .confusable: return confusedKey(at: start)
        case .spacedEmail: return spacedEmail(at: start)
        case .quotedPrintable: return quotedPrintableEmail(at: start)
        case .spelledAt: return spelledEmail(at: start)
        case .spelledDot: return spelledEmail(dot: start)
        case .spokenAt: return spokenEmail(at: start)
        case .joinedEmail: return joinedEmail(behind: start - 1)
        case .linkPart: return encodedPart(at: end)
        case .utf7: return text[start - 1] == "+" ? email(at: start - 1, width: 5) : nil
        case .returnPath: return returnPath(behind: end, from: start)
        case .spokenIBAN: return spokenIBAN(behind: end, from: start)
        case .dashedAddress: return dashedAddress(at: end, from: start)
        case .defanged: return defangedAddress(dot: start) ?? defangedEmail(dot: start)
        case .element: return elementValue(name: text[start] == "<" ? start + 1 : end)
        case .elementEnd: return elementValue(endOfName: end - 1)
        case .account: return accountName(behind: end, from: start)
        case .quotedSecret: return quotedSecret(behind: end, from: start)
        case .optionKey: return optionSecret(at: start)
        case .codeBefore: return oneTimeCode(before: start, behind: end)
        case .masked: return text.has("add-", at: start - 4) ? maskedValue(behind: end) : nil
        case .encodedWords: return encodedWords(at: start)
        case .call(let call): return secret(ofCall: call, behind: end)
        case .rejectedValue(let form): return rejectedValue(at: end, from: start, form)
        case .refusedValue: return refusedValue(behind: end, from: start)
        case .changedValues: return changedValues(behind: end, from: start)
        case .duplicateValue: return duplicateValue(behind: end)
        case .phoneCall(let field): return callField(field, behind: end, from: start)
        case .personField(let field): return personField(field, behind: end, from: start)
        case .numberField(let field): return numberField(field, behind: end, from: start)
        case .secretField(let field): return secretField(field, behind: end, from: start)
        case .commandPairs: return lastPair(behind: end)
        case .quotedName: return quotedName(behind: end, from: start)
        case .comparison:
            // `LIKE '%@example.com'` says how some values end, `eq "\x1F"` how a file begins.
            let isPattern = text[end] == "%" || text[end] == "\\"
            // `NOT IN`, and `IN (`, whose bracket belongs to its list.
            let sign = text.hasAnyCase("not ", at: start - 4) ? start - 5 : start - 1
            let value = text[end - 1] == "(" ? end - 1 : end
            return isPattern ? nil : keyedValue(separator: sign, width: value - sign)
        case .formField: return formField(name: end)
        case .rows:
            beginRows(behind: end, from: start, ofCopy: false)
            return nil
        case .rowsOfCopy:
            beginRows(behind: end, from: start, ofCopy: true)
            return nil
        case .refusedRow:
            beginRefusedRow(behind: end, from: start)
            return nil
        case .psqlRecord:
            beginRecord(behind: end)
            return nil
        case .table:
            beginTable(at: start)
            return nil
        case .code: return oneTimeCode(behind: end, from: start)
        case .device: return deviceID(behind: end, from: start)
        case .keySign:
            // A quote behind the sign belongs to the value.
            let sign = text[start] == "\\" ? end - 1 : start
            let behind = text[end - 1].isQuote && sign == start ? end - 1 : end
            return keyedValue(separator: sign, width: behind - sign)
        case .argument(let arguments): return argumentSecret(behind: end, arguments, from: start)
        case .credentialPair: return passwordOfPair(at: end, from: start)
        case .linkToken: return linkToken(behind: end, from: start)
        case .pipedSecret: return pipedSecret(before: start)
        case .hereString: return hereString(behind: end, from: start)
        case .secondArgument: return secondArgument(behind: end)
        case .dialogue(let dialogue): return dialogueSecret(behind: end, dialogue, from: start)
        case .serialized: return serializedValue(at: start, behind: end)
        case .dumpedValue: return dumpedValue(at: start)
        case .namedArgument: return namedArgument(at: end)
        case .machineReadable: return machineReadableZone(at: start)
        case .patient: return patient(behind: end, from: start)
        case .segment: return segment(at: start, behind: end)
        case .nextOfKin: return nextOfKin(behind: end, from: start)
        case .nameInSegment: return nameInSegment(behind: end, from: start)
        case .humanName: return humanName(behind: end, from: start)
        case .cashAddress: return cashAddress(behind: end)
        case .hardware: return bareHardwareAddress(behind: end, from: start)
        case .oracleLogin: return oraclePassword(behind: end)
        case .tupleSign: return isFirstOfTuple(before: start) ? keyedValue(separator: start + 1, width: 2) : nil
        case .driverAddress: return driverPassword(before: start)
        case .numberedToken: return numberedToken(behind: end)
        case .queryCode: return authorizationCode(behind: end, from: start)
        case .encodedURL: return encodedURLPassword(behind: end)
        case .degrees: return degrees(at: start, behind: end)
        case .coreLocation: return angledCoordinate(before: start - 2)
        case .navigation: return navigationCoordinate(behind: end)
        case .trackData: return trackData(at: end - 1)
        case .addressLine: return addressLine(behind: end)
        case .partyName: return partyName(behind: end)
        case .placeholder: return placeholder(at: start)
        }
    }
}
