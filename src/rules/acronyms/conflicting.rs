//! A short form that stands for two things: on one page, or on two pages of a folder.

use super::{finding, part_of, related, say_the_same, told};
use crate::analysis::acronyms::ShortForm;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct Conflicting;

/// Its id. It alone reads the short forms that everyone knows.
pub const ID: &str = "acronyms/conflicting";

static META: Meta = Meta {
    id: ID,
    summary: "a short form that stands for two different things",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "The reader has to work out each time which of the two is meant.",
    sources: &["NHS digital service manual: explain a short form at first use, unless everyone knows it"],
    bad: &[
        "The emergency department (ED) is open. The eating disorders (ED) team is next door.",
        "A personal independence payment (PIP) helps. The performance improvement plan (PIP) is for staff.",
        "Ask the occupational therapist (OT). Overtime (OT) is paid in May.",
    ],
    good: &[
        "The emergency department (ED) is open. Our emergency departments (EDs) are busy.",
        "The integrated care board (ICB) met. NHS Integrated Care Boards (ICBs) plan services.",
        "The learning disability (LD) team helps. The LD team is in Eastwick.",
    ],
};

impl Check for Conflicting {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        out.extend(cx.acronyms.iter().filter(|short| short.is_acronym).filter_map(|short| here(cx, short).or_else(|| elsewhere(cx, short))));
    }
}

/// Two meanings on this page. A new part of a long page may use the letters anew.
fn here(cx: &Cx<'_>, short: &ShortForm) -> Option<Finding> {
    let (first, long) = told(short).next()?;
    let part = |word| part_of(cx.document, word);
    let (place, other) = told(short).skip(1).find(|(place, other)| !say_the_same(long, other) && part(place.word) == part(first.word))?;
    let letters = &short.short;
    let message = format!("`{letters}` stands for `{}` here, and for `{}` above", quote(other), quote(long));
    let help = format!("write one of them in full each time, or check that both are what `{letters}` stands for");
    Some(finding(cx, &META, place.short, message, help, vec![related(cx, first.short, "the other meaning")]))
}

/// Another meaning on another page of the folder.
fn elsewhere(cx: &Cx<'_>, short: &ShortForm) -> Option<Finding> {
    let (place, long) = told(short).next()?;
    let others = cx.settings.index.elsewhere(&short.short, &cx.document.source.name);
    let (page, other) = others.into_iter().find(|(_, other)| !say_the_same(long, other))?;
    let letters = &short.short;
    let message = format!("`{letters}` stands for `{}` here, and for `{}` in {page}", quote(long), quote(other));
    let help = "people read more than one page: write the rarer one in full each time".to_owned();
    Some(Finding { level: Level::Note, ..finding(cx, &META, place.short, message, help, Vec::new()) })
}
