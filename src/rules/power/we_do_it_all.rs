//! A plan in which the service does everything, and nothing is done with anybody.

use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct WeDoItAll;

/// Promises from which on a shared one is missed.
const MANY: usize = 6;

static META: Meta = Meta {
    id: "power/we-do-it-all",
    summary: "a plan in which the service does everything alone",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "If only one side acts, readers find no part for themselves. People can run, teach, check and decide.",
    sources: &["Co-production Network for Wales: enable people, and do not just deliver a service", "Nesta: facilitating rather than delivering"],
    bad: &[
        "---\nkind: plan\n---\nWe will build a ramp. We will open at eight. We will hire a nurse. We will buy a bus. We will train staff. We will write a guide.",
        "---\nkind: plan\n---\nThe council will plant trees. The council will mend roads. The council will close a lane. We will add lights. We will put up signs. We will count cars.",
        "---\nkind: plan\n---\nThe trust will move beds. The trust will hire staff. The trust will open a ward. We will call you. We will send a card. We will check.",
    ],
    good: &[
        "---\nkind: plan\n---\nWe will build a ramp. We will open at eight. We will hire a nurse. We will buy a bus. We will train staff. Residents and staff will run the garden together.",
        "---\nkind: plan\n---\nWe will build a ramp.",
        "We will build a ramp. We will open at eight. We will hire a nurse. We will buy a bus. We will train staff. We will write a guide.",
    ],
};

impl Check for WeDoItAll {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let alone: Vec<_> = cx.involvement.of_kinds(Element::Power, &["we-do"]).collect();
        let shared = || cx.involvement.of_kinds(Element::Power, &["together"]).next().is_some();
        let due = cx.kind.kind == Kind::Plan && alone.len() >= MANY && !cx.without_involvement();
        let Some(at) = alone.first().map(|first| first.words).filter(|_| due && !shared()) else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            format!("`{}` and the like {} times, and nothing `together` or `with` anyone", quote(cx.document.prose_of(at)), alone.len()),
            "who could do it with you?",
            "say what people and staff do together, jointly or side by side",
        ));
    }
}
