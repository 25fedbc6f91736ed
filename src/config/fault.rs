//! What is wrong with a configuration, all of it at once.

use std::error::Error;
use std::fmt;

use super::origin::Origin;

/// One thing that is wrong: which key, where it was set, why it cannot be, and what to write instead. Never shows a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The key, `section.name`; the file or variable itself when it could not be read at all.
    pub key: String,
    /// Where the value comes from.
    pub origin: Origin,
    /// Why it cannot be.
    pub problem: String,
    /// What to write.
    pub remedy: String,
}

impl Fault {
    /// A fault of the default value; [`Config::fault`](super::Config::fault) knows better origins.
    pub(super) fn new(key: impl Into<String>, problem: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { key: key.into(), origin: Origin::Default, problem: problem.into(), remedy: remedy.into() }
    }

    pub(super) fn from(self, origin: &Origin) -> Self {
        Self { origin: origin.clone(), ..self }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({}): {}; {}", self.key, self.origin, self.problem, self.remedy)
    }
}

impl Error for Fault {}

/// Everything that is wrong, one line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigFaults(Vec<Fault>);

impl ConfigFaults {
    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }
}

impl fmt::Display for ConfigFaults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, fault) in self.0.iter().enumerate() {
            if place > 0 {
                formatter.write_str("\n")?;
            }
            write!(formatter, "{fault}")?;
        }
        Ok(())
    }
}

impl Error for ConfigFaults {}

/// The faults found so far.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// Takes those of `later` whose keys are not known to be wrong already: they would only be consequences.
    pub(super) fn add_consequences(&mut self, later: Self) {
        let known: Vec<String> = self.0.iter().map(|fault| fault.key.clone()).collect();
        self.0.extend(later.0.into_iter().filter(|fault| !known.contains(&fault.key)));
    }

    /// `Ok` when there are none.
    pub(super) fn into_result(self) -> Result<(), ConfigFaults> {
        if self.0.is_empty() { Ok(()) } else { Err(ConfigFaults(self.0)) }
    }
}

impl Extend<Fault> for Faults {
    fn extend<I: IntoIterator<Item = Fault>>(&mut self, faults: I) {
        self.0.extend(faults);
    }
}
