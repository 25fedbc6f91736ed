//! The database of a Better Auth server, read and never written: its tables by their default names, or by those that it was told.
//!
//! Everything is read in one transaction that sees one state, page by page in the order of the primary key, so that a table of any
//! size takes little memory. Columns arrive as text whatever the engine makes of them; [`Record`] reads them.

mod catalogue;
mod link;
mod record;
mod tables;

pub use catalogue::{Names, NamesError};
pub use record::Record;
pub use tables::{Fate, TABLES, Table};

use std::collections::BTreeMap;

use super::{OpenError, StoreError};
use catalogue::{Found, FoundTable};
use link::Link;

/// How many rows are read at once.
pub const PAGE: i64 = 200;

/// Why a database cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// It cannot be opened.
    #[error("{0}")]
    Open(#[from] OpenError),
    /// It failed.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// It is not laid out as expected.
    #[error("{0}")]
    Names(#[from] NamesError),
}

/// A database of Better Auth, open for reading.
pub struct Source {
    link: Link,
    found: BTreeMap<&'static str, FoundTable>,
    /// How many tables it has that are none of Better Auth's.
    pub other_tables: usize,
}

/// The rows of a table that are still to come.
pub struct Rows {
    table: &'static Table,
    first: String,
    next: String,
    columns: Vec<&'static str>,
    after: Option<String>,
    ended: bool,
}

impl Source {
    /// Opens `sqlite://…`, `postgres://…` or `mysql://…`, whose tables and columns are called as `names` says.
    pub async fn open(url: &str, names: &Names) -> Result<Self, SourceError> {
        let mut link = Link::open(url).await?;
        let columns = link.columns().await?;
        let Found { tables, others } = catalogue::find(&columns, names)?;
        Ok(Self { link, found: tables, other_tables: others })
    }

    /// Whether it has this table.
    pub fn has(&self, table: &Table) -> bool {
        self.found.contains_key(table.name)
    }

    /// The columns of a table that Better Auth itself does not have.
    pub fn further_columns(&self, table: &Table) -> &[String] {
        self.found.get(table.name).map_or(&[], |found| found.further.as_slice())
    }

    /// How many rows a table has.
    pub async fn count(&mut self, table: &Table) -> Result<i64, StoreError> {
        let Some(found) = self.found.get(table.name) else { return Ok(0) };
        let query = format!("SELECT COUNT(*) FROM {}", self.link.quoted(&found.name));
        let rows = self.link.rows(query, None).await?;
        Ok(rows.first().and_then(|row| row.first()).and_then(|cell| cell.as_deref()?.parse().ok()).unwrap_or(0))
    }

    /// The rows of a table, each with when its person was made, if it is somebody's.
    pub fn rows(&self, table: &'static Table) -> Rows {
        let Some(found) = self.found.get(table.name) else {
            return Rows { table, first: String::new(), next: String::new(), columns: Vec::new(), after: None, ended: true };
        };
        let mut columns = Vec::new();
        let mut wanted = Vec::new();
        for (name, column) in &found.columns {
            columns.push(*name);
            wanted.push(self.link.text_of("t", &column.name));
        }
        let mut from = format!("{} t", self.link.quoted(&found.name));
        if let (Some(person), Some(users)) = (found.columns.get("userId"), self.found.get("user"))
            && let (Some(id), Some(created)) = (users.columns.get("id"), users.columns.get("createdAt"))
        {
            let (key, reference) = (self.link.column("u", &id.name), self.link.column("t", &person.name));
            from = format!("{from} LEFT JOIN {} u ON {key} = {reference}", self.link.quoted(&users.name));
            columns.push(Record::PERSON_MADE_AT);
            wanted.push(self.link.text_of("u", &created.name));
            if let Some(flag) = users.columns.get("twoFactorEnabled") {
                columns.push(Record::PERSON_HAS_SECOND_FACTOR);
                wanted.push(self.link.text_of("u", &flag.name));
            }
        }
        let (id, kind) = found.columns.get("id").map_or(("id", ""), |column| (column.name.as_str(), column.kind.as_str()));
        let key = self.link.column("t", id);
        let select = format!("SELECT {} FROM {from}", wanted.join(", "));
        let first = format!("{select} ORDER BY {key} LIMIT {PAGE}");
        let next = format!("{select} WHERE {key} > {} ORDER BY {key} LIMIT {PAGE}", self.link.placeholder(kind));
        Rows { table, first, next, columns, after: None, ended: false }
    }

    /// The next page of rows; empty when there are no more.
    pub async fn page(&mut self, rows: &mut Rows) -> Result<Vec<Record>, StoreError> {
        if rows.ended {
            return Ok(Vec::new());
        }
        let query = if rows.after.is_some() { &rows.next } else { &rows.first };
        let cells = self.link.rows(query.clone(), rows.after.as_deref()).await?;
        let read = |cells: Vec<Option<String>>| Record::new(rows.table.name, rows.columns.iter().copied().zip(cells));
        let page: Vec<Record> = cells.into_iter().map(read).collect();
        rows.ended = i64::try_from(page.len()).unwrap_or(0) < PAGE;
        rows.after = page.last().and_then(|record| record.text("id")).map(str::to_owned);
        Ok(page)
    }

    /// Ends the reading.
    pub async fn close(self) {
        self.link.close().await;
    }
}
