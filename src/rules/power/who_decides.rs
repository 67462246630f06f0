//! A plan or a consultation that never says who decides.

use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct WhoDecides;

static META: Meta = Meta {
    id: "power/who-decides",
    summary: "a plan or consultation that does not say who decides",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Readers want to know whom their words will reach, and when the choice is made.",
    sources: &["York co-production guide: the discussion is open and transparent", "A Co-production Model: a culture of openness and honesty"],
    bad: &[
        "---\nkind: consultation\n---\nHave your say on the park. A decision will be made in July.",
        "---\nkind: plan\n---\nWe will build a ramp. A decision will be made in time.",
        "---\nkind: consultation\n---\nTell us what you think of the draft plan. Email ann@council.example.",
    ],
    good: &[
        "---\nkind: consultation\n---\nHave your say on the park. The joint board decides on 3 June.",
        "---\nkind: plan\n---\nWe will build a ramp. The decision will be made by the cabinet.",
        "A decision will be made in July.",
    ],
};

impl Check for WhoDecides {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let due = matches!(cx.kind.kind, Kind::Consultation | Kind::Plan) && !cx.without_involvement();
        let told = cx.involvement.shows(Element::Decider) || cx.involvement.shows(Element::Decide);
        let Some(at) = cx.involvement.asks.first().map(|ask| ask.words).or_else(|| rules::title(cx.document)).filter(|_| due && !told) else {
            return;
        };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            "the page does not say who decides, and when".to_owned(),
            "who decides?",
            "name who decides and when: `the joint board decides on 3 June`",
        ));
    }
}
