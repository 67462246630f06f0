//! An invitation that ends some day, and does not say when.

use super::missing::invitation;
use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoDeadline;

static META: Meta = Meta {
    id: "involvement/no-deadline",
    summary: "an invitation that does not say by when to answer",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Without a date, readers put it off, or give up because they think it is too late.",
    sources: &["Cabinet Office, Consultation Principles: say how long people have", "York co-production guide: the scope and expectations are clear"],
    bad: &[
        "---\nkind: consultation\n---\nHave your say on the park. Ring 01632 960001.",
        "---\nkind: consultation\n---\nTell us what you think of the draft strategy. Email ann@council.example.",
        "---\nkind: recruit\n---\nJoin our focus group. Contact ann@trust.example.",
    ],
    good: &[
        "---\nkind: consultation\n---\nHave your say on the park by 4 May.",
        "---\nkind: recruit\n---\nJoin our patient panel. We meet every month.",
        "Have your say on the park.",
    ],
};

impl Check for NoDeadline {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        // a plan asks as long as it lasts, and a standing group always looks for members
        if cx.kind.kind == Kind::Plan || cx.involvement.says_when_anywhere(cx.document) || cx.involvement.shows(Element::Throughout) {
            return;
        }
        let level = Level::Warning;
        out.push(invitation.finding(
            &META,
            level,
            "the page does not say by when",
            "by when?",
            "add the last day to answer, or say that there is none",
        ));
    }
}
