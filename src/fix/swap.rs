//! The edits that swap the words of one hit for their one replacement, or nothing where a person should look: in quotations, headings, links,
//! tables and HTML, across Markdown marks, and wherever the grammar may need more than the swap.

use super::article::takes_an;
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::document::{Block, Document};
use crate::findings::fix::Edit;
use crate::input::span::Span;
use crate::language::inflection::{Form, inflect, inflect_phrase};
use crate::language::tokens::Gap;
use crate::phrases::Hit;
use crate::wordlists::phrase_table::Entry;

/// Bytes before a hit in which an open quotation or bracket is looked for.
const WINDOW: usize = 2_000;

/// The words to write and the edits that write them.
#[must_use]
pub fn swap(document: &Document<'_>, entry: &Entry<'_>, hit: &Hit) -> Option<(String, Vec<Edit>)> {
    let context = Context::of(document, hit)?;
    let say = entry.say().next().filter(|_| entry.say().len() == 1)?;
    let said = in_form(say, entry.phrase(), hit.form, &context)?;
    let said = like(document.prose_of(context.words[0].span.to(context.last().span)), &said)?;
    let mut edits = vec![context.place(&said)?];
    context.fits(&said).then_some(())?;
    if let Some(edit) = context.article(&said)? {
        edits.insert(0, edit);
    }
    Some((said, edits))
}

/// A hit in body prose, with its words and the sentence around them.
struct Context<'d> {
    document: &'d Document<'d>,
    words: &'d [Word],
    /// The words before it in its sentence, and after it.
    before: &'d [Word],
    after: &'d [Word],
}

