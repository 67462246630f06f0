//! A short form that another page explains, and this one does not. It needs the index of the folder, or a glossary in `plainly.toml`.

use super::{also_here, finding, is_unfamiliar};
use crate::analysis::acronyms::{ShortForm, Use};
use crate::findings::{Finding, Level, Maturity};
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct DefinedElsewhere;

/// Its id, by which the folder is read first.
pub const ID: &str = "acronyms/defined-elsewhere";

static META: Meta = Meta {
    id: ID,
    summary: "a short form that only another page explains",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "People come to a page from a search or a link, and may never see the page that explains the letters.",
    sources: &["NHS digital service manual: explain a short form at first use, unless everyone knows it"],
    bad: &[],
    good: &[],
};

impl Check for DefinedElsewhere {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        out.extend(cx.acronyms.iter().filter(|short| is_unfamiliar(cx, short) && !short.is_defined()).filter_map(|short| told_of(cx, short)));
    }
}

fn told_of(cx: &Cx<'_>, short: &ShortForm) -> Option<Finding> {
    let (page, long) = cx.settings.index.elsewhere(&short.short, &cx.document.source.name).into_iter().next()?;
    let uses: Vec<&Use> = short.uses.iter().collect();
    let (first, rest) = uses.split_first()?;
    let letters = &short.short;
    let message = format!("`{letters}` is explained in {page}, and not on this page");
    let help = format!("write `{} ({letters})` the first time, or link to that page", quote(long));
    Some(finding(cx, &META, first.span, message, help, also_here(cx, rest)))
}
