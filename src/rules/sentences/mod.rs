//! Rules about sentences of running text.

pub mod double_negative;
pub mod hard;
pub mod hidden_actor;
pub mod inline_list;
pub mod long_paragraph;
pub mod noun_stack;
pub mod numbers;
pub mod too_long;

use crate::analysis::cut::{Cut, cut};
use crate::analysis::difficulty::Difficulty;
use crate::document::{Document, Sentence};
use crate::language::classes::Class;
use crate::phrases::guards::quotes::is_mostly_said;
use crate::phrases::guards::references::is_reference;

/// The title of somebody else's work is theirs. A list of names, a menu or a line of code between words is no sentence, however long it is: prose has small words and few placeholders.
fn is_prose(document: &Document<'_>, sentence: &Sentence) -> bool {
    if is_reference(document, document.block_of(sentence)) {
        return false;
    }
    let words = document.words_of(sentence);
    let (mut opaque, mut small) = (0, 0);
    for word in words {
        opaque += usize::from(word.is_opaque());
        small += usize::from(word.is(Class::Function));
    }
    opaque * 4 <= words.len() && small * 6 >= words.len()
}

/// Where a sentence could be cut, in words for its writer.
fn where_to_cut(document: &Document<'_>, sentence: &Sentence, difficulty: &Difficulty) -> Option<String> {
    Some(match cut(document, sentence, difficulty)? {
        Cut::InTwo { after, start } => format!("you could stop after `{after}` and start: `{start} …`"),
        Cut::Aside(words) => format!("you could make a sentence of what stands in brackets: `{words} …`"),
    })
}
