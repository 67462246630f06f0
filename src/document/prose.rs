//! The prose of a document as one text, and the way back from every byte of it to the original file.
//!
//! Entities, escapes, line starts and inline marks are gone from it, so that nothing of Markdown can break a word, a phrase or a sentence.

use crate::input::span::Span;

/// Prose with its map to the source.
#[derive(Debug, Default)]
pub struct Prose {
    /// The text: blocks parted by a line feed, soft line breaks as a space, hard ones as a line feed.
    pub text: String,
    pieces: Vec<Piece>,
}

/// A run of prose and where it comes from.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// First byte in the prose; the piece ends where the next one starts.
    prose: u32,
    /// Bytes of the source.
    source: Span,
    /// Byte for byte as in the source. Other pieces (an entity, a placeholder) are all or nothing.
    verbatim: bool,
}

/// Bytes of text for each piece, in documents with much markup.
const BYTES_A_PIECE: usize = 40;

impl Prose {
    /// Makes room for so many bytes of text.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
        self.pieces.reserve(bytes / BYTES_A_PIECE + 4);
    }

    /// Adds text that stands at `at` in the source.
    pub fn push(&mut self, source: &str, text: &str, at: std::ops::Range<usize>) {
        if text.is_empty() {
            return;
        }
        let written = source.as_bytes().get(at.clone());
        // the parser hands over a slice of the source where it can, and then there is nothing to compare
        let same_place = |written: &[u8]| std::ptr::eq(written, text.as_bytes());
        let verbatim = written.is_some_and(|written| same_place(written) || written == text.as_bytes());
        let (prose, span) = (self.text.len() as u32, Span::new(at.start, at.end));
        self.text.push_str(text);
        if let Some(last) = self.pieces.last_mut()
            && (last.verbatim && verbatim && last.source.end == span.start && prose - last.prose == last.source.end - last.source.start)
        {
            last.source.end = span.end;
            return;
        }
        self.pieces.push(Piece { prose, source: span, verbatim });
    }

    /// Parts two blocks. The line feed belongs to neither and has no place in the source.
    pub fn part(&mut self) {
        self.text.push('\n');
    }

    /// The bytes of the source from which a stretch of prose was made. A stretch that starts or ends inside an entity takes all of it.
    #[must_use]
    pub fn source_span(&self, prose: Span) -> Span {
        let start = self
            .piece(prose.start)
            .map_or(0, |p| if p.verbatim { p.source.start + (prose.start - p.prose).min(p.source.end - p.source.start) } else { p.source.start });
        let last = prose.end.saturating_sub(1).max(prose.start);
        let end = self.piece(last).map_or(0, |p| if p.verbatim { (p.source.start + (last + 1 - p.prose)).min(p.source.end) } else { p.source.end });
        Span { start, end: end.max(start) }
    }

    fn piece(&self, at: u32) -> Option<&Piece> {
        let after = self.pieces.partition_point(|p| p.prose <= at);
        self.pieces.get(after.checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lead_back_through_entities_and_markers() {
        let source = "a &amp; b\n> c";
        let mut prose = Prose::default();
        for (text, at) in [("a ", 0..2), ("&", 2..7), (" b", 7..9), (" ", 9..10), ("c", 12..13)] {
            prose.push(source, text, at);
        }
        assert_eq!(prose.text, "a & b c");
        let back = |from: usize, to: usize| &source[prose.source_span(Span::new(from, to)).range()];
        assert_eq!(back(0, 1), "a");
        assert_eq!(back(2, 3), "&amp;");
        assert_eq!(back(4, 7), "b\n> c");
        assert_eq!(back(6, 7), "c");
    }
}
