//! An invitation that does not say whom it asks.

use super::missing::invitation;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoWho;

static META: Meta = Meta {
    id: "involvement/no-who",
    summary: "an invitation that does not say whom it asks",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Readers look for themselves in an invitation. A page that asks stakeholders may seem to ask somebody else.",
    sources: &[
        "York co-production guide: first talks include people affected, staff and local bodies",
        "Co-production Network for Wales: invite people from a range of backgrounds",
    ],
    bad: &[
        "---\nkind: consultation\n---\nHave your say on the depot. Reply to ann@council.example by 4 May.",
        "---\nkind: consultation\n---\nWe welcome the views of stakeholders on the draft scheme. Have your say: ring 01632 960001.",
        "---\nkind: recruit\n---\nJoin our reference group. Contact ann@trust.example.",
    ],
    good: &[
        "---\nkind: consultation\n---\nDo you live near the depot? Have your say by 4 May.",
        "---\nkind: consultation\n---\nWe want to hear from tenants and their families. Have your say: ring 01632 960001.",
        "Have your say on the depot.",
    ],
};

impl Check for NoWho {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        if cx.involvement.says_who_near(cx.document) {
            return;
        }
        let level = Level::Note;
        out.push(invitation.finding(
            &META,
            level,
            "the page does not say who they are",
            "who is asked?",
            "name the people who use the service, and those who look after them: `people who live near the depot`, `carers and families`",
        ));
    }
}
