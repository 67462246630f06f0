//! A term that a page must explain once, and never does. One finding for each term, at its first use.
//!
//! The terms stand in `wordlists/jargon/unexplained-term.toml`, each with a short meaning. Any explanation on the page is enough, wherever it stands.

use std::collections::BTreeMap;

use crate::analysis::glossary::{Glossary, Place};
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::findings::Finding;
use crate::language::fold::OneOf;
use crate::phrases::guards::{Site, glossed};
use crate::rules::words::finding;
use crate::rules::{Cx, Heard, Weigh};

/// The rule.
pub struct UnexplainedTerm;

const RULE: &str = "jargon/unexplained-term";
/// Words after "is" or "are" that begin an explanation.
const BEGINS: OneOf<22> = OneOf::new([
    "a", "an", "when", "where", "how", "about", "one", "any", "someone", "anyone", "people", "help", "support", "money", "care", "work", "your",
    "more", "called", "known", "what", "everyone",
]);
/// Verbs after a term that begin one.
const TELLS: OneOf<14> = OneOf::new([
    "means",
    "mean",
    "meaning",
    "refers",
    "refer",
    "describes",
    "involves",
    "includes",
    "include",
    "aims",
    "determines",
    "helps",
    "lets",
    "allows",
]);
/// Words that begin an aside after a comma.
const ASIDE: OneOf<6> = OneOf::new(["who", "which", "where", "when", "that", "meaning"]);
/// Words of a heading that promises one: "What is co-production?"
const ASKS: OneOf<5> = OneOf::new(["what", "what's", "about", "why", "understanding"]);
/// Words that a heading may hold beside the term it explains.
const MOST_BESIDE: usize = 2;

impl Weigh for UnexplainedTerm {
    fn rule(&self) -> &'static str {
        RULE
    }

    fn weigh(&self, cx: &Cx<'_>, heard: &[Heard<'_>], out: &mut Vec<Finding>) {
        let mut glossary = Glossary::default();
        let mut terms: BTreeMap<_, Vec<&Heard<'_>>> = BTreeMap::new();
        for hit in heard.iter().filter(|hit| !is_part(hit, heard)) {
            terms.entry(hit.site.hit.entry).or_default().push(hit);
        }
        for uses in terms.values() {
            let first = uses.iter().find(|hit| hit.speaks && hit.site.block().is_running_text());
            if let Some(first) = first.filter(|_| !uses.iter().any(|hit| is_explained(&hit.site, &mut glossary))) {
                out.push(told(cx, &first.site));
            }
        }
    }
}

/// Whether a hit is only a part of a longer term: "safeguarding" in "safeguarding concern".
fn is_part(hit: &Heard<'_>, heard: &[Heard<'_>]) -> bool {
    let (start, end) = hit.site.hit.words;
    let holds = |(from, to): (u32, u32)| from <= start && end <= to && to - from > end - start;
    let near = heard.partition_point(|other| other.site.hit.sentence < hit.site.hit.sentence);
    heard[near..].iter().take_while(|other| other.site.hit.sentence == hit.site.hit.sentence).any(|other| holds(other.site.hit.words))
}

fn told(cx: &Cx<'_>, site: &Site<'_>) -> Finding {
    let meaning = site.entry.say().next().unwrap_or_default();
    Finding {
        label: "what does it mean?".to_owned(),
        help: Some(format!("say what it means the first time, or link to a page that does: it may be `{meaning}`").into()),
        key: None,
        ..finding(cx, RULE, &site.entry, &site.hit, false)
    }
}

/// Whether the place of a term explains it: the words beside it, a heading, a glossary, a link.
fn is_explained(site: &Site<'_>, glossary: &mut Glossary) -> bool {
    let (first, after) = (site.hit.words.0 as usize, site.hit.words.1 as usize);
    let block = site.sentence().block as usize;
    let place = Place { document: site.document, block, at: first - site.block().words().start, length: after - first };
    site.document.words[first].in_link()
        || glossed::is_glossed(site)
        || is_told(site, after)
        || is_headed(site)
        || is_set_off(site)
        || glossary.explains(&place)
}

/// "Advocacy is about …", "social prescribing refers to …", "by advocacy we mean …".
fn is_told(site: &Site<'_>, after: usize) -> bool {
    let document = site.document;
    let next: Vec<Word> = document.words[after..site.sentence().words().end].iter().take(3).copied().collect();
    let is = |i: usize, text: &str| next.get(i).is_some_and(|w| document.text(*w).eq_ignore_ascii_case(text));
    let (last, rest) = (document.words[after - 1].span.end as usize, &document.prose.text);
    // "data processors, who act for us"
    let aside = next.first().is_some_and(|w| rest[last..w.span.start as usize].starts_with(',') && document.is_one_of(*w, &ASIDE));
    let tells = aside || next.iter().any(|w| document.is_one_of(*w, &TELLS));
    tells || (is(0, "is") || is(0, "are")) && next.get(1).is_some_and(|w| document.is_one_of(*w, &BEGINS))
}

/// A heading that is hardly more than the term, or that asks what it is: what stands below it is about the term.
fn is_headed(site: &Site<'_>) -> bool {
    if !matches!(site.block().kind, BlockKind::Heading(_) | BlockKind::Term) {
        return false;
    }
    let words = &site.document.words[site.block().words()];
    let length = (site.hit.words.1 - site.hit.words.0) as usize;
    words.len() <= length + MOST_BESIDE || words.iter().any(|w| site.document.is_one_of(*w, &ASKS))
}

/// "Safeguarding: keeping people safe", "we believe in advocacy – help to speak up", "**Advocacy** someone on your side".
fn is_set_off(site: &Site<'_>) -> bool {
    let (words, after) = (site.block().words(), site.hit.words.1 as usize);
    if after >= words.end {
        return false;
    }
    let (last, next) = (site.document.words[after - 1], site.document.words[after]);
    let gap = &site.document.prose.text[last.span.end as usize..next.span.start as usize];
    let opens = site.hit.words.0 as usize == words.start;
    gap.contains([':', '–', '—']) || gap.contains(" - ") || opens && last.is_emphasised() && !next.is_emphasised()
}
