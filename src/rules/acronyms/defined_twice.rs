//! A short form that is explained again in the same way. A long page may do so once in each of its parts.

use super::{finding, in_glossary, is_unfamiliar, part_of, related, say_the_same, told};
use crate::analysis::acronyms::{Definition, ShortForm};
use crate::analysis::glossary::Glossary;
use crate::document::markdown::LinkTarget;
use crate::findings::{Finding, Level, Maturity, REPEAT};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct DefinedTwice;

static META: Meta = Meta {
    id: "acronyms/defined-twice",
    summary: "a short form that is explained more than once",
    level: Level::Note,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "Once explained, the letters are shorter to read. A second explanation makes readers wonder if it is something new.",
    sources: &["NHS digital service manual: explain a short form at first use, unless everyone knows it"],
    bad: &[
        "The integrated care board (ICB) met. The ICB agreed. The integrated care board (ICB) will meet again.",
        "Ask the multidisciplinary team (MDT). The multidisciplinary team (MDT) will help.",
        "A primary care network (PCN) is local. Our primary care networks (PCNs) are new.",
    ],
    good: &[
        "The integrated care board (ICB) met. The ICB agreed.",
        "The emergency department (ED) is open. The eating disorders (ED) team is next door.",
        "Ask the multidisciplinary team (MDT).\n\n## Glossary\n\n- **MDT** – multidisciplinary team",
    ],
};

impl Check for DefinedTwice {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let mut glossary = Glossary::default();
        out.extend(cx.acronyms.iter().filter(|short| is_unfamiliar(cx, short)).filter_map(|short| again(cx, short, &mut glossary)));
    }
}

fn again(cx: &Cx<'_>, short: &ShortForm, glossary: &mut Glossary) -> Option<Finding> {
    let mut seen: Vec<(usize, &Definition, &str)> = Vec::new();
    let mut again: Vec<(&Definition, &Definition)> = Vec::new();
    for (definition, long) in told(short) {
        let block = super::block_of(cx.document, definition.word);
        // the contents of a page repeat its headings
        if !block.is_running_text() || block.quoted || in_contents(cx, definition.word) || in_glossary(cx, glossary, definition.word) {
            continue;
        }
        let part = part_of(cx.document, definition.word);
        match seen.iter().find(|(other, _, before)| *other == part && say_the_same(before, long)) {
            Some((_, first, _)) => again.push((first, definition)),
            None => seen.push((part, definition, long)),
        }
    }
    let ((first, place), rest) = again.split_first()?;
    let mut places = vec![related(cx, first.short, "first explained here")];
    places.extend(rest.iter().map(|(_, other)| related(cx, other.short, REPEAT)));
    let letters = cx.document.prose_of(place.short);
    let message = format!("`{letters}` is explained again");
    Some(finding(cx, &META, place.short, message, format!("write `{letters}` alone here: it is explained above"), places))
}

/// In a link to another place of the page.
fn in_contents(cx: &Cx<'_>, word: u32) -> bool {
    let word = cx.document.words[word as usize];
    let after = cx.document.links.partition_point(|link| link.prose.start <= word.span.start);
    let link = after.checked_sub(1).map(|i| cx.document.links[i]).filter(|_| word.in_link());
    link.is_some_and(|link| matches!(link.target, LinkTarget::Local) && link.prose.overlaps(word.span))
}