impl<'d> Context<'d> {
    fn of(document: &'d Document<'_>, hit: &Hit) -> Option<Context<'d>> {
        let sentence = &document.sentences[hit.sentence as usize];
        let (first, end) = (hit.words.0 as usize, hit.words.1 as usize);
        let words = &document.words[first..end];
        let context =
            Context { document, words, before: &document.words[sentence.words().start..first], after: &document.words[end..sentence.words().end] };
        let whole = words.iter().all(|w| !w.in_link() && !w.is_opaque());
        let joined = |w: &Word| matches!(w.gap(), Gap::Hyphen | Gap::Slash);
        let free = !joined(&words[0]) && !context.after.first().is_some_and(joined);
        (whole && free && is_body(document, document.block_of(sentence), words[0].span.start as usize)).then_some(context)
    }

    fn last(&self) -> Word {
        self.words[self.words.len() - 1]
    }

    fn text(&self, word: Word) -> &'d str {
        self.document.text(word)
    }

    /// The edit of the hit itself. Inside it nothing of Markdown may stand, but one line may end there: then the line ends after the new words.
    fn place(&self, said: &str) -> Option<Edit> {
        let (source, prose) = (&self.document.source.text, &self.document.prose.text);
        let spans: Vec<Span> = self.words.iter().map(|w| self.document.source_span(w.span)).collect();
        let mut line_end = None;
        for (i, (span, word)) in spans.iter().zip(self.words).enumerate() {
            (source[span.range()] == prose[word.span.range()]).then_some(())?;
            let Some((next, next_word)) = spans.get(i + 1).zip(self.words.get(i + 1)) else { break };
            let (there, read) = (&source[span.end as usize..next.start as usize], &prose[word.span.end as usize..next_word.span.start as usize]);
            if there != read {
                (line_end.is_none() && read == " " && ends_a_line(there)).then_some(())?;
                line_end = Some(there);
            }
        }
        let span = spans[0].to(spans[spans.len() - 1]);
        let Some(line_end) = line_end else { return Some(Edit { span, text: said.to_owned() }) };
        let mut rest = source[span.end as usize..].chars();
        let word_follows = rest.next() == Some(' ') && rest.next().is_some_and(char::is_alphabetic);
        word_follows.then(|| Edit { span: Span { end: span.end + 1, ..span }, text: format!("{said}{line_end}") })
    }

    /// Whether the new words stand well between their neighbours: no word twice, no "the most of", no "a best".
    fn fits(&self, said: &str) -> bool {
        const LEADERS: [&str; 14] = ["a", "an", "the", "this", "that", "these", "those", "each", "every", "any", "our", "your", "their", "its"];
        const OPENERS: [&str; 18] = [
            "a", "an", "the", "many", "most", "some", "all", "enough", "plenty", "more", "best", "every", "if", "who", "because", "to", "not", "one",
        ];
        let same = |word: Option<&Word>, other: Option<&str>| word.zip(other).is_some_and(|(w, o)| self.text(*w).eq_ignore_ascii_case(o));
        let (first, last) = (said.split(' ').next(), said.rsplit(' ').next());
        let led = self.words[0].gap() == Gap::Space && LEADERS.iter().any(|leader| same(self.before.last(), Some(leader)));
        let opens = OPENERS.iter().any(|opener| first.is_some_and(|f| f.eq_ignore_ascii_case(opener)));
        let bare = matches!(last.map(str::to_lowercase).as_deref(), Some("a" | "an"));
        let doubled = same(self.before.last(), first) || same(self.after.first(), last);
        !(led && opens || bare || doubled)
    }

    /// The edit of an `a` or `an` before the hit, where the sound asks for the other. The outer nothing means: leave it all alone.
    #[allow(clippy::option_option, reason = "no edit is an answer, and so is no swap")]
    fn article(&self, said: &str) -> Option<Option<Edit>> {
        let Some(word) = self.before.last() else { return Some(None) };
        let now = self.text(*word);
        if !now.eq_ignore_ascii_case("a") && !now.eq_ignore_ascii_case("an") {
            return Some(None);
        }
        let right = if takes_an(said) { "an" } else { "a" };
        if now.eq_ignore_ascii_case(right) || self.words[0].gap() != Gap::Space {
            return Some(None);
        }
        let span = self.document.source_span(word.span);
        let plain = self.document.source.text[span.range()] == *now && !word.in_link();
        plain.then(|| Some(Edit { span, text: like(now, right).unwrap_or_else(|| right.to_owned()) }))
    }

    /// Whether a form of "be" (or, with `have`, of "have") stands before the hit, with nothing but adverbs between.
    fn follows_auxiliary(&self, have: bool) -> bool {
        let adverb = |w: &&Word| {
            let text = self.text(**w);
            text.ends_with("ly") || ["not", "also", "now", "never", "often", "then"].iter().any(|a| text.eq_ignore_ascii_case(a))
        };
        let be = ["be", "am", "is", "are", "was", "were", "been", "being"];
        let word = self.before.iter().rev().take(3).find(|w| !adverb(w)).map(|w| self.text(*w).to_lowercase());
        word.is_some_and(|w| be.contains(&w.as_str()) || have && ["have", "has", "had", "having", "haven't", "hasn't"].contains(&w.as_str()))
    }
}

/// The replacement in the form of the author's words; nothing where that form may be either of two.
fn in_form(say: &str, phrase: &str, form: Form, context: &Context<'_>) -> Option<String> {
    let head = phrase.split([' ', '-']).next().unwrap_or(phrase);
    let (past, participle) = (inflect_phrase(say, Form::Past), inflect_phrase(say, Form::Participle));
    match form {
        Form::Past | Form::Participle => {
            let told_apart = inflect(head, Form::Past) != inflect(head, Form::Participle);
            let form = if past == participle || told_apart {
                form
            } else if context.follows_auxiliary(true) {
                Form::Participle
            } else {
                // "the plan demonstrated" may tell what it did or what was done to it
                return None;
            };
            // "can be got from" is no plainer
            let clumsy = say.starts_with("get") && context.follows_auxiliary(false);
            (!clumsy).then(|| inflect_phrase(say, form))
        }
        // "they put": now or then?
        Form::Base if inflect(head, Form::Past) == head && past != say => None,
        form => Some(inflect_phrase(say, form)),
    }
}

