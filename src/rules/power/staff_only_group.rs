//! A list of the members of a group, with nobody who uses the service or cares for someone who does.

use crate::analysis::involvement::{Element, Evidence};
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct StaffOnlyGroup;

static META: Meta = Meta {
    id: "power/staff-only-group",
    summary: "a group of staff only",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "A group that decides about a service and has nobody who uses it works without what they know.",
    sources: &[
        "Co-production Network for Wales: people are part of boards and steering groups",
        "A Co-production Model: share power and decisions with citizens",
    ],
    bad: &[
        "---\nkind: plan\n---\nThe board is made up of a GP, a nurse and the finance lead.",
        "---\nkind: policy\n---\n## Membership\n\n- Lead nurse\n- Head of estates\n- Finance officer",
        "---\nkind: plan\n---\nThe steering group consists of two directors and a consultant.",
    ],
    good: &[
        "---\nkind: plan\n---\nThe board is made up of a GP, a nurse and two carers.",
        "---\nkind: policy\n---\n## Membership\n\n- Lead nurse\n- Head of estates\n- Four tenants",
        "The board is made up of a GP, a nurse and the finance lead.",
    ],
};

impl Check for StaffOnlyGroup {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        if !matches!(cx.kind.kind, Kind::Plan | Kind::Policy | Kind::Consultation) || cx.without_involvement() {
            return;
        }
        let (members, document) = (["members"], cx.document);
        let is_heading = |shown: &&Evidence| !document.block_of(&document.sentences[shown.sentence as usize]).is_running_text();
        let beside = |list: &Evidence, kind: &str| {
            let same = |shown: &&Evidence| if is_heading(&list) { shown.section == list.section } else { shown.sentence == list.sentence };
            cx.involvement.of_element(Element::Power).filter(|shown| shown.kind == kind).filter(same).count()
        };
        let staff_only = |list: &&Evidence| beside(list, "staff") >= 2 && beside(list, "lived") == 0;
        let Some(at) = cx.involvement.of_kinds(Element::Power, &members).find(staff_only).map(|list| list.words) else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            format!("`{}` names staff, and nobody who uses the service", quote(cx.document.prose_of(at))),
            "who else is in the room?",
            "add people who use the service and carers, at least two of each, and say how they are supported",
        ));
    }
}
