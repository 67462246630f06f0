//! Where words begin and end in running text, and what stands between them.
//!
//! One hand-written pass: libraries for Unicode word boundaries (UAX 29) cost more than parsing the Markdown does.

use std::ops::Range;

use super::fold::{fold_hash_wide, hash_ascii_at, hash_letters, is_apostrophe, is_invisible};

/// Stands in the text for something that is not prose: inline code, an image, a formula.
pub const PLACEHOLDER: char = '\u{FFFC}';

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Gap {
    /// White space only, or the very start of the text.
    Space,
    /// A hyphen with no space at either side.
    Hyphen,
    /// A slash with no space at either side.
    Slash,
    /// Anything else: commas, brackets, quotation marks, full stops, dashes.
    Mark,
}

/// A word: its bytes in the text, and what a rule can know of it without reading it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it looks like and what stands before it.
    pub shape: Shape,
    /// Hash of its folded form (see [`fold_hash_wide`]); 0 for what is no word of the language.
    pub hash: u64,
}

/// What a word looks like and what stands before it, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape(pub u32);

impl Shape {
    /// The two bits of the gap.
    const GAP: u32 = 3;
    /// A sentence could end just before it: there is `.`, `!`, `?`, `…` or a line break.
    pub const STOP: u32 = 1 << 2;
    /// First letter is a capital.
    pub const CAPITAL: u32 = 1 << 3;
    /// Two or more capitals.
    pub const CAPITALS: u32 = 1 << 4;
    /// Has a small letter.
    pub const SMALL: u32 = 1 << 5;
    /// Has a digit.
    pub const DIGIT: u32 = 1 << 6;
    /// Not a word of the language: code, an address, a file name, a placeholder.
    pub const OPAQUE: u32 = 1 << 7;
    /// Has a character that is not ASCII.
    pub const WIDE: u32 = 1 << 8;
    /// Bits from here on are free for others.
    pub const FREE: u32 = 9;

    /// Whether a bit is set.
    #[inline]
    #[must_use]
    pub const fn has(self, bit: u32) -> bool {
        self.0 & bit != 0
    }

    /// What stands before the word.
    #[inline]
    #[must_use]
    pub const fn gap(self) -> Gap {
        match self.0 & Shape::GAP {
            0 => Gap::Space,
            1 => Gap::Hyphen,
            2 => Gap::Slash,
            _ => Gap::Mark,
        }
    }
}

/// Bit classes of the ASCII bytes; everything from 0x80 up takes the slow path.
const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
const ALNUM: u8 = LOWER | UPPER | DIGIT;
const WIDE: u8 = 8;
/// Marks and spaces that never stand inside a word that ends in a small letter.
const ENDS: u8 = 16;

const CLASS: [u8; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        let b = i as u8;
        table[i] = match b {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            0x80..=0xFF => WIDE,
            b' ' | b'\n' | b',' | b';' | b':' | b'!' | b'?' | b'(' | b')' | b'[' | b']' | b'"' | b'-' | b'/' => ENDS,
            _ => 0,
        };
        i += 1;
    }
    table
};

/// Splits text into words. `opaque` are byte ranges, in order, each to be one opaque word (addresses, template tags).
#[must_use]
pub fn tokens<'t>(text: &'t str, opaque: &'t [(usize, usize)]) -> Tokens<'t> {
    tokens_in(text, 0..text.len(), opaque)
}

/// As [`tokens`], for a part of a text that is the whole of it, or after which a line ends: words near its end are read as quickly as others.
#[must_use]
pub fn tokens_in<'t>(text: &'t str, part: Range<usize>, opaque: &'t [(usize, usize)]) -> Tokens<'t> {
    debug_assert!(matches!(text.as_bytes().get(part.end), None | Some(b'\n')), "nothing joins a part to the next");
    let mut tokens = Tokens { text, bytes: text.as_bytes(), start: part.start, end: part.end, at: part.start, opaque, next_opaque: 0 };
    tokens.look_ahead();
    tokens
}

/// Iterator made by [`tokens`].
pub struct Tokens<'t> {
    text: &'t str,
    bytes: &'t [u8],
    start: usize,
    end: usize,
    at: usize,
    opaque: &'t [(usize, usize)],
    /// Where the next range begins; past the text if there is none.
    next_opaque: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline(always)]
    fn next(&mut self) -> Option<Token> {
        if self.next_opaque < self.at {
            self.pass_opaque();
        }
        let gap = self.gap()?;
        let start = self.at;
        if start == self.next_opaque {
            return Some(self.opaque(gap));
        }
        Some(self.short_word(gap).unwrap_or_else(|| self.word(start, gap)))
    }
}

