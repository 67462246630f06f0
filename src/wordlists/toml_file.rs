//! A TOML file read into a shape, or an error that says in plain English which file, which line, and what to write instead.

use serde::de::DeserializeOwned;

/// What is wrong with a word list or a configuration, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct FileError {
    /// The file as its owner would name it.
    pub file: String,
    /// 1-based line.
    pub line: usize,
    /// What is wrong and what to do.
    pub what: String,
}

impl FileError {
    /// An error at a byte of a file's text.
    #[must_use]
    pub fn at(file: &str, text: &str, byte: usize, what: impl Into<String>) -> FileError {
        let before = &text.as_bytes()[..byte.min(text.len())];
        FileError { file: file.to_owned(), line: before.iter().filter(|b| **b == b'\n').count() + 1, what: what.into() }
    }
}

/// Parses TOML text into `T`.
///
/// # Errors
/// Text that is not TOML, a key that `T` does not have (the nearest one it has is named), a value of the wrong kind.
pub fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FileError> {
    toml::from_str(text).map_err(|error| {
        let byte = error.span().map_or(0, |span| span.start);
        FileError::at(file, text, byte, plain(error.message()))
    })
}

/// The parser's message for people who have never seen a parser.
#[must_use]
pub fn plain(message: &str) -> String {
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if let (true, [unknown, known @ ..]) = (message.starts_with("unknown field"), names.as_slice()) {
        return format!("the key `{unknown}` is not known here{}", nearest(unknown, known));
    }
    if let (true, [unknown, known @ ..]) = (message.starts_with("unknown variant"), names.as_slice()) {
        return format!("`{unknown}` is not one of the values allowed here{}", nearest(unknown, known));
    }
    if let (true, [missing]) = (message.starts_with("missing field"), names.as_slice()) {
        return format!("the key `{missing}` is missing");
    }
    if message.starts_with("write ") {
        return format!("this value is not one that can stand here; {message}");
    }
    format!("this is not valid TOML: {}", message.replace('\n', ", "))
}

/// Fewest letters of a part of a name that tell which is meant.
const SHORTEST_PART: usize = 3;

/// " (did you mean …?)" or the list of what there is. A part of a name means the shortest name that has it.
#[must_use]
pub fn nearest(word: &str, known: &[&str]) -> String {
    let part_of = known.iter().filter(|k| word.len() >= SHORTEST_PART && k.contains(word)).min_by_key(|k| k.len());
    let alike = || known.iter().map(|k| (strsim::jaro_winkler(word, k), *k)).max_by(|a, b| a.0.total_cmp(&b.0));
    match part_of.map(|name| (1.0, *name)).or_else(alike) {
        Some((score, name)) if score > 0.75 => format!(" (did you mean `{name}`?)"),
        Some(_) => format!(" (there is {})", known.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Shape {
        #[allow(dead_code)]
        summary: String,
        #[allow(dead_code)]
        level: Option<super::super::level::Level>,
    }

    #[test]
    fn a_part_of_a_name_means_that_name() {
        let known = ["jargon/buzzword", "jargon/wordy-phrase", "deficit/blame"];
        for (word, meant) in [("wordy-phrase", known[1]), ("jargon/wordy", known[1]), ("jargon/buzword", known[0]), ("blame", known[2])] {
            assert_eq!(nearest(word, &known), format!(" (did you mean `{meant}`?)"));
        }
        assert!(nearest("xy", &known).starts_with(" (there is `jargon/buzzword`"));
    }

    fn error(text: &str) -> String {
        parse::<Shape>("a.toml", text).err().expect("should be refused").to_string()
    }

    #[test]
    fn errors_name_the_file_the_line_and_the_nearest_key() {
        assert_eq!(error("\nsumary = 'x'"), "a.toml:2: the key `sumary` is not known here (did you mean `summary`?)");
        assert_eq!(error("summary = 'x'\nlevel = 'warn'"), "a.toml:2: `warn` is not one of the values allowed here (did you mean `warning`?)");
        assert_eq!(error("level = 'note'"), "a.toml:1: the key `summary` is missing");
        assert!(error("summary = ").starts_with("a.toml:1: this is not valid TOML: "));
    }
}
