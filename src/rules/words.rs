//! What a rule of words says about a hit: the message of its list, the author's words, and what could be written in the same form.

use std::borrow::Cow;

use crate::analysis::involvement::span_of;
use crate::document::Document;
use crate::findings::{Finding, Key, Level};
use crate::input::span::Span;
use crate::language::inflection::{Form, inflect_phrase};
use crate::phrases::Hit;
use crate::phrases::frames::Frame;
use crate::rules::Cx;
use crate::wordlists::phrase_table::Entry;

/// Longest quotation in a message, in characters.
const LONGEST_QUOTE: usize = 60;
/// Replacements shown in the help, and at the spot.
const MOST_SHOWN: usize = 3;
const MOST_IN_LABEL: usize = 2;

/// What is said of a term of the law, whatever the list suggests.
const LEGAL_LABEL: &str = "legal term: keep it, and explain it";
/// The advice of an entry that has no other.
const LEAVE_OUT: &str = "leave it out";
const LEGAL_HELP: &str = "this may be a legal term: if it is, keep it, and say what it means in everyday words";

/// The finding for a hit that the guards let through. `rule` is the id of the entry's rule. A term of the law is a note: keep it, and explain it.
#[must_use]
pub fn finding(cx: &Cx<'_>, rule: &'static str, entry: &Entry<'_>, hit: &Hit, legal: bool) -> Finding {
    let (document, owner) = (cx.document, entry.owner());
    let prose = with_its_stop(document, span_of(document, hit));
    let (label, help, note) = if cx.brief { Default::default() } else { in_full(document, entry, hit, legal) };
    let quote = quote(document.prose_of(prose));
    let aside = entry.once().then(|| ["`", &*quote, "`, ", &*label].concat());
    let key = Key { what: entry.phrase().to_owned(), aside };
    let message = if entry.message().is_empty() { owner.message() } else { entry.message() };
    Finding {
        rule,
        level: if legal { Level::Note } else { entry.level().unwrap_or(owner.level()) },
        span: document.source_span(prose),
        message: quoting(message, &quote),
        label,
        note: note.into(),
        help: Some(help.into()),
        related: Vec::new(),
        key: Some(key),
    }
}

/// The label, the help, and the note: why, and who says so.
fn in_full(document: &Document<'_>, entry: &Entry<'_>, hit: &Hit, legal: bool) -> (String, String, String) {
    let owner = entry.owner();
    let why = if entry.why().is_empty() { owner.why() } else { entry.why() };
    let note = if entry.source().is_empty() { note(why, owner.sources()) } else { note(why, [entry.source()]) };
    let (label, help) = if legal { (LEGAL_LABEL.to_owned(), LEGAL_HELP.to_owned()) } else { advice(entry, &Writing::of(document, hit)) };
    (label, help, note)
}

/// The form of the author's words.
struct Writing<'a> {
    form: Form,
    /// Their first word.
    head: &'a str,
}

impl<'a> Writing<'a> {
    /// One form may be two: "allocated" is gave, or given.
    fn of(document: &'a Document<'_>, hit: &Hit) -> Self {
        let sentence = document.sentences[hit.sentence as usize].words();
        let frame = Frame { document, sentence, verb: hit.words.0 as usize..hit.words.1 as usize };
        let form = if hit.form == Form::Past && frame.is_participle() { Form::Participle } else { hit.form };
        Writing { form, head: document.text(document.words[hit.words.0 as usize]) }
    }

