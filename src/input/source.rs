//! A document's bytes, read once and known to be text; or why they cannot be checked, in plain English.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Largest document: 10 MiB. A long strategy is a few hundred kilobytes; more is a data file with the wrong name.
pub const MAX_BYTES: u64 = 10 * 1024 * 1024;

/// A document: its name as the user would write it, and its text, byte for byte as on disk.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path as given or found, with `/` between its parts.
    pub name: String,
    /// The whole text, a byte order mark included.
    pub text: String,
}

/// Why a document could not be checked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {what}")]
pub struct InputError {
    /// The path.
    pub name: String,
    /// What is wrong and what to do.
    pub what: String,
}

impl InputError {
    /// An error about a path.
    pub fn new(name: &str, what: impl Into<String>) -> InputError {
        InputError { name: name.to_owned(), what: what.into() }
    }
}

impl SourceFile {
    /// Reads a file.
    ///
    /// # Errors
    /// A path that is not a regular file or cannot be read, more than [`MAX_BYTES`], bytes that are not UTF-8 text.
    pub fn read(path: &Path, name: &str) -> Result<SourceFile, InputError> {
        let failed = |error: std::io::Error| InputError::new(name, cannot_read(&error));
        // asked before opening: opening a pipe that nobody writes to would wait for ever
        let kind = std::fs::metadata(path).map_err(failed)?;
        if !kind.is_file() {
            return Err(InputError::new(name, "this is not a regular file, so it is not checked"));
        }
        let file = File::open(path).map_err(failed)?;
        Self::from_reader(file, name, kind.len())
    }

    /// Reads all of a stream, such as standard input. `expected` is its length where that is known.
    ///
    /// # Errors
    /// As [`SourceFile::read`].
    pub fn from_reader(reader: impl Read, name: &str, expected: u64) -> Result<SourceFile, InputError> {
        let too_large =
            || InputError::new(name, format!("this is larger than {} MiB, the most that is checked; split the document", MAX_BYTES / 1024 / 1024));
        if expected > MAX_BYTES {
            return Err(too_large());
        }
        let mut bytes = Vec::with_capacity(expected as usize + 1);
        reader.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| InputError::new(name, cannot_read(&error)))?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(too_large());
        }
        Self::from_bytes(bytes, name)
    }

    /// Takes bytes already in memory.
    ///
    /// # Errors
    /// Bytes that are not UTF-8 text.
    pub fn from_bytes(bytes: Vec<u8>, name: &str) -> Result<SourceFile, InputError> {
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Err(InputError::new(name, "this is saved as UTF-16; save it as UTF-8 and run again"));
        }
        // `contains` is quick; where it is does not matter until it is told
        if bytes.contains(&0) {
            let at = bytes.iter().position(|b| *b == 0).unwrap_or(0);
            return Err(InputError::new(name, format!("this is not a text file (a NUL byte at byte {at})")));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
            InputError::new(name, format!("line {line} is not UTF-8 text (byte {at}); save the file as UTF-8 and run again"))
        })?;
        Ok(SourceFile { name: name.to_owned(), text })
    }
}

/// An error of the system in the words of a person.
#[must_use]
pub fn cannot_read(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder; check the spelling".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission to read this was refused; ask its owner, or leave it out".to_owned(),
        _ => format!("this cannot be read: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_not_text_are_refused_with_the_place() {
        let told = |bytes: &[u8]| SourceFile::from_bytes(bytes.to_vec(), "a.md").expect_err("refused").to_string();
        assert_eq!(told(b"ok\nbad \xFF"), "a.md: line 2 is not UTF-8 text (byte 7); save the file as UTF-8 and run again");
        assert_eq!(told(b"a\0b"), "a.md: this is not a text file (a NUL byte at byte 1)");
        assert!(told(b"\xFF\xFEa\0").contains("UTF-16"));
    }
}
