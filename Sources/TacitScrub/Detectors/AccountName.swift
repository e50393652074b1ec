extension Scanner {
    /// The name of an account where a log of logins says it: `Accepted password for jane from 192.0.2.7`,
    /// `session opened for user jane(uid=1000)`, `Access denied for user 'jane'@'host'`.
    ///
    /// Not the accounts that systems and services have.
    func accountName(behind end: Int, from start: Int) -> Match? {
        guard !text[start - 1].isWord else { return nil }
        var i = end
        // What was tried and does not exist, as sshd says it.
        if text.has("invalid user ", at: i) { i += 13 }
        let quote = text[i].isQuote ? text[i] : 0
        if quote != 0 { i += 1 }
        let first = i
        while i - first < 64, text[i].isWord || text[i] == "." || text[i] == "-" || text[i] == "\\" { i += 1 }
        while i > first, text[i - 1] == "." || text[i - 1] == "\\" { i -= 1 }
        guard i - first > 1, text[i] != "@" || quote != 0, quote == 0 || text[i] == quote else { return nil }
        // `DOMAIN\jane`
        let domain = (first..<i).last { text[$0] == "\\" }
        let name = (domain ?? first - 1) + 1..<i
        guard !text.isSystemAccount(name), !text.isHarmless(name), name.contains(where: { !text[$0].isDigit }),
            !holdsPlaceholder(name)
        else { return nil }
        if quote == 0 {
            // `invalid user id` is a remark, unless it says where it came from.
            let mayEnd = !text.hasAnyCase("invalid", at: start) && !text.hasAnyCase("illegal", at: start)
            guard
                Self.behindAccounts.contains(where: { text.has($0, at: i) })
                    || text[i] == " " && text[i + 1].isDigit
                    || mayEnd && (text[i] == "(" || text[i] == "[" || text[i] == "," || text[i].isLineEnd)
            else { return nil }
        }
        return Match(.person, first, i, RuleID("person.account"))
    }

    private static let behindAccounts: [StaticString] = [
        " from ", " by ", " [preauth]", " port ", " on ", " (", " : ",
    ]
}

extension Text {
    /// Accounts that systems, images and services come with; nobody's name.
    func isSystemAccount(_ range: Range<Int>) -> Bool {
        Self.systemAccounts.contains(range, in: self)
    }

    private static let systemAccounts: WordSet = [
        "shared", "public", "default", "all users", "default user", "guest", "linuxbrew", "runner", "root", "ubuntu",
        "ec2-user", "vagrant", "admin", "administrator", "runneradmin", "jenkins", "circleci", "travis",
        "gitlab-runner", "buildkite-agent", "vsts", "azureuser", "opc", "centos", "debian", "fedora", "rocky",
        "almalinux", "core", "pi", "vscode", "codespace", "gitpod", "coder", "devcontainer", "node", "app", "appuser",
        "deploy", "docker", "git", "gitea", "gitlab", "www", "www-data", "nginx", "apache", "httpd", "tomcat",
        "postgres", "mysql", "mongodb", "redis", "rabbitmq", "elasticsearch", "kafka", "hadoop", "hdfs", "spark",
        "airflow", "jovyan", "nobody", "daemon", "bin", "sys", "mail", "ftp", "sshd", "systemd", "user", "users",
        "test", "tester", "nonroot", "service", "system", "svc", "oracle", "steam", "minecraft", "kubernetes",
        "prometheus", "grafana", "backup", "operator", "support", "sa", "builder", "build", "ci", "home", "lost+found",
        "webmaster", "uucp", "games", "defaultapppool", "containeradministrator", "containeruser", "networkservice",
        "localservice", "developer", "dev", "username", "yourname", "your_name", "me", "bitnami", "wordpress",
        "ansible", "terraform", "sentry", "superset", "odoo", "nix", "brew", "zookeeper", "cyrus", "news", "lp", "ntp",
        "postfix", "dovecot", "named", "rpc", "rpcuser", "smmsp", "gdm", "squid", "htdig", "irc", "list", "sync", "man",
        "proxy", "gnats", "xfs", "mailman", "qmail", "dbus", "avahi", "polkitd", "chrony", "messagebus", "tss",
        "saslauth", "mailnull", "nscd", "nfsnobody", "shutdown", "halt", "adm", "exim", "clamav", "snort",
        "openvpn", "libuuid", "syslog", "systemd-network", "systemd-resolve", "usbmux", "colord", "pulse", "lightdm",
        "report", "reports", "reporting", "reader", "writer", "readonly", "read_only", "readwrite", "replication",
        "replicator", "replica", "repl", "monitor", "monitoring", "exporter", "analytics", "etl", "batch", "scheduler",
        "worker", "reception", "frontdesk", "front desk", "helpdesk", "help desk", "office", "sales", "billing",
        "noreply", "no-reply", "api", "web", "webapp", "application", "dba", "dbadmin", "dbuser", "sysadmin", "audit",
        "auditor", "scanner", "printer", "kiosk", "lobby", "staging", "prod", "production", "demo", "agent", "bot",
        "automation", "integration", "migration", "migrator", "viewer", "editor", "superuser", "observer", "metrics",
        "healthcheck", "crawler", "ldap", "ldapbind", "bind", "binduser", "radius", "vpn", "mailer", "cron",
        "hive", "impala", "hbase", "yarn", "mapred", "oozie", "livy", "presto", "trino", "flink", "storm", "ranger",
        "knox", "nifi", "solr", "history", "tmp", "voicemail", "conference", "conference room", "meeting room",
        "operator desk", "switchboard", "warehouse",
        "sddm", "nagios", "zabbix", "puppet", "cassandra", "couchdb", "influxdb", "memcache", "rundeck",
    ]
}