    /// A suggestion in this form. "Are meant for" takes "are for": one form of "be" has more than one word.
    fn put(&self, say: &'a str) -> Cow<'a, str> {
        let be = ["am", "are", "were"].into_iter().find(|be| self.head.eq_ignore_ascii_case(be));
        match (be, say.strip_prefix("be ")) {
            (Some(be), Some(rest)) => [be, " ", rest].concat().into(),
            _ if self.form == Form::Base => say.into(),
            _ => inflect_phrase(say, self.form).into(),
        }
    }
}

/// The last stop of "e.g." belongs to it, though the stop of a word belongs to its sentence.
fn with_its_stop(document: &Document<'_>, prose: Span) -> Span {
    let stopped =
        document.prose_of(prose).as_bytes().iter().rev().nth(1) == Some(&b'.') && document.prose.text[prose.end as usize..].starts_with('.');
    Span { end: prose.end + u32::from(stopped), ..prose }
}

/// A reason and who says so.
#[must_use]
pub fn note<'a>(why: &str, sources: impl IntoIterator<Item = &'a str>) -> String {
    let mut note = String::with_capacity(why.len() + 64);
    note.push_str(why);
    let mut before = " (Source: ";
    for source in sources {
        note.push_str(before);
        note.push_str(source);
        before = "; ";
    }
    if before == "; " {
        note.push_str(".)");
    }
    note
}

/// A message with the author's words in the place of `{quote}`.
fn quoting(message: &str, quote: &str) -> String {
    let Some((before, after)) = message.split_once('{').and_then(|(before, rest)| Some((before, rest.strip_prefix("quote}")?))) else {
        return message.to_owned();
    };
    let mut text = String::with_capacity(message.len() + quote.len());
    text.push_str(before);
    text.push_str(quote);
    text.push_str(after);
    text
}

/// The author's words on one line, not too many of them.
#[must_use]
pub fn quote(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let plain = bytes.iter().zip(bytes.iter().skip(1).chain([&b' '])).all(|(a, b)| a.is_ascii_graphic() || *a == b' ' && b.is_ascii_graphic());
    if plain && text.len() <= LONGEST_QUOTE && !text.starts_with(' ') {
        return text.into();
    }
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_QUOTE) {
        Some((cut, _)) => format!("{}…", &line[..cut]).into(),
        None => line.into(),
    }
}

/// The label and the help. Replacements take the form of the author's words; what stands in round brackets is advice.
fn advice<'a>(entry: &Entry<'a>, writing: &Writing<'a>) -> (String, String) {
    let (mut help, mut last, mut shown) = (String::with_capacity(128), 0..0, 0);
    let mut label = String::with_capacity(48);
    for say in entry.say().filter(|say| !is_advice(say)) {
        // "text (advice)": only the text is quoted
        let bracket = say.match_indices('(').map(|(at, _)| at).find(|at| say[..*at].ends_with(' '));
        let (text, advice) = match bracket {
            Some(at) => (&say[..at - 1], Some(&say[at + 1..])),
            None => (say, None),
        };
        let from = help.len();
        help.push_str(if shown == 0 { "you could write " } else { " or " });
        let at = help.len();
        help.push('`');
        help.push_str(&writing.put(text));
        help.push('`');
        if let Some(advice) = advice {
            help.push_str(" (");
            help.push_str(advice);
        }
        if shown > 0 && (shown == MOST_SHOWN || help[last.clone()] == help[at..]) {
            help.truncate(from);
            continue;
        }
        (last, shown) = (at..help.len(), shown + 1);
        if shown <= MOST_IN_LABEL {
            label.push_str(if shown == 1 { "try " } else { " or " });
            label.push_str(&help[at..]);
        }
    }
    for say in entry.say().filter(|say| is_advice(say)) {
        tell(&mut help, &mut label, if say == "(cut)" { LEAVE_OUT } else { &say[1..say.len() - 1] });
    }
    if help.is_empty() {
        tell(&mut help, &mut label, LEAVE_OUT);
    }
    (label, help)
}

/// Whether all of a suggestion is advice.
fn is_advice(say: &str) -> bool {
    say.starts_with('(') && say.ends_with(')')
}

fn tell(help: &mut String, label: &mut String, advice: &str) {
    if !help.is_empty() {
        help.push_str(", or ");
    }
    help.push_str(advice);
    if label.is_empty() {
        label.push_str(advice);
    }
}
