//! A short form that few people know in the title, a heading or the text of a link, though the page explains it further on. One that the page
//! never explains is left to `acronyms/undefined`.

use super::{also_here, block_of, finding, in_glossary, is_rare};
use crate::analysis::acronyms::{ShortForm, Use};
use crate::analysis::glossary::Glossary;
use crate::document::markdown::BlockKind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct InTitle;

static META: Meta = Meta {
    id: "acronyms/in-title",
    summary: "a short form in a heading or a link, where readers look first",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "People look at headings and links to find their way. Letters that are explained further down do not help them there.",
    sources: &["NHS digital service manual: explain a short form at first use, unless everyone knows it"],
    bad: &[
        "# How CHC works\n\nNHS continuing healthcare (CHC) pays for care.",
        "## Meet the MDT\n\nThe multidisciplinary team (MDT) meets weekly.",
        "Read [what the PCN does](pcn.md). The primary care network (PCN) is local.",
    ],
    good: &[
        "# NHS continuing healthcare (CHC)\n\nCHC pays for care.",
        "# Call your GP or NHS 111",
        "## The team\n\nThe multidisciplinary team (MDT) meets weekly. The MDT is small.",
    ],
};

impl Check for InTitle {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let mut glossary = Glossary::default();
        let mut titled = |short| titled(cx, short, &mut glossary);
        out.extend(cx.acronyms.iter().filter(|short| short.is_defined() && is_rare(cx, short)).filter_map(&mut titled));
    }
}

fn titled(cx: &Cx<'_>, short: &ShortForm, glossary: &mut Glossary) -> Option<Finding> {
    // once the page has explained it, it may stand in the headings that follow
    let first = short.definitions.first()?.word;
    let early: Vec<&Use> = short.uses.iter().take_while(|other| other.word < first).filter(|other| is_signpost(cx, other.word)).collect();
    let early: Vec<&Use> = early.into_iter().filter(|other| !in_bracket(cx, other) && !in_glossary(cx, glossary, other.word)).collect();
    let (place, rest) = early.split_first()?;
    let letters = cx.document.prose_of(place.span);
    let heading = matches!(block_of(cx.document, place.word).kind, BlockKind::Heading(_));
    let (here, what) = if heading { ("heading", "heading") } else { ("link", "text of the link") };
    let message = format!("`{letters}` stands in a {here} before the page explains it");
    let help = match short.long() {
        Some(long) => format!("write `{long}` in the {what}"),
        None => format!("write the words in full in the {what}"),
    };
    Some(finding(cx, &META, place.span, message, help, also_here(cx, rest)))
}

fn is_signpost(cx: &Cx<'_>, word: u32) -> bool {
    matches!(block_of(cx.document, word).kind, BlockKind::Heading(_)) || cx.document.words[word as usize].in_link()
}

/// In a bracket after other words, which say it in full as far as the writer is concerned: "two-step log-in (2FA)".
fn in_bracket(cx: &Cx<'_>, other: &Use) -> bool {
    let start = block_of(cx.document, other.word).prose.start;
    let before = &cx.document.prose.text[start as usize..other.span.start as usize];
    before.rfind('(').is_some_and(|open| open > 0 && !before[open..].contains(')'))
}
