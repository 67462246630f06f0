//! Words in capitals that are no short forms: readers lose the shapes of the words, and screen readers may spell them out. One note a page.

use super::{finding, related};
use crate::builtin;
use crate::document::words::Word;
use crate::findings::{Finding, Level, Maturity, REPEAT};
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::tokens::Gap;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// Words in capitals in a row that are shouted.
const FEWEST: usize = 4;
/// Letters that words have on average, where none of them is one that every sentence has.
const LONG: usize = 5;

/// The rule.
pub struct Shouting;

static META: Meta = Meta {
    id: "acronyms/shouting",
    summary: "four or more words in capitals that are not short forms",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Words in capitals all have the same shape, so they are slower to read. Some people feel shouted at.",
    sources: &["NHS digital service manual: do not use block capitals", "Dyslexia style guide: avoid text in capitals"],
    bad: &["DO NOT IGNORE THIS LETTER", "Please note: THIS OFFICE IS NOW CLOSED.", "# HOW TO FIND US IN TOWN"],
    good: &["The UK, the NHS, the GP and the BSL team agree.", "Do not ignore this letter.", "NHS UK GP BSL"],
};

impl Check for Shouting {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let mut shouted: Vec<Span> = Vec::new();
        for block in cx.document.blocks.iter().filter(|block| !block.quoted) {
            let words = &cx.document.words[block.words()];
            let mut at = 0;
            while at < words.len() {
                let joined = |i: usize| i == at || words[i].gap() == Gap::Space || is_stop(cx, words, i);
                let run = (at..words.len()).take_while(|i| in_capitals(words[*i]) && joined(*i)).count();
                if run >= FEWEST && is_shouted(cx, &words[at..at + run]) && !is_shown(cx, &words[at..at + run]) {
                    shouted.push(words[at].span.to(words[at + run - 1].span));
                }
                at += run.max(1);
            }
        }
        let Some((first, rest)) = shouted.split_first() else { return };
        let places = rest.iter().map(|other| related(cx, *other, REPEAT)).collect();
        let message = format!("`{}` is in capitals", quote(cx.document.prose_of(*first)));
        out.push(finding(cx, &META, *first, message, "write it in small letters; bold stands out just as well".to_owned(), places));
    }
}

/// A comma, a dash or the end of a sentence stands before a word: what is shouted goes on. A slash, a hyphen or a colon makes a code of it.
fn is_stop(cx: &Cx<'_>, words: &[Word], at: usize) -> bool {
    let gap = &cx.document.prose.text[words[at - 1].span.end as usize..words[at].span.start as usize];
    gap.ends_with(char::is_whitespace) && !gap.contains(['[', ']', '(', ')', '"', '“', '”', '‘', '|'])
}

/// Whether somebody is to put something else there, as in a form, or it is what a screen says: "[NAME OF THE SENDER]".
fn is_shown(cx: &Cx<'_>, words: &[Word]) -> bool {
    let text = &cx.document.prose.text;
    let before = text[..words[0].span.start as usize].trim_end();
    let after = &text[words[words.len() - 1].span.end as usize..];
    before.ends_with(['[', '"', '“', '‘', '<', '{']) || after.starts_with([']', '"', '”', '>', '}'])
}

/// A word with no small letters: "NOT", "I", "A".
fn in_capitals(word: Word) -> bool {
    word.is_capital() && !word.has_small() && !word.is_opaque()
}

/// Whether enough of the words are words of the language and not short forms.
fn is_shouted(cx: &Cx<'_>, words: &[Word]) -> bool {
    let is_word = |word: &&Word| {
        let text = cx.document.text(**word);
        let everyday = word.is(Class::Function) || word.is(Class::Verb) || word.is(Class::Reader) || word.is(Class::Negative);
        everyday || text.len() > 1 && builtin::acronym(text).is_none()
    };
    let plain = words.iter().filter(|word| word.is_known()).count();
    // "JPG, BMP, PNG, TIF" are no words
    let spoken =
        words.iter().any(|word| word.span.end - word.span.start > 1 && (word.is(Class::Function) || word.is(Class::Verb) || word.is(Class::Reader)));
    let long = words.iter().map(|word| (word.span.end - word.span.start) as usize).sum::<usize>() >= LONG * words.len();
    words.iter().filter(is_word).count() >= FEWEST && plain * 4 >= words.len() && (spoken || long)
}