impl Tokens<'_> {
    fn look_ahead(&mut self) {
        self.next_opaque = self.opaque.first().map_or(usize::MAX, |range| range.0);
    }

    /// A word that ran into a range ("don't@x") leaves the rest of it unread.
    #[cold]
    fn pass_opaque(&mut self) {
        while let Some(&(_, to)) = self.opaque.first().filter(|range| range.0 < self.at) {
            self.at = self.at.max(to);
            self.opaque = &self.opaque[1..];
        }
        self.look_ahead();
    }

    /// The range that begins here, as one word.
    #[cold]
    fn opaque(&mut self, gap: u32) -> Token {
        let start = self.at;
        self.at = self.opaque.first().map_or(start, |range| range.1);
        self.opaque = self.opaque.get(1..).unwrap_or_default();
        self.look_ahead();
        Token { start, end: self.at, shape: Shape(gap | Shape::OPAQUE), hash: 0 }
    }

    /// Steps over what is between two words; `None` at the end of the text.
    #[inline(always)]
    fn gap(&mut self) -> Option<u32> {
        let letter = |byte: u8| CLASS[byte as usize] & (LOWER | UPPER) != 0;
        // nearly always a space and a letter, or a mark, a space and a letter
        let known = match self.bytes.get(self.at..).and_then(|rest| rest.first_chunk()) {
            Some([b' ', next, _]) if letter(*next) => Some((1, Gap::Space as u32)),
            Some([b',' | b';' | b':', b' ', next]) if letter(*next) => Some((2, Gap::Mark as u32)),
            Some([b'.', b' ', next]) if letter(*next) => Some((2, Gap::Mark as u32 | Shape::STOP)),
            _ => None,
        };
        match known {
            Some((length, gap)) if self.at + length <= self.next_opaque => {
                self.at += length;
                Some(gap)
            }
            _ => self.any_gap(),
        }
    }

    fn any_gap(&mut self) -> Option<u32> {
        let (from, mut stop, mut space, mut other) = (self.at, false, false, 0_usize);
        while self.at < self.end && self.at < self.next_opaque {
            let byte = self.bytes[self.at];
            match CLASS[byte as usize] {
                0 | ENDS => match byte {
                    b' ' | b'\t' | b'\r' => space = true,
                    b'\n' => (space, stop) = (true, true),
                    b'.' | b'!' | b'?' => (other, stop) = (other + 1, true),
                    _ => other += 1,
                },
                WIDE => {
                    let c = self.char_at(self.at);
                    if is_word_char(c) {
                        break;
                    }
                    if c.is_whitespace() {
                        space = true;
                    } else if !is_invisible(c) {
                        other += 1;
                        stop |= c == '…';
                    }
                    self.at += c.len_utf8() - 1;
                }
                _ => break,
            }
            self.at += 1;
        }
        if self.at >= self.end {
            return None;
        }
        let between = &self.text[from..self.at];
        let gap = match other {
            0 => Gap::Space,
            1 if !space && matches!(between, "-" | "\u{2010}" | "\u{2011}") => Gap::Hyphen,
            1 if !space && between == "/" => Gap::Slash,
            // the apostrophe of a plural possessive: "carers' rights"
            1 if space && from > self.start && self.bytes[from - 1] == b's' && between.starts_with(is_apostrophe) => Gap::Space,
            _ => Gap::Mark,
        };
        let gap = if from == self.start && gap != Gap::Mark { Gap::Space } else { gap };
        Some(gap as u32 | if stop { Shape::STOP } else { 0 })
    }

    /// Nearly every word: a letter, up to six small letters, and what ends a word, all read as one number.
    #[inline(always)]
    fn short_word(&mut self, gap: u32) -> Option<Token> {
        let start = self.at;
        let eight = u64::from_le_bytes(*self.bytes.get(start..)?.first_chunk()?);
        let first = CLASS[usize::from(eight as u8)];
        let length = small_letters_of(eight | 0x20);
        let next = (eight >> (8 * (length & 7))) as u8;
        let ends = CLASS[usize::from(next)] == ENDS || next == b'.' && self.class(start + length + 1) & ALNUM == 0;
        if first & (LOWER | UPPER) == 0 || length == 8 || !ends {
            return None;
        }
        self.at += length;
        Some(Token { start, end: self.at, shape: Shape(gap | letters(first, length)), hash: hash_letters(eight, length) })
    }

    /// Steps to the end of any word.
    #[inline(never)]
    fn word(&mut self, start: usize, gap: u32) -> Token {
        let shape = Shape(self.long_word(gap).unwrap_or_else(|| self.any_word(gap)));
        let hash = if shape.has(Shape::OPAQUE) {
            0
        } else if shape.has(Shape::WIDE) {
            fold_hash_wide(&self.text[start..self.at])
        } else {
            hash_ascii_at(self.bytes, start, self.at)
        };
        Token { start, end: self.at, shape, hash }
    }

    /// A word like a short one, but longer.
    fn long_word(&mut self, gap: u32) -> Option<u32> {
        let first = self.class(self.at);
        let length = 1 + small_letters(self.bytes.get(self.at + 1..)?);
        let end = self.at + length;
        let ends = self.class(end) == ENDS || self.bytes.get(end) == Some(&b'.') && self.class(end + 1) & ALNUM == 0;
        if first & (LOWER | UPPER) == 0 || !ends {
            return None;
        }
        self.at = end;
        Some(gap | letters(first, length))
    }

    /// The class of a byte; the text ends with what ends a word.
    #[inline]
    fn class(&self, at: usize) -> u8 {
        self.bytes.get(at).map_or(ENDS, |byte| CLASS[usize::from(*byte)])
    }

    /// Steps to the end of a word; its shape, added to that of the gap before it.
    fn any_word(&mut self, gap: u32) -> u32 {
        let (start, mut shape, mut uppers) = (self.at, gap, 0_u32);
        while let Some(&byte) = self.bytes.get(self.at) {
            match CLASS[byte as usize] {
                LOWER => {
                    shape |= Shape::SMALL;
                    self.at += small_letters(&self.bytes[self.at + 1..]);
                }
                UPPER => {
                    shape |= if self.at == start { Shape::CAPITAL } else { 0 };
                    uppers += 1;
                }
                DIGIT => shape |= Shape::DIGIT,
                WIDE => {
                    let c = self.char_at(self.at);
                    let apostrophe = is_apostrophe(c) && self.letter_at(self.at + c.len_utf8());
                    if !(is_word_char(c) || is_invisible(c) || apostrophe) {
                        break;
                    }
                    shape |= Shape::WIDE | if c == PLACEHOLDER { Shape::OPAQUE } else { 0 } | if c.is_lowercase() { Shape::SMALL } else { 0 };
                    if c.is_uppercase() {
                        shape |= if self.at == start { Shape::CAPITAL } else { 0 };
                        uppers += 1;
                    }
                    self.at += c.len_utf8() - 1;
                }
                _ if byte == b' ' => break,
                _ => match self.joins(byte, start) {
                    Some(opaque) => shape |= opaque,
                    None => break,
                },
            }
            self.at += 1;
        }
        shape | if uppers >= 2 { Shape::CAPITALS } else { 0 }
    }

    /// Whether the mark at the reading point stands inside a word: `don't`, `3.5`, `1,000`, `A&E`, `e.g.`, `plainly.toml`; and the bits that it
    /// adds to the shape.
    fn joins(&self, mark: u8, start: usize) -> Option<u32> {
        let class = |at: usize| self.class(at);
        let (before, after) = (class(self.at.wrapping_sub(1)), class(self.at + 1));
        let inside = match mark {
            b'\'' => self.letter_at(self.at + 1),
            b',' => before == DIGIT && after == DIGIT && class(self.at + 2) == DIGIT && class(self.at + 3) == DIGIT,
            b':' => before == DIGIT && after == DIGIT,
            b'&' => before == UPPER && after == UPPER,
            _ if before & ALNUM == 0 || after & ALNUM == 0 => false,
            b'_' => return Some(Shape::OPAQUE),
            b'.' if before == DIGIT && after == DIGIT => true,
            b'.' => {
                let single = self.at - start == 1 || self.bytes[self.at - 2] == b'.';
                let initials = single && class(self.at + 2) & ALNUM == 0;
                // "GOV.UK", "plainly.toml"; but "done.Next" is two sentences with a space left out
                let name = !(single || before == LOWER && after == UPPER || before == DIGIT || after == DIGIT);
                if name {
                    return Some(Shape::OPAQUE);
                }
                initials || single && before == DIGIT
            }
            _ => false,
        };
        inside.then_some(0)
    }

    fn char_at(&self, at: usize) -> char {
        self.text[at..].chars().next().unwrap_or(PLACEHOLDER)
    }

    fn letter_at(&self, at: usize) -> bool {
        self.text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic)
    }
}

