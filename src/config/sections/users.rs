//! `[users]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::{Fault, Faults};
use super::super::values::{FieldProblem, UserFields};
use crate::model::additional_fields::AdditionalFields;
use crate::model::scope::{self, Scopes};

/// The section `users`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Users {
    /// Fields of people beside those that everybody has, each with its declaration; `docs/additional-fields.md` tells how they are
    /// declared.
    pub additional_fields: UserFields,
}

impl Users {
    /// The declared fields of people.
    pub const fn fields(&self) -> &AdditionalFields {
        self.additional_fields.declared()
    }

    /// The scopes that this installation knows; each maps to claims or to a right.
    pub fn scopes(&self) -> Scopes {
        Scopes::of(&scope::SUPPORTED).union(&Scopes::of(&self.fields().scopes()))
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        report("users.additional_fields", self.additional_fields.problems(), config, faults);
    }
}

/// Reports what is wrong with declarations, each at its own place.
pub(super) fn report(key: &str, problems: &[FieldProblem], config: &Config, faults: &mut Faults) {
    let fault = |problem: &FieldProblem| {
        Fault::new(format!("{key}.{}", problem.place), problem.problem.clone(), problem.remedy.clone()).from(config.origin(key))
    };
    faults.extend(problems.iter().map(fault));
}
