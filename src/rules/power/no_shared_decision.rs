//! A claim of co-production with nothing to show that people decide.

use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoSharedDecision;

static META: Meta = Meta {
    id: "power/no-shared-decision",
    summary: "a claim to work as equals, with no shared decision",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "To make a thing together is to share the decision, and not only the talk. Readers look for votes, shared chairs or a joint choice.",
    sources: &["A Co-production Model: share power and decisions with citizens", "North Cumbria co-production toolkit: move the balance of power"],
    bad: &[
        "---\nkind: plan\n---\nThis co-produced plan was agreed by the board.",
        "---\nkind: policy\n---\nThe policy was co-produced. The director signs it off.",
        "---\nkind: plan\n---\nWe co-produced this strategy with carers.",
    ],
    good: &[
        "---\nkind: plan\n---\nPatients hold half the votes on this co-produced plan.",
        "---\nkind: plan\n---\nThe plan was co-produced. Residents and staff will run the garden together.",
        "---\nkind: plan\n---\nThis plan was agreed by the board.",
    ],
};

impl Check for NoSharedDecision {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let claim = cx.involvement.of_kinds(Element::Claim, &["co-production"]).next();
        let Some(at) = claim.map(|claim| claim.words).filter(|_| cx.kind.kind != Kind::About) else { return };
        if cx.involvement.shows(Element::Decide) {
            return;
        }
        out.push(rules::about_words(
            cx,
            &META,
            at,
            format!("`{}`, and nothing shows that people decide", quote(cx.document.prose_of(at))),
            "who decides?",
            "say what people decide and how: `patients hold half the votes`; or use another word, such as `designed with`",
        ));
    }
}
