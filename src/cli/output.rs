//! What commands print: the only place that writes to standard output and standard error. A reader that goes away (`… | head`) is
//! no fault.

use std::env;
use std::fmt::Display;
use std::io::{self, IsTerminal as _, Write as _};

use serde_json::Value;

/// A line.
pub fn line(text: impl Display) {
    // Nobody reads any more.
    let _ = writeln!(io::stdout().lock(), "{text}");
}

/// Text or bytes as they are.
pub fn raw(bytes: &[u8]) {
    let mut out = io::stdout().lock();
    // Nobody reads any more.
    let _ = out.write_all(bytes).and_then(|()| out.flush());
}

/// For what is written while it is read: unlike the others it tells when nobody reads any more.
pub fn stream() -> io::Stdout {
    io::stdout()
}

/// A JSON document.
pub fn json(value: &Value) {
    line(format_args!("{value:#}"));
}

/// Something that works but is likely not meant, to standard error.
pub fn warning(text: impl Display) {
    to_stderr(Tone::Warning, "warning", text);
}

/// What went wrong, to standard error.
pub fn error(text: impl Display) {
    to_stderr(Tone::Bad, "error", text);
}

fn to_stderr(tone: Tone, word: &str, text: impl Display) {
    let word = tone.paint(word, io::stderr().is_terminal());
    // Nobody reads any more.
    let _ = writeln!(io::stderr().lock(), "{word}: {text}");
}

/// How good a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// All is well.
    Good,
    /// Likely not meant.
    Warning,
    /// A fault.
    Bad,
}

impl Tone {
    /// `word` in the color of the tone, for standard output.
    pub fn word(self, word: &str) -> String {
        self.paint(word, io::stdout().is_terminal())
    }

    fn paint(self, word: &str, terminal: bool) -> String {
        let color = match self {
            Self::Good => "32",
            Self::Warning => "33",
            Self::Bad => "31",
        };
        if terminal && colors() { format!("\x1b[{color}m{word}\x1b[0m") } else { word.to_owned() }
    }
}

/// Whether colors are welcome: <https://no-color.org>.
pub fn colors() -> bool {
    env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// A list that is printed while it is read: a table with a heading, or a JSON array.
pub struct Listing<const COLUMNS: usize> {
    json: bool,
    widths: [usize; COLUMNS],
    rows: usize,
}

impl<const COLUMNS: usize> Listing<COLUMNS> {
    /// Begins a list whose columns have these headings and least widths.
    pub fn begin(json: bool, columns: [(&str, usize); COLUMNS]) -> Self {
        let listing = Self { json, widths: columns.map(|(_, width)| width), rows: 0 };
        if json {
            raw(b"[");
        } else {
            listing.cells(&columns.map(|(heading, _)| heading.to_owned()));
        }
        listing
    }

    /// One row: its cells for people, its value for programs.
    pub fn row(&mut self, cells: &[String; COLUMNS], value: &Value) {
        if self.json {
            let separator = if self.rows == 0 { "\n" } else { ",\n" };
            raw(format!("{separator}{value}").as_bytes());
        } else {
            self.cells(cells);
        }
        self.rows += 1;
    }

    /// Ends it.
    pub fn end(self) {
        if self.json {
            line(if self.rows == 0 { "]" } else { "\n]" });
        }
    }

    fn cells(&self, cells: &[String; COLUMNS]) {
        let padded: Vec<String> = cells.iter().zip(self.widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        line(padded.join("  ").trim_end());
    }
}
