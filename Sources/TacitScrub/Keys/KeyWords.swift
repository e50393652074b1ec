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
                "passwordsupersecure", "pword", "psw", "pw",
                "salasana", "adgangskode", "passord", "heslo", "jelszó", "jelszo", "şifre", "sifre", "parola", "geslo",
                "lozinka", "slaptažodis", "parool", "parole", "κωδικός", "סיסמה", "비밀번호", "暗証番号", "密碼", "口令",
                "पासवर्ड", "รหัสผ่าน", "mậtkhẩu", "matkhau", "contrasenya", "contrasena", "palavrapasse", "mdp", "clave",
                "katasandi", "كلمةالسر", "كلمةالمرور", "zugangspasswort", "benutzerpasswort",
            ]),
        Entry(.secret, "key.password", form: .strange, ["pass", "passw"]),
        Entry(
            .secret, "key.one-time", form: .code,
            [
                "pin", "otp", "totp", "otpcode", "mfacode", "pincode", "verificationcode", "recoverycode", "backupcode",
                "onetimepassword", "onetimecode", "onetimepasscode", "smscode", "twofactorcode", "otpvalue", "mfatoken",
                "confirmationcode", "logincode", "securitypin", "cardpin", "tancode", "tan",
            ]),
        Entry(
            .secret, "key.phrase", form: .phrase,
            ["mnemonic", "seedphrase", "recoveryphrase", "mnemonicphrase", "backupphrase", "secretphrase", "seedwords"]),
        Entry(.secret, "key.secret", ["totpsecret", "otpsecret", "mfasecret"]),
        Entry(.creditCard, "key.card-code", ["cvv", "cvc", "securitycode", "cardcode"]),
        Entry(
            .secret, "key.secret",
            [
                "secret", "secrete", "clientsecret", "appsecret", "secretkey", "secretaccesskey", "accesskey",
                "accesskeyid", "sharedsecret", "signingsecret", "signingkey", "encryptionkey", "masterkey",
                "accountkey",
                "sharedaccesskey", "storagekey", "credential", "credentials", "webhooksecret", "consumersecret",
                "hmackey", "jwtsecret", "sessionsecret", "secretkeybase", "encryptionsecret", "secrettoken",
                "tokensecret", "apisecretkey", "secretid", "keysecret", "oauthsecret", "accesssecret", "accountsecret",
                "connectionkey", "accesstokensecret", "consumerkey", "clientkey", "sasurl", "saskey",
                "apikeysecret", "cookiesecret", "saltsecret", "pepper", "decryptionkey", "aeskey", "cryptokey",
                "secretaccess", "clésecrète", "clavesecreta", "geheimnis", "segredo", "secreto", "geheim",
                "accesskeysecret", "botsecret", "verifysecret", "aksecret", "ocppassword", "vaultpass",
            ]),
        Entry(
            .privateKey, "key.private-key",
            ["privatekey", "privkey", "sshkey", "sshprivatekey", "rsakey", "privatekeypem", "signingprivatekey"]),
        Entry(
            .secret, "key.token",
            [
                "token", "accesstoken", "refreshtoken", "authtoken", "idtoken", "bearertoken", "apitoken",
                "sessiontoken", "securitytoken", "devicetoken", "pushtoken",
                "bearer", "jwt", "oauthtoken", "personalaccesstoken", "accountsid", "bottoken", "servicetoken", "pat",
                "deploytoken", "jobtoken", "agenttoken", "personaltoken", "usertoken", "clienttoken", "admintoken",
                "privatetoken", "registrytoken", "installtoken", "invitetoken", "resettoken", "magiclink",
                "privateaccesstoken", "tokenvalue", "idtokenhint", "logintoken", "authtok",
                "accesstok", "authcode", "authorizationcode", "jeton", "jetonaccès", "zugangstoken", "zugriffstoken",
                "токен",
            ]),
        Entry(
            .secret, "key.api-key",
            [
                "apikey", "xapikey", "appkey", "applicationkey", "subscriptionkey", "authkey", "licensekey",
                "apisecret",
                "functionskey", "licencekey", "integrationkey", "writekey", "deploykey", "ingestkey", "restapikey",
                "apikeyid", "serverkey", "mapskey", "gmapskey", "instrumentationkey", "insertkey", "browserkey",
                "accountapikey", "ingestionkey", "apiauth", "apipass", "apipassword", "appsecretproof", "xauthkey",
                "xauthtoken", "xaccesstoken", "ocpapimsubscriptionkey", "xfunctionskey", "xgoogapikey", "xvaulttoken",
                "cléapi", "cleapi", "claveapi", "chaveapi", "chiaveapi", "apischlüssel", "schlüssel", "clédapi",
                "xjfrogartapi",
                "sessionapikey", "ключapi", "xgitlabtoken", "xshopifyaccesstoken", "xamzsecuritytoken", "privateapikey",
            ]),
        Entry(
            .secret, "key.session",
            [
                "sessionid", "sessid", "phpsessid", "jsessionid", "sessionkey", "connectsid", "aspnetsessionid",
                "aspxauth", "sessioncookie", "authcookie", "rememberme", "remembertoken",
            ]),
        Entry(.secret, "key.signature", ["signature", "xamzsignature", "sig", "xgoogsignature", "hmac"]),
        Entry(
            .email, "key.email",
            [
                "email", "mail", "emailaddress", "useremail", "emails", "recipient", "replyto", "courriel",
                "correo", "correoelectronico", "epost", "eposta", "mailaddress", "contactemail", "billingemail",
                "emailaddr", "useremailaddress", "邮箱", "メール", "почта", "emailid", "workemail",
            ]),
        Entry(
            .phone, "key.phone",
            [
                "phone", "phonenumber", "mobile", "mobilenumber", "msisdn", "telephone", "telefon", "cellphone", "tel",
                "fax", "faxnumber", "homephone", "workphone", "mobilephone", "whatsapp", "phoneno", "mobileno", "telno",
                "contactnumber", "handynummer", "rufnummer", "telefonnummer", "teléfono", "telefono", "téléphone",
                "celular", "móvil", "movil", "telefone", "телефон", "电话", "手机", "手机号", "هاتف", "callerid", "smsto",
                "contactno", "contactphone", "billingphone", "shippingphone", "cell", "mobil",
                "dialednumber", "callingnumber", "callednumber", "ani", "dnis",
            ]),
        Entry(
            .creditCard, "key.card",
            [
                "cardnumber", "creditcard", "pan", "ccnumber", "cardno", "creditcardnumber", "cardpan", "debitcard",
                "ccnum", "cardnum", "accountpan", "primaryaccountnumber", "kreditkarte", "kartennummer", "creditcardno",
                "debitcardnumber", "paymentcard",
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
                "abanumber", "abarouting", "routingtransit", "bsb", "ifsc", "ifsccode",
                "bankleitzahl", "blz", "clabe", "kontonr", "cuentabancaria", "numerodecuenta", "rekeningnummer",
                "beneficiaryaccount", "payeeaccount", "payeraccount", "checkingaccount", "savingsaccount", "banknumber",
                "debitaccount", "creditaccount", "depositaccount", "bankroutingnumber", "sortcodenumber",
                "numerocompte",
            ]),
        Entry(
            .usSSN, "key.ssn",
            [
                "ssn", "socialsecurity", "socialsecuritynumber", "itin", "taxpayerid", "ssnnumber", "socialsecurityno",
                "socsec", "ssnlast4", "taxpayeridentificationnumber", "usssn",
            ]),
        Entry(
            .nationalID, "key.national-id",
            [
                "nationalid", "aadhaar", "aadhaarnumber", "nino", "cpf", "dni", "pesel", "personnummer", "bsn",
                "steuerid", "nir", "taxid", "nationalinsurancenumber", "sin", "curp", "nif", "codicefiscale",
                "idnumber", "nationalidnumber", "governmentid", "govid", "citizenid", "personalid", "personalnumber",
                "identitynumber", "identitycard", "nhsnumber", "nhs", "utr", "steueridnr", "taxnumber", "vatnumber",
                "vatid",
                "siren", "siret", "cnpj", "nie", "partitaiva", "burgerservicenummer", "ahv", "ahvnumber", "svnr",
                "sozialversicherungsnummer", "nip", "regon", "rodnecislo", "birthnumber", "cnp", "egn", "oib", "jmbg",
                "emso",
                "isikukood", "amka", "afm", "pps", "ppsn", "fodselsnummer", "fnr", "cprnumber", "cpr", "hetu",
                "henkilotunnus", "kennitala", "tckn", "tckimlikno", "rut", "rfc", "cuil", "cuit", "cedula", "tfn",
                "taxfilenumber", "abn", "medicarenumber", "medicareno", "mbi", "npi", "ein", "ird", "irdnumber",
                "hkid", "nric", "mykad", "nik", "ktp", "cnic", "rrn", "mynumber", "voterid", "panno", "gstin",
                "emiratesid", "iqama", "iqamanumber", "inn", "snils", "nin", "bvn", "idcard", "idcardnumber",
                "sinnumber",
                "socialinsurancenumber", "tin", "身份证", "身份证号", "身份证号码", "idcardno", "residentid", "civilid",
                "ausweisnummer", "personalausweis", "insuranceno", "insurancenumber", "personnr", "dninumber",
                "taxidnumber", "sécuritésociale", "securitesociale", "seguridadsocial", "numeroafiliacion",
                "identitydocument", "documentid", "citizenshipnumber", "idno", "saidnumber",
            ]),
        Entry(
            .passport, "key.passport",
            [
                "passport", "passportnumber", "passportno", "passportid", "reisepass", "reisepassnummer", "passeport",
                "pasaporte", "passaporto", "passnummer", "passnr", "traveldocument", "traveldocumentnumber", "mrz",
                "паспорт", "护照",
            ]),
        Entry(
            .driverLicense, "key.driver-license",
            [
                "driverlicense", "driverslicense", "drivinglicence", "licenceno", "licenseno", "licensenumber",
                "driverlicence", "dlnumber", "driverlicensenumber", "driverslicensenumber", "drivinglicencenumber",
                "drivinglicense", "driverlicenseno", "licencenumber", "dlno", "fuehrerschein", "führerschein",
                "führerscheinnummer", "permisdeconduire", "rijbewijs", "licencia", "driverid", "dvlanumber",
            ]),
        Entry(
            .dateOfBirth, "key.date-of-birth",
            [
                "dateofbirth", "dob", "birthdate", "birthday", "bday", "geburtsdatum", "born", "birth",
                "fechanacimiento",
                "fechadenacimiento", "datenaissance", "datedenaissance", "naissance", "nacimiento", "geboortedatum",
                "datadinascita", "datanascimento", "fødselsdato", "födelsedatum", "dataurodzenia", "датарождения",
                "出生日期", "生年月日", "birthdt", "birthtime", "userdob", "dobiso", "geburtstag", "bornon",
            ]),
        Entry(
            .person, "key.person",
            [
                "fullname", "firstname", "lastname", "surname", "givenname", "familyname", "middlename",
                "customername", "cardholder", "cardholdername", "maidenname", "userfullname", "patientname", "vorname",
                "nachname", "accountholder", "recipientname", "contactname", "realname", "fname", "lname",
                "employeename",
                "personname", "guestname", "passengername", "studentname", "membername", "legalname", "preferredname",
                "nombre", "apellido", "apellidos", "prenom", "prénom", "nomdefamille", "cognome", "achternaam", "imię",
                "nazwisko", "sendername", "ownername", "authorname", "billingname", "shippingname", "beneficiaryname",
                "payeename", "payername", "holdername", "nameoncard", "subscribername",
                "insuredname", "drivername", "doctorname", "fullusername", "birthname", "signername",
                "applicantname", "travelername", "travellername", "playername", "spousename", "имя",
                "фамилия", "фио", "姓名", "氏名", "mothersmaidenname", "customerfullname",
                "endusername",
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
                "passenger", "guest",
                "student", "teacher", "reporter", "approver", "payee", "payer",
                "beneficiary", "signer", "subscriber", "applicant", "sender", "recipientto", "person",
                "insured", "traveller", "traveler", "requester", "requestedby", "approvedby", "createdby", "assignedto",
                "signedby", "participant", "attendee", "invitee", "doctor", "physician", "caregiver", "spouse",
            ]),
        Entry(
            .streetAddress, "key.address",
            [
                "streetaddress", "shippingaddress", "billingaddress", "homeaddress", "postaladdress", "addressline",
                "mailingaddress", "residentialaddress", "street", "deliveryaddress", "fulladdress",
                "useraddress",
                "customeraddress", "shipto", "billto", "streetline", "streetname", "anschrift", "adresse",
                "dirección", "direccion", "indirizzo", "endereço", "endereco", "adres", "адрес", "地址", "住所",
                "streetandnumber", "homeaddr", "workaddress", "shippingaddr", "billingaddr", "addressstreet",
            ]),
        Entry(
            .streetAddress, "key.address-part", scope: .attribute,
            ["zipcode", "postalcode", "postcode", "zip"]),
        Entry(
            .geoCoordinate, "key.geo",
            [
                "latitude", "longitude", "lat", "lon", "lng", "latlng", "latlon", "geolocation", "latlong",
                "gpslat", "gpslon", "gpslng", "geopoint",
                "gpscoordinates", "geocoordinates", "gpsposition", "ll", "latitud", "longitud",
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
        Entry(.macAddress, "key.mac", scope: .attribute, ["macaddress", "macaddr", "hostmac"]),
        Entry(
            .deviceID, "key.device",
            [
                "deviceid", "idfa", "idfv", "gaid", "imei", "imsi", "androidid", "advertisingid", "identifierforvendor",
                "udid", "serialnumber", "meid", "iccid", "aaid", "serialno", "deviceserial", "adid", "advertiserid",
                "googleadid", "rdid", "oaid", "tifa", "msai", "hardwareid", "hwid", "machineid", "deviceuuid",
                "deviceudid",
                "imeinumber", "imsinumber", "deviceidentifier", "ssaid", "esn",
                "deviceimei", "handsetid", "idforvendor", "idforadvertiser", "simserial", "hardwareserial",
            ]),
        Entry(
            .moneyAmount, "key.money",
            [
                "salary", "accountbalance", "salaryamount", "income", "balance", "networth", "annualincome", "wage",
                "wages", "payroll", "basesalary", "annualsalary", "grosssalary", "netsalary", "monthlyincome",
                "householdincome", "availablebalance", "currentbalance", "bankbalance", "balanceamount", "creditlimit",
                "loanamount", "mortgage", "mortgageamount", "debt", "savings", "pension", "gehalt", "kontostand",
                "saldo",
                "solde", "salaire", "salario", "sueldo", "stipendio", "bonusamount", "compensation", "openingbalance",
                "closingbalance", "walletbalance", "incomeamount", "salaryusd", "deposits", "earnings", "balanceafter",
                "balancebefore", "netpay", "grosspay", "overdraft", "outstandingbalance", "portfoliovalue",
            ]),
        Entry(
            .geoCoordinate, "key.geo", form: .opaque,
            [
                "location", "position", "coordinates", "coordinate", "coords", "geo", "gps", "userlocation", "point",
                "lastlocation", "geofix", "waypoint", "center", "origin", "destination", "place",
            ]),
        Entry(.streetAddress, "key.address", form: .opaque, ["address", "addr"]),
        Entry(.secret, "key.pair", form: .pair, ["value", "val"]),
        Entry(.person, "key.directory", form: .directory, ["cn", "uid", "samaccountname"]),
        Entry(
            .cryptoWallet, "key.wallet",
            ["wallet", "walletaddress", "btcaddress", "ethaddress", "bitcoinaddress", "cryptoaddress", "payoutaddress"]),
        Entry(
            .secret, "key.csrf", scope: .attribute,
            ["csrftoken", "xsrftoken", "authenticitytoken", "csrf", "xsrf", "secrets"]),
        Entry(
            .secret, "key.opaque", form: .opaque,
            ["key", "access", "private", "auth", "cred", "creds", "session", "sid", "sess"]),
        Entry(
            .secret, "key.none", form: .harmless,
            [
                "cachekey", "primarykey", "foreignkey", "partitionkey", "sortkey", "routingkey", "objectkey",
                "registrykey",
                "bucketkey", "schemakey", "sequencekey", "idempotencykey", "dedupkey", "deduplicationkey", "hostkey",
                "lookupkey", "hashkey", "rangekey", "messagekey", "groupkey", "translationkey", "configkey", "rediskey",
                "filekey", "pathkey", "shardkey", "uniquekey", "compositekey", "metrickey", "labelkey", "tagkey",
                "mapkey", "keykey", "eventkey", "issuekey", "projectkey", "statekey", "storekey", "recordkey", "rowkey",
                "publicaccess", "fileaccess", "fingerprint", "publictoken", "kmskey", "sitekey", "recaptchasitekey",
                "publishablekey", "tokentype", "contentkey", "pressedkey", "presskey", "gpgkey", "pgpkey", "verifykey",
                "verificationkey", "indexkey", "searchkey", "featurekey", "flagkey", "localekey", "requestkey",
            ]),
        Entry(
            .secret, "key.none", form: .harmless,
            [
                "publickey", "publickeytoken", "nextpagetoken", "pagetoken", "continuationtoken", "synctoken",
                "cancellationtoken",
                "unexpectedtoken", "invalidtoken", "endtoken", "starttoken", "canceltoken", "loadbalance",
                "nextsynctoken", "csrfcookie", "expectedtoken",
            ]),
    ]
}
