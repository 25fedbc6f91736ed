//! The report of a move, as it is printed.

use std::collections::BTreeMap;

use serde_json::json;

use crate::cli::Format;
use crate::cli::failure::Failure;
use crate::cli::output::{self, Tone};
use crate::moving::report::{Report, Rows};

/// Prints a report. It is a failure if something could not be moved, which the report tells.
pub(super) fn tell(report: &Report, is_plan: bool, format: Format) -> Result<(), Failure> {
    if format.json {
        output::json(&json!({ "plan": is_plan, "refused": report.has_refusals(), "report": report }));
    } else {
        tell_text(report, is_plan);
    }
    if report.has_refusals() { Err(Failure::Told) } else { Ok(()) }
}

fn tell_text(report: &Report, is_plan: bool) {
    let moved = if is_plan { "WOULD MOVE" } else { "MOVED" };
    output::line(format_args!("{:<22}{:>10}{moved:>12}{:>10}{:>10}{:>10}", "TABLE", "FOUND", "BEFORE", "REFUSED", "LEFT"));
    for table in &report.tables {
        let sum = |rows: &BTreeMap<String, Rows>| rows.values().map(|rows| rows.count).sum::<u64>();
        output::line(format_args!(
            "{:<22}{:>10}{:>12}{:>10}{:>10}{:>10}",
            table.table,
            table.found,
            table.moved,
            table.moved_before,
            sum(&table.refused),
            sum(&table.left)
        ));
        tell_reasons(&Tone::Bad.word("refused"), &table.refused);
        tell_reasons("left", &table.left);
        tell_reasons("not whole", &table.notes);
    }
    if report.other_tables > 0 {
        output::line(format_args!("Tables that are none of the other server's, not looked at: {}.", report.other_tables));
    }
    if is_plan {
        output::line("This was a plan: nothing was changed.");
    }
}

fn tell_reasons(what: &str, reasons: &BTreeMap<String, Rows>) {
    for (reason, rows) in reasons {
        let named: Vec<&str> = rows.ids.iter().map(String::as_str).filter(|id| *id != "*").collect();
        let more = if u64::try_from(named.len()) == Ok(rows.count) || named.is_empty() { "" } else { ", …" };
        let ids = if named.is_empty() { String::new() } else { format!(" ({}{more})", named.join(", ")) };
        output::line(format_args!("  {what}: {reason}: {}{ids}", rows.count));
    }
}
