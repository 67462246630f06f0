//! Readers are asked for their views on something that is settled.

use crate::analysis::involvement::{Ask, Element};
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct AfterDecision;

static META: Meta = Meta {
    id: "tokenism/after-decision",
    summary: "an invitation to comment on what is settled already",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "If the choice is made, readers feel that their time is wasted. They want to know what they can still change.",
    sources: &["A Co-production Model: involve people where it can have an impact", "Gunning principles: proposals are still at a formative stage"],
    bad: &[
        "---\nkind: consultation\n---\nThe centre will close in May. Have your say.",
        "---\nkind: consultation\n---\nThe final plan has been approved. Tell us what you think.",
        "---\nkind: plan\n---\nThe contract has been awarded. We would like your views on the new service.",
    ],
    good: &[
        "---\nkind: consultation\n---\nThe budget has been agreed; you can change how it is spent. Have your say.",
        "---\nkind: consultation\n---\nHave your say. The survey will close in May.",
        "The centre will close in May.",
    ],
};

impl Check for AfterDecision {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let asked = invitation_of(cx).map(|ask| ask.words);
        let settled = cx.involvement.of_kinds(Element::Power, &["approved"]).next().map(|shown| shown.words);
        let scope = cx.involvement.of_kinds(Element::Influence, &["open", "fixed"]).next().is_some();
        let (Some(at), Some(settled)) = (asked.filter(|_| !scope), settled) else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            format!("`{}` asks for views, and `{}` says that it is settled", quote(cx.document.prose_of(at)), quote(cx.document.prose_of(settled))),
            "what can still change?",
            "say what people can still change: `the budget is fixed; you can change how it is spent`",
        ));
    }
}

/// The first ask that is open, in a page that asks before a decision.
fn invitation_of<'c>(cx: &'c Cx<'_>) -> Option<&'c Ask> {
    let due = matches!(cx.kind.kind, Kind::Consultation | Kind::Plan | Kind::Policy) && !cx.without_involvement();
    cx.involvement.asks.iter().find(|ask| due && !ask.is_closed && !ask.is_loose)
}
