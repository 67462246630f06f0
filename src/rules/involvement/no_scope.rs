//! An invitation that does not say what can change and what is settled.

use super::missing::invitation;
use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoScope;

static META: Meta = Meta {
    id: "involvement/no-scope",
    summary: "an invitation that does not say what people can change",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "People give their time if it can make a difference. They want to know what is open, and what is settled already.",
    sources: &["York co-production guide: the scope and expectations are clear", "A Co-production Model: involve people where it can have an impact"],
    bad: &[
        "---\nkind: consultation\n---\nHave your say on the park. Ring 01632 960001 by 4 May.",
        "---\nkind: consultation\n---\nTell us what you think of the draft plan for buses. Email ann@council.example.",
        "---\nkind: plan\n---\nWe would like your views on home care. Write to ann@council.example.",
    ],
    good: &[
        "---\nkind: consultation\n---\nHave your say on the park: you can change the paths, and the lake is fixed.",
        "---\nkind: consultation\n---\nTell us what you think. No decision has been made.",
        "Have your say on the park.",
    ],
};

impl Check for NoScope {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        let level = if cx.kind.kind == Kind::Consultation { Level::Warning } else { Level::Note };
        let scope = cx.involvement.of_kinds(Element::Influence, &["open", "fixed"]);
        let Some(level) = invitation.level_without(level, scope) else { return };
        out.push(invitation.finding(
            &META,
            level,
            "the page does not say what they can change",
            "what can change?",
            "say what people can change, and what is decided already and why",
        ));
    }
}
