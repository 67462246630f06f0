//! What holds up a plan that claims co-production. These are lines of the checklist; they speak only where a plan makes that claim.

pub mod no_champion;
pub mod no_ground_rules;
pub mod no_learning;
pub mod no_resources;
pub mod no_review;
pub mod no_training;
pub mod no_values;

use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::input::span::Span;
use crate::rules::{Check, Cx, Meta, about_words};

/// A rule about one thing that holds a plan up.
pub struct Holds {
    meta: &'static Meta,
    /// The kind of evidence that shows it.
    kind: &'static str,
    /// What the plan would say: "which senior person leads it".
    what: &'static str,
}

/// What such a rule is: all of them are told apart by what they look for, and by who says so.
const fn meta(id: &'static str, summary: &'static str, sources: &'static [&'static str]) -> Meta {
    Meta {
        id,
        summary,
        level: Level::Note,
        maturity: Maturity::Trial,
        since: "0.1.0",
        why: "A plan made together is a promise. Readers look for what will hold it up when the first meeting is over.",
        sources,
        bad: &[
            "---\nkind: plan\n---\nThis co-produced plan sets five aims.",
            "---\nkind: plan\n---\nOur co-produced strategy is here.",
            "---\nkind: plan\n---\nThe plan was co-produced.",
        ],
        good: &[
            "---\nkind: plan\n---\nThis plan sets five aims.",
            "This co-produced plan sets five aims.",
            "---\nkind: policy\n---\nThis co-produced policy sets five aims.",
        ],
    }
}

impl Check for Holds {
    fn meta(&self) -> &'static Meta {
        self.meta
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(at) = without(cx, self.kind) else { return };
        let message = format!("this co-produced plan does not say {}", self.what);
        out.push(about_words(cx, self.meta, at, message, "what holds it up?", format!("say {}", self.what)));
    }
}

/// The claim of co-production of a plan that shows nothing of this kind.
fn without(cx: &Cx<'_>, kind: &str) -> Option<Span> {
    let due = cx.kind.kind == Kind::Plan && !cx.without_involvement() && cx.involvement.of_element(Element::Plan).all(|shown| shown.kind != kind);
    cx.involvement.of_element(Element::Claim).find(|claim| due && claim.kind == "co-production").map(|claim| claim.words)
}
