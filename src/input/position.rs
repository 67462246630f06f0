//! Lines and columns, worked out from byte offsets only when a finding is shown.

/// A place in a file, in every unit that a consumer counts in. All are 1-based.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line; LF, CRLF and a lone CR each end one.
    pub line: u32,
    /// Column in UTF-8 bytes.
    pub col_utf8: u32,
    /// Column in UTF-16 code units.
    pub col_utf16: u32,
    /// Column in characters (code points).
    pub col_char: u32,
}

/// Where each line of a text begins.
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<u32>,
}

impl<'t> LineIndex<'t> {
    /// Finds the line starts of a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        // a byte order mark is no column of the first line
        let first = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes).filter(|i| bytes[*i] == b'\n' || bytes.get(i + 1) != Some(&b'\n'));
        LineIndex { text, starts: std::iter::once(first).chain(ends.map(|i| i as u32 + 1)).collect() }
    }

    /// How many lines there are.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The 0-based line that holds a byte.
    #[must_use]
    pub fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= byte).saturating_sub(1)
    }

    /// The bytes of a 0-based line, without its end.
    #[must_use]
    pub fn line_range(&self, line: usize) -> std::ops::Range<usize> {
        let start = self.starts[line] as usize;
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| *next as usize);
        start..start + self.text[start..end].trim_end_matches(['\r', '\n']).len()
    }

    /// The place of a byte offset that lies on a character boundary.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let line = self.line_of(byte);
        let start = (self.starts[line] as usize).min(byte);
        let before = &self.text[start..byte];
        let (utf16, chars) = match before.is_ascii() {
            true => (before.len(), before.len()),
            false => before.chars().fold((0, 0), |(utf16, chars), c| (utf16 + c.len_utf16(), chars + 1)),
        };
        Position { line: line as u32 + 1, col_utf8: before.len() as u32 + 1, col_utf16: utf16 as u32 + 1, col_char: chars as u32 + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once_and_columns_come_in_three_units() {
        let text = "\u{FEFF}a\r\nb\rc\n😀é!";
        let index = LineIndex::new(text);
        assert_eq!(index.lines(), 4);
        let at = text.find('!').expect("it is there");
        assert_eq!(index.position(at), Position { line: 4, col_utf8: 7, col_utf16: 4, col_char: 3 });
        assert_eq!(index.position(3), Position { line: 1, col_utf8: 1, col_utf16: 1, col_char: 1 });
        assert_eq!(&text[index.line_range(1)], "b");
    }
}
