//! A plan that claims co-production, and has no words for this: money or time.

use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoResources;

static META: Meta = Meta {
    id: "plan/no-resources",
    summary: "a plan that says it is made together, and not what money and time is set aside",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "A plan made together is a promise. Readers look for what will hold it up when the first meeting is over.",
    sources: &["Co-production top tips: adequate resources are available"],
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

impl Check for NoResources {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(at) = super::without(cx, "resources") else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            "this co-produced plan does not say what money and time is set aside".to_owned(),
            "what holds it up?",
            "say what money and time is set aside",
        ));
    }
}
