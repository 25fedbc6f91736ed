//! Fields that an operator declared, of every kind, and everything that can be wrong with one.

use vestibule::web::declared_fields::{Control, DeclaredFault, DeclaredInput, DeclaredProblem};
use vestibule::web::problem::Problem;

use super::Samples;

impl Samples {
    /// One of every kind.
    pub(super) fn declared_inputs(self) -> Vec<DeclaredInput> {
        let offered = vec![self.fill("Free"), "Pro".to_owned()];
        let kinds = [
            ("company", "Company", Control::Line, "Lovelace & Co"),
            ("seats", "Seats", Control::Number, "12"),
            ("born", "Date of birth", Control::Day, "1990-12-10"),
            ("news", "Send me news", Control::Box, "true"),
            ("interests", "Interests", Control::Lines, "engines\nnumbers"),
            ("plan", "Plan", Control::Choice(offered), "Pro"),
        ];
        let input = |(at, (name, label, control, typed)): (usize, (&str, &str, Control, &str))| DeclaredInput {
            input: format!("field_{name}"),
            label: self.fill(label),
            hint: if at % 2 == 0 { self.fill("As it stands on your card") } else { String::new() },
            typed: if matches!(control, Control::Line | Control::Lines) { self.fill(typed) } else { typed.to_owned() },
            control,
            required: at % 3 == 0,
            maximum: 255,
        };
        kinds.into_iter().enumerate().map(input).collect()
    }

    /// Everything that can be wrong with one.
    pub(super) fn declared_problems(self) -> Vec<Problem> {
        let problem = |(name, label, fault): (&str, &str, DeclaredFault)| {
            Problem::Declared(DeclaredProblem { input: format!("field_{name}"), label: self.fill(label), fault })
        };
        [
            ("company", "Company", DeclaredFault::Missing),
            ("company", "Company", DeclaredFault::Taken),
            ("seats", "Seats", DeclaredFault::NoNumber),
            ("born", "Date of birth", DeclaredFault::NoDay),
            ("interests", "Interests", DeclaredFault::TooLong { maximum: 100 }),
            ("plan", "Plan", DeclaredFault::NotTaken),
        ]
        .into_iter()
        .map(problem)
        .collect()
    }
}
