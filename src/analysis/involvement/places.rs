//! Places: which of those that a page names are there to go to.

use crate::document::markdown::BlockKind;
use crate::document::{Document, Sentence};
use crate::input::span::Span;
use crate::language::fold::OneOf;

/// Words that stand between a place and the one who goes there: "at the old library", "in Moor Lane Library".
const TO_PLACES: OneOf<9> = OneOf::new(["at", "in", "to", "on", "near", "by", "outside", "come", "visit"]);
/// First words of places that are somebody's own: "home visits", "your home".
const HOME: OneOf<2> = OneOf::new(["home", "your"]);
/// How far before a place they are looked for.
const NEAR: usize = 3;

/// Whether a place is one where people can go, and not what the page is about: "the future of our libraries" invites nobody into one.
pub fn is_place_to_go(document: &Document<'_>, sentence: &Sentence, words: Span) -> bool {
    let block = document.block_of(sentence);
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_)) || tells_of_meeting(document, sentence) {
        return true;
    }
    let all = document.words_of(sentence);
    let first = all.partition_point(|w| w.span.start < words.start);
    // "at home", "come to you" say so themselves
    let goes = all[first.saturating_sub(NEAR)..=first].iter().any(|w| document.is_one_of(*w, &TO_PLACES));
    goes || document.is_one_of(all[first], &HOME)
}

/// Words for what people come together for.
const MEETINGS: OneOf<18> = OneOf::new([
    "meet",
    "meeting",
    "meetings",
    "event",
    "events",
    "session",
    "sessions",
    "workshop",
    "workshops",
    "exhibition",
    "exhibitions",
    "drop-in",
    "drop-ins",
    "evening",
    "day",
    "roadshow",
    "drop",
    "come",
]);

/// Whether a sentence tells of a meeting.
pub fn tells_of_meeting(document: &Document<'_>, sentence: &Sentence) -> bool {
    document.words_of(sentence).iter().any(|w| document.is_one_of(*w, &MEETINGS))
}

#[cfg(test)]
mod tests {
    use crate::analysis::involvement::{Element, Involvement};
    use crate::document::{Document, Format};
    use crate::input::source::SourceFile;
    use crate::phrases::Phrases;

    #[test]
    fn a_place_that_a_page_is_about_is_none_to_go_to() {
        let venues = |text: &str| {
            let source = SourceFile { name: String::new(), text: text.to_owned() };
            let document = Document::new(&source, Format::Markdown);
            let phrases = Phrases::new(None);
            Involvement::of(&document, &phrases, &phrases.scan(&document)).of_element(Element::Venue).count()
        };
        for text in ["# The future of our libraries: have your say\n", "We may share a building with a library.", "Our libraries are busy."] {
            assert_eq!(venues(text), 0, "{text}");
        }
        for text in [
            "Come to the library.",
            "We meet people at the mosque.",
            "Library: drop-in session, 4 May.",
            "- Moor Lane Library",
            "We can come to you.",
        ] {
            assert_eq!(venues(text), 1, "{text}");
        }
    }
}
