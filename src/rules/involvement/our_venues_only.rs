//! Meetings only in the rooms of the service.

use super::missing::invitation;
use crate::analysis::involvement::Element;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct OurVenuesOnly;

/// What could be written.
const HELP: &str = "add a place that people go to anyway: a library, a café, a village hall, their home, or a call";

static META: Meta = Meta {
    id: "involvement/our-venues-only",
    summary: "meetings only in the offices of the service",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Some people do not go to a town hall or a hospital if they need not. A library or a café is easier to walk into.",
    sources: &["York co-production guide: venues are varied and go beyond statutory offices"],
    bad: &[
        "---\nkind: consultation\n---\nCome to our public meeting in the town hall on 4 May and tell us what you think.",
        "---\nkind: recruit\n---\nJoin our patient panel. We meet in the board room.",
        "---\nkind: consultation\n---\nHave your say at a drop-in session in the civic centre.",
    ],
    good: &[
        "---\nkind: consultation\n---\nCome to our public meeting in the town hall or the library and tell us what you think.",
        "---\nkind: recruit\n---\nJoin our patient panel. We meet in the board room and on Zoom.",
        "Come to our public meeting in the town hall.",
    ],
};

impl Check for OurVenuesOnly {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        let (ours, local) = (["ours"], ["local", "online"]);
        let mut ours = cx.involvement.of_kinds(Element::Venue, &ours).peekable();
        if ours.peek().is_none() || cx.involvement.of_kinds(Element::Venue, &local).next().is_some() {
            return;
        }
        let finding = invitation.finding(&META, Level::Note, "every place it names belongs to the service", "only our own rooms", HELP);
        out.push(invitation.with_places(finding, ours, "a room of the service"));
    }
}
