//! Moving people in from the database of a Better Auth server, which is only read.
//!
//! Table by table and page by page: rows are judged first ([`judge`]), which needs nothing but the row, and then written in one unit a
//! page ([`super::write`]). A row is moved once in its life: its digest is kept, so a second run moves what is new, and what somebody gave
//! up here meanwhile does not come back. A row that cannot be moved is reported and stops nothing. A plan is the same run into a
//! throw-away store, which also asks the real one what is there.
//!
//! Ids are kept, so that what other systems know a person by stays right. Nobody is mailed, and nobody has to set a password.

mod judge;
mod judge_client;
mod judge_person;

use secrecy::SecretString;

use crate::clock::Timestamp;
use crate::crypto::better_auth::Secrets;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::request_origin::RequestOrigin;
use crate::moving::candidate::Candidate;
use crate::moving::report::{Report, TableReport};
use crate::moving::write::Move;
use crate::sessions::foreign_keys;
use crate::store::better_auth::{Fate, Record, Source, TABLES, Table};
use crate::store::{StoreError, retry, signing_keys};
use judge::Judge;

/// A move from a Better Auth server.
pub struct MoveIn<'a> {
    /// Where to.
    pub order: Move<'a>,
    /// The other server's secrets.
    pub secrets: &'a Secrets,
}

/// Moves what can be moved. What was moved stays if a later part fails; the next run goes on from there.
pub async fn run(moving: &MoveIn<'_>, source: &mut Source) -> Result<Report, StoreError> {
    let mut report = Report { other_tables: source.other_tables, ..Report::default() };
    let mut last_session = None;
    for table in &TABLES {
        if !source.has(table) {
            continue;
        }
        let mut told = TableReport::new(table.name);
        told.found = u64::try_from(source.count(table).await?).unwrap_or(0);
        match table.fate {
            Fate::Stays(reason) => told.leave(told.found, reason),
            Fate::Moved => moving.move_table(source, table, (&mut told, &mut last_session)).await?,
        }
        for column in source.further_columns(table) {
            told.note("*", format!("the column {column} is none of Better Auth's and stays"));
        }
        report.tables.push(told);
    }
    if !moving.order.is_plan {
        moving.finish(&report, last_session).await?;
    }
    Ok(report)
}

impl MoveIn<'_> {
    async fn move_table(
        &self,
        source: &mut Source,
        table: &'static Table,
        (told, last_session): (&mut TableReport, &mut Option<Timestamp>),
    ) -> Result<(), StoreError> {
        let judge = Judge { app: self.order.app, secrets: self.secrets, now: self.order.now };
        let mut rows = source.rows(table);
        loop {
            let page = source.page(&mut rows).await?;
            if page.is_empty() {
                return Ok(());
            }
            let candidates = judge_page(&judge, &page, told);
            let candidates = self.order.ask_real(candidates, told).await?;
            *last_session = candidates.iter().filter_map(|candidate| candidate.session_ends_at()).chain(*last_session).max();
            self.order.write_page(&candidates, told).await?;
        }
    }

    /// Has the other server's cookies count while one of its sessions lives, and writes the move into the trail.
    async fn finish(&self, report: &Report, last_session: Option<Timestamp>) -> Result<(), StoreError> {
        let Move { app, now, .. } = self.order;
        let secrets: Vec<&SecretString> = self.secrets.all().collect();
        retry(|| async {
            let mut unit = app.store.write("moving.better_auth.finish").await?;
            if let Some(expires_at) = last_session
                && !secrets.is_empty()
            {
                signing_keys::raise_generation(&mut unit, now).await?;
                for secret in &secrets {
                    foreign_keys::keep(app, &mut unit, secret, (now, expires_at)).await?;
                }
            }
            AuditEvent::new(AuditKind::PeopleMovedIn, &RequestOrigin::default())
                .detail("better-auth", &report.summary())
                .record(app, &mut unit, now)
                .await?;
            unit.commit().await
        })
        .await?;
        foreign_keys::refresh(app).await
    }
}

fn judge_page(judge: &Judge<'_>, page: &[Record], told: &mut TableReport) -> Vec<Candidate> {
    let mut candidates = Vec::with_capacity(page.len());
    for record in page {
        let id = record.text("id").unwrap_or_default();
        match judge.judge(record) {
            Ok(candidate) => candidates.push(candidate),
            Err(outcome) => told.count(id, outcome),
        }
    }
    candidates
}
