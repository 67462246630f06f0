//! One way to answer, or none without the internet.

use super::missing::invitation;
use crate::analysis::involvement::Channel;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct OneRoute;

/// What could be written.
const HELP: &str = "add a phone number, a postal address or a place to go, for people who are not online";

static META: Meta = Meta {
    id: "involvement/one-route",
    summary: "an invitation with one way to answer, or none without the internet",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "About 1 in 20 adults in the United Kingdom do not use the internet, and not everyone can write. A second way lets more people in.",
    sources: &["York co-production guide: hold open conversations", "Ofcom, Adults' Media Use and Attitudes"],
    bad: &[
        "---\nkind: consultation\n---\nHave your say on the park. Fill in the online form.",
        "---\nkind: consultation\n---\nTell us what you think: email ann@council.example.",
        "---\nkind: recruit\n---\nJoin our patient panel. Sign up online or email ann@trust.example.",
    ],
    good: &[
        "---\nkind: consultation\n---\nHave your say on the park. Email ann@council.example or ring 01632 960001.",
        "---\nkind: consultation\n---\nTell us what you think online, or ask for a paper copy at the library desk.",
        "Tell us what you think: email ann@council.example.",
    ],
};

impl Check for OneRoute {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        let all = cx.involvement.routes.iter().map(|route| route.channel).filter(|channel| !matches!(channel, Channel::Link | Channel::Unseen));
        let mut channels: Vec<Channel> = all.collect();
        channels.sort_unstable();
        channels.dedup();
        // a standing group is asked for in many ways, and a plan may lead to a page that says more
        if channels.is_empty() || cx.kind.kind == Kind::Plan {
            return;
        }
        let online = channels.iter().all(|channel| channel.is_online());
        if !online && channels.len() > 1 {
            return;
        }
        let message = if online { "every way to answer needs the internet" } else { "there is one way to answer" };
        out.push(invitation.finding(&META, Level::Warning, message, "is there another way?", HELP));
    }
}
