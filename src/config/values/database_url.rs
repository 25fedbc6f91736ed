//! Where the data lives.

use std::fmt;

use schemars::JsonSchema;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize, Serializer};
use url::Url;

use super::secret::HIDDEN;

/// The database engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseEngine {
    /// SQLite, in a file or in memory.
    Sqlite,
    /// PostgreSQL.
    Postgres,
    /// MariaDB or MySQL.
    Mysql,
}

/// A database's address. It may hold a password, which is hidden wherever the address is printed.
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(
    inline,
    into = "String",
    title = "sqlite://path, postgres://user:password@host/name or mysql://user:password@host/name",
    extend("writeOnly" = true)
)]
pub struct DatabaseUrl {
    engine: DatabaseEngine,
    text: SecretString,
}

impl DatabaseUrl {
    /// SQLite at `place`: `//path/of/file` or `:memory:`.
    pub fn sqlite(place: &str) -> Self {
        Self { engine: DatabaseEngine::Sqlite, text: SecretString::from(format!("sqlite:{place}")) }
    }

    /// Which engine it speaks of.
    pub const fn engine(&self) -> DatabaseEngine {
        self.engine
    }

    /// The whole address, password and all. Do not log it.
    pub fn expose(&self) -> &str {
        self.text.expose_secret()
    }
}

impl TryFrom<String> for DatabaseUrl {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let engine = match text.split_once(':') {
            Some(("sqlite", place)) if !place.trim_start_matches('/').is_empty() => DatabaseEngine::Sqlite,
            Some(("sqlite", _)) => return Err("it names no file"),
            Some(("postgres" | "postgresql", _)) => DatabaseEngine::Postgres,
            Some(("mysql" | "mariadb", _)) => DatabaseEngine::Mysql,
            _ => return Err("it starts with none of sqlite:, postgres: and mysql:"),
        };
        if engine != DatabaseEngine::Sqlite {
            let url = Url::parse(&text).map_err(|_| "it is not an address")?;
            if url.path().trim_start_matches('/').is_empty() {
                return Err("it names no database after the host");
            }
        }
        Ok(Self { engine, text: SecretString::from(text) })
    }
}

/// With the password, if there is one, hidden.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.engine == DatabaseEngine::Sqlite {
            return formatter.write_str(self.expose());
        }
        match Url::parse(self.expose()) {
            Ok(mut url) => {
                // Parameters may hold a password too (`?password=`, `sslkey`).
                url.set_query(None);
                if url.password().is_some() && url.set_password(Some(HIDDEN)).is_err() {
                    return formatter.write_str(HIDDEN);
                }
                formatter.write_str(url.as_str())
            }
            Err(_) => formatter.write_str(HIDDEN),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "DatabaseUrl({self})")
    }
}

impl Serialize for DatabaseUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
