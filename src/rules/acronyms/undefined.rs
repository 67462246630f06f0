//! A short form that is never explained. One finding for each, with its other places.

use super::is_unfamiliar;
use crate::analysis::acronyms::{ShortForm, own_names};
use crate::findings::{Finding, Level, Maturity, REPEAT};
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};
use crate::wordlists::shape::Tier;

/// The rule.
pub struct Undefined;

/// Its id.
pub const ID: &str = "acronyms/undefined";

static META: Meta = Meta {
    id: ID,
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
        let page = &cx.document.source.name;
        // two letters that no list knows are as often a person, a place or a key
        let likely = |s: &&ShortForm| !s.is_defined() && (s.listed.is_some() || s.short.chars().count() > 2);
        let mut names = None;
        for short in cx.acronyms.iter().filter(likely).filter(|short| is_unfamiliar(cx, short)) {
            let publisher = cx.settings.organisation.as_ref().filter(|(letters, _)| *letters == short.short);
            // a page that explains it is told by another rule, and a publisher's initials on the first page that has them
            if !cx.settings.index.elsewhere(&short.short, page).is_empty()
                || publisher.is_some() && !cx.settings.index.is_first_use(&short.short, page)
            {
                continue;
            }
            let names = names.get_or_insert_with(|| own_names(cx.document));
            let name = publisher.map(|(_, name)| name.clone()).or_else(|| names.get(&short.short).map(|span| cx.document.prose_of(*span).to_owned()));
            out.extend(finding(cx, short).map(|finding| name.map_or_else(|| finding.clone(), |name| of_publisher(finding.clone(), short, &name))));
        }
    }
}

/// The page has the full name of a body, or the team has given it: people can put the two together, so it is a note.
fn of_publisher(finding: Finding, short: &ShortForm, name: &str) -> Finding {
    let letters = &short.short;
    let name = quote(name);
    Finding { level: Level::Note, help: Some(format!("if it is `{name}`, write `{name} ({letters})` the first time").into()), ..finding }
}

fn finding(cx: &Cx<'_>, short: &ShortForm) -> Option<Finding> {
    let (first, rest) = short.uses.split_first()?;
    let known = short.listed.as_ref().is_some_and(|listed| listed.tier == Tier::Known);
    let message = format!("`{}` is not explained on this page", quote(cx.document.prose_of(first.span)));
    let others = rest.iter().map(|other| super::related(cx, other.span, REPEAT)).collect();
    Some(Finding {
        level: if known { Level::Note } else { META.level },
        label: "what does it stand for?".to_owned(),
        ..super::finding(cx, &META, first.span, message, help(short), others)
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
