//! A paragraph that is long to look at. Quotations and references are other people's, a list item has a place of its own, and a handful of
//! short sentences is no wall.

use crate::document::markdown::BlockKind;
use crate::document::word_count;
use crate::findings::{Finding, Key, Level, Maturity};
use crate::phrases::guards::references::is_reference;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct LongParagraph;

static META: Meta = Meta {
    id: "sentences/long-paragraph",
    summary: "a paragraph of more than 5 sentences or 120 words",
    level: Level::Note,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "A wall of text is hard to start, and hard to find your place in.",
    sources: &["NHS digital service manual: up to 3 sentences a paragraph"],
    bad: &[
        "We meet at the hall on Moor Lane at ten in the morning. \
         There is tea, and time to say hello to the others. \
         Then we plan the day, and say who does what. \
         We cook a hot meal for forty people, and eat it with them. \
         In the afternoon some of us walk by the river, and some stay in the warm. \
         We are back at the hall by four, to tidy up and to say what went well.",
        "Come in by the side door, as the front one is shut for now. \
         Sit down anywhere, and have some tea or a cold drink. \
         Read the yellow card that is on the table in front of you. \
         It says what will happen today, who is who, and where the quiet room is. \
         Ask one of us if there is a word on it that you do not know. \
         Then we start, and you can leave at any time you like to.",
        "The first bus is at ten and stops at the school gate. \
         The next one is at noon, and it takes the long way round by the farm. \
         The third is for people who have a pass, and it needs a day's notice. \
         The fourth is at two, and it has room for three wheelchairs. \
         The fifth is at four, and it is often full in term time. \
         The last is at six, and the driver waits for the end of the late clinic.",
    ],
    good: &[
        "We meet. We talk. We plan. We cook. We eat. We tidy up.",
        "We meet. We talk. We plan.\n\nWe cook. We eat. We tidy up.",
        "> We met. We talked. We planned. We cooked. We ate. We went.",
    ],
};

/// Most words of a paragraph with nothing said; the most sentences are a limit of the team's.
const WORDS: usize = 120;
/// Words below which a paragraph is short to look at, however many sentences it has.
const SHORT: usize = 60;

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
            let is_long = (sentences > most && words >= SHORT || words > WORDS) && !lines && !is_reference(cx.document, block);
            let Some(first) = first.first().filter(|first| is_long && !super::is_mostly_said(cx.document, first)) else { continue };
            // a page of long paragraphs is told so once
            let plural = if sentences == 1 { "" } else { "s" };
            let size = format!("{sentences} sentence{plural} and {words} words");
            let key = Key { what: first.prose.start.to_string(), aside: Some(size.clone()) };
            out.push(Finding {
                key: Some(key),
                help: Some("where does the next idea begin? Start a new paragraph there".into()),
                ..META.finding(cx.document.source_span(first.prose), format!("this paragraph has {size}"), "a long paragraph begins here")
            });
        }
    }
}
