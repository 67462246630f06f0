//! A short form that is explained and then never used: the brackets only add letters to learn.

use super::{finding, in_glossary, is_unfamiliar, told};
use crate::analysis::acronyms::{Definition, ShortForm};
use crate::analysis::glossary::Glossary;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};
use crate::wordlists::shape::Tier;

/// The rule.
pub struct DefinedNotUsed;

/// Its id, by which `--fix` finds the brackets to drop.
pub const ID: &str = "acronyms/defined-not-used";

static META: Meta = Meta {
    id: ID,
    summary: "a short form that is explained and never used",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Readers try to keep the letters in mind, and then never need them.",
    sources: &["NHS digital service manual: explain a short form at first use, unless everyone knows it"],
    bad: &[
        "The community mental health team (CMHT) is in Eastwick. The team is open all day.",
        "Ask the patient participation group (PPG) for a form.",
        "A tissue viability nurse (TVN) will call you.",
    ],
    good: &[
        "The community mental health team (CMHT) is in Eastwick. The CMHT is open all day.",
        "The MDT (multidisciplinary team) meets weekly.",
        "The British Broadcasting Corporation (BBC) came to film us.",
    ],
};

impl Check for DefinedNotUsed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let mut glossary = Glossary::default();
        out.extend(cx.acronyms.iter().filter(|short| is_unfamiliar(cx, short)).filter_map(|short| unused(cx, short, &mut glossary)));
    }
}

fn unused(cx: &Cx<'_>, short: &ShortForm, glossary: &mut Glossary) -> Option<Finding> {
    // many people know the letters better than the words: BSL, ADHD
    let heard = short.listed.as_ref().is_some_and(|listed| listed.tier == Tier::Known);
    let (only, long) = told(short).next().filter(|_| short.definitions.len() == 1 && short.uses.is_empty() && !heard)?;
    if !only.long_first || !cx.document.block_of(cx.document.sentence_at(only.word as usize)).is_running_text() {
        return None;
    }
    // "(CI/CD)" says more than the letters, and "(OLS-2)" is a name
    if !is_alone(cx, only) || short.short.bytes().any(|b| b.is_ascii_digit()) || in_glossary(cx, glossary, only.word) {
        return None;
    }
    let letters = cx.document.prose_of(only.short);
    let message = format!("`{letters}` is explained here and not used again");
    let help = format!("`{}` is enough, unless readers will meet `{letters}` elsewhere", quote(long));
    Some(finding(cx, &META, only.short, message, help, Vec::new()))
}

/// Whether nothing else stands in the bracket.
fn is_alone(cx: &Cx<'_>, definition: &Definition) -> bool {
    let text = &cx.document.prose.text;
    let marks: &[_] = &['"', '\'', '“', '”', '‘', '’'];
    let before = text[..definition.short.start as usize].trim_end_matches(marks);
    before.ends_with(['(', '[']) && text[definition.short.end as usize..].trim_start_matches(marks).starts_with([')', ']'])
}
