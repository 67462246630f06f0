//! One event, with nothing before and nothing after.

use super::missing::invitation;
use crate::analysis::involvement::{Channel, Element};
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct OneOff;

static META: Meta = Meta {
    id: "involvement/one-off",
    summary: "one event, with nothing before and nothing after",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "One evening is easy to miss, and hard to build on. Readers look for a second chance, and for what comes after.",
    sources: &[
        "York co-production guide: bring people together throughout, not only at the beginning and the end",
        "A Co-production Model: build it in until it is how you work",
    ],
    bad: &[
        "---\nkind: consultation\n---\nCome to our public meeting on 4 May and tell us what you think.",
        "---\nkind: consultation\n---\nCome to our listening event on 9 June. Have your say.",
        "---\nkind: plan\n---\nJoin us at the drop-in event on 9 June to talk to us about the plans.",
    ],
    good: &[
        "---\nkind: consultation\n---\nCome to our public meeting on 4 May. We meet again every month.",
        "---\nkind: consultation\n---\nCome to our listening event on 9 June, or ring 01632 960001.",
        "Come to our public meeting on 4 May.",
    ],
};

impl Check for OneOff {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        let routes = &cx.involvement.routes;
        let event_only = !routes.is_empty() && routes.iter().all(|route| route.channel == Channel::InPerson);
        let more = [Element::Throughout, Element::Feedback, Element::Past].into_iter().any(|element| cx.involvement.shows(element));
        let lasts = cx.involvement.of_kinds(Element::When, &["rhythm", "any-time"]).next().is_some();
        if !event_only || more || lasts {
            return;
        }
        let level = Level::Note;
        out.push(invitation.finding(
            &META,
            level,
            "one event is all there is",
            "and after that?",
            "say what came before and what comes after: a second date, a standing group, a way to answer from home",
        ));
    }
}
