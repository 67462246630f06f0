//! Little time to answer, or only the days around Christmas.

use super::missing::invitation;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity, Related};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct ShortNotice;

/// Days that leave time to hear of a consultation, to talk and to write; and to say that one would like to join a group.
const DAYS_TO_ANSWER: i64 = 28;
const DAYS_TO_JOIN: i64 = 14;
/// What could be written.
const HELP: &str = "give people at least four weeks, and more over a holiday; or say why it has to be quick";

static META: Meta = Meta {
    id: "involvement/short-notice",
    summary: "an invitation that leaves little time to answer",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "People need time to hear of it, to talk to others and to write. Four weeks is little for a group that meets once a month.",
    sources: &["Cabinet Office, Consultation Principles: consult for a proportionate amount of time", "Gunning principles: adequate time"],
    bad: &[
        "---\nkind: consultation\ndate: 2026-04-24\n---\nHave your say on the park by 4 May 2026.",
        "---\nkind: recruit\ndate: 2026-04-01\n---\nJoin our focus group. The closing date is 9 April 2026.",
        "---\nkind: recruit\ndate: 2026-12-20\n---\nJoin our focus group. The closing date is 4 January 2027.",
        "---\nkind: consultation\n---\nHave your say on the park. You can answer from 20 December to 3 January.",
    ],
    good: &[
        "---\nkind: consultation\ndate: 2026-04-01\n---\nHave your say on the park by 4 May 2026.",
        "---\nkind: recruit\ndate: 2026-04-01\n---\nJoin our focus group. The closing date is 30 April 2026.",
        "---\nkind: consultation\n---\nHave your say by 4 May 2026.",
        "---\nkind: consultation\n---\nHave your say on the park. You can answer from 4 May to 30 June.",
    ],
};

impl Check for ShortNotice {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let Some(invitation) = invitation(cx) else { return };
        let known = cx.now().and_then(|now| cx.involvement.last_day(cx.document, cx.year()).map(|(last, words)| (now, last, words)));
        let Some((first, last, words)) = known.or_else(|| cx.involvement.period(cx.document)) else { return };
        let days = last.number() - first.number();
        let enough = if cx.kind.kind == Kind::Recruit { DAYS_TO_JOIN } else { DAYS_TO_ANSWER };
        // from 20 December to 4 January is one stretch of days, and two weeks or less
        let at_christmas = first.is_at_christmas() && last.is_at_christmas() && days < DAYS_TO_ANSWER;
        let message = match days {
            i64::MIN..=-1 => return,
            _ if at_christmas => "leaves only days around Christmas to answer".to_owned(),
            1 => "leaves 1 day to answer".to_owned(),
            _ if days < enough => format!("leaves {days} days to answer"),
            _ => return,
        };
        let mut finding = invitation.finding(&META, Level::Note, &message, "is that enough time?", HELP);
        finding.related.push(Related { span: cx.document.source_span(words), what: "the last day".into() });
        out.push(finding);
    }
}
