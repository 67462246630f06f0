//! The notation in which phrases and patterns are written.
//!
//! Plain words match themselves. `(a/b/two words)` is one of; `(…)?` and `word?` may be left out; `~` is up to four words of anything within
//! the sentence; a comma allows a mark there; `=` in front means exactly these letters. Hyphen and space are the same.

use crate::language::fold::fold;
use crate::language::tokens::{Gap, tokens};

/// How many words `~` may stand for.
pub const GAP_WORDS: usize = 4;
/// Longest pattern, in bytes. The longest of ours has 730.
const MOST_BYTES: usize = 4 * 1024;
/// Most `~` in a pattern: each makes five ways out of one, and ours have at most one.
const MOST_GAPS: usize = 2;
/// Most parts that may be left out: ours have at most three.
const MOST_OPTIONAL: usize = 8;

/// One step along a phrase.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A folded word; `mark` tells that a comma or other mark may stand before it.
    Word {
        /// The word, folded.
        word: String,
        /// Whether a mark may stand before it.
        mark: bool,
    },
    /// Up to [`GAP_WORDS`] words of anything.
    Gap,
}

/// Steps of which one choice is taken, or none where it is optional.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The choices.
    pub choices: Vec<Vec<Step>>,
    /// Whether it may be left out.
    pub optional: bool,
}

/// A phrase or pattern, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Its groups, in order.
    pub groups: Vec<Group>,
    /// Exactly these letters: no other spelling, no joined form.
    pub exact: bool,
    /// "coproduction" for "co-production": the whole written as one word, where that makes sense.
    pub joined: Option<String>,
    /// How many steps of the first choice its first word takes ("co-produce with": 2).
    pub first_unit: usize,
}

/// Reads a phrase or pattern.
///
/// # Errors
/// Says in plain English what is wrong with the notation.
pub fn parse(pattern: &str) -> Result<Pattern, String> {
    if pattern.len() > MOST_BYTES {
        return Err(format!("it is longer than {} KiB; write several", MOST_BYTES / 1024));
    }
    let (text, exact) = pattern.strip_prefix('=').map_or((pattern, false), |rest| (rest, true));
    let mut groups = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['(', ')']) {
        let (before, mark) = (&rest[..open], &rest[open..=open]);
        if mark == ")" {
            return Err("a bracket `)` was never opened".to_owned());
        }
        plain(before, &mut groups)?;
        let close = rest[open..].find(')').ok_or("a bracket `(` is never closed")? + open;
        let inside = &rest[open + 1..close];
        rest = &rest[close + 1..];
        let optional = rest.starts_with('?');
        rest = rest.strip_prefix('?').unwrap_or(rest);
        if before.ends_with(char::is_alphanumeric) || rest.starts_with(char::is_alphanumeric) {
            return Err("a bracket touches a word; put a space between them".to_owned());
        }
        groups.push(Group { choices: choices(inside)?, optional });
    }
    plain(rest, &mut groups)?;
    sound(&groups)?;
    let plain = !text.contains(['(', '?', '~']);
    let first_unit = text.split_whitespace().next().map_or(1, |unit| tokens(unit, &[]).count().max(1));
    Ok(Pattern { groups, exact, joined: (plain && !exact).then(|| joined(text)).flatten(), first_unit })
}

fn choices(inside: &str) -> Result<Vec<Vec<Step>>, String> {
    if inside.contains('(') {
        return Err("a bracket stands inside another; write two patterns".to_owned());
    }
    let choices: Vec<Vec<Step>> = inside.split('/').map(steps).collect();
    if choices.iter().any(Vec::is_empty) {
        return Err("a choice in brackets is empty; for \"or nothing\" write `(…)?`".to_owned());
    }
    Ok(choices)
}

/// Text outside brackets: words, `~`, and `word?`.
fn plain(text: &str, groups: &mut Vec<Group>) -> Result<(), String> {
    if text.trim_end().ends_with(',') {
        return Err("a comma counts only before a word; before a bracket, write it in there: `(, we/, they)`".to_owned());
    }
    let mut from = 0;
    for (at, _) in text.match_indices('?') {
        let word = text[from..at].rfind(' ').map_or(from, |i| from + i + 1);
        let optional = steps(&text[word..at]);
        if optional.is_empty() {
            return Err("`?` must follow a word or a bracket".to_owned());
        }
        push(groups, steps(&text[from..word]), false);
        push(groups, optional, true);
        from = at + 1;
    }
    push(groups, steps(&text[from..]), false);
    Ok(())
}

