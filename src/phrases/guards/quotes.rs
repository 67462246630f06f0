//! Quoted speech: what people said is theirs, in block quotes and in quotation marks of more than three words.

use super::Site;

/// Words in quotation marks from which on they are speech and not a phrase set off.
const SPEECH: usize = 4;

/// Whether the hit stands in somebody's words.
pub fn silences(site: &Site<'_>) -> bool {
    if site.block().quoted {
        return true;
    }
    let block = &site.document.prose.text[site.block().prose.range()];
    let base = site.block().prose.start as usize;
    let at = site.document.words[site.first()].span.start as usize - base;
    let end = site.document.words[site.after() - 1].span.end as usize - base;
    [('“', '”'), ('"', '"'), ('‘', '’')].into_iter().any(|(open, close)| {
        quoted(block, at, open, close).is_some_and(|(from, to)| to >= end && block[from..to].split_whitespace().count() >= SPEECH)
    })
}

/// The quotation around a byte of a block. A single closing quote inside a word is an apostrophe.
fn quoted(block: &str, at: usize, open: char, close: char) -> Option<(usize, usize)> {
    let mut start = None;
    let mut chars = block.char_indices().peekable();
    let mut previous = ' ';
    while let Some((i, c)) = chars.next() {
        let next_is_letter = chars.peek().is_some_and(|(_, n)| n.is_alphanumeric());
        if c == close && start.is_some() && !(close == '’' && next_is_letter) {
            let from: usize = start.take()?;
            if from <= at && at < i {
                return Some((from, i));
            }
        } else if c == open && start.is_none() && !previous.is_alphanumeric() {
            if i > at {
                return None;
            }
            start = Some(i + c.len_utf8());
        }
        previous = c;
    }
    None
}
