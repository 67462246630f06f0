//! An invitation whose last day is over, while the page still asks.

use crate::analysis::involvement::Ask;
use crate::findings::{Finding, Level, Maturity, Related};
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct Closed;

static META: Meta = Meta {
    id: "involvement/closed",
    summary: "an invitation that still asks after its last day",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Readers who take the time to answer find the door shut. A page that is over should say so at its top.",
    sources: &["York co-production guide: the scope and expectations are clear"],
    bad: &[
        "---\nkind: consultation\ndate: 2026-05-20\n---\nHave your say on the park by 4 May 2026.",
        "---\nkind: recruit\ndate: 2026-06-01\n---\nJoin our focus group. The closing date is 30 April 2026.",
        "---\nkind: consultation\ndate: 2027-01-01\n---\nTell us what you think by 31/12/2026.",
        "---\nkind: consultation\ndate: 2026-01-01\n---\nHave your say on the park. The consultation runs from 2 September to 20 October 2024.",
    ],
    good: &[
        "---\nkind: consultation\ndate: 2026-04-01\n---\nHave your say on the park by 4 May 2026.",
        "---\nkind: consultation\ndate: 2026-05-20\n---\nThis consultation has closed. Have your say on the park by 4 May 2026.",
        "---\nkind: consultation\n---\nHave your say by 4 May 2026.",
        "---\nkind: plan\ndate: 2026-06-01\n---\nThe plan was approved by the board on 4 May 2026. Have your say on what comes next: call 01632 960001.",
    ],
};

impl Check for Closed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let open = |ask: &&Ask| !ask.is_closed && !ask.is_loose;
        let Some(ask) = cx.involvement.asks.iter().find(open).filter(|_| !cx.without_involvement()) else { return };
        let (Some(now), Some((last, words))) = (cx.now(), cx.involvement.last_day(cx.document, cx.year())) else { return };
        if last >= now {
            return;
        }
        out.push(Finding {
            help: Some("put `This is closed` at the top, with what happened since, or give the new date".into()),
            related: vec![Related { span: cx.document.source_span(words), what: "the last day".into() }],
            ..META.finding(
                cx.document.source_span(ask.words),
                format!("`{}` still invites readers, and `{}` is over", quote(cx.document.prose_of(ask.words)), quote(cx.document.prose_of(words))),
                "is it still open?",
            )
        });
    }
}
