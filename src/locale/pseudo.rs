//! The pseudo-locale: English made longer, accented and right-to-left, so that a person sees at once which text is not from the
//! catalogue, which box is too narrow and which part does not mirror.

use std::borrow::Cow;

const RIGHT_TO_LEFT_OVERRIDE: char = '\u{202E}';
const POP_DIRECTIONAL_FORMATTING: char = '\u{202C}';

/// Vowels are accented and doubled, which lengthens English by about a third, and the whole runs from right to left.
pub(super) fn mirror(text: &str) -> Cow<'_, str> {
    let mut mirrored = String::with_capacity(text.len() * 2);
    mirrored.push(RIGHT_TO_LEFT_OVERRIDE);
    for character in text.chars() {
        match accented(character) {
            Some(accented) => mirrored.extend([accented, accented]),
            None => mirrored.push(character),
        }
    }
    mirrored.push(POP_DIRECTIONAL_FORMATTING);
    mirrored.into()
}

fn accented(vowel: char) -> Option<char> {
    Some(match vowel {
        'a' => 'å',
        'e' => 'é',
        'i' => 'ï',
        'o' => 'ø',
        'u' => 'ü',
        'A' => 'Å',
        'E' => 'É',
        'I' => 'Ï',
        'O' => 'Ø',
        'U' => 'Ü',
        _ => return None,
    })
}
