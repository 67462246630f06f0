//! The hash of a line by which GitHub knows an alert again: the one that its own upload action would work out.
//!
//! It covers the next 100 characters from the start of the line, in units of UTF-16, blanks left out; then comes how often that hash has come.
//! <https://github.com/github/codeql-action/blob/main/src/fingerprints.ts>

use std::collections::{HashMap, VecDeque};

/// Characters that the hash of a line covers.
const BLOCK: usize = 100;
/// The factor of the hash.
const FACTOR: u64 = 37;
/// Stands for the end of the file.
const END: u64 = 0xFFFF;

/// The hashes of the lines of a text, in order; where the text ends with a line end, one more for the empty line after it.
#[must_use]
pub fn line_hashes(text: &str) -> Vec<String> {
    let (mut rolling, mut hashes) = (Rolling::default(), Vec::new());
    let mut starts_line = true;
    for unit in units(text).chain([END]) {
        rolling.push(unit, std::mem::replace(&mut starts_line, unit == u64::from(b'\n')), &mut hashes);
    }
    for _ in 0..BLOCK {
        rolling.push(0, false, &mut hashes);
    }
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let number = |hash: u64| {
        let count = seen.entry(hash).or_default();
        *count += 1;
        format!("{hash:x}:{count}")
    };
    hashes.into_iter().map(number).collect()
}

/// What is hashed of a text: every line end as a line feed, no spaces, no tabs.
fn units(text: &str) -> impl Iterator<Item = u64> {
    let mut after_return = false;
    text.encode_utf16().filter_map(move |unit| {
        let (is_return, is_feed) = (unit == u16::from(b'\r'), unit == u16::from(b'\n'));
        let goes = matches!(u8::try_from(unit), Ok(b' ' | b'\t')) || is_feed && after_return;
        after_return = is_return;
        (!goes).then_some(if is_return { u64::from(b'\n') } else { u64::from(unit) })
    })
}

/// The hash of the last [`BLOCK`] units, each with whether a line starts with it.
struct Rolling {
    window: VecDeque<(u64, bool)>,
    hash: u64,
    /// What a unit is worth when it leaves the window.
    leaving: u64,
}

impl Default for Rolling {
    fn default() -> Rolling {
        Rolling { window: VecDeque::from(vec![(0, false); BLOCK]), hash: 0, leaving: FACTOR.wrapping_pow(BLOCK as u32) }
    }
}

impl Rolling {
    /// Takes the next unit; the hash of a line is known when its first unit leaves.
    fn push(&mut self, unit: u64, starts_line: bool, hashes: &mut Vec<u64>) {
        let (gone, was_start) = self.window.pop_front().unwrap_or_default();
        hashes.extend(was_start.then_some(self.hash));
        self.hash = self.hash.wrapping_mul(FACTOR).wrapping_add(unit).wrapping_sub(self.leaving.wrapping_mul(gone));
        self.window.push_back((unit, starts_line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_upload_action() {
        let told = ["a2b8faa8c5a43ef3:1", "53f9e022cffbf0f1:1", "c129715d7a2bc9a3:1"];
        for text in ["hello\nworld\n", "hello\r\nworld\r\n", " hello\r\tworld\r"] {
            assert_eq!(line_hashes(text), told, "{text:?}");
        }
        assert_eq!(line_hashes("x\n".repeat(3).as_str()).len(), 4, "one line each, and the end");
    }
}
