//! A role that lasts, with no word on pay.

use super::missing::invitation;
use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoPayment;

static META: Meta = Meta {
    id: "involvement/no-payment",
    summary: "a role for more than one meeting, with no word on pay",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "People who give their time again and again may lose pay or benefits. Readers want to know where they stand, even if there is no money.",
    sources: &["A Co-production Model: reward and recognise what people give", "Co-production top tips: participation fees and expenses"],
    bad: &[
        "---\nkind: recruit\n---\nJoin our patient panel. We meet every month. Contact ann@trust.example.",
        "---\nkind: recruit\n---\nJoin our readers' group. The group meets four times a year.",
        "---\nkind: recruit\n---\nJoin our youth board. It meets once a month.",
    ],
    good: &[
        "---\nkind: recruit\n---\nJoin our patient panel. We meet every month and pay you £20 a meeting.",
        "---\nkind: recruit\n---\nJoin our youth board. It meets once a month. We cannot pay you for your time.",
        "---\nkind: recruit\n---\nJoin our focus group on 4 May.",
    ],
};

impl Check for NoPayment {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        let lasts = cx.involvement.shows(Element::Throughout) || cx.involvement.of_kinds(Element::When, &["rhythm"]).next().is_some();
        if !lasts || cx.kind.kind != Kind::Recruit {
            return;
        }
        let pay = cx.involvement.of_kinds(Element::Support, &["pay"]);
        let Some(level) = invitation.level_without(Level::Note, pay) else { return };
        out.push(invitation.finding(
            &META,
            level,
            "the page does not say whether they are paid",
            "paid or unpaid?",
            "say what you pay people for their time, or that you cannot pay and why",
        ));
    }
}
