//! An invitation that gives nothing back: no pay, thanks, training or results.

use super::missing::invitation;
use crate::analysis::involvement::{Element, Evidence};
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoReciprocity;

static META: Meta = Meta {
    id: "involvement/no-reciprocity",
    summary: "an invitation that gives nothing back",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Taking part is a gift of time and knowledge. Readers notice what comes back: pay, training, thanks, or what was learned.",
    sources: &["A Co-production Model: reward and recognise what people give", "Scottish Co-production Network: reciprocity"],
    bad: &[
        "---\nkind: recruit\n---\nJoin our patient panel. Contact ann@trust.example.",
        "---\nkind: recruit\n---\nBecome a patient partner. Ring 01632 960001.",
        "---\nkind: recruit\n---\nSit on our readers' group. We meet every month.",
    ],
    good: &[
        "---\nkind: recruit\n---\nJoin our patient panel. You will learn new skills.",
        "---\nkind: recruit\n---\nJoin our patient panel. As a thank you, we give a meal.",
        "Join our patient panel.",
    ],
};

impl Check for NoReciprocity {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        // what a consultation gives back is what it heard: `no-feedback-loop` asks for that
        if cx.kind.kind != Kind::Recruit {
            return;
        }
        let given = |shown: &&Evidence| match shown.element {
            Element::GiveBack | Element::Feedback => true,
            Element::Support => shown.kind != "access",
            _ => false,
        };
        let Some(level) = invitation.level_without(Level::Note, cx.involvement.evidence.iter().filter(given)) else { return };
        out.push(invitation.finding(
            &META,
            level,
            "the page does not say what they get back",
            "what comes back?",
            "say what people get for their time: pay, training, a reference, thanks, or the results",
        ));
    }
}
