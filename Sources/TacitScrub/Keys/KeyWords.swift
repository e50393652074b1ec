/// The words that name a class. A key is cut into tokens (`camelCase`, `_ - .`), and the longest run of its last tokens
/// that is listed here, written as one word, decides: `X-Api-Key`, `apiKey` and `stripe.api_key` all end in `apikey`,
/// while `monkey`, `api_key_id` and `token_count` do not.
enum KeyWords {
    /// One entry: words that mean the same.
    struct Entry {
        let kind: Kind
        let rule: StaticString
        let form: KeyRule.Form
        let scope: KeyRule.Scope
        let words: [StaticString]

        init(
            _ kind: Kind, _ rule: StaticString, form: KeyRule.Form = .plain, scope: KeyRule.Scope = .everywhere,
            _ words: [StaticString]
        ) {
            self.kind = kind
            self.rule = rule
            self.form = form
            self.scope = scope
            self.words = words
        }
    }

    /// Words of Chinese, Japanese and Korean that a thing has as well as a person: `파일이름`, `内存地址`.
    static let vague: Set<String> = ["名字", "名前", "이름", "地址", "주소"]

    /// Words of eight letters, as many as the scan compares, that say the same at the end of a longer one:
    /// `rpcpassword`.
    static let ends: Set<String> = ["password", "passwort"]

    /// What stands behind a key, after `_`, and says how its value is encoded: `password_b64`, `secret_hex`.
    static let encodings: [StaticString] = [
        "b", "base", "hex", "plain", "raw", "enc", "encrypted", "cleartext", "plaintext",
    ]

