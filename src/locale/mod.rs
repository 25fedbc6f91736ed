//! Languages: which ones there are, which one a request gets, and the texts of pages and mails in it; and places in words.
//!
//! Owns the Fluent catalogues (`templates/locales/<tag>.ftl`, one a language, embedded). Adding a language is one file there and
//! one line in `catalogue.rs`. A text missing from a catalogue comes from the parent language, then from English. Implements
//! the choice of `ui_locales` (OpenID Connect Core 1.0, section 3.1.2.1), RFC 4647 look-up and RFC 9110 `Accept-Language`.
//! May use nothing above level 0.

mod catalogue;
mod isolation;
mod negotiation;
mod places;
mod pseudo;
mod texts;

pub use catalogue::{Direction, Locale};
pub use negotiation::{Locales, Wishes};
pub use places::{Places, UnusablePlaces};
pub use texts::{Around, Texts};