fn push(groups: &mut Vec<Group>, steps: Vec<Step>, optional: bool) {
    if !steps.is_empty() {
        groups.push(Group { choices: vec![steps], optional });
    }
}

fn steps(text: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for (i, part) in text.split('~').enumerate() {
        if i > 0 {
            steps.push(Step::Gap);
        }
        for token in tokens(part, &[]) {
            let comma = part[..token.start].trim_end().ends_with(',');
            steps.push(Step::Word { word: fold(&part[token.start..token.end]), mark: token.shape.gap() == Gap::Mark && comma });
        }
    }
    steps
}

/// A pattern needs a word that must be there, and may not begin or end with anything at all.
fn sound(groups: &[Group]) -> Result<(), String> {
    let is_word = |step: Option<&Step>| matches!(step, Some(Step::Word { .. }));
    let gaps = |choice: &Vec<Step>| choice.iter().filter(|step| **step == Step::Gap).count();
    if groups.iter().map(|group| group.choices.iter().map(gaps).max().unwrap_or(0)).sum::<usize>() > MOST_GAPS {
        return Err(format!("`~` stands more than {MOST_GAPS} times in a row of words; write several"));
    }
    if groups.iter().filter(|group| group.optional).count() > MOST_OPTIONAL {
        return Err(format!("more than {MOST_OPTIONAL} parts of it may be left out; write several"));
    }
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return Err("there is no word in it".to_owned());
    };
    if !groups.iter().any(|g| !g.optional && g.choices.iter().all(|c| is_word(c.iter().find(|s| is_word(Some(s)))))) {
        return Err("every word of it may be left out, so it would match anything".to_owned());
    }
    if !first.choices.iter().all(|c| is_word(c.first())) || !last.choices.iter().all(|c| is_word(c.last())) {
        return Err("`~` may not stand at the start or the end: it would match anything".to_owned());
    }
    Ok(())
}

/// "coproduction" for "co-production", "frontline" for "front line": a phrase of two parts written as one word.
fn joined(text: &str) -> Option<String> {
    const SMALL: [&str; 20] =
        ["the", "a", "an", "to", "in", "on", "of", "at", "by", "as", "for", "per", "is", "be", "or", "so", "no", "we", "our", "with"];
    let parts: Vec<&str> = text.trim().split([' ', '-']).filter(|p| !p.is_empty()).collect();
    let [first, second] = parts.as_slice() else { return None };
    let letters = |p: &str| p.chars().all(|c| c.is_ascii_lowercase());
    let hyphen = text.contains('-');
    (letters(first) && letters(second) && (hyphen || !SMALL.contains(first) && !SMALL.contains(second))).then(|| format!("{first}{second}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_optional_words() {
        let pattern = parse("tell us (all/more about it)? now? please").expect("good");
        let shape: Vec<_> = pattern.groups.iter().map(|g| (g.choices.len(), g.optional)).collect();
        assert_eq!(shape, [(1, false), (2, true), (1, true), (1, false)]);
        assert_eq!(parse("co-production").expect("good").joined.as_deref(), Some("coproduction"));
        assert_eq!(parse("the elderly").expect("good").joined, None);
        assert_eq!(parse("said (, we/, they)").expect("good").groups[1].choices[1], [Step::Word { word: "they".to_owned(), mark: true }]);
        assert_eq!(parse("you said, we did").expect("good").groups[0].choices[0][2], Step::Word { word: "we".to_owned(), mark: true });
    }

    #[test]
    fn mistakes_are_told_in_plain_english() {
        for (pattern, told) in [
            ("(a/b", "never closed"),
            ("a) b", "never opened"),
            ("(a/)", "empty"),
            ("~ a", "start or the end"),
            ("a ~", "start or the end"),
            ("…", "no word"),
            ("carer(s)?", "touches a word"),
            ("(a)? b?", "left out"),
            ("you said, (we/they)", "a comma"),
        ] {
            let error = parse(pattern).expect_err(pattern);
            assert!(error.contains(told), "{pattern}: {error}");
        }
    }
}
