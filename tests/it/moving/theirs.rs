//! The database of a Better Auth server, as its own migration makes it on each engine, with as many columns as the tests need.

use sqlx::{AssertSqlSafe, Connection as _, MySqlConnection, PgConnection};
use vestibule::store::Engine;

use crate::support::databases;

/// An hour before every test begins.
pub const AN_HOUR_AGO: &str = "2026-09-21 13:13:20.123";
/// A day after every test begins.
pub const TOMORROW: &str = "2026-09-22 14:13:20.000";
/// Two weeks before.
pub const LONG_AGO: &str = "2026-09-07 14:13:20.000";

/// The types of columns: text that may be a key, text, numbers, flags, times, lists.
const TABLES: &str = "
CREATE TABLE 'user' ('id' KEY NOT NULL PRIMARY KEY, 'name' TEXT NOT NULL, 'email' KEY NOT NULL UNIQUE, 'emailVerified' FLAG NOT NULL,
    'image' TEXT, 'createdAt' TIME NOT NULL, 'updatedAt' TIME NOT NULL, 'username' KEY, 'displayUsername' TEXT, 'phoneNumber' KEY,
    'phoneNumberVerified' FLAG, 'twoFactorEnabled' FLAG, 'isAnonymous' FLAG, 'role' TEXT, 'banned' FLAG, 'banReason' TEXT,
    'banExpires' TIME NULL, 'nickname' TEXT);
CREATE TABLE 'session' ('id' KEY NOT NULL PRIMARY KEY, 'expiresAt' TIME NOT NULL, 'token' KEY NOT NULL, 'createdAt' TIME NOT NULL,
    'updatedAt' TIME NOT NULL, 'ipAddress' TEXT, 'userAgent' TEXT, 'userId' KEY NOT NULL, 'impersonatedBy' TEXT);
CREATE TABLE 'account' ('id' KEY NOT NULL PRIMARY KEY, 'accountId' TEXT NOT NULL, 'providerId' TEXT NOT NULL, 'userId' KEY NOT NULL,
    'accessToken' TEXT, 'refreshToken' TEXT, 'idToken' TEXT, 'accessTokenExpiresAt' TIME NULL, 'refreshTokenExpiresAt' TIME NULL,
    'scope' TEXT, 'password' TEXT, 'createdAt' TIME NOT NULL, 'updatedAt' TIME NOT NULL);
CREATE TABLE 'twoFactor' ('id' KEY NOT NULL PRIMARY KEY, 'secret' TEXT NOT NULL, 'backupCodes' TEXT NOT NULL, 'userId' KEY NOT NULL,
    'verified' FLAG, 'failedVerificationCount' NUMBER, 'lockedUntil' TIME NULL);
CREATE TABLE 'oauthClient' ('id' KEY NOT NULL PRIMARY KEY, 'clientId' KEY NOT NULL, 'clientSecret' TEXT, 'name' TEXT, 'skipConsent' FLAG,
    'redirectUris' LIST NOT NULL, 'scopes' LIST, 'grantTypes' LIST, 'tokenEndpointAuthMethod' TEXT, 'userId' KEY);
CREATE TABLE 'oauthApplication' ('id' KEY NOT NULL PRIMARY KEY, 'clientId' KEY NOT NULL, 'clientSecret' TEXT, 'name' TEXT,
    'redirectUrls' TEXT NOT NULL, 'type' TEXT, 'disabled' FLAG, 'userId' KEY, 'createdAt' TIME NOT NULL, 'updatedAt' TIME NOT NULL);
CREATE TABLE 'oauthConsent' ('id' KEY NOT NULL PRIMARY KEY, 'clientId' KEY NOT NULL, 'userId' KEY, 'scopes' LIST NOT NULL,
    'createdAt' TIME NOT NULL, 'updatedAt' TIME NOT NULL);
CREATE TABLE 'organization' ('id' KEY NOT NULL PRIMARY KEY, 'name' TEXT NOT NULL);
CREATE TABLE 'posts' ('id' KEY NOT NULL PRIMARY KEY)";

/// Their database.
pub struct Theirs {
    engine: Engine,
    /// Its URL.
    pub url: String,
}

impl Theirs {
    /// With all tables, empty.
    pub async fn new(engine: Engine) -> Self {
        let theirs = Self { engine, url: databases::empty_url(engine).await };
        for statement in TABLES.split(';') {
            theirs.run(statement).await;
        }
        theirs
    }

