//! A plan that claims co-production, and has no words for this: a named senior lead.

use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoChampion;

static META: Meta = Meta {
    id: "plan/no-champion",
    summary: "a plan that says it is made together, and not which senior person leads it",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "A plan made together is a promise. Readers look for what will hold it up when the first meeting is over.",
    sources: &["A Co-production Model: get agreement from senior leaders"],
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

impl Check for NoChampion {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(at) = super::without(cx, "champion") else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            "this co-produced plan does not say which senior person leads it".to_owned(),
            "what holds it up?",
            "say which senior person leads it",
        ));
    }
}
