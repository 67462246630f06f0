//! A claim of co-production with nobody at one part of the work: planning it, doing it or checking it.

use crate::analysis::involvement::{Element, Evidence};
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity, Related};
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct StageGap;

/// The parts of the work: their kinds in `cycle.toml`, and what they are called.
const PARTS: [(&str, &str); 3] = [("plan", "planning it"), ("do", "doing it"), ("check", "checking it")];

static META: Meta = Meta {
    id: "involvement/stage-gap",
    summary: "a claim to work as equals, with nobody at one part of the work",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "To make a thing together is to build the boat, and not only to row it. Readers look for people when it is planned, done and checked.",
    sources: &[
        "Co-production top tips: the planning, development and delivery",
        "Co-production Network for Wales: co-commission, co-design, co-deliver and co-evaluate",
        "North Cumbria co-production toolkit: people build the boat",
    ],
    bad: &[
        "---\nkind: plan\n---\nThis co-produced plan was designed with carers. We will build a ramp.",
        "---\nkind: plan\n---\nOur co-produced strategy sets five aims.",
        "---\nkind: plan\n---\nThe plan is co-produced. Volunteers run the garden.",
    ],
    good: &[
        "---\nkind: plan\n---\nThis co-produced plan was written with tenants. Tenants run the office, and tenants will check how the plan is going.",
        "---\nkind: plan\n---\nThis plan sets five aims.",
        "This co-produced plan was designed with carers.",
    ],
};

impl Check for StageGap {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        if cx.kind.kind != Kind::Plan || cx.without_involvement() {
            return;
        }
        let Some(claim) = cx.involvement.of_kinds(Element::Claim, &["co-production"]).next() else { return };
        let shown = |part: &str| cx.involvement.of_element(Element::Cycle).find(|shown| shown.kind == part);
        let parts: Vec<(&str, Option<&Evidence>)> = PARTS.iter().map(|(kind, name)| (*name, shown(kind))).collect();
        let gaps: Vec<&str> = parts.iter().filter(|(_, shown)| shown.is_none()).map(|(name, _)| *name).collect();
        if gaps.is_empty() {
            return;
        }
        let boxes: Vec<String> = parts.iter().map(|(name, shown)| format!("{name}: {}", if shown.is_some() { "yes" } else { "nobody" })).collect();
        let related = parts.iter().filter_map(|(name, shown)| Some((*name, (*shown)?.words)));
        out.push(Finding {
            help: Some("say who plans it, who does it with you, and who looks whether it works; or use another word for it".into()),
            related: related.map(|(name, words)| Related { span: cx.document.source_span(words), what: name.to_owned().into() }).collect(),
            ..META.finding(
                cx.document.source_span(claim.words),
                format!("`{}`, and nobody is shown {}", quote(cx.document.prose_of(claim.words)), gaps.join(" or ")),
                boxes.join(" | "),
            )
        });
    }
}
