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
                "pgpassword", "contraseña", "motdepasse", "kennwort",
            ]),
        Entry(.secret, "key.pin", scope: .attribute, ["pin", "otp", "totp", "mfacode", "otpcode", "pincode"]),
        Entry(.creditCard, "key.card-code", ["cvv", "cvc", "securitycode"]),
        Entry(
            .secret, "key.secret",
            [
                "secret", "secrets", "clientsecret", "appsecret", "secretkey", "secretaccesskey", "accesskey",
                "accesskeyid", "sharedsecret", "signingsecret", "signingkey", "encryptionkey", "masterkey",
                "accountkey",
                "sharedaccesskey", "storagekey", "credential", "credentials", "webhooksecret", "consumersecret",
                "hmackey", "jwtsecret", "sessionsecret", "secretkeybase", "encryptionsecret",
            ]),
        Entry(.privateKey, "key.private-key", ["privatekey", "privkey", "sshkey", "sshprivatekey", "rsakey"]),
        Entry(
            .secret, "key.token",
            [
                "token", "accesstoken", "refreshtoken", "authtoken", "idtoken", "bearertoken", "apitoken", "csrftoken",
                "xsrftoken", "sessiontoken", "securitytoken", "authenticitytoken", "devicetoken", "pushtoken",
                "bearer", "jwt", "oauthtoken", "personalaccesstoken", "accountsid",
            ]),
        Entry(
            .secret, "key.api-key",
            [
                "apikey", "xapikey", "appkey", "applicationkey", "subscriptionkey", "authkey", "licensekey",
                "apisecret",
                "functionskey", "licencekey", "integrationkey", "writekey", "deploykey",
            ]),
        Entry(
            .secret, "key.session",
            ["sessionid", "sessid", "phpsessid", "jsessionid", "sessionkey", "xamzsecuritytoken", "connectsid"]),
        Entry(.secret, "key.signature", ["signature", "xamzsignature", "sig", "xgoogsignature", "hmac"]),
        Entry(
            .email, "key.email",
            ["email", "mail", "emailaddress", "useremail", "mailto", "emails", "recipient", "replyto", "courriel"]),
        Entry(
            .phone, "key.phone",
            [
                "phone", "phonenumber", "mobile", "mobilenumber", "msisdn", "telephone", "telefon", "cellphone", "tel",
                "fax", "faxnumber", "homephone", "workphone", "mobilephone", "whatsapp",
            ]),
        Entry(
            .creditCard, "key.card",
            ["cardnumber", "creditcard", "pan", "ccnumber", "cardno", "creditcardnumber", "cardpan", "debitcard"]),
        Entry(.iban, "key.iban", ["iban"]),
        Entry(
            .bankAccount, "key.bank-account",
            [
                "bankaccount", "accountnumber", "routingnumber", "sortcode", "bankaccountnumber", "routing", "aba",
                "acctnumber", "kontonummer",
            ]),
        Entry(.usSSN, "key.ssn", ["ssn", "socialsecurity", "socialsecuritynumber", "itin", "taxpayerid"]),
        Entry(
            .nationalID, "key.national-id",
            [
                "nationalid", "aadhaar", "aadhaarnumber", "nino", "cpf", "dni", "pesel", "personnummer", "bsn",
                "steuerid", "nir", "taxid", "nationalinsurancenumber", "sin", "curp", "nif", "codicefiscale",
                "idnumber",
            ]),
        Entry(.passport, "key.passport", ["passport", "passportnumber", "passportno"]),
        Entry(
            .driverLicense, "key.driver-license",
            [
                "driverlicense", "driverslicense", "drivinglicence", "licenceno", "licenseno", "licensenumber",
                "driverlicence", "dlnumber",
            ]),
        Entry(
            .dateOfBirth, "key.date-of-birth",
            ["dateofbirth", "dob", "birthdate", "birthday", "bday", "geburtsdatum"]),
        Entry(
            .person, "key.person",
            [
                "fullname", "firstname", "lastname", "surname", "givenname", "familyname", "middlename", "displayname",
                "customername", "cardholder", "cardholdername", "maidenname", "userfullname", "patientname", "vorname",
                "nachname", "accountholder", "recipientname", "contactname", "realname",
            ]),
        Entry(
            .person, "key.user", scope: .attribute,
            [
                "username", "userid", "enduserid", "enduser", "login", "loginname", "userlogin", "dbuser",
                "useridentifier",
            ]),
        Entry(
            .streetAddress, "key.address",
            [
                "streetaddress", "shippingaddress", "billingaddress", "homeaddress", "postaladdress", "addressline",
                "mailingaddress", "residentialaddress",
            ]),
        Entry(
            .streetAddress, "key.address-part", scope: .attribute,
            ["street", "zipcode", "postalcode", "postcode", "zip"]),
        Entry(
            .geoCoordinate, "key.geo",
            ["latitude", "longitude", "lat", "lon", "lng", "latlng", "latlon", "coordinates", "geolocation"]),
        Entry(
            .ipAddress, "key.address", form: .address, scope: .attribute,
            [
                "clientaddress", "clientip", "remoteaddress", "remoteaddr", "remoteip", "sourceip", "sourceaddress",
                "netpeerip", "ipaddress", "ip", "userip", "xforwardedfor", "xrealip", "networkpeeraddress",
                "clientsocketaddress", "peeraddress", "hostip", "httpclientip", "forwardedfor", "sourceaddr",
            ]),
        Entry(
            .ipAddress, "key.version", form: .version, scope: .attribute, ["version", "release", "build", "firmware"]),
        Entry(.macAddress, "key.mac", scope: .attribute, ["macaddress", "macaddr", "hostmac"]),
        Entry(
            .deviceID, "key.device",
            [
                "deviceid", "idfa", "idfv", "gaid", "imei", "imsi", "androidid", "advertisingid", "identifierforvendor",
                "udid", "serialnumber", "meid", "iccid", "aaid",
            ]),
        Entry(
            .moneyAmount, "key.money",
            ["salary", "accountbalance", "salaryamount", "income", "balance", "networth", "annualincome"]),
        Entry(
            .secret, "key.none", form: .harmless,
            [
                "publickey", "nextpagetoken", "pagetoken", "continuationtoken", "synctoken", "cancellationtoken",
                "unexpectedtoken", "invalidtoken", "endtoken", "starttoken", "canceltoken", "loadbalance",
                "nextsynctoken", "csrfcookie", "expectedtoken",
            ]),
    ]
}
