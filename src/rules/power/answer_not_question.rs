//! Three or more proposals and no question.

use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct AnswerNotQuestion;

/// Proposals from which on a question is missed.
const MANY: usize = 3;

static META: Meta = Meta {
    id: "power/answer-not-question",
    summary: "proposals and no open question",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "A page that only brings answers leaves readers to say yes or no. A question lets them bring what they know.",
    sources: &["York co-production guide: a problem or a question to explore, not an answer", "Co-production top tips: a blank agenda"],
    bad: &[
        "---\nkind: consultation\n---\nWe propose to close the pool. Our preferred option is a new site. We plan to start in May. Have your say.",
        "---\nkind: plan\n---\nWe propose a hub. We intend to move the desk. Our plan is to open on Mondays.",
        "---\nkind: consultation\n---\nWe recommend new bins. We propose fewer rounds. It is proposed to charge. Have your say.",
    ],
    good: &[
        "---\nkind: consultation\n---\nWe propose to close the pool. Our preferred option is a new site. We plan to start in May. What would make it better?",
        "---\nkind: plan\n---\nWe propose a hub.",
        "We propose a hub. We intend to move the desk. Our plan is to open on Mondays.",
    ],
};

impl Check for AnswerNotQuestion {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let proposals: Vec<_> = cx.involvement.of_kinds(Element::Power, &["propose"]).collect();
        let due = matches!(cx.kind.kind, Kind::Consultation | Kind::Plan) && proposals.len() >= MANY && !cx.without_involvement();
        let asked = || cx.involvement.of_kinds(Element::Power, &["question"]).next().is_some();
        let open = || cx.document.sentences.iter().any(|s| cx.document.prose_of(s.prose).trim_end().ends_with('?'));
        let Some(at) = proposals.first().map(|first| first.words).filter(|_| due && !asked() && !open()) else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            format!("`{}` and {} more proposals, and no open question", quote(cx.document.prose_of(at)), proposals.len() - 1),
            "what would you ask?",
            "add a question that is not answered yet: `what would make mornings easier?`",
        ));
    }
}
