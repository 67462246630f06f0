//! Counts of sessions and referrals, and no word on what changes in a life.

use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct OutputsNotOutcomes;

/// Counts from which on an outcome is missed.
const MANY: usize = 3;

static META: Meta = Meta {
    id: "strengths/outputs-not-outcomes",
    summary: "counts of what is done, and no word on what changes for people",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "A count says how busy a service is. Readers want to know what will be better for them.",
    sources: &["Co-production Network for Wales: outcomes more than outputs", "Co-production top tips: the outcomes are meaningful"],
    bad: &[
        "---\nkind: plan\n---\nWe will deliver 400 sessions. Our target is 90 referrals. The number of contacts will rise.",
        "---\nkind: plan\n---\nTargets: 20 visits a day. Measures: 50 assessments. We will complete 30 interventions.",
        "---\nkind: plan\n---\nOur target is 900 appointments. A second target is 30 admissions. The number of cases will fall.",
    ],
    good: &[
        "---\nkind: plan\n---\nWe will deliver 400 sessions. Our target is 90 referrals. The number of contacts will rise, so that people feel less alone.",
        "---\nkind: plan\n---\nWe will deliver 400 sessions.",
        "We will deliver 400 sessions. Our target is 90 referrals. The number of contacts will rise.",
    ],
};

impl Check for OutputsNotOutcomes {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let counts: Vec<_> = cx.involvement.of_kinds(Element::Strengths, &["output"]).collect();
        let outcome = || cx.involvement.of_kinds(Element::Strengths, &["outcome"]).next().is_some();
        let due = cx.kind.kind == Kind::Plan && counts.len() >= MANY && !outcome();
        let Some(at) = counts.first().map(|first| first.words).filter(|_| due) else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            format!("`{}` and {} more counts, and no word on what changes for people", quote(cx.document.prose_of(at)), counts.len() - 1),
            "what will be better?",
            "say what people will notice: `so that people feel safe at home`; ask them what matters",
        ));
    }
}
