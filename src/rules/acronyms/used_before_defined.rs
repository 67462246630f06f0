//! A short form that running text uses before the page explains it. Headings, tables and contents lists may come first.

use super::{also_here, block_of, finding, in_glossary, is_unfamiliar, related, told};
use crate::analysis::acronyms::{ShortForm, Use};
use crate::analysis::glossary::Glossary;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct UsedBeforeDefined;

static META: Meta = Meta {
    id: "acronyms/used-before-defined",
    summary: "a short form that is used before the page explains it",
    level: Level::Note,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "Most people read from the top. They meet the letters before the words that explain them.",
    sources: &["NHS digital service manual: explain a short form at first use, unless everyone knows it"],
    bad: &[
        "The ICB met in May. The integrated care board (ICB) meets again in June.",
        "Ask the MDT.\n\nThe multidisciplinary team (MDT) will help.",
        "Two PCNs took part. A primary care network (PCN) is a group of surgeries.",
    ],
    good: &[
        "The integrated care board (ICB) met in May. The ICB meets again in June.",
        "# The MDT\n\nThe multidisciplinary team (MDT) will help. Ask the MDT.",
        "The NHS is 75. The National Health Service (NHS) began in 1948.",
        "The <abbr title=\"integrated care board\">ICB</abbr> met. The integrated care board (ICB) meets in June.",
        "The integrated care board will be referred to as the ICB. The integrated care board (ICB) meets in June.",
    ],
};

impl Check for UsedBeforeDefined {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let mut glossary = Glossary::default();
        out.extend(cx.acronyms.iter().filter(|short| is_unfamiliar(cx, short)).filter_map(|short| early(cx, short, &mut glossary)));
    }
}

fn early(cx: &Cx<'_>, short: &ShortForm, glossary: &mut Glossary) -> Option<Finding> {
    let first = short.definitions.first()?;
    let (_, long) = told(short).next().filter(|(definition, _)| definition.word == first.word)?;
    // a list of references, or a quotation at the top, is not where people begin to read
    let early: Vec<&Use> = short.uses.iter().take_while(|other| other.word < first.word).filter(|other| is_read(cx, other.word)).collect();
    let early: Vec<&Use> = early.into_iter().filter(|other| !in_glossary(cx, glossary, other.word)).collect();
    let (place, rest) = early.split_first()?;
    let mut places = also_here(cx, rest);
    places.push(related(cx, first.short, "explained here"));
    let letters = cx.document.prose_of(place.span);
    let message = format!("`{letters}` is used before the page explains it");
    Some(finding(cx, &META, place.span, message, format!("write `{long} ({letters})` here, and `{letters}` from then on"), places))
}

fn is_read(cx: &Cx<'_>, word: u32) -> bool {
    let block = block_of(cx.document, word);
    let at = word as usize;
    // "(RAE, 2017)" is an author
    let cited = cx.document.words.get(at + 1).is_some_and(|next| {
        let gap = &cx.document.prose.text[cx.document.words[at].span.end as usize..next.span.start as usize];
        gap == ", " && next.has_digit() && next.span.end - next.span.start == 4
    });
    block.is_running_text() && !block.quoted && !cited && !cx.document.words[at].in_link()
}