    static let all: [Entry] = [
        Entry(
            .secret, "key.authorization", form: .authorization,
            ["authorization", "proxyauthorization", "xauthorization"]),
        Entry(.secret, "key.cookie", form: .cookie, ["cookie", "cookies", "setcookie"]),
        Entry(
            .secret, "key.password",
            [
                "password", "passwd", "passwort", "pwd", "passphrase", "passcode", "userpassword", "mysqlpwd",
                "pgpassword", "contraseña", "motdepasse", "kennwort", "userpass", "dbpass", "wachtwoord", "senha",
                "hasło", "haslo", "lösenord", "пароль", "密码", "パスワード", "mypwd", "redisauth", "requirepass",
                "passwordhash", "keypass", "storepass", "rootpw", "userpw", "dbpw", "smtppass", "ftppass", "adminpass",
                "passwordsecure", "passsecure", "passworddefault", "newpassword", "oldpassword", "keystorepassword",
                "passwordsupersecure", "pword", "psw", "pw", "salasana", "adgangskode", "passord", "heslo", "jelszó",
                "jelszo", "şifre", "sifre", "parola", "geslo", "lozinka", "slaptažodis", "parool", "parole", "κωδικός",
                "סיסמה", "비밀번호", "暗証番号", "密碼", "口令", "पासवर्ड", "รหัสผ่าน", "mậtkhẩu", "matkhau", "contrasenya",
                "contrasena", "palavrapasse", "mdp", "clave", "katasandi", "كلمةالسر", "كلمةالمرور", "zugangspasswort",
                "benutzerpasswort", "srcstorepass", "deststorepass", "srckeypass", "destkeypass", "trustpass",
                "truststorepassword", "wifipassword", "wlanpassword", "sslpassword", "rootpassword", "bindpassword",
                "bindpw", "bindpasswd", "ldappassword", "smtppassword", "adminpassword", "loginpassword", "passwdhash",
                "psk", "wpapsk", "wpapassphrase", "masterauth", "masterpass", "becomepass", "sudopass", "sshpass",
                "hashedpassword", "登录密码", "用户密码", "密码为", "ログインパスワード", "비번", "암호", "пароля", "κωδικόςπρόσβασης", "รหัส",
                "zaporka", "hasłodostępu", "kodeord", "lykilorð", "parol", "passwordis", "pwdis", "passphraseis",
                "passwortlautet", "passwortist", "contraseñatemporal", "contraseñaes", "motdepassetemporaire",
                "motdepasseprovisoire", "motdepasseest", "senhatemporaria", "şıfre", "κωδικοσ", "losenord", "parolă",
                "passwordconfirmation", "confirmpassword", "passwordconfirm", "currentpassword", "лозинка", "passwordè",
                "passwordes", "hesloje", "hasłotymczasowe", "hasłoto", "contraseñaprovisional",
                "contraseñaprovisionales", "contraseñatemporales", "passwordtemporanea", "passwordprovvisoria",
                "senhatemporária", "senhaprovisória", "şifreniz", "parolanız", "wachtwoordis", "senhaé", "hasłojest",
                "jelszava", "passwordtemporal", "securityanswer", "secretanswer", "answertosecurityquestion",
            ]),
        Entry(.secret, "key.password", form: .strange, ["pass", "passw"]),
        Entry(
            .secret, "key.one-time", form: .code,
            [
                "pin", "otp", "totp", "otpcode", "mfacode", "pincode", "verificationcode", "recoverycode", "backupcode",
                "onetimepassword", "onetimecode", "onetimepasscode", "smscode", "twofactorcode", "otpvalue", "mfatoken",
                "confirmationcode", "logincode", "securitypin", "cardpin", "tancode", "tan", "bestätigungscode",
                "sicherheitscode", "verifizierungscode", "codedevérification", "codedeverification", "codedesécurité",
                "códigodeverificación", "códigodeseguridad", "codigodeverificacion", "códigodeverificação",
                "codigodeverificacao", "codicediverifica", "verificatiecode", "kodweryfikacyjny", "ověřovacíkód",
                "doğrulamakodu", "doğrulamakodunuz", "onaykodu", "onaykodunuz", "кодподтверждения", "кодпроверки",
                "رمزالتحقق", "رمزالتأكيد", "קודאימות", "验证码", "認証コード", "인증번호", "인증코드", "scratchcode",
            ]),
        Entry(
            .secret, "key.phrase", form: .phrase,
            [
                "mnemonic", "seedphrase", "recoveryphrase", "mnemonicphrase", "backupphrase", "secretphrase",
                "seedwords",
            ]),
        Entry(.secret, "key.secret", ["totpsecret", "otpsecret", "mfasecret"]),
        Entry(.creditCard, "key.card-code", ["cvv", "cvc", "securitycode", "cardcode"]),
        Entry(
            .secret, "key.secret",
            [
                "secret", "secrete", "clientsecret", "appsecret", "secretkey", "secretaccesskey", "accesskey",
                "accesskeyid", "sharedsecret", "signingsecret", "signingkey", "encryptionkey", "masterkey",
                "accountkey", "sharedaccesskey", "storagekey", "credential", "credentials", "webhooksecret",
                "consumersecret", "hmackey", "jwtsecret", "sessionsecret", "secretkeybase", "encryptionsecret",
                "secrettoken", "tokensecret", "apisecretkey", "secretid", "keysecret", "oauthsecret", "accesssecret",
                "accountsecret", "connectionkey", "accesstokensecret", "consumerkey", "clientkey", "sasurl", "saskey",
                "apikeysecret", "cookiesecret", "saltsecret", "pepper", "decryptionkey", "aeskey", "cryptokey",
                "secretaccess", "clésecrète", "clavesecreta", "geheimnis", "segredo", "secreto", "geheim",
                "accesskeysecret", "botsecret", "verifysecret", "aksecret", "ocppassword", "vaultpass", "clientkeydata",
                "presharedkey", "hmacsecret", "presharedsecret", "zugangsdaten", "anmeldedaten", "logindaten",
                "identifiants", "credenciales", "credenziali", "inloggegevens", "radiussecret", "cryptsecret",
                "rootkey", "unsealkey", "recoverykey", "signkey", "clientassertion", "codeverifier", "秘密鍵", "密钥", "秘钥",
                "비밀키", "секрет", "ключшифрования", "chavesecreta", "chiavesegreta", "clesecrete", "klucztajny",
                "gizlianahtar", "hemlignyckel", "snmpcommunity", "communitystring", "backupcodes", "recoverycodes",
                "scratchcodes",
            ]),
        Entry(.secret, "key.secret", form: .strange, ["sharedkey"]),
        Entry(
            .privateKey, "key.private-key",
            ["privatekey", "privkey", "sshkey", "sshprivatekey", "rsakey", "privatekeypem", "signingprivatekey"]),
        Entry(
            .secret, "key.token",
            [
                "token", "accesstoken", "refreshtoken", "authtoken", "idtoken", "bearertoken", "apitoken",
                "sessiontoken", "securitytoken", "devicetoken", "pushtoken", "bearer", "jwt", "oauthtoken",
                "personalaccesstoken", "accountsid", "bottoken", "servicetoken", "pat", "deploytoken", "jobtoken",
                "agenttoken", "personaltoken", "usertoken", "clienttoken", "admintoken", "privatetoken",
                "registrytoken", "installtoken", "invitetoken", "resettoken", "magiclink", "privateaccesstoken",
                "tokenvalue", "idtokenhint", "logintoken", "authtok", "accesstok", "authcode", "authorizationcode",
                "jeton", "jetonaccès", "zugangstoken", "zugriffstoken", "токен", "令牌", "访问令牌", "アクセストークン", "トークン", "토큰",
                "액세스토큰", "tokendeacceso", "tokenacceso", "tokenaccesso", "zugriffsschlüssel", "authenticationtoken",
                "impersonationtoken", "apnstoken", "fcmtoken", "registrationtoken", "devicepushtoken", "firebasetoken",
                "unsubscribetoken", "passwordresettoken", "activationtoken", "verificationtoken", "emailtoken",
                "bearerauth", "ssotoken", "samlresponse", "samlassertion", "ticketgrantingticket", "launchtoken",
                "websockettoken",
            ]),
        Entry(
            .secret, "key.api-key",
            [
                "apikey", "xapikey", "appkey", "applicationkey", "subscriptionkey", "authkey", "licensekey",
                "apisecret", "functionskey", "licencekey", "integrationkey", "writekey", "deploykey", "ingestkey",
                "restapikey", "serverkey", "mapskey", "gmapskey", "instrumentationkey", "insertkey", "browserkey",
                "accountapikey", "ingestionkey", "apiauth", "apipass", "apipassword", "appsecretproof", "xauthkey",
                "xauthtoken", "xaccesstoken", "ocpapimsubscriptionkey", "xfunctionskey", "xgoogapikey", "xvaulttoken",
                "cléapi", "cleapi", "claveapi", "chaveapi", "chiaveapi", "apischlüssel", "schlüssel", "clédapi",
                "xjfrogartapi", "sessionapikey", "ключapi", "xgitlabtoken", "xshopifyaccesstoken", "xamzsecuritytoken",
                "privateapikey", "kluczapi", "apisleutel", "apinyckel", "apinøgle", "apianahtarı", "接口密钥", "apiキー",
                "api키", "xclientsecret", "xsecretkey", "xtoken", "xhubsignature", "activationkey", "serialkey",
                "anonkey", "servicerolekey", "clavedeapi", "chavedeapi", "chiavediapi", "klíčapi",
            ]),
        Entry(
            .secret, "key.session",
            [
                "sessionid", "sessid", "phpsessid", "jsessionid", "sessionkey", "connectsid", "aspnetsessionid",
                "aspxauth", "sessioncookie", "authcookie", "rememberme", "remembertoken", "cfid", "cftoken",
                "usersession", "sidtoken", "cisession", "laravelsession", "racksession", "xcsrftoken", "xxsrftoken",
            ]),
        Entry(.secret, "key.signature", ["signature", "xamzsignature", "sig", "xgoogsignature", "hmac"]),
        Entry(
            .email, "key.email",
            [
                "email", "mail", "emailaddress", "useremail", "emails", "recipient", "replyto", "courriel", "correo",
                "correoelectronico", "epost", "eposta", "mailaddress", "contactemail", "billingemail", "emailaddr",
                "useremailaddress", "邮箱", "メール", "почта", "emailid", "workemail", "电子邮件", "电子邮箱", "メールアドレス", "電子メール",
                "이메일", "adresemail", "adressemail", "correoelectrónico", "indirizzoemail", "enderecoemail",
                "sähköposti", "электроннаяпочта", "epostadresse", "fromemail", "toemail", "senderemail",
                "recipientemail", "customeremail", "primaryemail", "loginemail", "rcptto",
            ]),
        Entry(
            .phone, "key.phone",
            [
                "phone", "phonenumber", "mobile", "mobilenumber", "msisdn", "telephone", "telefon", "cellphone", "tel",
                "fax", "faxnumber", "homephone", "workphone", "mobilephone", "whatsapp", "phoneno", "mobileno", "telno",
                "contactnumber", "handynummer", "rufnummer", "telefonnummer", "teléfono", "telefono", "téléphone",
                "celular", "móvil", "movil", "telefone", "телефон", "电话", "手机", "手机号", "هاتف", "callerid", "smsto",
                "contactno", "contactphone", "billingphone", "shippingphone", "cell", "mobil", "dialednumber",
                "callingnumber", "callednumber", "ani", "dnis", "手机号码", "联系电话", "电话号码", "電話番号", "携帯番号", "携帯電話", "전화번호",
                "휴대폰", "휴대폰번호", "휴대전화", "연락처", "연락전화", "telefoonnummer", "telefoon", "mobielnummer", "gsmnummer",
                "numertelefonu", "nrtelefonu", "nrtel", "telefonnr", "mobilnummer", "mobilnr", "puhelinnumero",
                "puhelin", "telefonnumarası", "telefonno", "ceptelefonu", "cepno", "номертелефона", "мобильный",
                "teléfonomóvil", "telefonomovil", "numéroportable", "cellulare", "numerodetelefono", "númerodeteléfono",
                "numérodetéléphone", "numerodetelephone", "numerodicellulare", "numerocellulare", "telemóvel",
                "telemovel", "numerodetelefone", "callernumber", "calleenumber", "phonemobile", "phonehome",
                "phonework", "landline", "dayphone", "eveningphone", "primaryphone", "customerphone", "userphone",
                "recipientphone", "smsnumber", "whatsappnumber", "callerphone", "waid", "emergencycontactnumber",
                "sốđiệnthoại", "เบอร์โทร", "เบอร์โทรศัพท์", "رقمالهاتف", "מספרטלפון", "τηλέφωνο", "mobiltelefon",
                "联系方式", "携帯",
            ]),
        Entry(
            .creditCard, "key.card",
            [
                "cardnumber", "creditcard", "pan", "ccnumber", "cardno", "creditcardnumber", "cardpan", "debitcard",
                "ccnum", "cardnum", "accountpan", "primaryaccountnumber", "kreditkarte", "kartennummer", "creditcardno",
                "debitcardnumber", "paymentcard", "カード番号", "クレジットカード番号", "信用卡号", "银行卡号", "卡号", "카드번호", "신용카드", "신용카드번호",
                "numerodetarjeta", "tarjetadecredito", "numérodecarte", "numerodecarte", "cartebancaire", "numerocarta",
                "cartadicredito", "numerodocartao", "cartaodecredito", "creditcardnummer", "kaartnummer", "kortnummer",
                "numerkarty", "kartnumarası", "kredikartı", "номеркарты", "银行卡", "карта", "cardnr", "pannumber",
                "fundingcard", "acctpan", "paymentpan", "fpan", "dpan",
            ]),
        Entry(
            .creditCard, "key.card", form: .checked,
            ["card", "cc", "ccn", "cardinfo", "paymentmethod", "karte", "carte"]),
        Entry(.iban, "key.iban", ["iban", "ibannumber", "ibancode", "creditoriban", "debtoriban", "beneficiaryiban"]),
        Entry(
            .bankAccount, "key.bank-account",
            [
                "bankaccount", "accountnumber", "routingnumber", "sortcode", "bankaccountnumber", "routing", "aba",
                "acctnumber", "kontonummer", "acctno", "accountno", "accountnum", "bankaccountno", "routingno", "rtn",
                "abanumber", "abarouting", "routingtransit", "bsb", "ifsc", "ifsccode", "bankleitzahl", "blz", "clabe",
                "kontonr", "cuentabancaria", "numerodecuenta", "rekeningnummer", "beneficiaryaccount", "payeeaccount",
                "payeraccount", "checkingaccount", "savingsaccount", "banknumber", "debitaccount", "creditaccount",
                "depositaccount", "bankroutingnumber", "sortcodenumber", "numerocompte", "numérodecompte",
                "numerodecompte", "númerodecuenta", "numerodiconto", "numeroconto", "contocorrente", "númerodaconta",
                "numerodaconta", "contabancaria", "numerkonta", "nrkonta", "rachunekbankowy", "numerrachunku",
                "rekeningnr", "bankrekening", "hesapno", "hesapnumarası", "口座番号", "銀行口座", "銀行口座番号", "銀行帳號", "银行账号",
                "银行账户", "계좌번호", "은행계좌", "номерсчета", "номерсчёта", "расчетныйсчет", "tilinumero", "bankkonto",
                "kontonumer", "számlaszám", "bankszámlaszám", "čísloúčtu", "cislouctu", "cbu", "cvu", "bban",
                "achaccount", "achaccountnumber", "wireaccount", "beneficiaryaccountnumber", "payeeaccountnumber",
                "creditoraccount", "debtoraccount", "sourceaccountnumber", "destinationaccountnumber", "bankacct",
                "bankacctno", "acctnum", "gironummer", "clearingnummer", "bankkod", "transitnumber",
                "institutionnumber", "abartn", "achrouting", "accountnr", "accnumber", "accno", "银行卡账号", "开户账号", "收款账号",
                "bankgiro", "plusgiro",
            ]),
        Entry(
            .usSSN, "key.ssn",
            [
                "ssn", "socialsecurity", "socialsecuritynumber", "itin", "taxpayerid", "ssnnumber", "socialsecurityno",
                "socsec", "taxpayeridentificationnumber", "usssn",
            ]),
        Entry(
            .nationalID, "key.national-id",
            [
                "nationalid", "aadhaar", "aadhaarnumber", "nino", "cpf", "dni", "pesel", "personnummer", "bsn",
                "steuerid", "nir", "taxid", "nationalinsurancenumber", "sin", "curp", "nif", "codicefiscale",
                "idnumber", "nationalidnumber", "governmentid", "govid", "citizenid", "personalid", "personalnumber",
                "identitynumber", "identitycard", "nhsnumber", "nhs", "utr", "steueridnr", "taxnumber", "vatnumber",
                "vatid", "siren", "siret", "cnpj", "nie", "partitaiva", "burgerservicenummer", "ahv", "ahvnumber",
                "svnr", "sozialversicherungsnummer", "nip", "regon", "rodnecislo", "birthnumber", "cnp", "egn", "oib",
                "jmbg", "emso", "isikukood", "amka", "afm", "pps", "ppsn", "fodselsnummer", "fnr", "cprnumber", "cpr",
                "hetu", "henkilotunnus", "kennitala", "tckn", "tckimlikno", "tckımlıkno", "rut", "rfc", "cuil", "cuit",
                "cedula", "tfn", "taxfilenumber", "abn", "medicarenumber", "medicareno", "mbi", "npi", "ein", "ird",
                "irdnumber", "hkid", "nric", "mykad", "nik", "ktp", "cnic", "rrn", "mynumber", "voterid", "panno",
                "gstin", "emiratesid", "iqama", "iqamanumber", "inn", "snils", "nin", "bvn", "idcard", "idcardnumber",
                "sinnumber", "socialinsurancenumber", "tin", "身份证", "身份证号", "身份证号码", "idcardno", "residentid",
                "civilid", "ausweisnummer", "personalausweis", "insuranceno", "insurancenumber", "personnr",
                "dninumber", "taxidnumber", "sécuritésociale", "securitesociale", "seguridadsocial", "numeroafiliacion",
                "identitydocument", "documentid", "citizenshipnumber", "idno", "saidnumber", "idnr",
                "steueridentifikationsnummer", "steuernummer", "rentenversicherungsnummer", "versicherungsnummer",
                "versichertennummer", "krankenversichertennummer", "rvnr", "sozialversicherungsnr",
                "personalausweisnummer", "personalausweisnr", "numérodesécuritésociale", "numerodesecuritesociale",
                "carteidentité", "cartedidentité", "dninie", "documentonacionaldeidentidad", "numerodedocumento",
                "cartadidentità", "cartadidentita", "contribuinte", "numerodecontribuinte", "numerocontribuinte",
                "cartaodecidadao", "cartãodecidadão", "rijksregisternummer", "numéronational", "numeronational", "niss",
                "insz", "ahvnr", "numéroavs", "avsnummer", "numeroavs", "peselnumer", "numerpesel", "dowódosobisty",
                "dowodosobisty", "numerdowodu", "rodnéčíslo", "emšo", "fødselsnummer", "fødselsnr", "samordningsnummer",
                "henkilötunnus", "asmenskodas", "personaskods", "cédula", "cedulaidentidad", "cédulaciudadanía",
                "tajszám", "adóazonosító", "adoazonosito", "adószám", "adoszam", "tajszam", "nomorindukkependudukan",
                "numérofiscal", "numerofiscal", "spi", "nhi", "身份证件号", "公民身份号码", "居民身份证", "マイナンバー", "個人番号", "身分證字號",
                "身分證號", "身分証番号", "주민등록번호", "주민번호", "외국인등록번호", "инн", "снилс", "иин", "рнокпп", "паспортныеданные",
                "егн", "жмбг", "αφμ", "αμκα", "رقمالهوية", "الرقمالقومي", "תעודתזהות", "teudatzehut", "เลขบัตรประชาชน",
                "เลขประจำตัวประชาชน", "cccd", "cmnd", "nikno", "noktp", "nricfin", "nidnumber", "nidno", "nicno",
                "nicnumber", "citizencard", "citizennumber", "personcode", "personalcode", "personalidentitycode",
                "personalidentificationnumber", "identificationnumber", "taxpayernumber", "taxref",
                "nationalidentifier", "nationalinsurance", "ninumber", "nationalnumber", "identitydocumentnumber",
                "idcardnum", "aadhar", "aadharno", "tckimlik", "kimlikno", "kimliknumarası", "tckimliknumarası",
                "sofinummer", "svnummer", "medicarecard", "nhinumber", "irdno", "ppsnumber", "healthcardnumber",
                "healthinsurancenumber", "medicaid", "medicaidid", "nhsno", "ruc", "matricule",
            ]),
        Entry(
            .passport, "key.passport",
            [
                "passport", "passportnumber", "passportno", "passportid", "reisepass", "reisepassnummer", "passeport",
                "pasaporte", "passaporto", "passnummer", "passnr", "traveldocument", "traveldocumentnumber", "mrz",
                "паспорт", "护照", "paspoort", "paspoortnummer", "paspoortnr", "numerpaszportu", "paszport", "pasaportno",
                "pasaportnumarası", "numérodepasseport", "numerodepasseport", "númerodepasaporte", "numerodepasaporte",
                "numeropassaporto", "numerodipassaporto", "passaporte", "numerodopassaporte", "passinumero", "パスポート番号",
                "旅券番号", "护照号", "护照号码", "護照號碼", "여권번호", "номерпаспорта", "passportnum", "passportnr", "ppno",
            ]),
        Entry(
            .driverLicense, "key.driver-license",
            [
                "driverlicense", "driverslicense", "drivinglicence", "licenceno", "licenseno", "licensenumber",
                "driverlicence", "dlnumber", "driverlicensenumber", "driverslicensenumber", "drivinglicencenumber",
                "drivinglicense", "driverlicenseno", "licencenumber", "dlno", "fuehrerschein", "führerschein",
                "führerscheinnummer", "permisdeconduire", "rijbewijs", "licencia", "driverid", "dvlanumber",
                "führerscheinnr", "fuehrerscheinnummer", "permisconduire", "numérodepermis", "carnetdeconducir",
                "licenciadeconducir", "permisodeconducir", "patentediguida", "numeropatente", "cartadecondução", "cnh",
                "rijbewijsnummer", "prawojazdy", "numerprawajazdy", "körkort", "körkortsnummer", "førerkort",
                "ajokortti", "ehliyet", "ehliyetno", "運転免許証番号", "免許証番号", "驾驶证号", "驾照号", "운전면허번호",
                "водительскоеудостоверение", "dlnum", "driverslicensenum", "driverslicenseno", "fuehrerscheinnr",
            ]),
        Entry(
            .dateOfBirth, "key.date-of-birth",
            [
                "dateofbirth", "dob", "birthdate", "birthday", "bday", "geburtsdatum", "born", "birth",
                "fechanacimiento", "fechadenacimiento", "datenaissance", "datedenaissance", "naissance", "nacimiento",
                "geboortedatum", "datadinascita", "datanascimento", "fødselsdato", "födelsedatum", "dataurodzenia",
                "датарождения", "出生日期", "生年月日", "birthdt", "birthtime", "userdob", "dobiso", "geburtstag", "bornon",
                "生日", "出生年月", "생년월일", "생일", "syntymäaika", "datumnarození", "datumnarozeni", "datumrođenja",
                "születésidátum", "születésiidő", "doğumtarihi", "doğumtarıhı", "dogumtarihi", "datanașterii",
                "datanasterii", "dátumnarodenia", "datumrojstva", "gimimodata", "dzimšanasdatums", "sünniaeg",
                "fødedato", "fødselsdag", "fæðingardagur", "ngàysinh", "วันเกิด", "تاريخالميلاد", "תאריךלידה",
                "ημερομηνίαγέννησης", "датанародження", "geborenam", "födelsedag", "personbirthdate", "birthdatetime",
                "patientdob", "childdob",
            ]),
        Entry(
            .person, "key.person",
            [
                "fullname", "firstname", "lastname", "surname", "givenname", "familyname", "middlename", "customername",
                "cardholder", "cardholdername", "maidenname", "userfullname", "patientname", "vorname", "nachname",
                "accountholder", "recipientname", "contactname", "realname", "fname", "lname", "employeename",
                "personname", "guestname", "passengername", "studentname", "membername", "legalname", "preferredname",
                "nombre", "apellido", "apellidos", "prenom", "prénom", "nomdefamille", "cognome", "achternaam", "imię",
                "nazwisko", "sendername", "ownername", "authorname", "billingname", "shippingname", "beneficiaryname",
                "payeename", "payername", "holdername", "nameoncard", "subscribername", "insuredname", "drivername",
                "doctorname", "fullusername", "birthname", "signername", "applicantname", "travelername",
                "travellername", "playername", "spousename", "имя", "фамилия", "фио", "姓名", "氏名", "mothersmaidenname",
                "customerfullname", "endusername", "förnamn", "efternamn", "fornavn", "etternavn", "efternavn",
                "etunimi", "sukunimi", "příjmení", "prijmeni", "priezvisko", "keresztnév", "vezetéknév", "nomecompleto",
                "nomeecognome", "nombrecompleto", "nomcomplet", "nomprénom", "nomprenom", "voornaam", "familienaam",
                "volledigenaam", "tussenvoegsel", "imięinazwisko", "imieinazwisko", "imie", "adsoyad", "adısoyadı",
                "adisoyadi", "soyad", "soyadı", "soyisim", "isimsoyisim", "真实姓名", "用户姓名", "客户姓名", "联系人", "收件人", "收货人",
                "お名前", "名前", "名字", "성명", "이름", "성함", "고객명", "имяифамилия", "отчество", "buyername", "consigneename",
                "shippername", "callername", "visitorname", "donorname", "parentname", "guardianname", "fathername",
                "mothername", "kontoinhaber", "kontoinhaberin", "karteninhaber", "empfängername", "absendername",
                "kundenname", "patientenname", "ansprechpartner", "titulaire", "titolare", "intestatario",
                "rekeninghouder", "titulardelacuenta", "givennames", "firstnamekana", "debtorname", "creditorname",
                "remittername", "accountholdername", "họtên", "họvàtên", "الاسمالكامل", "שםמלא", "ονοματεπώνυμο",
                "ansprechpartnerin", "nomfamille", "nomduclient", "nomclient", "прізвище",
            ]),
        Entry(
            .person, "key.user", scope: .attribute,
            [
                "username", "userid", "enduserid", "enduser", "login", "loginname", "userlogin", "dbuser",
                "useridentifier", "benutzername", "nutzername", "benutzer", "nomutilisateur", "utilisateur", "usuario",
                "nombreusuario", "nomeutente", "gebruikersnaam", "kullanıcıadı", "remoteuser", "ruser", "screenname",
            ]),
        Entry(
            .person, "key.name", form: .name,
            [
                "name", "displayname", "user", "customer", "patient", "employee", "owner", "assignee", "contact",
                "passenger", "guest", "student", "teacher", "reporter", "approver", "payee", "payer", "beneficiary",
                "signer", "subscriber", "applicant", "sender", "recipientto", "person", "insured", "traveller",
                "traveler", "requester", "requestedby", "approvedby", "createdby", "assignedto", "signedby",
                "participant", "attendee", "invitee", "doctor", "physician", "caregiver", "spouse", "kunde", "kundin",
                "klant", "klient", "kund", "mitarbeiter", "angestellter", "empleado", "employé", "dipendente",
                "funcionario", "pracownik", "müşteri", "cliente", "клиент", "客户", "顧客", "お客様", "고객", "nome", "nom",
                "empfänger", "destinataire", "destinatario", "titular", "nabywca", "odbiorca", "mottagare", "ontvanger",
                "modtager", "alıcı", "bénéficiaire", "beneficiaire", "beneficiario", "begünstigter", "patientin",
                "mieter", "locataire", "inquilino", "fn", "meno", "jméno", "jmeno", "naam", "namn", "név", "nume",
                "नाम", "kunden",
            ]),
        Entry(
            .streetAddress, "key.address",
            [
                "streetaddress", "shippingaddress", "billingaddress", "homeaddress", "postaladdress", "addressline",
                "mailingaddress", "residentialaddress", "street", "deliveryaddress", "fulladdress", "useraddress",
                "customeraddress", "shipto", "billto", "streetline", "streetname", "anschrift", "adresse", "dirección",
                "direccion", "indirizzo", "endereço", "endereco", "adres", "адрес", "地址", "住所", "streetandnumber",
                "homeaddr", "workaddress", "shippingaddr", "billingaddr", "addressstreet", "adrline", "adress",
                "gatuadress", "lähiosoite", "osoite", "adresa", "cím", "lakcím", "διεύθυνση", "כתובת", "địachỉ",
                "ที่อยู่", "العنوان", "收货地址", "家庭住址", "联系地址", "详细地址", "家庭地址", "ご住所", "お届け先", "주소", "배송지", "집주소",
                "domicilio", "domicile", "lieferadresse", "rechnungsadresse", "hausadresse", "straße", "strasse",
                "straatnaam", "mailingaddr", "residenceaddress", "residenceaddr", "permanentaddress", "presentaddress",
                "fullstreetaddress", "adresselivraison", "adressefacturation", "adressepostale", "direcciondeenvio",
                "direccionenvio", "direccióndeenvío", "enderecoentrega", "indirizzospedizione", "bezorgadres",
                "adreszamieszkania", "adreskorespondencyjny", "teslimatadresi", "faturaadresi", "evadresi", "adresi",
                "afleveradres", "factuuradres", "leveringsadresse", "leveransadress", "pickupaddress", "dropoffaddress",
                "adressedelivraison", "adressedefacturation", "morada", "woonadres", "ulice", "ulica", "calle", "улица",
                "адреса", "postadresse", "bostadsadress", "hjemmeadresse", "kotiosoite", "lakóhely",
            ]),
        Entry(
            .streetAddress, "key.address-part", scope: .attribute,
            ["zipcode", "postalcode", "postcode", "zip"]),
        Entry(
            .geoCoordinate, "key.geo",
            [
                "latitude", "longitude", "lat", "lon", "lng", "latlng", "latlon", "geolocation", "latlong", "gpslat",
                "gpslon", "gpslng", "geopoint", "gpscoordinates", "geocoordinates", "gpsposition", "ll", "latitud",
                "longitud", "breitengrad", "längengrad", "laengengrad", "latitudine", "longitudine", "breedtegraad",
                "lengtegraad", "широта", "долгота", "纬度", "经度", "緯度", "経度", "위도", "경도", "userlat", "userlng", "userlon",
                "pickuplat", "pickuplng", "dropofflat", "dropofflng", "homelat", "homelon", "координаты", "координати",
            ]),
        Entry(
            .ipAddress, "key.address", form: .address, scope: .attribute,
            [
                "clientaddress", "clientip", "remoteaddress", "remoteaddr", "remoteip", "sourceip", "sourceaddress",
                "netpeerip", "ipaddress", "ip", "userip", "xforwardedfor", "xrealip", "networkpeeraddress",
                "clientsocketaddress", "peeraddress", "hostip", "httpclientip", "forwardedfor", "sourceaddr",
                "peeraddr", "sockpeeraddr", "clientaddr", "hostaddr", "srcip", "dstip", "destinationip",
                "destinationaddress", "sockhostaddr", "peerip", "serverip", "publicip", "privateip", "userhostaddress",
                "callerip",
            ]),
        Entry(
            .ipAddress, "key.version", form: .version, scope: .attribute, ["version", "release", "build", "firmware"]),
        Entry(
            .macAddress, "key.mac", form: .hardware,
            [
                "macaddress", "macaddr", "hostmac", "mac", "hwaddr", "hwaddress", "bssid", "ether", "lladdr", "wifimac",
                "callingstationid", "calledstationid", "bluetoothaddress", "btaddr", "ethernetaddress",
            ]),
        Entry(
            .deviceID, "key.device",
            [
                "deviceid", "idfa", "idfv", "gaid", "imei", "imsi", "androidid", "advertisingid", "identifierforvendor",
                "udid", "serialnumber", "meid", "iccid", "aaid", "serialno", "deviceserial", "adid", "advertiserid",
                "googleadid", "rdid", "oaid", "tifa", "msai", "hardwareid", "hwid", "machineid", "deviceuuid",
                "deviceudid", "imeinumber", "imsinumber", "deviceidentifier", "ssaid", "esn", "deviceimei", "handsetid",
                "idforvendor", "idforadvertiser", "simserial", "hardwareserial", "installationid", "installid",
                "appinstallationid", "appinstanceid", "firebaseinstallationid", "deviceuid", "deviceuniqueid",
                "uniquedeviceid", "devicefingerprint", "devicesn", "deviceserialnumber", "serialnr", "seriennummer",
                "gerätid", "geräteid", "geraeteid", "gerätekennung", "vehicleidentificationnumber", "chassisno",
                "chassisnumber", "fahrgestellnummer", "vendoridentifier", "crashreporterkey", "anonymousuuid", "设备号",
                "openudid", "advertisingidentifier", "googleadvertisingid",
            ]),
        Entry(
            .moneyAmount, "key.money",
            [
                "salary", "accountbalance", "salaryamount", "income", "balance", "networth", "annualincome", "wage",
                "wages", "payroll", "basesalary", "annualsalary", "grosssalary", "netsalary", "monthlyincome",
                "householdincome", "paymentamount", "orderamount", "ordertotalamount", "refundamount", "invoiceamount",
                "transactionamount", "transferamount", "chargeamount", "chargedamount", "amountpaid", "amountdue",
                "amountcharged", "paidamount", "withdrawalamount", "depositamount", "invoicetotal", "availablebalance",
                "currentbalance", "bankbalance", "balanceamount", "creditlimit", "loanamount", "mortgage",
                "mortgageamount", "debt", "savings", "pension", "gehalt", "kontostand", "saldo", "solde",
                "soldeducompte", "saldodelacuenta", "saldodaconta", "saldodelconto", "saldokonta", "salaire", "salario",
                "sueldo", "stipendio", "bonusamount", "compensation", "openingbalance", "closingbalance", "bakiye",
                "bakiyesi", "walletbalance", "incomeamount", "salaryusd", "deposits", "earnings", "balanceafter",
                "balancebefore", "netpay", "grosspay", "overdraft", "outstandingbalance", "portfoliovalue", "lohn",
                "bruttogehalt", "nettogehalt", "jahresgehalt", "einkommen", "revenuannuel", "reddito", "salário",
                "inkomen", "wynagrodzenie", "pensja", "lön", "inkomst", "løn", "maaş", "gelir", "palkka", "зарплата",
                "年収", "給与", "残高", "工资", "薪资", "余额", "연봉", "급여", "잔액", "takehomepay", "annualpay", "monthlysalary",
                "hourlywage", "totalcompensation", "ledgerbalance", "cashbalance", "endingbalance", "salaryeur",
                "salarygbp", "balanceusd", "balanceeur", "incomeusd", "incomeeur",
            ]),
        Entry(
            .geoCoordinate, "key.geo", form: .opaque,
            [
                "location", "position", "coordinates", "coordinate", "coords", "geo", "gps", "userlocation", "point",
                "lastlocation", "geofix", "waypoint", "center", "origin", "destination", "place",
            ]),
        Entry(.streetAddress, "key.address", form: .opaque, ["address", "addr", "residence"]),
        Entry(.secret, "key.pair", form: .pair, ["value", "val", "amount"]),
        Entry(.person, "key.mailbox", form: .mailbox, ["from", "to", "cc", "bcc", "von", "mailfrom", "deliveredto"]),
        Entry(.person, "key.directory", form: .directory, ["cn", "uid", "samaccountname"]),
        Entry(
            .cryptoWallet, "key.wallet",
            [
                "wallet", "walletaddress", "btcaddress", "ethaddress", "bitcoinaddress", "cryptoaddress",
                "payoutaddress", "walletaddr", "depositaddress", "withdrawaladdress", "recipientwallet", "senderwallet",
                "soladdress", "trxaddress", "usdtaddress", "ltcaddress", "dogeaddress", "xmraddress",
                "beneficiarywallet",
            ]),
        Entry(
            .secret, "key.csrf", scope: .attribute,
            ["csrftoken", "xsrftoken", "authenticitytoken", "csrf", "xsrf", "secrets"]),
        Entry(
            .secret, "key.opaque", form: .opaque,
            ["key", "access", "private", "auth", "cred", "creds", "session", "sid", "sess", "apikeyid"]),
        Entry(
            .secret, "key.none", form: .harmless,
            [
                "cachekey", "primarykey", "foreignkey", "partitionkey", "sortkey", "routingkey", "objectkey",
                "registrykey", "bucketkey", "schemakey", "sequencekey", "idempotencykey", "dedupkey",
                "deduplicationkey", "hostkey", "lookupkey", "hashkey", "rangekey", "messagekey", "groupkey",
                "translationkey", "configkey", "rediskey", "filekey", "pathkey", "shardkey", "uniquekey",
                "compositekey", "metrickey", "labelkey", "tagkey", "mapkey", "keykey", "eventkey", "issuekey",
                "projectkey", "statekey", "storekey", "recordkey", "rowkey", "publicaccess", "fileaccess",
                "fingerprint", "publictoken", "kmskey", "sitekey", "recaptchasitekey", "publishablekey", "tokentype",
                "contentkey", "pressedkey", "presskey", "gpgkey", "pgpkey", "verifykey", "verificationkey", "indexkey",
                "searchkey", "featurekey", "flagkey", "localekey", "requestkey",
            ]),
        Entry(
            .secret, "key.none", form: .harmless,
            [
                "publickey", "publickeytoken", "nextpagetoken", "pagetoken", "continuationtoken", "synctoken",
                "cancellationtoken", "unexpectedtoken", "invalidtoken", "endtoken", "starttoken", "canceltoken",
                "loadbalance", "nextsynctoken", "csrfcookie", "expectedtoken",
            ]),
    ]
}