/// The shape of a word that is a letter of this class and small letters, so many in all.
#[inline]
fn letters(first: u8, length: usize) -> u32 {
    let capital = if first == UPPER { Shape::CAPITAL } else { 0 };
    if first == LOWER || length > 1 { capital | Shape::SMALL } else { capital }
}

/// How many small ASCII letters the bytes begin with.
#[inline]
fn small_letters(bytes: &[u8]) -> usize {
    let mut count = 0;
    while let Some(eight) = bytes.get(count..).and_then(|rest| rest.first_chunk()) {
        let run = small_letters_of(u64::from_le_bytes(*eight));
        count += run;
        if run < 8 {
            return count;
        }
    }
    count + bytes[count..].iter().take_while(|b| b.is_ascii_lowercase()).count()
}

/// The same for the bytes of a number, least first: each byte above `a` - 1 and below `z` + 1 sets its highest bit.
#[inline]
fn small_letters_of(eight: u64) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = eight & (EACH * 0x7F);
    let from_a = low + EACH * u64::from(0x80 - b'a');
    let past_z = low + EACH * u64::from(0x7F - b'z');
    let small = from_a & !past_z & !eight & (EACH * 0x80);
    ((small ^ (EACH * 0x80)).trailing_zeros() / 8) as usize
}

