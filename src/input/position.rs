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
    /// Places inside long lines, so that a column is not counted from the start of a line of a megabyte each time.
    marks: Vec<Mark>,
}

/// A place inside a long line, with the UTF-16 units and characters of the line before it.
#[derive(Clone, Copy)]
struct Mark {
    byte: usize,
    utf16: usize,
    chars: usize,
}

/// Bytes from one mark of a long line to the next.
const STRIDE: usize = 4_096;

impl<'t> LineIndex<'t> {
    /// Finds the line starts of a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        // a byte order mark is no column of the first line
        let first = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes).filter(|i| bytes[*i] == b'\n' || bytes.get(i + 1) != Some(&b'\n'));
        let starts: Vec<u32> = std::iter::once(first).chain(ends.map(|i| i as u32 + 1)).collect();
        let mut marks = Vec::new();
        for (line, start) in starts.iter().enumerate() {
            let end = starts.get(line + 1).map_or(text.len(), |next| *next as usize);
            let mut last = Mark { byte: *start as usize, utf16: 0, chars: 0 };
            while end - last.byte > STRIDE {
                last = last.moved(text, text.floor_char_boundary(last.byte + STRIDE));
                marks.push(last);
            }
        }
        LineIndex { text, starts, marks }
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
        let passed = self.marks.partition_point(|mark| mark.byte <= byte);
        let from = passed.checked_sub(1).map(|i| self.marks[i]).filter(|mark| mark.byte > start);
        let here = from.unwrap_or(Mark { byte: start, utf16: 0, chars: 0 }).moved(self.text, byte);
        Position { line: line as u32 + 1, col_utf8: (byte - start) as u32 + 1, col_utf16: here.utf16 as u32 + 1, col_char: here.chars as u32 + 1 }
    }
}

impl Mark {
    /// The mark further on in the same line.
    fn moved(self, text: &str, byte: usize) -> Mark {
        let between = &text[self.byte..byte];
        let (utf16, chars) = match between.is_ascii() {
            true => (between.len(), between.len()),
            false => between.chars().fold((0, 0), |(utf16, chars), c| (utf16 + c.len_utf16(), chars + 1)),
        };
        Mark { byte, utf16: self.utf16 + utf16, chars: self.chars + chars }
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

    #[test]
    fn columns_of_a_long_line_are_those_counted_from_its_start() {
        let long = "caf\u{e9} \u{1F600} and tea, ".repeat(900);
        let text = format!("a first line\n{long}\n{long}last");
        let index = LineIndex::new(&text);
        for (start, line) in [("a first line\n".len(), 2), ("a first line\n".len() + long.len() + 1, 3)] {
            for (at, _) in long.char_indices().step_by(997) {
                let before = &text[start..start + at];
                let expected = (line, at as u32 + 1, before.encode_utf16().count() as u32 + 1, before.chars().count() as u32 + 1);
                let found = index.position(start + at);
                assert_eq!((found.line, found.col_utf8, found.col_utf16, found.col_char), expected);
            }
        }
    }
}
