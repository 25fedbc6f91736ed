//! What came of a move: for each table what was found, what was moved, and what was not and why. Of any size of database it takes
//! little memory: rows are counted by reason, and only the first few are named.

use std::collections::BTreeMap;

use serde::Serialize;

/// How many rows of a reason are named.
const NAMED: usize = 20;

/// Why a row was not moved, or not whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is here.
    Moved,
    /// It was moved by an earlier run.
    MovedBefore,
    /// It cannot be moved: somebody should look at it.
    Refused(String),
    /// It is not to be moved.
    Left(String),
}

/// A whole move.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Each table, in the order in which they were read.
    pub tables: Vec<TableReport>,
    /// Tables that are none of the other server's; they were not looked at.
    pub other_tables: usize,
}

/// One table.
#[derive(Debug, Default, Serialize)]
pub struct TableReport {
    /// Its name.
    pub table: String,
    /// How many rows it has.
    pub found: u64,
    /// How many were moved, or would be.
    pub moved: u64,
    /// How many an earlier run had moved.
    pub moved_before: u64,
    /// What cannot be moved, by reason.
    pub refused: BTreeMap<String, Rows>,
    /// What is not to be moved, by reason.
    pub left: BTreeMap<String, Rows>,
    /// What was moved, but not whole, by what is missing.
    pub notes: BTreeMap<String, Rows>,
}

/// Some rows.
#[derive(Debug, Default, Serialize)]
pub struct Rows {
    /// How many.
    pub count: u64,
    /// The ids of the first.
    pub ids: Vec<String>,
}

impl Rows {
    fn add(&mut self, id: &str) {
        self.count += 1;
        if self.ids.len() < NAMED {
            self.ids.push(id.to_owned());
        }
    }
}

impl Report {
    /// Whether there is something that somebody should look at.
    pub fn has_refusals(&self) -> bool {
        self.tables.iter().any(|table| !table.refused.is_empty())
    }

    /// How many rows of a table were moved.
    pub fn moved(&self, table: &str) -> u64 {
        self.tables.iter().find(|report| report.table == table).map_or(0, |report| report.moved)
    }

    /// In a few words, for the trail: `user 5, session 3`.
    pub fn summary(&self) -> String {
        let moved = self.tables.iter().filter(|table| table.moved > 0);
        moved.map(|table| format!("{} {}", table.table, table.moved)).collect::<Vec<_>>().join(", ")
    }
}

impl TableReport {
    /// Of a table with this name.
    pub fn new(table: &str) -> Self {
        Self { table: table.to_owned(), ..Self::default() }
    }

    /// Counts what came of the row with this id.
    pub fn count(&mut self, id: &str, outcome: Outcome) {
        match outcome {
            Outcome::Moved => self.moved += 1,
            Outcome::MovedBefore => self.moved_before += 1,
            Outcome::Refused(reason) => self.refused.entry(reason).or_default().add(id),
            Outcome::Left(reason) => self.left.entry(reason).or_default().add(id),
        }
    }

    /// Counts that something of a row is missing here.
    pub fn note(&mut self, id: &str, note: String) {
        self.notes.entry(note).or_default().add(id);
    }

    /// Counts `count` rows that are not to be moved, without naming them.
    pub fn leave(&mut self, count: u64, reason: &str) {
        if count > 0 {
            self.left.entry(reason.to_owned()).or_default().count += count;
        }
    }
}
