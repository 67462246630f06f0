//! The one place where text from a document or a path is made safe to print: nothing in it can move the cursor, colour the screen or turn
//! the reading direction round.

use std::borrow::Cow;

/// Text in which every control, escape and direction character is shown by a visible stand-in.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    // plain ASCII is the rule, and this look at it is quick
    let printable = text.bytes().fold(true, |all, b| all & (b' '..=b'~').contains(&b));
    if printable || text.chars().all(|c| stand_in(c).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        push(&mut safe, c);
    }
    Cow::Owned(safe)
}

/// Adds a character, or what stands for it.
pub fn push(safe: &mut String, c: char) {
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
    use super::clean;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(clean("plain – text"), "plain – text");
        assert_eq!(clean("a\x1b[31mb\rc\u{202E}d\u{9B}e"), "a␛[31mb␍c\\u{202e}d\\u{9b}e");
    }
}
