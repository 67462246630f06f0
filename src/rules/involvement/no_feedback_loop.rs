//! An invitation that does not say what happens with what people say.

use super::missing::invitation;
use crate::analysis::involvement::Element;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoFeedbackLoop;

static META: Meta = Meta {
    id: "involvement/no-feedback-loop",
    summary: "an invitation that does not say what happens with what people say",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "People who answer want to know what became of it. If they never hear, they may not answer again.",
    sources: &[
        "A Co-production Model: review and report back",
        "Co-production Network for Wales: tell people what happens as a result of their involvement",
    ],
    bad: &[
        "---\nkind: consultation\n---\nHave your say on the park. Ring 01632 960001.",
        "---\nkind: consultation\n---\nTell us what you think. Your views will be considered.",
        "---\nkind: recruit\n---\nJoin our patient panel. Contact ann@trust.example.",
    ],
    good: &[
        "---\nkind: consultation\n---\nHave your say on the park. In July we will publish what we heard.",
        "---\nkind: consultation\n---\nTell us what you think. The results will be published in June.",
        "Have your say on the park.",
    ],
};

impl Check for NoFeedbackLoop {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        let Some(level) = invitation.level_without_element(Level::Warning, Element::Feedback) else { return };
        out.push(invitation.finding(
            &META,
            level,
            "the page does not say what happens with what they say",
            "what happens next?",
            "say where and when people will see what you heard, what changed, and why",
        ));
    }
}
