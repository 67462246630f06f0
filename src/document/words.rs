//! The words of a block: what rules read instead of text.

use std::ops::Range;

use super::markdown::Parsed;
use crate::builtin;
use crate::input::span::Span;
use crate::language::classes::{Class, Classes};
use crate::language::fold::{OneOf, fold_hash_wide, hash_ascii_at};
use crate::language::tokens::{Gap, Shape, Token, tokens_in};
use crate::wordlists::word_sets::ClassTable;

/// A word: 16 bytes, so that a long document stays in the cache.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its bytes in the prose.
    pub span: Span,
    /// Hash of its folded form; equal words have equal hashes.
    pub hash: u32,
    flags: u32,
}

const LINK: u32 = 1 << Shape::FREE;
const EMPHASIS: u32 = 1 << (Shape::FREE + 1);
/// The classes of the word stand in the upper bits.
const CLASSES: u32 = 12;

impl Word {
    #[inline]
    fn new(token: Token, classes: &ClassTable<'_>) -> Word {
        let Token { start, end, shape, hash } = token;
        // looked up once here, so that a rule asks for a bit and not for a word
        let classes = if shape.has(Shape::OPAQUE) { Classes(0) } else { classes.of(hash) };
        Word { span: Span::new(start, end), hash: hash as u32, flags: shape.0 | classes.0 << CLASSES }
    }

    /// The whole hash of the word, which stands in this prose.
    #[inline]
    pub(super) fn hash_wide(self, prose: &str) -> u64 {
        let (start, end) = (self.span.start as usize, self.span.end as usize);
        if self.is_wide() { fold_hash_wide(&prose[start..end]) } else { hash_ascii_at(prose.as_bytes(), start, end) }
    }

    #[inline]
    fn has(self, bit: u32) -> bool {
        self.flags & bit != 0
    }

    /// Whether it has any of these classes.
    #[inline]
    #[must_use]
    pub fn is_any(self, classes: Classes) -> bool {
        self.has(classes.0 << CLASSES)
    }

    /// Whether it is a word of this class.
    #[inline]
    #[must_use]
    pub fn is(self, class: Class) -> bool {
        Classes(self.flags >> CLASSES).has(class)
    }

    /// Whether it is in any list of `wordlists/english/`.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.flags >> CLASSES & !Classes::BEGINS.0 != 0
    }

    /// Whether it is one of these words; `text` is its own.
    #[inline]
    #[must_use]
    pub fn is_one_of<const N: usize>(self, text: &str, words: &OneOf<N>) -> bool {
        words.has(self.hash, text)
    }

    /// What stands before it.
    #[inline]
    #[must_use]
    pub fn gap(self) -> Gap {
        Shape(self.flags).gap()
    }

    /// Whether a sentence could have ended just before it.
    #[inline]
    #[must_use]
    pub fn after_stop(self) -> bool {
        self.has(Shape::STOP)
    }

    /// Whether a sentence may begin with it: there is a stop before it, a capital, or a digit.
    #[inline]
    #[must_use]
    pub fn may_open(self) -> bool {
        self.has(Shape::STOP | Shape::CAPITAL | Shape::DIGIT)
    }

    /// Has a digit or two capitals, or is no word of the language.
    #[inline]
    #[must_use]
    pub fn is_unusual(self) -> bool {
        self.has(Shape::DIGIT | Shape::CAPITALS | Shape::OPAQUE)
    }

    /// Begins with a capital.
    #[inline]
    #[must_use]
    pub fn is_capital(self) -> bool {
        self.has(Shape::CAPITAL)
    }

    /// Two or more capitals.
    #[inline]
    #[must_use]
    pub fn has_capitals(self) -> bool {
        self.has(Shape::CAPITALS)
    }

    /// Has a small letter.
    #[inline]
    #[must_use]
    pub fn has_small(self) -> bool {
        self.has(Shape::SMALL)
    }

    /// Has a digit.
    #[inline]
    #[must_use]
    pub fn has_digit(self) -> bool {
        self.has(Shape::DIGIT)
    }

    /// Stands for code, an address, an image: no word of the language.
    #[inline]
    #[must_use]
    pub fn is_opaque(self) -> bool {
        self.has(Shape::OPAQUE)
    }

    /// Has a character that is not ASCII.
    #[inline]
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.has(Shape::WIDE)
    }

    /// Stands in a link text.
    #[inline]
    #[must_use]
    pub fn in_link(self) -> bool {
        self.has(LINK)
    }

    /// Stands in italics or bold.
    #[inline]
    #[must_use]
    pub fn is_emphasised(self) -> bool {
        self.has(EMPHASIS)
    }
}

/// Splits the blocks of a document into words, block by block.
pub struct Splitter<'p> {
    parsed: &'p Parsed,
    links: Marks<'p>,
    emphasis: Marks<'p>,
    opaque: Vec<(usize, usize)>,
    classes: ClassTable<'static>,
}

impl<'p> Splitter<'p> {
    /// A splitter for all blocks of a document, in order.
    pub fn new(parsed: &'p Parsed, links: &'p [Span]) -> Self {
        Splitter { parsed, links: Marks::new(links), emphasis: Marks::new(&parsed.emphasis), opaque: Vec::new(), classes: builtin::class_table() }
    }

    /// Appends the words of the next block, and the indices of those that are unusual.
    pub fn split(&mut self, block: Span, words: &mut Vec<Word>, unusual: &mut Vec<u32>) {
        let text = &self.parsed.prose.text;
        self.opaque.clear();
        not_words(&text[block.range()], &mut self.opaque);
        let start = block.start as usize;
        self.opaque.iter_mut().for_each(|range| *range = (range.0 + start, range.1 + start));
        for token in tokens_in(text, block.range(), &self.opaque) {
            let mut word = Word::new(token, &self.classes);
            if self.links.hold(word.span) {
                word.flags |= LINK;
            }
            if self.emphasis.hold(word.span) {
                word.flags |= EMPHASIS;
            }
            if word.is_unusual() {
                unusual.push(words.len() as u32);
            }
            words.push(word);
        }
    }
}

