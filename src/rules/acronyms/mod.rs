//! Rules about short forms. All of them read the ledger of the document; none looks for short forms by itself.

pub mod conflicting;
pub mod defined_elsewhere;
pub mod defined_not_used;
pub mod defined_twice;
pub mod in_title;
pub mod shouting;
pub mod too_many;
pub mod undefined;
pub mod used_before_defined;

use std::borrow::Cow;

use crate::analysis::acronyms::{Definition, ShortForm, Use};
use crate::analysis::glossary::Glossary;
use crate::config::Audience;
use crate::document::{Block, Document};
use crate::findings::{Finding, REPEAT, Related};
use crate::input::span::Span;
use crate::rules::words::note;
use crate::rules::{Cx, Meta};
use crate::wordlists::shape::Tier;

/// Words of a document from which on each of its parts may explain a short form again.
const LONG: usize = 1_500;

/// Headings that are walked back over to find the part of a document.
const MOST_HEADINGS: usize = 500;

/// Whether readers need a short form explained, as far as the lists and the team know. People at work know those that many people know.
fn is_unfamiliar(cx: &Cx<'_>, short: &ShortForm) -> bool {
    let at_work = cx.settings.audience == Audience::Professional;
    let known = short.listed.as_ref().is_some_and(|listed| listed.tier == Tier::Everyday || at_work && listed.tier == Tier::Known);
    short.is_acronym && !known && !cx.settings.known_acronyms.contains(&short.short)
}

/// As [`is_unfamiliar`], and few people know it: not many readers have met `MDT`, most have met `BSL`. Two letters that no list knows are as often
/// a person, a place or a key.
fn is_rare(cx: &Cx<'_>, short: &ShortForm) -> bool {
    let rare = short.listed.as_ref().map_or(short.short.chars().count() > 2, |listed| listed.tier == Tier::Explain);
    rare && is_unfamiliar(cx, short)
}

/// The definitions that stand beside their long form in running text or a heading: a glossary may say it all again.
fn told(short: &ShortForm) -> impl Iterator<Item = (&Definition, &str)> {
    short.definitions.iter().filter(|definition| definition.bracket).filter_map(|definition| Some((definition, definition.long.as_deref()?)))
}

/// The block in which a word stands.
fn block_of<'d>(document: &'d Document<'_>, word: u32) -> &'d Block {
    document.block_of(document.sentence_at(word as usize))
}

/// Whether a place is one of a glossary, which is in order of the alphabet and says things again.
fn in_glossary(cx: &Cx<'_>, glossary: &mut Glossary, word: u32) -> bool {
    glossary.holds(cx.document, block_of(cx.document, word))
}

/// The part of a long document in which a word stands: which of its headings of level 1 or 2 it is under. Short documents have one part.
fn part_of(document: &Document<'_>, word: u32) -> usize {
    if document.length <= LONG {
        return 0;
    }
    let section = block_of(document, word).section as usize;
    // no page has more headings than that under one of level 2, and a bound keeps the cost of a page in line with its length
    let first = section.saturating_sub(MOST_HEADINGS);
    (first..=section).rev().find(|at| document.sections[*at].level <= 2).unwrap_or(first)
}

/// Whether two long forms say the same: more than half of the longer words of one are words of the other. Case and plurals do not count.
fn say_the_same(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| part.len() > 3 || part.chars().any(char::is_uppercase));
        parts.map(|part| part.to_lowercase().trim_end_matches('s').to_owned()).collect()
    };
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    if bare(one) == bare(other) {
        return true;
    }
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    // "child" and "children"
    let alike = |word: &str, other: &str| word == other || word.len() > 3 && other.starts_with(word) || other.len() > 3 && word.starts_with(other);
    short.iter().filter(|word| long.iter().any(|other| alike(word, other))).count() * 2 > short.len()
}

/// A finding about a place, with the other places that belong to it.
fn finding(cx: &Cx<'_>, meta: &'static Meta, place: Span, message: String, help: String, related: Vec<Related>) -> Finding {
    Finding {
        rule: meta.id,
        level: meta.level,
        span: cx.document.source_span(place),
        message,
        label: String::new(),
        note: note(meta.why, meta.sources.iter().copied().take(1)).into(),
        help: Some(help.into()),
        related,
        key: None,
    }
}

fn related(cx: &Cx<'_>, place: Span, what: impl Into<Cow<'static, str>>) -> Related {
    Related { span: cx.document.source_span(place), what: what.into() }
}

fn also_here(cx: &Cx<'_>, uses: &[&Use]) -> Vec<Related> {
    uses.iter().map(|other| related(cx, other.span, REPEAT)).collect()
}
