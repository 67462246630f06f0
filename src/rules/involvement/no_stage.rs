//! An invitation that does not say how far the work has got.

use super::missing::invitation;
use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoStage;

static META: Meta = Meta {
    id: "involvement/no-stage",
    summary: "an invitation that does not say how far the work has got",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "A first idea and a final draft are different things to comment on. Readers want to know which they are given.",
    sources: &["A Co-production Model: involve people at the very earliest stage", "York co-production guide: a question to explore, not an answer"],
    bad: &[
        "---\nkind: consultation\n---\nHave your say on the park. Ring 01632 960001.",
        "---\nkind: consultation\n---\nWe would like your views on home care. Write to ann@council.example.",
        "---\nkind: plan\n---\nTell us what you think about the market. Email ann@council.example.",
    ],
    good: &[
        "---\nkind: consultation\n---\nHave your say on the first draft.",
        "---\nkind: consultation\n---\nHave your say. These are early ideas.",
        "Have your say on the park.",
    ],
};

impl Check for NoStage {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        if cx.kind.kind == Kind::Recruit {
            return;
        }
        let Some(level) = invitation.level_without_element(Level::Note, Element::Stage) else { return };
        out.push(invitation.finding(
            &META,
            level,
            "the page does not say how far the work has got",
            "an early idea, or a final draft?",
            "say how far the work has got: `early ideas`, `a first draft`, `the last step before the board decides`",
        ));
    }
}
