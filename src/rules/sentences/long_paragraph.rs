//! A paragraph that is long to look at. Quotations are other people's, and a list item has a place of its own.

use crate::document::markdown::BlockKind;
use crate::document::word_count;
use crate::findings::{Finding, Level, Maturity};
use crate::input::span::Span;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct LongParagraph;

static META: Meta = Meta {
    id: "sentences/long-paragraph",
    summary: "a paragraph of more than 5 sentences or 120 words",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "A wall of text is hard to start, and hard to find your place in.",
    sources: &["NHS digital service manual: up to 3 sentences a paragraph"],
    bad: &[
        "We meet. We talk. We plan. We cook. We eat. We tidy up.",
        "Come in. Sit down. Have tea. Read this. Ask us. Then go home.",
        "One is here. Two is here. Three is here. Four is here. Five is here. Six is here.",
    ],
    good: &[
        "We meet. We talk. We plan. We cook. We eat.",
        "We meet. We talk. We plan.\n\nWe cook. We eat. We tidy up.",
        "> We met. We talked. We planned. We cooked. We ate. We went.",
    ],
};

/// Most words of a paragraph with nothing said; the most sentences are a limit of the team's.
const WORDS: usize = 120;

impl Check for LongParagraph {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let most = usize::from(cx.settings.limits.paragraph);
        for block in cx.document.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph && !b.quoted) {
            let (sentences, words) = (block.sentences().len(), word_count(&cx.document.words[block.words()]));
            // lines of an address or a verse are no sentences
            let lines = cx.document.prose_of(block.prose).contains('\n');
            let first = &cx.document.sentences[block.sentences()];
            let Some(first) = first.first().filter(|_| (sentences > most || words > WORDS) && !lines) else { continue };
            let opening = cx.document.words_of(first);
            let (Some(from), Some(to)) = (opening.first(), opening.get(opening.len().min(4).saturating_sub(1))) else { continue };
            out.push(Finding {
                help: Some("where does the next idea begin? Start a new paragraph there".into()),
                ..META.finding(
                    cx.document.source_span(Span { start: from.span.start, end: to.span.end }),
                    format!("this paragraph has {sentences} sentences and {words} words"),
                    "a long paragraph begins here",
                )
            });
        }
    }
}