/// Marked stretches of the prose, walked along with the words.
struct Marks<'p> {
    spans: std::slice::Iter<'p, Span>,
    /// The first stretch that does not end before the last word.
    next: Span,
}

impl<'p> Marks<'p> {
    /// What comes after all words.
    const NONE: Span = Span { start: u32::MAX, end: u32::MAX };

    fn new(spans: &'p [Span]) -> Self {
        let mut spans = spans.iter();
        let next = spans.next().copied().unwrap_or(Self::NONE);
        Marks { spans, next }
    }

    #[inline]
    fn hold(&mut self, word: Span) -> bool {
        // nearly every word stands before the next stretch
        word.end > self.next.start && self.holds(word)
    }

    fn holds(&mut self, word: Span) -> bool {
        while self.next.end <= word.start {
            self.next = self.spans.next().copied().unwrap_or(Self::NONE);
        }
        self.next.overlaps(word)
    }
}

/// Finds what looks like words and is none: web and email addresses, handles, template tags. Ranges come in order.
fn not_words(text: &str, found: &mut Vec<(usize, usize)>) {
    let bytes = text.as_bytes();
    // nearly every block holds none of these marks, and this pass over its bytes is far quicker than looking for each
    if !bytes.iter().fold(false, |any, b| any | matches!(b, b'@' | b'{' | b'/' | b'<' | b'#')) {
        return;
    }
    let mut at = 0;
    while at < bytes.len() {
        let range = match bytes[at] {
            b'@' => address(bytes, at),
            b'{' => template(text, at),
            b'<' => closed(text, at, "<%", "%>"),
            // the name of a heading, as some builders write it
            b'#' => at.checked_sub(1).and_then(|before| closed(text, before, "[#", "]")),
            b'/' if bytes[..at].ends_with(b":") && bytes[at..].starts_with(b"//") => {
                let start = back(bytes, at - 1, |b| b.is_ascii_alphanumeric() || b == b'+');
                Some(start..trimmed(bytes, start, forward(bytes, at, |b| !b.is_ascii_whitespace() && !matches!(b, b'<' | b'>' | b'"' | b'|'))))
            }
            _ => None,
        };
        if let Some(range) = range {
            // an address may start before what the last one ended with
            let start = found.last().map_or(range.start, |last: &(usize, usize)| range.start.max(last.1));
            if range.end > start {
                found.push((start, range.end));
            }
            at = range.end.max(at + 1);
        } else {
            at += 1;
        }
    }
}

/// `jo.bloggs@example.org`, or a handle: `@moorlane`.
fn address(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-');
    let (start, end) = (back(bytes, at, part), trimmed(bytes, at, forward(bytes, at + 1, part)));
    (end > at + 1).then_some(start..end)
}

/// `{{ … }}`, `{% … %}`, `{: … }`: tags that a site generator replaces.
fn template(text: &str, at: usize) -> Option<Range<usize>> {
    [("{{", "}}"), ("{%", "%}"), ("{:", "}"), ("{#", "}")].into_iter().find_map(|(open, close)| closed(text, at, open, close))
}

fn closed(text: &str, at: usize, open: &str, close: &str) -> Option<Range<usize>> {
    /// A tag is short; looking further for its end would make a page of opening marks slow.
    const LONGEST_TAG: usize = 1_000;
    if !text.as_bytes()[at..].starts_with(open.as_bytes()) {
        return None;
    }
    let window = &text[at..text.floor_char_boundary(at + LONGEST_TAG)];
    window.find(close).map(|end| at..at + end + close.len())
}

fn back(bytes: &[u8], from: usize, is: impl Fn(u8) -> bool) -> usize {
    /// The longest part of an address before its mark (RFC 5321 allows 64 bytes).
    const LONGEST: usize = 64;
    (from.saturating_sub(LONGEST)..from).rev().take_while(|i| is(bytes[*i])).last().unwrap_or(from)
}

fn forward(bytes: &[u8], from: usize, is: impl Fn(u8) -> bool) -> usize {
    bytes[from..].iter().position(|b| !is(*b)).map_or(bytes.len(), |n| from + n)
}

/// Without the marks that end the sentence around an address.
fn trimmed(bytes: &[u8], start: usize, end: usize) -> usize {
    let kept =
        bytes[start..end].iter().rposition(|b| !matches!(b, b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'\'' | b'*' | b'-' | b'_'));
    kept.map_or(start, |n| start + n + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_sixteen_bytes() {
        assert_eq!(size_of::<Word>(), 16);
    }

    #[test]
    fn addresses_and_tags_are_found_whole() {
        for (text, whole) in [
            (
                "Email jo.b@clinic.example, see https://a.example/b?c=1 (or {{ site.url }}) and @moorlane.",
                &["jo.b@clinic.example", "https://a.example/b?c=1", "{{ site.url }}", "@moorlane"][..],
            ),
            ("Request a place [#request-a-place]", &["[#request-a-place]"]),
            ("#1 is <%= page.title %>, {% include a.html %} and {: .note }", &["<%= page.title %>", "{% include a.html %}", "{: .note }"]),
            ("//a.example: we met @ 5pm: 3 < 4, a//b, c:/d and {one}", &[]),
        ] {
            let mut found = Vec::new();
            not_words(text, &mut found);
            assert_eq!(found.iter().map(|(a, b)| &text[*a..*b]).collect::<Vec<_>>(), whole, "{text}");
        }
    }
}
