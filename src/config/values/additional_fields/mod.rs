//! Declarations of additional fields: a table of tables, by the names of the fields.
//!
//! Every fault of every declaration is found, and told at its own place. So a value of these types can be unsound until its section is
//! checked; no configuration with such a one gets that far.

mod declaration;
mod reserved;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::model::additional_fields::AdditionalFields;
use declaration::{Subject, declaration_schema};

/// What is wrong with a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field, and the key in its declaration.
    pub place: String,
    /// Why it cannot be.
    pub problem: String,
    /// What to write.
    pub remedy: String,
}

/// Declarations as they were written, and what was read of them.
#[derive(Clone, Debug, Default)]
struct Declared {
    written: Map<String, Value>,
    fields: AdditionalFields,
    problems: Vec<FieldProblem>,
}

macro_rules! declared_fields {
    ($(#[$documentation:meta])* $name:ident, $subject:expr) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, Default)]
        pub struct $name(Declared);

        impl $name {
            /// The fields.
            pub const fn declared(&self) -> &AdditionalFields {
                &self.0.fields
            }

            /// What is wrong with their declarations.
            pub fn problems(&self) -> &[FieldProblem] {
                &self.0.problems
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.written.serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let written = Map::deserialize(deserializer)?;
                let (fields, problems) = declaration::read_all(&written, $subject);
                Ok(Self(Declared { fields: AdditionalFields::new(fields), problems, written }))
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "title": "a table of declarations, by the names of the fields",
                    "type": "object",
                    "additionalProperties": declaration_schema($subject),
                })
            }
        }
    };
}

declared_fields!(
    /// The declared fields of people.
    UserFields,
    Subject::User
);
declared_fields!(
    /// The declared fields of sessions.
    SessionFields,
    Subject::Session
);
