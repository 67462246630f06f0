//! Where sentences end. Works block by block, on words: a sentence never runs from one block into the next.

use super::words::Word;
use crate::builtin;
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;

/// Splits the words of a block into sentences: ranges of the slice, in order, that leave no word out.
pub fn split(text: &str, words: &[Word], mut sentence: impl FnMut(std::ops::Range<usize>)) {
    let (mut start, mut note) = (0, false);
    let mut item = number_of_item(text, words, 0);
    for i in (1..words.len()).filter(|i| words[*i].may_open()) {
        let ends = if words[i].after_stop() && is_note(text, words, i) {
            // "… in 1805.[19] He": the mark of a note goes with what stands before it
            note = true;
            false
        } else if words[i].after_stop() {
            ends_before(text, words, start, i)
        } else {
            note && between(text, words, i).contains(']') && words[i].is_capital()
                || words[i].is_capital() && words[i - 1].is_opaque() && opens_after_address(text, words, i)
                || i <= LONGEST_GREETING && words[i].is_capital() && is_greeting(text, words, i)
                || item.is_some_and(|number| number_of_item(text, words, i) == Some(number + 1))
        };
        if ends {
            sentence(start..i);
            (start, note) = (i, false);
            item = number_of_item(text, words, i);
        }
    }
    if start < words.len() {
        sentence(start..words.len());
    }
}

/// "See https://a.example We …": an address on a line of its own, and then a word that opens a sentence.
fn opens_after_address(text: &str, words: &[Word], i: usize) -> bool {
    let opens = words[i].is(Class::Function) || words[i].is(Class::Reader);
    opens && between(text, words, i).trim().is_empty() && text[words[i - 1].span.range()].contains("://")
}

const GREETINGS: OneOf<3> = OneOf::new(["dear", "hello", "hi"]);
/// Words of "Dear Mr and Mrs Osei,".
const LONGEST_GREETING: usize = 5;

/// Whether the first words of a block, up to word `i`, are those of a letter: "Dear Jo, We …".
fn is_greeting(text: &str, words: &[Word], i: usize) -> bool {
    let greets = GREETINGS.has(words[0].hash, &text[words[0].span.range()]) || i <= 2 && words[i].is(Class::Reader);
    let opens = (words[i].is(Class::Function) || words[i].is(Class::Reader)) && words[i].has_small();
    greets && opens && between(text, words, i).starts_with(", ") && words[..i].iter().all(|word| word.is_capital() || word.is(Class::Function))
}

/// What stands between a word and the one before it.
fn between<'t>(text: &'t str, words: &[Word], i: usize) -> &'t str {
    &text[words[i - 1].span.end as usize..words[i].span.start as usize]
}

/// Whether a word is the number of a note: "[19]", "[3 – 5]".
fn is_note(text: &str, words: &[Word], i: usize) -> bool {
    words[i].has_digit() && between(text, words, i).ends_with('[') && text[words[i].span.end as usize..].starts_with([']', ',', ' ', '-', '\u{2013}'])
}

/// The number with which an item of a list begins: "1. First 2. Second", "1) First".
fn number_of_item(text: &str, words: &[Word], i: usize) -> Option<u32> {
    let (word, next) = (words.get(i)?, words.get(i + 1)?);
    if !word.has_digit() || !(next.is_capital() || next.is_opaque()) {
        return None;
    }
    let number = text[word.span.range()].parse().ok().filter(|number| *number < 100)?;
    let mark = &text[word.span.end as usize..next.span.start as usize];
    matches!(mark, ". " | ") " | ".) ").then_some(number)
}

/// The bytes of a sentence, from its opening quote or bracket to its last mark. `before` and `after` bound the gaps around its words; the last
/// sentence of a block has all that comes after it.
#[must_use]
pub fn span(text: &str, words: &[Word], before: u32, after: u32, is_last: bool) -> Span {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Span { start: before, end: before } };
    let lead = &text[before as usize..first.span.start as usize];
    let mut opening = lead.trim_end_matches(|c: char| !c.is_whitespace()).len();
    // the bullet of a list in plain text
    if let Some(bullet) = lead[..opening].trim_end().strip_suffix(['\u{2022}', '\u{25CF}', '\u{2043}']) {
        opening = bullet.len();
    }
    let rest = &text[last.span.end as usize..after as usize];
    if is_last {
        return Span::new(before as usize + opening, last.span.end as usize + rest.trim_end().len());
    }
    // up to the white space that follows the last word, and over stops that stand apart: "so it is . . ."
    let mut closing = rest.find(char::is_whitespace).unwrap_or(rest.len());
    loop {
        let apart = rest[closing..].trim_start();
        let stops = apart.len() - apart.trim_start_matches(['.', '!', '?', '\u{2026}', '"', '\u{201D}']).len();
        if stops == 0 || !apart.starts_with(['.', '!', '?', '\u{2026}']) || apart[stops..].starts_with(|c: char| !c.is_whitespace()) {
            break;
        }
        closing = rest.len() - apart.len() + stops;
    }
    Span::new(before as usize + opening, last.span.end as usize + closing)
}

