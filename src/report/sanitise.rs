//! The one place where text from a document or a path is made safe to print: nothing in it can move the cursor, colour the screen or turn
//! the reading direction round.

use std::borrow::Cow;

/// Text in which every control, escape and direction character is shown by a visible stand-in, and no build server finds a command.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    // plain ASCII is the rule, and this look at it is quick
    let (printable, hashes) = text.bytes().fold((true, false), |(all, any), b| (all & (b' '..=b'~').contains(&b), any | (b == b'#')));
    if !(hashes && text.contains("##")) && (printable || text.chars().all(|c| stand_in(c).is_none())) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        push(&mut safe, c);
    }
    Cow::Owned(safe)
}

/// The name of a file, cleaned, so that a line that begins with it is no command: a build server takes one from `::`.
#[must_use]
pub fn file_name(name: &str) -> Cow<'_, str> {
    let clean = clean(name);
    if clean.trim_start().starts_with("::") { Cow::Owned(format!("./{clean}")) } else { clean }
}

/// Whether a program that shows text should be given a character as an escape: nothing that a terminal or a build server obeys.
#[must_use]
pub fn is_active(c: char) -> bool {
    stand_in(c).is_some()
}

/// Adds a character, or what stands for it.
pub fn push(safe: &mut String, c: char) {
    // `##[…]` and `##vso[…]` are commands to some build servers, wherever they stand
    if c == '[' && safe.rsplit_once("##").is_some_and(|(_, after)| after.bytes().all(|b| b.is_ascii_alphanumeric())) {
        safe.push(' ');
    }
    match stand_in(c) {
        None => safe.push(c),
        Some(StandIn::Space) => safe.push(' '),
        Some(StandIn::Picture(picture)) => safe.push(picture),
        Some(StandIn::Escape) => {
            use std::fmt::Write;
            let _ = write!(safe, "\\u{{{:x}}}", c as u32);
        }
    }
}

enum StandIn {
    Space,
    Picture(char),
    Escape,
}

fn stand_in(c: char) -> Option<StandIn> {
    match c {
        '\t' => Some(StandIn::Space),
        // Unicode has pictures of the control characters
        '\0'..='\u{1F}' => char::from_u32(0x2400 + c as u32).map(StandIn::Picture),
        '\u{7F}' => Some(StandIn::Picture('\u{2421}')),
        '\u{80}'..='\u{9F}'
        | '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => Some(StandIn::Escape),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{clean, file_name};

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(clean("plain – text"), "plain – text");
        assert_eq!(clean("a ##[error]b ##vso[x] ###"), "a ## [error]b ##vso [x] ###");
        assert_eq!(
            (file_name("::error::a.md"), file_name(" ::b.md"), file_name("c.md")),
            ("./::error::a.md".into(), "./ ::b.md".into(), "c.md".into())
        );
        assert_eq!(clean("a\x1b[31mb\rc\u{202E}d\u{9B}e"), "a␛[31mb␍c\\u{202e}d\\u{9b}e");
    }
}
