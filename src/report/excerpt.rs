//! The piece of a document that a finding is shown in: soft-wrapped rows, never more than 240 columns, with true line and column numbers.
//!
//! Prose often has one paragraph on a line; printing whole source lines would bury the words.

use codespan_reporting::files::{Error, Files};

use super::sanitise;
use crate::input::position::LineIndex;
use crate::input::span::Span;

/// Most characters shown of the source, over all rows.
const WINDOW: usize = 240;
/// Characters of a row.
const ROW: usize = 90;
/// Characters of context shown before the words, at most.
const BEFORE: usize = 50;

/// An excerpt, as codespan reads it: a file whose lines are the rows.
pub struct Excerpt {
    name: String,
    text: String,
    rows: Vec<Row>,
    /// The finding's words in the excerpt.
    pub words: std::ops::Range<usize>,
}

struct Row {
    start: usize,
    line: usize,
    /// Column of its first character of the source.
    column: usize,
    /// Bytes of a leading `…`, which no column counts.
    lead: usize,
}

impl Excerpt {
    /// The excerpt around a span of a file.
    #[must_use]
    pub fn new(name: &str, source: &str, index: &LineIndex<'_>, span: Span) -> Excerpt {
        let mut builder = Builder {
            excerpt: Excerpt { name: sanitise::clean(name).into_owned(), text: String::new(), rows: Vec::new(), words: 0..0 },
            left: WINDOW,
            span: span.range(),
        };
        let (first, last) = (index.line_of(span.range().start), index.line_of(span.range().end.saturating_sub(1).max(span.range().start)));
        for line in first..=last {
            let range = index.line_range(line);
            let from = if line == first { window_start(source, range.start, span.range().start) } else { range.start };
            if !builder.line(source, line, range.start, from, range.end) {
                break;
            }
        }
        builder.finish()
    }
}

/// Where to begin showing a line: its start, or a word a little before the span.
fn window_start(source: &str, start: usize, span: usize) -> usize {
    let before = &source[start..span];
    let Some((cut, _)) = before.char_indices().rev().nth(BEFORE) else { return start };
    before[cut..].find(' ').map_or(start + cut, |space| start + cut + space + 1)
}

struct Builder {
    excerpt: Excerpt,
    left: usize,
    span: std::ops::Range<usize>,
}

impl Builder {
    /// Adds a line of the source from byte `from` on; false when the window is full.
    fn line(&mut self, source: &str, line: usize, start: usize, from: usize, end: usize) -> bool {
        let mut at = from;
        loop {
            let column = source[start..at].chars().count() + 1;
            let lead = if at > start && at == from { "… ".len() } else { 0 };
            self.excerpt.rows.push(Row { start: self.excerpt.text.len(), line, column, lead });
            self.excerpt.text.push_str(if lead > 0 { "… " } else { "" });
            let row_end = row_end(source, at, end, ROW.min(self.left));
            // what is left of the window does not hold another word
            self.left = if row_end < end && self.left < ROW { 0 } else { self.left };
            for (i, c) in source[at..row_end].char_indices() {
                self.mark(at + i);
                sanitise::push(&mut self.excerpt.text, c);
            }
            self.left -= source[at..row_end].chars().count().min(self.left);
            self.mark(row_end);
            let full = self.left == 0 && row_end < end;
            self.excerpt.text.push_str(if full { " …\n" } else { "\n" });
            at = row_end;
            if full || self.left == 0 {
                return false;
            }
            if at >= end {
                return true;
            }
        }
    }

    /// Notes where the words begin and end in the excerpt.
    fn mark(&mut self, source: usize) {
        let here = self.excerpt.text.len();
        if source <= self.span.start {
            self.excerpt.words = here..here;
        } else if source <= self.span.end {
            self.excerpt.words.end = here;
        }
    }

    fn finish(mut self) -> Excerpt {
        if self.excerpt.rows.is_empty() {
            self.excerpt.rows.push(Row { start: 0, line: 0, column: 1, lead: 0 });
            self.excerpt.text.push('\n');
        }
        self.excerpt.words.end = self.excerpt.words.end.max(self.excerpt.words.start);
        self.excerpt
    }
}

/// The end of a row: at a space, where there is one.
fn row_end(source: &str, at: usize, end: usize, most: usize) -> usize {
    let rest = &source[at..end];
    let Some((cut, _)) = rest.char_indices().nth(most) else { return end };
    rest[..cut].rfind(' ').map_or(at + cut, |space| at + space + 1)
}

impl<'a> Files<'a> for Excerpt {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.name)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.text)
    }

    fn line_index(&'a self, (): (), byte: usize) -> Result<usize, Error> {
        Ok(self.rows.partition_point(|row| row.start <= byte).saturating_sub(1))
    }

    fn line_number(&'a self, (): (), row: usize) -> Result<usize, Error> {
        self.rows.get(row).map(|row| row.line + 1).ok_or(Error::LineTooLarge { given: row, max: self.rows.len() })
    }

    fn column_number(&'a self, (): (), row: usize, byte: usize) -> Result<usize, Error> {
        let row = self.rows.get(row).ok_or(Error::LineTooLarge { given: row, max: self.rows.len() })?;
        let before = self.text.get(row.start + row.lead..byte).unwrap_or_default();
        Ok(row.column + before.chars().count())
    }

    fn line_range(&'a self, (): (), row: usize) -> Result<std::ops::Range<usize>, Error> {
        let start = self.rows.get(row).ok_or(Error::LineTooLarge { given: row, max: self.rows.len() })?.start;
        Ok(start..self.rows.get(row + 1).map_or(self.text.len(), |next| next.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(source: &str, words: &str) -> (String, String) {
        let at = source.find(words).expect("the words are there");
        let made = Excerpt::new("a.md", source, &LineIndex::new(source), Span::new(at, at + words.len()));
        (made.text.clone(), made.text[made.words.clone()].to_owned())
    }

    #[test]
    fn a_long_line_is_a_window_around_the_words() {
        let source = format!("{}the elderly {}", "word ".repeat(400), "after ".repeat(400));
        let (text, words) = excerpt(&source, "the elderly");
        assert_eq!(words, "the elderly");
        assert!(text.chars().count() < WINDOW + 20, "{text}");
        assert!(text.starts_with("… ") && text.ends_with("…\n"));
    }

    #[test]
    fn control_characters_do_not_move_the_marks() {
        let (text, words) = excerpt("a \x1b[31m bad\tword here", "bad\tword");
        assert_eq!((text.as_str(), words.as_str()), ("a ␛[31m bad word here\n", "bad word"));
    }
}