/// Words that begin a sentence, even where an author writes no capitals.
const SUBJECTS: OneOf<20> = OneOf::new([
    "i", "you", "we", "they", "he", "she", "it", "this", "that", "the", "these", "there", "so", "but", "i'm", "it's", "that's", "they're", "there's",
    "you're",
]);

/// A word at least as familiar as this is no short form that nobody listed: once in 30,000 words. In tenths on the Zipf scale.
const KNOWN: u8 = 45;

/// Which half of the day: these end a sentence as other words do.
const TIMES: OneOf<2> = OneOf::new(["a.m", "p.m"]);

/// Whether a sentence ends between word `i - 1` and word `i`, where a mark that can end one stands.
fn ends_before(text: &str, words: &[Word], start: usize, i: usize) -> bool {
    let (before, next) = (words[i - 1], words[i]);
    let between = between(text, words, i);
    if !between.contains(char::is_whitespace) && !before.has_small() {
        return false;
    }
    if between.contains('\n') && !between.contains(['.', '!', '?', '\u{2026}']) {
        // a hard line break: an address, a verse, or a stray pair of spaces in mid-sentence
        return next.is_capital() || next.has_digit();
    }
    if !(next.is_capital() || next.has_digit() || next.is_opaque()) {
        return ends_before_small(text, words, i, between);
    }
    let is_i = next.span.end - next.span.start == 1 && text[next.span.range()] == *"I";
    if is_i && (between.contains("..") || between.contains(". .") || between.contains('\u{2026}')) {
        // a pause, and a word that has its capital anyway
        return false;
    }
    if between.contains(['!', '?']) {
        // ":D" is a face
        return !between.ends_with(':');
    }
    !is_abbreviation(text, words, start, i, between)
}

/// "what do you mean? where is it", "it works. thanks": where an author writes no capitals, a stop ends a sentence if the word before it is no short
/// form: a subject follows, or it is a word that everyone knows.
fn ends_before_small(text: &str, words: &[Word], i: usize, between: &str) -> bool {
    let (before, next) = (words[i - 1], words[i]);
    let marks = between.trim();
    if !between.ends_with(char::is_whitespace) || marks.is_empty() {
        return false;
    }
    if marks.bytes().all(|mark| matches!(mark, b'?' | b'!')) {
        // "Yahoo! is" is a name
        return marks.contains('?') || !before.is_capital();
    }
    let written = &text[before.span.range()];
    // a name or its first letters may be followed by more of it, but not a month, an acronym, or what stands before "i"
    let acronym = before.has_capitals() && !before.has_small() && !written.contains('.');
    let name = before.is_capital() && !before.is(Class::Calendar) && !acronym && text[next.span.range()] != *"i";
    let short = before.is(Class::Abbreviation) || name || before.is_opaque() || before.has_digit() || written.len() < 2;
    let known = || builtin::familiarity(written) >= KNOWN && next.has_small();
    marks == "." && !short && (next.is_one_of(&text[next.span.range()], &SUBJECTS) || known())
}

/// Whether the full stop after word `i - 1` belongs to the word and not to the sentence.
fn is_abbreviation(text: &str, words: &[Word], start: usize, i: usize, between: &str) -> bool {
    let (before, next) = (words[i - 1], words[i]);
    // "N\u{b0}. 12"
    if between.starts_with("\u{b0}.") {
        return next.has_digit();
    }
    if !between.starts_with('.') {
        // the stop stands after a bracket or a quote, where no abbreviation puts it
        return false;
    }
    let written = &text[before.span.range()];
    // "1. First": the number of an item
    if i - 1 == start && (before.has_digit() && written.len() <= 3 && !written.contains('.')) {
        return true;
    }
    if before.has_digit() && next.has_digit() && is_torn(text, words, start, i, between) {
        return true;
    }
    let single = written.chars().count() == 1 && before.is_capital();
    if single && next.is_capital() && !next.is_opaque() {
        let name = written != "I" || i >= 2 && words[i - 2].is_capital() && words[i - 1].gap() == Gap::Space;
        return name && !next.is(Class::Function);
    }
    if written == "c" {
        return next.has_digit();
    }
    // "the U.S. Navy", "J.C. Penney"; but "in the U.S. We"
    let initials = written.contains('.') && !before.is_opaque() && !before.has_small() && !before.has_digit() && !TIMES.has(before.hash, written);
    if initials && next.is_capital() {
        return !(next.is(Class::Function) || next.is(Class::Reader) || next.is(Class::Verb));
    }
    if !before.is(Class::Abbreviation) {
        return false;
    }
    if between.contains('(') {
        return true;
    }
    let lower = written.to_ascii_lowercase();
    match lower.as_str() {
        // these may end a sentence, and a capital after them tells that they do
        "etc" | "al" | "a.m" | "p.m" | "ltd" | "inc" | "plc" | "co" | "corp" | "dept" | "govt" | "ave" | "rd" | "bldg" | "jr" | "sr" => {
            !next.is_capital() || lower == "co" && single
        }
        // these stand before a number
        "no" | "nos" | "p" | "pp" | "pg" | "vol" | "vols" | "fig" | "figs" | "para" | "paras" | "ch" | "chap" | "art" | "sec" | "ref" | "refs"
        | "tel" | "ext" | "op" | "tab" | "max" | "min" | "est" | "ed" => next.has_digit() || next.is_opaque(),
        // months and days are words too ("may", "sun"): the full form is far commoner at the end of a sentence
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" | "mon" | "tue" | "tues" | "wed" | "thu"
        | "thurs" | "fri" | "sat" | "sun" => next.has_digit(),
        _ => true,
    }
}

