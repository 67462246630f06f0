//! How familiar a word is and how long to say, remembered from page to page: a few thousand words make up nearly all of what a service writes,
//! and finding the word to which a form belongs costs more than all else that is asked of it.

use std::cell::RefCell;

use crate::builtin;
use crate::document::Document;
use crate::document::words::Word;
use crate::language::syllables::syllables;

/// What a word is like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// In tenths on the Zipf scale: see [`crate::language::lexicon`].
    pub familiarity: u8,
    /// At least 1; 0 for a word of fewer than [`MAY_BE_LONG`] letters, in which nobody counts them.
    pub syllables: u8,
}

/// A word of so many letters may have three syllables.
pub const MAY_BE_LONG: u32 = 7;
/// Words that are remembered at a time, at first (8 KB) and at most (256 KB a thread): one page needs few, and a folder many.
const FEWEST_SLOTS: usize = 1 << 10;
const MOST_SLOTS: usize = 1 << 15;
/// Bits of a slot that tell what the word is like. The others are of its hash, and with those that chose the slot they are nearly all of it.
const TOLD: u32 = 16;

/// Words met so far; a newer one takes the place of an older.
#[derive(Default)]
struct Memo {
    slots: Vec<u64>,
    /// Words looked up since it last grew.
    misses: usize,
}

impl Memo {
    /// What a word of this hash is like; looks it up if it is not remembered.
    fn get(&mut self, hash: u64, look_up: impl Fn() -> Known) -> Known {
        let slot = hash as usize & self.slots.len().wrapping_sub(1);
        if let Some(kept) = self.slots.get(slot).filter(|kept| (**kept ^ hash) >> TOLD == 0) {
            return Known { familiarity: (*kept >> 8) as u8, syllables: *kept as u8 };
        }
        if self.misses >= self.slots.len() && self.slots.len() < MOST_SLOTS {
            *self = Memo { slots: vec![0; (self.slots.len() * 4).clamp(FEWEST_SLOTS, MOST_SLOTS)], misses: 0 };
        }
        self.misses += 1;
        let found = look_up();
        let slot = hash as usize & (self.slots.len() - 1);
        self.slots[slot] = hash >> TOLD << TOLD | u64::from(found.familiarity) << 8 | u64::from(found.syllables);
        found
    }
}

thread_local! {
    static SEEN: RefCell<Memo> = RefCell::default();
}

/// What a word is like. Which words were met before never changes it.
pub fn known(document: &Document<'_>, word: Word) -> Known {
    let text = document.text(word);
    // two spellings of one word outside ASCII have one hash, but need not be alike in all
    if word.is_wide() {
        return look_up(text);
    }
    SEEN.with_borrow_mut(|seen| seen.get(document.hash_of(word), || look_up(text)))
}

fn look_up(text: &str) -> Known {
    let is_long = text.len() >= MAY_BE_LONG as usize;
    Known { familiarity: builtin::familiarity(text), syllables: if is_long { syllables(text).min(u32::from(u8::MAX)) as u8 } else { 0 } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    #[test]
    fn a_word_is_the_same_the_second_time_in_any_case() {
        let text = "Accommodation idiopathic caf\u{e9} ACCOMMODATION's accommodation stake\u{ad}holder a stakeholder idiopathic";
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let document = Document::new(&source, Format::Text);
        for word in document.words.iter().chain(&document.words) {
            assert_eq!(known(&document, *word), look_up(document.text(*word)), "{}", document.text(*word));
        }
    }
}
