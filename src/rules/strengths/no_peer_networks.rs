//! A plan for a service that never speaks of friends, neighbours, clubs or groups.

use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoPeerNetworks;

static META: Meta = Meta {
    id: "strengths/no-peer-networks",
    summary: "a plan that never speaks of friends, neighbours or groups",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Most help comes from people one knows. Readers look for neighbours, clubs and others who have been there.",
    sources: &[
        "Co-production Network for Wales: develop networks across silos",
        "Nesta: peer support networks",
        "York co-production guide: build social networks",
    ],
    bad: &[
        "---\nkind: plan\n---\nWe will hire a nurse. We will open a clinic.",
        "---\nkind: plan\n---\nThe new model has three wards.",
        "---\nkind: plan\n---\nWe will build a ramp by June.",
    ],
    good: &[
        "---\nkind: plan\n---\nWe will hire a nurse. A peer support worker joins the clinic.",
        "---\nkind: plan\n---\nNeighbours and clubs help with the garden.",
        "We will hire a nurse.",
    ],
};

impl Check for NoPeerNetworks {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let shown = || cx.involvement.of_kinds(Element::Strengths, &["peer"]).next().is_some();
        let Some(at) = rules::title(cx.document).filter(|_| cx.kind.kind == Kind::Plan && !shown()) else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            "this plan does not speak of friends, neighbours, clubs or groups".to_owned(),
            "who else helps?",
            "say which groups, clubs, friends and neighbours help already, and how the plan works with them",
        ));
    }
}
