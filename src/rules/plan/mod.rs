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
use crate::input::span::Span;
use crate::rules::Cx;

/// The claim of co-production of a plan that shows nothing of this kind.
fn without(cx: &Cx<'_>, kind: &str) -> Option<Span> {
    let due = cx.kind.kind == Kind::Plan && !cx.without_involvement() && cx.involvement.of_element(Element::Plan).all(|shown| shown.kind != kind);
    cx.involvement.of_element(Element::Claim).find(|claim| due && claim.kind == "co-production").map(|claim| claim.words)
}
