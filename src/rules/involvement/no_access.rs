//! An invitation that offers help of some kind, and no other formats, interpreters or way to say what one needs.

use super::missing::invitation;
use crate::analysis::involvement::Element;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoAccess;

static META: Meta = Meta {
    id: "involvement/no-access",
    summary: "an invitation with no other formats and no way to say what you need",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Some readers need large print, an interpreter or a step-free room. If a page does not offer it, they may not ask.",
    sources: &[
        "Co-production top tips: make everything accessible to everyone taking part",
        "York co-production guide: equality, diversity and accessibility",
    ],
    bad: &[
        "---\nkind: recruit\n---\nJoin our patient panel. We pay your bus fare. Contact ann@trust.example.",
        "---\nkind: consultation\n---\nHave your say. We pay travel expenses to the workshop.",
        "---\nkind: recruit\n---\nJoin our carers' forum. There is a crèche.",
    ],
    good: &[
        "---\nkind: recruit\n---\nJoin our patient panel. We pay your bus fare. Tell us if you need an interpreter.",
        "---\nkind: consultation\n---\nHave your say. Ask for easy read.",
        "Join our patient panel. We pay your bus fare.",
    ],
};

impl Check for NoAccess {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        // a page that offers nothing at all is told so by `no-support`
        if cx.involvement.of_kinds(Element::Support, &["expenses", "help"]).next().is_none() {
            return;
        }
        let access = cx.involvement.of_kinds(Element::Support, &["access"]);
        let Some(level) = invitation.level_without(Level::Warning, access) else { return };
        out.push(invitation.finding(
            &META,
            level,
            "the page does not offer other formats or ask what people need",
            "in which formats?",
            "offer easy read, large print, BSL or an interpreter, and add `tell us what you need to take part`",
        ));
    }
}