/// Longest bracket that is looked back into, in bytes.
const LONGEST_BRACKET: usize = 300;

/// Whether words `i - 1` and `i` are the halves of one number, which pages made from PDFs tear apart: "2. 3%", "p = 0. 027", "(95% CI 1. 5 to 2)".
fn is_torn(text: &str, words: &[Word], start: usize, i: usize, between: &str) -> bool {
    let figures = |word: Word| text[word.span.range()].bytes().all(|byte| byte.is_ascii_digit());
    let end = words[i].span.start as usize;
    let near = &text[text.floor_char_boundary(end.saturating_sub(LONGEST_BRACKET)).max(words[start].span.start as usize)..end];
    let in_bracket = || near.rfind('(') > near.rfind(')');
    let share = || text[words[i].span.end as usize..].starts_with('%');
    between == ". " && figures(words[i - 1]) && figures(words[i]) && (text[words[i - 1].span.range()] == *"0" || share() || in_bracket())
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format};
    use crate::input::source::SourceFile;

    fn sentences(text: &str) -> Vec<String> {
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let document = Document::new(&source, Format::Text);
        document.sentences.iter().map(|s| document.prose_of(s.prose).trim().to_owned()).collect()
    }

    #[test]
    fn a_stop_that_belongs_to_a_word_ends_nothing() {
        for whole in [
            "Ask Dr. Rahman or Cllr. Osei at St. Mary\u{2019}s.",
            "The U.S. Navy and J.C. Penney came.",
            "Meet us at 10 a.m. (or later) at Moor Lane Ltd. (by the park).",
            "It was built c. 1850, see p. 12 and vol. 3.",
            "I am not sure ... well, I am . . . I think so.",
            "It rose by 2. 3% (from 1. 5 to 1. 9, p = 0. 04) in a year.",
        ] {
            assert_eq!(sentences(whole), [whole]);
        }
    }

    #[test]
    fn a_sentence_ends_where_readers_hear_it_end() {
        assert_eq!(sentences("We live in the U.K. We like it."), ["We live in the U.K.", "We like it."]);
        assert_eq!(sentences("Call 111. 24 people can help."), ["Call 111.", "24 people can help."]);
        assert_eq!(sentences("It was in 1805.[19] He left.[2, 3] They stayed."), ["It was in 1805.[19]", "He left.[2, 3]", "They stayed."]);
        assert_eq!(sentences("That was all . Then we left ... We came back."), ["That was all .", "Then we left ...", "We came back."]);
        assert_eq!(
            sentences("what do you mean? where is it? i saw it there. it is small."),
            ["what do you mean?", "where is it?", "i saw it there.", "it is small."]
        );
    }

    #[test]
    fn a_stop_before_a_small_letter_ends_a_sentence_after_a_word_that_everyone_knows() {
        assert_eq!(sentences("it works well. thanks for the help!! see you soon."), ["it works well.", "thanks for the help!!", "see you soon."]);
        for whole in [
            "It takes approx. five minutes at max. speed.",
            "The app Yahoo! is old.",
            "Ask for room no. seven, incl. the key.",
            "\u{201c}Come in!\u{201d} said Jo.",
        ] {
            assert_eq!(sentences(whole), [whole]);
        }
        assert_eq!(sentences("You find it at N\u{b0}. 1026. It is small."), ["You find it at N\u{b0}. 1026.", "It is small."]);
    }

    #[test]
    fn a_greeting_and_an_address_are_no_part_of_what_follows() {
        assert_eq!(sentences("Dear Mr and Mrs Osei, We have good news."), ["Dear Mr and Mrs Osei,", "We have good news."]);
        assert_eq!(sentences("Sadly, I cannot come."), ["Sadly, I cannot come."]);
        assert_eq!(sentences("See https://a.example/b We are open."), ["See https://a.example/b", "We are open."]);
    }

    #[test]
    fn items_of_a_list_are_sentences() {
        assert_eq!(sentences("Bring:\n- a book\n- your letter\n"), ["Bring:", "a book", "your letter"]);
        assert_eq!(sentences("1. The first item 2. The second item"), ["1. The first item", "2. The second item"]);
        assert_eq!(sentences("(i) come in\n(ii) sit down"), ["(i) come in", "(ii) sit down"]);
    }
}
