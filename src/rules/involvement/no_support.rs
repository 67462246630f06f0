//! An invitation that offers nothing to make it possible to take part.

use super::missing::invitation;
use crate::analysis::involvement::Element;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoSupport;

static META: Meta = Meta {
    id: "involvement/no-support",
    summary: "an invitation that offers no help to take part",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Fares, care for a relative or small print can keep people away. Readers look for what would make it possible.",
    sources: &[
        "Co-production top tips: fees, expenses, easy read and access needs",
        "Co-production Network for Wales: support people need to take part fully",
    ],
    bad: &[
        "---\nkind: consultation\n---\nHave your say on the park. Ring 01632 960001.",
        "---\nkind: recruit\n---\nJoin our patient panel. Contact ann@trust.example.",
        "---\nkind: consultation\n---\nCome to our listening event and tell us what you think.",
    ],
    good: &[
        "---\nkind: consultation\n---\nHave your say on the park. Ask for large print.",
        "---\nkind: recruit\n---\nJoin our patient panel. We pay your bus fare.",
        "Have your say on the park.",
    ],
};

impl Check for NoSupport {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        let help = cx.involvement.of_kinds(Element::Support, &["expenses", "access", "help"]);
        let Some(level) = invitation.level_without(Level::Warning, help) else { return };
        out.push(invitation.finding(
            &META,
            level,
            "the page offers no help to take part",
            "what would make it possible?",
            "offer what people may need: travel costs, care costs, easy read, an interpreter, someone to help",
        ));
    }
}
