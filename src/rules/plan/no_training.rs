//! A plan that claims co-production, and has no words for this: training for staff and people.

use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoTraining;

static META: Meta = Meta {
    id: "plan/no-training",
    summary: "a plan that says it is made together, and not how staff and people learn to work together",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "A plan made together is a promise. Readers look for what will hold it up when the first meeting is over.",
    sources: &["A Co-production Model: train and develop staff and citizens"],
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
};

impl Check for NoTraining {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(at) = super::without(cx, "training") else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            "this co-produced plan does not say how staff and people learn to work together".to_owned(),
            "what holds it up?",
            "say how staff and people learn to work together",
        ));
    }
}
