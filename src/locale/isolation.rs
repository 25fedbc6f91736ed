//! Keeps a value inside its place in a sentence when directions of writing meet (Unicode Standard Annex 9).
//!
//! Fluent can put isolation marks around every value, but then they also stand in every mail subject, title and test. They are
//! put only where they do something: in a right-to-left sentence, or around a value that holds right-to-left letters. Marks that
//! a value brings along are dropped, so that a name cannot turn the sentence around it.

use std::borrow::Cow;

use super::Direction;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

pub(super) fn isolate(value: &str, sentence: Direction) -> Cow<'_, str> {
    let plain: Cow<'_, str> =
        if value.contains(is_direction_mark) { value.replace(is_direction_mark, "").into() } else { value.into() };
    if sentence == Direction::RightToLeft || plain.contains(is_right_to_left) {
        return format!("{FIRST_STRONG_ISOLATE}{plain}{POP_DIRECTIONAL_ISOLATE}").into();
    }
    plain
}

fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The blocks of Hebrew, Arabic and the other right-to-left scripts.
fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}