/// Letters and digits of any script, combining marks, and the placeholder.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == PLACEHOLDER || matches!(c, '\u{0300}'..='\u{036F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text, &[]).map(|t| &text[t.start..t.end]).collect()
    }

    #[test]
    fn marks_inside_words_do_not_break_them() {
        assert_eq!(words("Don’t pay £1,250.50 to A&E, e.g. at 10.30am."), ["Don’t", "pay", "1,250.50", "to", "A&E", "e.g", "at", "10.30am"]);
        assert_eq!(words("See GOV.UK or plainly.toml."), ["See", "GOV.UK", "or", "plainly.toml"]);
        assert_eq!(words("It is done.Next we start"), ["It", "is", "done", "Next", "we", "start"]);
        assert_eq!(words("N.H.S. staff, stake\u{AD}holders"), ["N.H.S", "staff", "stake\u{AD}holders"]);
    }

    #[test]
    fn the_gap_before_a_word_is_told() {
        let gaps = |text: &str| tokens(text, &[]).map(|t| t.shape.gap()).collect::<Vec<_>>();
        assert_eq!(gaps("hard-to reach"), [Gap::Space, Gap::Hyphen, Gap::Space]);
        assert_eq!(gaps("and/or, (so)"), [Gap::Space, Gap::Slash, Gap::Mark]);
        assert_eq!(gaps("carers' rights"), [Gap::Space, Gap::Space]);
        assert_eq!(gaps("carers’ rights"), [Gap::Space, Gap::Space]);
    }

    #[test]
    fn a_word_that_runs_into_an_opaque_range_ends_it() {
        let text = "don't@x.example now";
        assert_eq!(tokens(text, &[(4, 15)]).map(|t| &text[t.start..t.end]).collect::<Vec<_>>(), ["don't", "now"]);
    }

    #[test]
    fn runs_of_small_letters_end_where_they_end() {
        for (text, run) in
            [("", 0), ("abc", 3), ("implementation of", 14), ("word.", 4), ("eightlets", 9), ("aé", 1), ("az`{AZ09", 2), ("abcdefgh", 8)]
        {
            assert_eq!(small_letters(text.as_bytes()), run, "{text}");
        }
    }

    #[test]
    fn opaque_ranges_are_one_word() {
        let text = "Email jo.bloggs@example.org today";
        let found: Vec<_> = tokens(text, &[(6, 27)]).map(|t| (&text[t.start..t.end], t.shape.has(Shape::OPAQUE))).collect();
        assert_eq!(found, [("Email", false), ("jo.bloggs@example.org", true), ("today", false)]);
    }
}
