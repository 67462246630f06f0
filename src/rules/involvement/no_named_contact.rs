//! An invitation with no person to turn to, only a team or a no-reply address.

use super::missing::invitation;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoNamedContact;

static META: Meta = Meta {
    id: "involvement/no-named-contact",
    summary: "an invitation with no person to turn to",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "It is easier to ring Ann than to write to a team. A name says that somebody will answer.",
    sources: &["Co-production Network for Wales: be trustworthy and show up"],
    bad: &[
        "---\nkind: consultation\n---\nHave your say on the park. Email info@council.example.",
        "---\nkind: recruit\n---\nJoin our patient panel. Contact the team on 01632 960001.",
        "---\nkind: consultation\n---\nTell us what you think: feedback@trust.example.",
    ],
    good: &[
        "---\nkind: consultation\n---\nHave your say on the park. Ring Ann Reed on 01632 960001.",
        "---\nkind: recruit\n---\nJoin our patient panel. Email jo@trust.example.",
        "Have your say on the park: info@council.example.",
    ],
};

impl Check for NoNamedContact {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        if cx.involvement.routes.is_empty() || cx.involvement.names_contact(cx.document) {
            return;
        }
        let level = Level::Note;
        out.push(invitation.finding(
            &META,
            level,
            "the page names no person to turn to",
            "whom can they ask?",
            "name a person, or a role: `ask for Ann Reed`, `ring the carers' lead`",
        ));
    }
}