/// The words with the capitals of the original: none, the first, or all. Nothing for any other pattern.
fn like(original: &str, say: &str) -> Option<String> {
    let mut letters = original.chars().filter(|c| c.is_alphabetic());
    let first_is_capital = letters.next()?.is_uppercase();
    let (mut capital, mut small) = (false, false);
    for letter in letters {
        capital |= letter.is_uppercase();
        small |= letter.is_lowercase();
    }
    match (first_is_capital, capital, small) {
        (false, false, _) => Some(say.to_owned()),
        (true, true, false) => Some(say.to_uppercase()),
        (true, false, _) => {
            let mut chars = say.chars();
            Some(chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect())
        }
        _ => None,
    }
}

/// Whether a place is body prose: running text that is nobody's quotation, in no bracket of a link and beside no HTML.
pub fn is_body(document: &Document<'_>, block: &Block, at: usize) -> bool {
    if block.quoted || !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Definition) {
        return false;
    }
    let prose = &document.prose.text;
    let from = prose.floor_char_boundary((block.prose.start as usize).max(at.saturating_sub(WINDOW)));
    !is_set_off(&prose[from..at]) && !holds_html(&document.source.text[document.source_span(block.prose).range()])
}

/// Whether a quotation or a square bracket is open at the end of a text.
fn is_set_off(text: &str) -> bool {
    let (mut straight, mut double, mut single, mut plain, mut square) = (false, 0, 0, false, false);
    let mut previous = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let inside_word = previous.is_alphanumeric() && chars.peek().is_some_and(|n| n.is_alphanumeric());
        match c {
            '"' => straight = !straight,
            '“' | '«' | '„' => double += 1,
            '”' | '»' => double = 0.max(double - 1),
            '‘' => single += 1,
            '’' if !inside_word => single = 0.max(single - 1),
            '\'' if plain && previous.is_alphanumeric() | previous.is_ascii_punctuation() && !inside_word => plain = false,
            '\'' if !previous.is_alphanumeric() => plain = true,
            '[' => square = true,
            ']' => square = false,
            _ => {}
        }
        previous = c;
    }
    straight || double > 0 || single > 0 || plain || square
}

/// Whether there is an HTML tag in it: its text may be code, a quotation or a title.
fn holds_html(source: &str) -> bool {
    source.match_indices('<').any(|(at, _)| source[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '%' | '?')))
}

/// One line end, with the marks of block quotes and the spaces of list items around it.
fn ends_a_line(text: &str) -> bool {
    text.chars().all(|c| matches!(c, ' ' | '\t' | '\r' | '\n' | '>')) && text.replace("\r\n", "\n").matches(['\n', '\r']).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_kept() {
        let told = |original, say| like(original, say).unwrap_or_else(|| "left alone".to_owned());
        assert_eq!(told("utilise", "use"), "use");
        assert_eq!(told("Utilise", "use"), "Use");
        assert_eq!(told("UTILISE", "use"), "USE");
        assert_eq!(told("In order to", "to"), "To");
        assert_eq!(told("A number of", "some"), "Some");
        assert_eq!(told("In Order To", "to"), "left alone");
        assert_eq!(told("uTILISE", "use"), "left alone");
    }

    #[test]
    fn quotations_and_brackets_are_seen() {
        for open in ["She said “we ", "a \"b", "it's ‘don’t ", "see [the ", "he said 'we don't "] {
            assert!(is_set_off(open), "{open}");
        }
        for closed in ["She said “we” and ", "a \"b\" c", "the carers’ plan ", "‘so’ it’s ", "[a] ", "don't 'so' ", "the carers' group "]
        {
            assert!(!is_set_off(closed), "{closed}");
        }
    }

    #[test]
    fn only_one_plain_line_end_counts() {
        assert!(ends_a_line("\n") && ends_a_line("\r\n") && ends_a_line(" \n  > "));
        assert!(!ends_a_line("\n\n") && !ends_a_line("*\n") && !ends_a_line(" "));
    }
}
