//! Where words begin and end in running text, and what stands between them.
//!
//! One hand-written pass: libraries for Unicode word boundaries (UAX 29) cost more than parsing the Markdown does.

use super::fold::{is_apostrophe, is_invisible};

/// Stands in the text for something that is not prose: inline code, an image, a formula.
pub const PLACEHOLDER: char = '\u{FFFC}';

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What stands before it.
    pub gap: Gap,
    /// Whether a sentence could end in that gap: it holds `.`, `!`, `?`, `…` or a line break.
    pub stop: bool,
    /// First letter is a capital.
    pub capital: bool,
    /// Two or more capitals.
    pub capitals: bool,
    /// Has a small letter.
    pub small: bool,
    /// Has a digit.
    pub digit: bool,
    /// Not a word of the language: code, an address, a file name, a placeholder.
    pub opaque: bool,
}

/// Bit classes of the ASCII bytes; everything from 0x80 up takes the slow path.
const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
const ALNUM: u8 = LOWER | UPPER | DIGIT;
const WIDE: u8 = 8;

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
            _ => 0,
        };
        i += 1;
    }
    table
};

/// Splits text into words. `opaque` are byte ranges, in order, each to be one opaque word (addresses, template tags).
#[must_use]
pub fn tokens<'t>(text: &'t str, opaque: &'t [(usize, usize)]) -> Tokens<'t> {
    Tokens { text, bytes: text.as_bytes(), at: 0, opaque, first: true }
}

/// Iterator made by [`tokens`].
pub struct Tokens<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    opaque: &'t [(usize, usize)],
    first: bool,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let (gap, stop) = self.gap()?;
        let start = self.at;
        let gap = if std::mem::take(&mut self.first) && gap != Gap::Mark { Gap::Space } else { gap };
        let mut token = Token { start, end: start, gap, stop, capital: false, capitals: false, small: false, digit: false, opaque: false };
        if let Some(&(from, to)) = self.opaque.first()
            && from == start
        {
            self.opaque = &self.opaque[1..];
            self.at = to;
            token.end = to;
            token.opaque = true;
            return Some(token);
        }
        self.word(&mut token);
        Some(token)
    }
}

impl Tokens<'_> {
    /// Steps over what is between two words; `None` at the end of the text.
    #[inline]
    fn gap(&mut self) -> Option<(Gap, bool)> {
        // nearly always one space and then a letter
        if let Some([b' ', letter]) = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk())
            && CLASS[*letter as usize] & (LOWER | UPPER) != 0
            && self.opaque.is_empty()
        {
            self.at += 1;
            return Some((Gap::Space, false));
        }
        self.any_gap()
    }

    fn any_gap(&mut self) -> Option<(Gap, bool)> {
        let (from, mut stop, mut space, mut other) = (self.at, false, false, 0_usize);
        let limit = self.opaque.first().map_or(usize::MAX, |range| range.0);
        while self.at < self.bytes.len() && self.at < limit {
            let byte = self.bytes[self.at];
            match CLASS[byte as usize] {
                0 => match byte {
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
        if self.at >= self.bytes.len() {
            return None;
        }
        let between = &self.text[from..self.at];
        let gap = match other {
            0 => Gap::Space,
            1 if !space && matches!(between, "-" | "\u{2010}" | "\u{2011}") => Gap::Hyphen,
            1 if !space && between == "/" => Gap::Slash,
            // the apostrophe of a plural possessive: "carers' rights"
            1 if space && from > 0 && self.bytes[from - 1] == b's' && between.starts_with(is_apostrophe) => Gap::Space,
            _ => Gap::Mark,
        };
        Some((gap, stop))
    }

    #[inline]
    fn word(&mut self, token: &mut Token) {
        let mut uppers = 0_u32;
        while self.at < self.bytes.len() {
            let byte = self.bytes[self.at];
            match CLASS[byte as usize] {
                LOWER => {
                    token.small = true;
                    let rest = &self.bytes[self.at + 1..];
                    self.at += rest.iter().position(|b| CLASS[*b as usize] != LOWER).unwrap_or(rest.len());
                }
                UPPER => {
                    token.capital |= self.at == token.start;
                    uppers += 1;
                }
                DIGIT => token.digit = true,
                WIDE => {
                    let c = self.char_at(self.at);
                    if c == PLACEHOLDER {
                        token.opaque = true;
                    } else if !(is_word_char(c) || is_invisible(c) || is_apostrophe(c) && self.letter_at(self.at + c.len_utf8())) {
                        break;
                    }
                    if c.is_uppercase() {
                        token.capital |= self.at == token.start;
                        uppers += 1;
                    }
                    token.small |= c.is_lowercase();
                    self.at += c.len_utf8() - 1;
                }
                _ => {
                    if !self.joins(byte, token) {
                        break;
                    }
                }
            }
            self.at += 1;
        }
        token.end = self.at;
        token.capitals = uppers >= 2;
    }

    /// Whether the mark at the reading point stands inside a word: `don't`, `3.5`, `1,000`, `A&E`, `e.g.`, `plainly.toml`.
    fn joins(&self, mark: u8, token: &mut Token) -> bool {
        let class = |i: usize| self.bytes.get(i).map_or(0, |b| CLASS[*b as usize]);
        let (before, after) = (class(self.at.wrapping_sub(1)), class(self.at + 1));
        match mark {
            b'\'' => self.letter_at(self.at + 1),
            b',' => before == DIGIT && after == DIGIT && class(self.at + 2) == DIGIT && class(self.at + 3) == DIGIT,
            b':' => before == DIGIT && after == DIGIT,
            b'&' => before == UPPER && after == UPPER,
            b'_' => {
                token.opaque = before & ALNUM != 0 && after & ALNUM != 0;
                token.opaque
            }
            b'.' if before & ALNUM == 0 || after & ALNUM == 0 => false,
            b'.' if before == DIGIT && after == DIGIT => true,
            b'.' => {
                let single = self.at - token.start == 1 || self.bytes[self.at - 2] == b'.';
                let initials = single && class(self.at + 2) & ALNUM == 0;
                // "GOV.UK", "plainly.toml"; but "done.Next" is two sentences with a space left out
                let name = !single && !(before == LOWER && after == UPPER) && !(before == DIGIT || after == DIGIT);
                token.opaque |= name;
                initials || name || single && before == DIGIT
            }
            _ => false,
        }
    }

    fn char_at(&self, at: usize) -> char {
        self.text[at..].chars().next().unwrap_or(PLACEHOLDER)
    }

    fn letter_at(&self, at: usize) -> bool {
        self.text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic)
    }
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
        let gaps = |text: &str| tokens(text, &[]).map(|t| t.gap).collect::<Vec<_>>();
        assert_eq!(gaps("hard-to reach"), [Gap::Space, Gap::Hyphen, Gap::Space]);
        assert_eq!(gaps("and/or, (so)"), [Gap::Space, Gap::Slash, Gap::Mark]);
        assert_eq!(gaps("carers' rights"), [Gap::Space, Gap::Space]);
        assert_eq!(gaps("carers’ rights"), [Gap::Space, Gap::Space]);
    }

    #[test]
    fn opaque_ranges_are_one_word() {
        let text = "Email jo.bloggs@example.org today";
        let found: Vec<_> = tokens(text, &[(6, 27)]).map(|t| (&text[t.start..t.end], t.opaque)).collect();
        assert_eq!(found, [("Email", false), ("jo.bloggs@example.org", true), ("today", false)]);
    }
}
