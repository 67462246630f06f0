//! A short form that is never explained. One finding for each, with its other places.

use crate::analysis::acronyms::ShortForm;
use crate::findings::{Finding, Level, Maturity, REPEAT, Related};
use crate::rules::words::{note, quote};
use crate::rules::{Check, Cx, Meta};
use crate::wordlists::shape::Tier;

/// The rule.
pub struct Undefined;

static META: Meta = Meta {
    id: "acronyms/undefined",
    summary: "a short form that the page never explains",
    level: Level::Warning,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "A reader who does not know the letters cannot look them up in the sentence, and may read other words into them.",
    sources: &[
        "NHS digital service manual: explain a short form at first use, unless everyone knows it",
        "Co-production top tips: no jargon or acronyms",
    ],
    bad: &["Ask the MDT to look at it.", "Our ICBs and PCNs plan services.", "Your CPN will call."],
    good: &["Ask the multidisciplinary team (MDT) to look at it. The MDT meets weekly.", "Call your GP or the NHS.", "DO NOT lift the lid."],
};

impl Check for Undefined {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let unexplained = |s: &&ShortForm| s.is_acronym && !s.is_defined() && !s.is_everyday() && !cx.settings.known_acronyms.contains(&s.short);
        // two letters that no list knows are as often a person, a place or a key
        let likely = |s: &&ShortForm| s.listed.is_some() || s.short.chars().count() > 2;
        out.extend(cx.acronyms.iter().filter(unexplained).filter(likely).filter_map(|short| finding(cx, short)));
    }
}

fn finding(cx: &Cx<'_>, short: &ShortForm) -> Option<Finding> {
    let (first, rest) = short.uses.split_first()?;
    let place = |span| cx.document.source_span(span);
    let known = short.listed.as_ref().is_some_and(|listed| listed.tier == Tier::Known);
    Some(Finding {
        rule: META.id,
        level: if known { Level::Note } else { META.level },
        span: place(first.span),
        message: format!("`{}` is not explained on this page", quote(cx.document.prose_of(first.span))),
        label: "what does it stand for?".to_owned(),
        note: note(META.why, META.sources.iter().copied().take(1)).into(),
        help: Some(help(short).into()),
        related: rest.iter().map(|other| Related { span: place(other.span), what: REPEAT.into() }).collect(),
        key: None,
    })
}

/// What it could stand for. The lists suggest and never decide: the same letters mean different things in different places.
fn help(short: &ShortForm) -> String {
    let letters = &short.short;
    let Some(listed) = &short.listed else {
        return format!("write the words in full the first time, then ({letters}) in brackets");
    };
    let told = if listed.note.is_empty() { String::new() } else { format!(" ({})", listed.note) };
    match listed.long().collect::<Vec<_>>().as_slice() {
        [one] => format!("if it means `{one}`, write `{one} ({letters})` the first time{told}"),
        many => format!(
            "it may stand for {}: write the one you mean in full{told}",
            many.iter().map(|l| format!("`{l}`")).collect::<Vec<_>>().join(" or ")
        ),
    }
}
