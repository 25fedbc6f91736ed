//! Finding Better Auth's tables and columns among those that a database has.
//!
//! By their default names, or by those that the operator says. A name that is known in another spelling (`email_verified`, `users`)
//! is never guessed at and never passed over: the fault names it, and the option that says it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::link::Described;
use super::tables::{Fate, TABLES, Table};

/// How a table is called that is not there.
const NONE: &str = "-";

/// How tables and columns are called where not by their default name: `user` → `users`, `user.emailVerified` → `email_verified`.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<String, String>);

/// The database is not laid out as expected; one line for each fault.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct NamesError(pub Vec<String>);

impl Names {
    /// Reads `user=users` and `user.emailVerified=email_verified`.
    pub fn parse(renames: &[String]) -> Result<Self, NamesError> {
        let mut names = BTreeMap::new();
        let mut faults = Vec::new();
        for rename in renames {
            let parts = rename.split_once('=').map(|(known, theirs)| (known.trim(), theirs.trim()));
            match parts {
                Some((known, theirs)) if is_known(known) && !theirs.is_empty() => {
                    names.insert(known.to_owned(), theirs.to_owned());
                }
                Some((known, _)) => faults.push(format!("--rename {rename}: Better Auth has no {known}")),
                None => faults.push(format!("--rename {rename}: write it as user=users or user.emailVerified=email_verified")),
            }
        }
        if faults.is_empty() { Ok(Self(names)) } else { Err(NamesError(faults)) }
    }

    fn of_table(&self, table: &Table) -> &str {
        self.0.get(table.name).map_or(table.name, String::as_str)
    }

    fn of_column<'a>(&'a self, table: &Table, column: &'a str) -> &'a str {
        self.0.get(&format!("{}.{column}", table.name)).map_or(column, String::as_str)
    }
}

fn is_known(name: &str) -> bool {
    match name.split_once('.') {
        None => TABLES.iter().any(|table| table.name == name),
        Some((table, column)) => TABLES.iter().any(|known| known.name == table && columns(known).any(|known| known == column)),
    }
}

fn columns(table: &Table) -> impl Iterator<Item = &'static str> {
    table.required.iter().chain(table.optional).copied()
}

/// A column that was found.
pub(super) struct FoundColumn {
    pub(super) name: String,
    pub(super) kind: String,
}

/// A table that was found.
pub(super) struct FoundTable {
    pub(super) name: String,
    pub(super) columns: BTreeMap<&'static str, FoundColumn>,
    /// Columns that Better Auth does not have.
    pub(super) further: Vec<String>,
}

/// What was found.
pub(super) struct Found {
    pub(super) tables: BTreeMap<&'static str, FoundTable>,
    pub(super) others: usize,
}

/// One name for all spellings of it.
fn folded(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn folded_table(name: &str) -> String {
    let folded = folded(name);
    folded.strip_suffix('s').map_or(folded.clone(), str::to_owned)
}

pub(super) fn find(described: &[Described], names: &Names) -> Result<Found, NamesError> {
    let mut by_table: BTreeMap<&str, Vec<&Described>> = BTreeMap::new();
    for column in described {
        by_table.entry(&column.table).or_default().push(column);
    }
    let mut tables = BTreeMap::new();
    let mut faults = Vec::new();
    for table in &TABLES {
        let name = names.of_table(table);
        if name == NONE {
            continue;
        }
        match by_table.remove(name) {
            Some(theirs) => {
                tables.insert(table.name, find_columns(table, (name, &theirs), names, &mut faults));
            }
            None if name != table.name => {
                faults.push(format!("there is no table {name}, as which --rename names {}", table.name))
            }
            None if matches!(table.name, "user" | "account") => {
                faults.push(format!("there is no table {}: --rename {}=NAME says how it is called", table.name, table.name));
            }
            None => {}
        }
    }
    for name in by_table.keys() {
        let looked_for =
            |table: &&Table| table.fate == Fate::Moved && !tables.contains_key(table.name) && names.of_table(table) != NONE;
        let alike = TABLES.iter().filter(looked_for).find(|table| folded_table(table.name) == folded_table(name));
        if let Some(table) = alike {
            let known = table.name;
            faults.push(format!(
                "the table {name} may be {known}: say so with --rename {known}={name}, or --rename {known}={NONE} if not"
            ));
        }
    }
    if faults.is_empty() { Ok(Found { tables, others: by_table.len() }) } else { Err(NamesError(faults)) }
}

fn find_columns(table: &Table, (name, theirs): (&str, &[&Described]), names: &Names, faults: &mut Vec<String>) -> FoundTable {
    let mut found = FoundTable { name: name.to_owned(), columns: BTreeMap::new(), further: Vec::new() };
    if matches!(table.fate, Fate::Stays(_)) {
        return found;
    }
    let mut missing = Vec::new();
    for column in columns(table) {
        let wanted = names.of_column(table, column);
        match theirs.iter().find(|described| described.column == wanted) {
            Some(described) => {
                let described = FoundColumn { name: described.column.clone(), kind: described.kind.clone() };
                found.columns.insert(column, described);
            }
            None => missing.push(column),
        }
    }
    for described in theirs {
        if found.columns.values().any(|known| known.name == described.column) {
            continue;
        }
        match missing.iter().find(|column| folded(column) == folded(&described.column)) {
            Some(column) => faults.push(format!(
                "the column {name}.{their} may be {column}: say so with --rename {table}.{column}={their}",
                their = described.column,
                table = table.name,
            )),
            None => found.further.push(described.column.clone()),
        }
    }
    let needed: Vec<&str> = missing.iter().copied().filter(|column| table.required.contains(column)).collect();
    if !needed.is_empty() {
        let mut fault = format!("the table {name} lacks {}", needed.join(", "));
        if !found.further.is_empty() {
            // Writing into a text does not fail.
            let _ = write!(fault, "; it has {} that are not known", found.further.join(", "));
        }
        faults.push(fault);
    }
    found
}
