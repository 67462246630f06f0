//! Several names for what seem to be the same people: patients here, clients there, service users below. One note for a page.
//!
//! The names stand in `wordlists/jargon/mixed-terms.toml`. Names that the page tells apart, or explains, are different people.

use std::collections::BTreeMap;

use crate::analysis::involvement::span_of;
use crate::findings::{Finding, Related};
use crate::phrases::guards::{Site, glossed};
use crate::rules::words::{finding, quote};
use crate::rules::{Cx, Heard, Weigh};

/// The rule.
pub struct MixedTerms;

const RULE: &str = "jargon/mixed-terms";
/// Fewest names, and fewest uses of each.
const FEWEST_NAMES: usize = 3;
const FEWEST_USES: usize = 2;
/// Words between two names of one list of people: "residents, tenants and other local customers".
const NEAR: u32 = 4;
/// Names shown in a message.
const MOST_SHOWN: usize = 4;

impl Weigh for MixedTerms {
    fn rule(&self) -> &'static str {
        RULE
    }

    fn weigh(&self, cx: &Cx<'_>, heard: &[Heard<'_>], out: &mut Vec<Finding>) {
        let mut names: BTreeMap<_, Vec<&Site<'_>>> = BTreeMap::new();
        for hit in heard.iter().filter(|hit| hit.speaks) {
            names.entry(hit.site.hit.entry).or_default().push(&hit.site);
        }
        let apart = told_apart(heard);
        let mixed = |(entry, uses): &(_, Vec<&Site<'_>>)| {
            uses.len() >= FEWEST_USES && !apart.contains(entry) && !uses.iter().any(|site| glossed::is_glossed(site))
        };
        let mut firsts: Vec<&Site<'_>> = names.into_iter().filter(mixed).map(|(_, uses)| uses[0]).collect();
        firsts.sort_by_key(|site| site.hit.words);
        if let [first, rest @ ..] = firsts.as_slice()
            && firsts.len() >= FEWEST_NAMES
        {
            out.push(told(cx, first, rest));
        }
    }
}

/// Names that stand close together in one sentence: a page that lists patients and residents means different people.
fn told_apart(heard: &[Heard<'_>]) -> Vec<crate::phrases::EntryId> {
    let close = |a: &Site<'_>, b: &Site<'_>| a.hit.sentence == b.hit.sentence && a.hit.entry != b.hit.entry && b.hit.words.0 <= a.hit.words.1 + NEAR;
    let pairs = heard.windows(2).filter(|pair| close(&pair[0].site, &pair[1].site));
    pairs.flat_map(|pair| [pair[0].site.hit.entry, pair[1].site.hit.entry]).collect()
}

fn told(cx: &Cx<'_>, first: &Site<'_>, rest: &[&Site<'_>]) -> Finding {
    let words = |site: &Site<'_>| quote(cx.document.prose_of(span_of(cx.document, &site.hit))).to_lowercase();
    let shown: Vec<String> = std::iter::once(first).chain(rest.iter().copied()).take(MOST_SHOWN).map(|site| format!("`{}`", words(site))).collect();
    let (last, others) = shown.split_last().map_or(("", [].as_slice()), |(last, others)| (last.as_str(), others));
    let related = rest.iter().map(|site| Related { span: cx.document.source_span(span_of(cx.document, &site.hit)), what: "another name".into() });
    Finding {
        message: format!("people are called {} and {last} on this page", others.join(", ")),
        label: "one name for the same people?".to_owned(),
        help: Some("if they are the same people, choose one name and keep to it; `you` is often enough. If they are not, say who is who".into()),
        related: related.collect(),
        key: None,
        ..finding(cx, RULE, &first.entry, &first.hit, false)
    }
}
