//! Words of one sort in a sentence: how many, and the few that weigh most, to quote.

use crate::document::Document;
use crate::input::span::Span;

/// Words of one sort that a message quotes.
const QUOTED: usize = 3;

/// Words of one sort in a sentence: how many, and the few that weigh most, in order of their place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words {
    count: usize,
    kept: [(Span, u32); QUOTED],
}

impl Words {
    /// Adds a word with its weight. Words come in order of their place.
    pub(super) fn push(&mut self, word: Span, weight: u32) {
        if let Some(place) = self.kept.get_mut(self.count) {
            *place = (word, weight);
        } else if let Some(lightest) = (0..QUOTED).rev().min_by_key(|i| self.kept[*i].1)
            && self.kept[lightest].1 < weight
        {
            self.kept[lightest..].rotate_left(1);
            self.kept[QUOTED - 1] = (word, weight);
        }
        self.count += 1;
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Where the kept ones are.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.kept.iter().take(self.count).map(|(span, _)| *span)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The words that weigh most, as the author wrote them.
    #[must_use]
    pub fn quoted(&self, document: &Document<'_>) -> String {
        let mut texts: Vec<&str> = Vec::with_capacity(QUOTED);
        for text in self.spans().map(|span| document.prose_of(span)) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        let more = if self.count > QUOTED { " …" } else { "" };
        format!("{}{more}", texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", "))
    }
}
