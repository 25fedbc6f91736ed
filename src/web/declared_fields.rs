//! The fields that the operator declared, on pages: what stands in a form for each, and reading what was typed.

use crate::config::Config;
use crate::locale::Texts;
use crate::model::additional_fields::{AdditionalField, FieldFault, FieldKind, FieldValues, ShownOn, ValueFault};
use crate::users::fields::FieldTaken;
use crate::web::form::{Duplicate, Parameters};
use crate::web::problem::Problem;

/// One field in a form.
#[derive(Clone, Debug)]
pub struct DeclaredInput {
    /// The name and the id of its input.
    pub input: String,
    /// How it is called, in the language of the page.
    pub label: String,
    /// What is said below that; empty for nothing.
    pub hint: String,
    /// What stands there.
    pub control: Control,
    /// What is in it.
    pub typed: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// The most characters.
    pub maximum: u32,
}

/// What stands in a form for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// One line.
    Line,
    /// A number.
    Number,
    /// A day.
    Day,
    /// A box to tick.
    Box,
    /// One item a line.
    Lines,
    /// One of these.
    Choice(Vec<String>),
}

/// What is wrong with what was typed into such a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredProblem {
    /// The name and the id of its input.
    pub input: String,
    /// How the field is called, in the language of the page.
    pub label: String,
    /// What is wrong.
    pub fault: DeclaredFault,
}

/// Why it is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeclaredFault {
    /// It is empty, and must not be.
    Missing,
    /// It is too long, or there are too many items.
    TooLong {
        /// The most characters or items.
        maximum: usize,
    },
    /// It is no number.
    NoNumber,
    /// It is no day.
    NoDay,
    /// It is something else that the field does not take.
    NotTaken,
    /// Somebody else has it, and nobody may have the same.
    Taken,
}

impl DeclaredProblem {
    /// What happened and what to do.
    pub fn text(&self, texts: &Texts) -> String {
        let with_label = |key: &str| texts.with(key, &[("field", &self.label)]);
        match self.fault {
            DeclaredFault::Missing => with_label("problem-declared-missing"),
            DeclaredFault::TooLong { maximum } => {
                texts.with("problem-declared-too-long", &[("field", &self.label), ("maximum", &maximum.to_string())])
            }
            DeclaredFault::NoNumber => with_label("problem-declared-no-number"),
            DeclaredFault::NoDay => with_label("problem-declared-no-day"),
            DeclaredFault::NotTaken => with_label("problem-declared-not-taken"),
            DeclaredFault::Taken => with_label("problem-declared-taken"),
        }
    }
}

/// The fields that a form asks for by which somebody makes an account, beside name and address.
pub fn of_new_account(config: &Config) -> Vec<&AdditionalField> {
    config.users.fields().iter().filter(|field| field.shown_on == ShownOn::SignUp && field.is_asked_on_pages()).collect()
}

/// The name of a field's input: no other input of a form is called so.
fn input_of(field: &AdditionalField) -> String {
    format!("field_{}", field.name)
}

fn label(field: &AdditionalField, texts: &Texts) -> String {
    field.label.in_language(texts.locale().tag()).unwrap_or(&field.name).to_owned()
}

/// The fields of a form.
#[derive(Clone, Copy)]
pub struct DeclaredForm<'a> {
    fields: &'a [&'a AdditionalField],
    texts: &'a Texts,
}

impl<'a> DeclaredForm<'a> {
    /// A form with these fields, in the language of these texts.
    pub const fn new(fields: &'a [&'a AdditionalField], texts: &'a Texts) -> Self {
        Self { fields, texts }
    }

    /// What stands in it for somebody who has these values.
    pub fn holding(&self, own: &FieldValues) -> Vec<DeclaredInput> {
        self.inputs(|field| field.kind.typed(field.held(own)))
    }

    /// What stands in it once it was sent.
    pub fn sent(&self, parameters: &Parameters) -> Vec<DeclaredInput> {
        self.inputs(|field| typed(field, parameters).unwrap_or_default())
    }

    fn inputs(&self, typed: impl Fn(&AdditionalField) -> String) -> Vec<DeclaredInput> {
        let input = |field: &&AdditionalField| DeclaredInput {
            input: input_of(field),
            label: label(field, self.texts),
            hint: field.hint.in_language(self.texts.locale().tag()).unwrap_or_default().to_owned(),
            control: match &field.kind {
                FieldKind::Text | FieldKind::Json => Control::Line,
                FieldKind::Number => Control::Number,
                FieldKind::Date => Control::Day,
                FieldKind::Boolean => Control::Box,
                FieldKind::Texts | FieldKind::Numbers => Control::Lines,
                FieldKind::Choice(offered) => Control::Choice(offered.clone()),
            },
            typed: typed(field),
            required: field.required && field.kind != FieldKind::Boolean,
            maximum: field.maximum_length,
        };
        self.fields.iter().map(input).collect()
    }

    /// What was typed that differs from what somebody has, judged: every problem, in the order of the form.
    pub fn read(&self, parameters: &Parameters, own: &FieldValues) -> Result<Result<FieldValues, Vec<Problem>>, Duplicate> {
        let (mut values, mut problems) = (FieldValues::new(), Vec::new());
        for field in self.fields {
            let typed = typed(field, parameters)?;
            // Whoever leaves a day as it is keeps the hour that an app set.
            if typed == field.kind.typed(field.held(own)) && !field.is_missing(own) {
                continue;
            }
            let judged = field.kind.read(&typed).map_err(FieldFault::Value).and_then(|value| field.judge(&value));
            match judged {
                Ok(value) => drop(values.insert(field.name.clone(), value)),
                Err(fault) => problems.push(self.problem(field, fault_of(field, &fault))),
            }
        }
        Ok(if problems.is_empty() { Ok(values) } else { Err(problems) })
    }

    /// The problem of a value that somebody else has.
    pub fn taken(&self, FieldTaken(name): &FieldTaken) -> Problem {
        let field = self.fields.iter().find(|field| field.name == *name);
        field.map_or(Problem::FormExpired, |field| self.problem(field, DeclaredFault::Taken))
    }

    fn problem(&self, field: &AdditionalField, fault: DeclaredFault) -> Problem {
        Problem::Declared(DeclaredProblem { input: input_of(field), label: label(field, self.texts), fault })
    }
}

/// Of a box that is not ticked nothing is sent.
fn typed(field: &AdditionalField, parameters: &Parameters) -> Result<String, Duplicate> {
    let sent = parameters.single(&input_of(field))?;
    Ok(match field.kind {
        FieldKind::Boolean => sent.is_some().to_string(),
        // Browsers end lines of a form with CR LF.
        _ => sent.unwrap_or_default().replace("\r\n", "\n"),
    })
}

fn fault_of(field: &AdditionalField, fault: &FieldFault) -> DeclaredFault {
    match (fault, &field.kind) {
        (FieldFault::Missing, _) => DeclaredFault::Missing,
        (FieldFault::Value(ValueFault::TooLong { maximum } | ValueFault::TooMany { maximum }), _) => {
            DeclaredFault::TooLong { maximum: *maximum }
        }
        (FieldFault::Value(_), FieldKind::Number | FieldKind::Numbers) => DeclaredFault::NoNumber,
        (FieldFault::Value(_), FieldKind::Date) => DeclaredFault::NoDay,
        (FieldFault::Value(_) | FieldFault::NotAllowed, _) => DeclaredFault::NotTaken,
    }
}
