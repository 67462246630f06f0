//! An invitation that does not reach out to people who are often left out.

use super::missing::invitation;
use crate::analysis::involvement::Element;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoUnderrepresented;

static META: Meta = Meta {
    id: "involvement/no-underrepresented",
    summary: "an invitation that does nothing to reach people who are often left out",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Those who always answer are not all who use a service. Naming people and going to them brings in those who were missed.",
    sources: &[
        "A Co-production Model: take positive steps to include under-represented groups",
        "Co-production Network for Wales: listen to those not usually heard",
    ],
    bad: &[
        "---\nkind: consultation\n---\nHave your say on the park. Ring 01632 960001.",
        "---\nkind: consultation\n---\nWe want to hear from a diverse range of residents. Have your say.",
        "---\nkind: recruit\n---\nJoin our patient panel. Everyone is welcome.",
    ],
    good: &[
        "---\nkind: consultation\n---\nHave your say on the park. We will visit the Deaf club and the food bank.",
        "---\nkind: recruit\n---\nJoin our patient panel. We especially want to hear from young carers.",
        "Have your say on the park.",
    ],
};

impl Check for NoUnderrepresented {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        let Some(level) = invitation.level_without_element(Level::Note, Element::ReachOut) else { return };
        out.push(invitation.finding(
            &META,
            level,
            "the page does not say how it will reach people who are often left out",
            "who might be missed?",
            "name the people you seldom hear from, and say what you will do: visit them, pay an interpreter, work with a group they trust",
        ));
    }
}
