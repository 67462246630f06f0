//! What an invitation leaves out, and how much it matters: what all rules about a missing element share.
//!
//! A page that leaves out much gets two findings at most, those that matter most to its kind: a wall of them helps nobody. `plainly checklist`
//! shows all.

use crate::analysis::involvement::{Ask, Element, Evidence};
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Related};
use crate::rules::words::quote;
use crate::rules::{Cx, Meta};

/// Most findings about missing elements in one document.
const MOST: usize = 2;
/// What readers of a consultation look for first, by rule; then of a page that looks for members, and of a plan.
const CONSULTATION: [&str; 16] = [
    "no-deadline",
    "no-scope",
    "no-feedback-loop",
    "no-support",
    "no-access",
    "one-route",
    "no-who",
    "no-stage",
    "no-named-contact",
    "our-venues-only",
    "no-reciprocity",
    "one-off",
    "no-expectations",
    "no-underrepresented",
    "stage-gap",
    "no-payment",
];
const RECRUIT: [&str; 16] = [
    "no-deadline",
    "no-support",
    "no-access",
    "no-expectations",
    "no-payment",
    "no-scope",
    "no-feedback-loop",
    "no-who",
    "one-route",
    "no-named-contact",
    "no-reciprocity",
    "our-venues-only",
    "no-underrepresented",
    "one-off",
    "no-stage",
    "stage-gap",
];
const PLAN: [&str; 16] = [
    "no-scope",
    "no-feedback-loop",
    "stage-gap",
    "no-stage",
    "no-who",
    "no-support",
    "no-access",
    "no-reciprocity",
    "no-deadline",
    "one-route",
    "no-named-contact",
    "our-venues-only",
    "one-off",
    "no-expectations",
    "no-underrepresented",
    "no-payment",
];

/// The rules about missing elements, those that matter most to a kind first.
#[must_use]
pub fn wanted(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Recruit => &RECRUIT,
        Kind::Plan | Kind::Policy => &PLAN,
        _ => &CONSULTATION,
    }
}

/// Leaves the findings about missing elements that matter most.
pub fn keep_most_telling(kind: Kind, found: &mut Vec<Finding>) {
    let order = wanted(kind);
    let place = |finding: &Finding| {
        let rule = finding.rule.strip_prefix("involvement/")?;
        order.iter().position(|name| *name == rule).map(|at| (std::cmp::Reverse(finding.level), at))
    };
    let mut places: Vec<_> = found.iter().filter_map(place).collect();
    if places.len() <= MOST {
        return;
    }
    places.sort_unstable();
    let last = places[MOST - 1];
    found.retain(|finding| place(finding).is_none_or(|at| at <= last));
}

/// An invitation that ought to be whole: that of a consultation, of a page that looks for members, of a plan.
pub struct Invitation<'c> {
    cx: &'c Cx<'c>,
    /// Its first ask.
    pub ask: &'c Ask,
}

/// The invitation of a document, if it is one that ought to be whole. What is closed is not asked to be better.
pub fn invitation<'c>(cx: &'c Cx<'c>) -> Option<Invitation<'c>> {
    let due = matches!(cx.kind.kind, Kind::Consultation | Kind::Recruit | Kind::Plan) && !cx.without_involvement();
    let open = |ask: &&Ask| !ask.is_closed && !ask.is_loose;
    due.then(|| cx.involvement.asks.iter().find(open)).flatten().map(|ask| Invitation { cx, ask })
}

impl Invitation<'_> {
    /// The level of a finding about an element that this evidence would show: nothing near the ask, or only far from it, which is one step less;
    /// none where a note would sink to nothing, or where the element is there. A consultation is about its invitation from end to end.
    pub fn level_without<'e>(&self, level: Level, mut shown: impl Iterator<Item = &'e Evidence>) -> Option<Level> {
        let whole = self.cx.kind.kind != Kind::Plan;
        let mut far = false;
        if shown.any(|piece| {
            far = true;
            whole || self.cx.involvement.is_inviting(piece.section)
        }) {
            return None;
        }
        match (far, level) {
            (false, level) => Some(level),
            (true, Level::Error) => Some(Level::Warning),
            (true, Level::Warning) => Some(Level::Note),
            (true, Level::Note) => None,
        }
    }

    /// As [`Invitation::level_without`], for all evidence of an element.
    pub fn level_without_element(&self, level: Level, element: Element) -> Option<Level> {
        self.level_without(level, self.cx.involvement.of_element(element))
    }

    /// The finding, at the first ask.
    pub fn finding(&self, meta: &'static Meta, level: Level, message: &str, label: &str, help: &'static str) -> Finding {
        let document = self.cx.document;
        let message = format!("`{}` invites readers, and {message}", quote(document.prose_of(self.ask.words)));
        Finding { level, help: Some(help.into()), ..meta.finding(document.source_span(self.ask.words), message, label) }
    }

    /// Adds places to a finding.
    pub fn with_places<'e>(&self, mut finding: Finding, places: impl Iterator<Item = &'e Evidence>, what: &str) -> Finding {
        const MOST_SHOWN: usize = 3;
        let related = |piece: &Evidence| Related { span: self.cx.document.source_span(piece.words), what: what.to_owned().into() };
        finding.related = places.take(MOST_SHOWN).map(related).collect();
        finding
    }
}