    /// Runs a statement: names stand in `'`, texts in `"`, types as in [`TABLES`], times as `@2026-09-21 …@`.
    pub async fn run(&self, statement: &str) {
        let quote = if self.engine == Engine::Mariadb { "`" } else { "\"" };
        let mut text = statement.replace('\'', "\u{1}").replace('"', "'").replace('\u{1}', quote);
        let types = match self.engine {
            Engine::Sqlite => [
                ("KEY", "text"),
                ("TEXT", "text"),
                ("NUMBER", "integer"),
                ("FLAG", "integer"),
                ("TIME", "date"),
                ("LIST", "text"),
            ],
            Engine::Postgres => [
                ("KEY", "text"),
                ("TEXT", "text"),
                ("NUMBER", "integer"),
                ("FLAG", "boolean"),
                ("TIME", "timestamptz"),
                ("LIST", "jsonb"),
            ],
            Engine::Mariadb => [
                ("KEY", "varchar(255)"),
                ("TEXT", "text"),
                ("NUMBER", "integer"),
                ("FLAG", "boolean"),
                ("TIME", "timestamp(3)"),
                ("LIST", "json"),
            ],
        };
        if text.trim_start().starts_with("CREATE") {
            text = text.replace("PRIMARY KEY", "\u{2}");
            for (name, kind) in types {
                text = text.replace(&format!(" {name}"), &format!(" {kind}"));
            }
            text = text.replace('\u{2}', "PRIMARY KEY");
        }
        let (before, after) = match self.engine {
            Engine::Sqlite => ("'", "'"),
            Engine::Postgres => ("'", "+00'"),
            Engine::Mariadb => ("'", "'"),
        };
        let mut parts = text.split('@');
        let mut whole = parts.next().unwrap_or_default().to_owned();
        for (part, is_time) in parts.zip([true, false].into_iter().cycle()) {
            // An address has its sign, too; a time begins with its century.
            whole += &match (is_time, part.starts_with("20")) {
                (_, true) => format!("{before}{part}{after}"),
                (_, false) => part.to_owned(),
            };
        }
        // The quotes within a JSON text.
        self.execute(&whole.replace("(at)", "@").replace('^', "\"")).await;
    }

    async fn execute(&self, text: &str) {
        match self.engine {
            Engine::Sqlite => {
                let path = self.url.trim_start_matches("sqlite://");
                let connection = rusqlite::Connection::open(path).expect("it opens");
                connection.execute_batch(text).unwrap_or_else(|error| panic!("{error}: {text}"));
            }
            Engine::Postgres => {
                let mut connection = PgConnection::connect(&self.url).await.expect("it opens");
                sqlx::raw_sql(AssertSqlSafe(text.to_owned()))
                    .execute(&mut connection)
                    .await
                    .unwrap_or_else(|error| panic!("{error}: {text}"));
                connection.close().await.expect("it closes");
            }
            Engine::Mariadb => {
                let mut connection = MySqlConnection::connect(&self.url).await.expect("it opens");
                let text = format!("SET time_zone = '+00:00'; {text}");
                sqlx::raw_sql(AssertSqlSafe(text.clone()))
                    .execute(&mut connection)
                    .await
                    .unwrap_or_else(|error| panic!("{error}: {text}"));
                connection.close().await.expect("it closes");
            }
        }
    }

    /// Adds somebody; `more` are further columns and their values.
    pub async fn user(&self, id: &str, more: &[(&str, &str)]) {
        let mut columns = "'id', 'name', 'email', 'emailVerified', 'createdAt', 'updatedAt'".to_owned();
        let email = more
            .iter()
            .find(|(name, _)| *name == "email")
            .map_or(format!("{id}(at)example.com"), |(_, email)| (*email).to_owned());
        let mut values = format!("\"{id}\", \"Name of {id}\", \"{email}\", true, @{LONG_AGO}@, @{AN_HOUR_AGO}@");
        for (name, value) in more.iter().filter(|(name, _)| *name != "email") {
            columns += &format!(", '{name}'");
            values += &format!(", {value}");
        }
        self.run(&format!("INSERT INTO 'user' ({columns}) VALUES ({values})")).await;
    }

    /// Gives somebody a password by its hash.
    pub async fn password(&self, user: &str, hash: &str) {
        self.run(&format!(
            "INSERT INTO 'account' ('id', 'accountId', 'providerId', 'userId', 'password', 'createdAt', 'updatedAt')
             VALUES (\"a-{user}\", \"{user}\", \"credential\", \"{user}\", \"{hash}\", @{LONG_AGO}@, @{LONG_AGO}@)"
        ))
        .await;
    }

    /// Gives somebody a session.
    pub async fn session(&self, user: &str, token: &str, expires_at: &str) {
        self.run(&format!(
            "INSERT INTO 'session' ('id', 'expiresAt', 'token', 'createdAt', 'updatedAt', 'userId', 'userAgent')
             VALUES (\"s-{token}\", @{expires_at}@, \"{token}\", @{AN_HOUR_AGO}@, @{AN_HOUR_AGO}@, \"{user}\", \"Firefox\")"
        ))
        .await;
    }
}
