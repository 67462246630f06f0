//! The full names that a document has for its own initials: "Moor Lane NHS Trust" for MLNT, wherever on the page it stands.

use std::collections::BTreeMap;

use super::spelling::is_small;
use crate::document::Document;
use crate::input::span::Span;
use crate::language::classes::Class;

/// Most words of a name.
const LONGEST: usize = 9;

/// Names of bodies in the running text, by their initials. A name is words in capitals that end in one such as "Trust" or "Council".
#[must_use]
pub fn own_names(document: &Document<'_>) -> BTreeMap<String, Span> {
    let mut names = BTreeMap::new();
    for block in &document.blocks {
        let words = &document.words[block.words()];
        for end in (1..words.len()).filter(|end| words[*end].is(Class::NameEnd) && words[*end].is_capital() && words[*end].has_small()) {
            let mut initials = String::new();
            for start in (end.saturating_sub(LONGEST)..=end).rev() {
                let word = words[start];
                let small = is_small(document, word) && !word.is_capital();
                if !(word.is_capital() || small) || start < end && words[start + 1].after_stop() {
                    break;
                }
                if small {
                    continue;
                }
                // "NHS" gives all of its letters: UHNHST
                let text = document.text(word);
                let given = if word.has_capitals() && !word.has_small() { text } else { &text[..text.chars().next().map_or(0, char::len_utf8)] };
                initials.insert_str(0, given);
                names.entry(initials.clone()).or_insert(word.span.to(words[end].span));
            }
        }
    }
    names
}
