//! An invitation that does not say what taking part asks of people.

use super::missing::invitation;
use crate::analysis::involvement::Element;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoExpectations;

static META: Meta = Meta {
    id: "involvement/no-expectations",
    summary: "an invitation that does not say how much time it takes or what people do",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Before they say yes, readers want to know how long it takes, what they will do and how people are chosen.",
    sources: &[
        "York co-production guide: the scope and expectations are clear",
        "Co-production top tips: people should be clear about what is expected",
    ],
    bad: &[
        "---\nkind: recruit\n---\nJoin our patient panel. Contact ann@trust.example.",
        "---\nkind: consultation\n---\nHave your say on the park. Ring 01632 960001.",
        "---\nkind: recruit\n---\nBecome a patient partner. Email ann@trust.example.",
    ],
    good: &[
        "---\nkind: recruit\n---\nJoin our patient panel. We ask for three hours a month.",
        "---\nkind: consultation\n---\nHave your say: the survey takes about ten minutes.",
        "Join our patient panel.",
    ],
};

impl Check for NoExpectations {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        let Some(level) = invitation.level_without_element(Level::Note, Element::Expect) else { return };
        out.push(invitation.finding(
            &META,
            level,
            "the page does not say what it asks of them",
            "how long, and doing what?",
            "say how much time it takes, what people will do, and how they are chosen",
        ));
    }
}
