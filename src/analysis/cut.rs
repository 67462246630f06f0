//! Where a hard sentence could be cut in two. It shows the author's own words and changes nothing: whether the halves say the same is for a
//! person to judge.

use std::ops::Range;

use super::difficulty::Difficulty;
use crate::builtin;
use crate::document::words::Word;
use crate::document::{Document, Sentence};
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::inflection::{Form, inflect};
use crate::language::tokens::Gap;

const JOINING: OneOf<3> = OneOf::new(["and", "but", "so"]);
const SUBJECTS: OneOf<12> = OneOf::new(["i", "you", "we", "they", "he", "she", "it", "this", "there", "these", "people", "staff"]);
const WHICH: OneOf<1> = OneOf::new(["which"]);
const REASONS: OneOf<4> = OneOf::new(["because", "although", "while", "whereas"]);

/// After these a second half begins in vain: it has no subject.
const NO_SUBJECT: OneOf<8> = OneOf::new(["to", "and", "or", "also", "not", "with", "then", "nor"]);
/// Words that wait for a second part, and how many words back they are looked for.
const PAIRED: OneOf<4> = OneOf::new(["between", "both", "either", "neither"]);
const PAIR: usize = 8;
const NOT: OneOf<1> = OneOf::new(["not"]);
const ONLY: OneOf<1> = OneOf::new(["only"]);
/// "which were", "which have": more than one thing. "which take" is found by its third person.
const MANY: OneOf<8> = OneOf::new(["are", "were", "have", "do", "aren't", "weren't", "haven't", "don't"]);
/// The past of these looks like the base.
const EITHER_TENSE: OneOf<6> = OneOf::new(["put", "set", "let", "cut", "read", "cost"]);
/// Before "because" these say that more was meant: "and because", "not least because".
const HALF_A_REASON: OneOf<10> = OneOf::new(["and", "or", "but", "not", "least", "only", "just", "partly", "mainly", "simply"]);

/// Fewest words of a half.
const SHORTEST: usize = 5;
/// Words after which "because" and the like are worth a cut: before that, what comes first is short enough.
const LATE: usize = 12;
/// A cut must make the harder half easier than the whole by this many tenths of a point.
const GAIN: u32 = 30;
/// Small words with which a sentence of its own may begin in brackets: "on paper or online, as they choose" is none.
const OPENS_ASIDE: OneOf<14> = OneOf::new(["which", "who", "the", "a", "an", "our", "your", "their", "its", "each", "all", "some", "most", "those"]);
const FOR_EXAMPLE: OneOf<5> = OneOf::new(["e.g", "eg", "i.e", "ie", "see"]);
/// Fewest words in brackets that are worth a sentence of their own.
const SHORTEST_ASIDE: usize = 6;
/// Words that are shown of what the second sentence begins with.
const SHOWN: usize = 4;

/// A place to cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cut<'d> {
    /// Two sentences.
    InTwo {
        /// The last word of the first.
        after: &'d str,
        /// What the second begins with.
        start: String,
    },
    /// Words in brackets, which could be a sentence of their own: those that they begin with.
    Aside(&'d str),
}

/// The cut whose harder half is easiest; none where no cut helps. `whole` is how hard the sentence is as it stands.
#[must_use]
pub fn cut<'d>(document: &'d Document<'_>, sentence: &Sentence, whole: &Difficulty) -> Option<Cut<'d>> {
    let whole = whole.tenths();
    let cuts = [in_two(document, sentence), aside(document, sentence)].into_iter().flatten();
    cuts.min_by_key(|(worse, _)| *worse).filter(|(worse, _)| worse + GAIN <= whole).map(|(_, cut)| cut)
}

/// The best place to make two sentences of one, with the tenths of the harder half.
fn in_two<'d>(document: &'d Document<'_>, sentence: &Sentence) -> Option<(u32, Cut<'d>)> {
    let words = document.words_of(sentence);
    let first = sentence.words().start;
    let text = &document.prose.text;
    let mut marks = Marks::default();
    let (mut read, mut before) = (sentence.prose.start, Vec::new());
    for word in words {
        marks.read(&text[read as usize..word.span.start as usize]);
        read = word.span.start;
        before.push(marks);
    }
    let halves = (SHORTEST..words.len().saturating_sub(SHORTEST - 1)).filter_map(|i| {
        let opening = opening(document, words, i).filter(|_| before[i].are_closed())?;
        // two semicolons part the items of a list
        if text[words[i - 1].span.end as usize..].starts_with(';') && marks.semicolons > 1 {
            return None;
        }
        if !(can_end(document, &words[..i], before[i].commas > 1) && can_begin(document, &words[opening.from..], &opening)) {
            return None;
        }
        let tenths = |part: Sentence| Some(Difficulty::of(document, &part)).filter(|half| half.has_verb).map(|half| half.tenths());
        let (left, right) = (sentence.part(document, first..first + i), sentence.part(document, first + opening.from..sentence.words().end));
        Some((tenths(left)?.max(tenths(right)?), i, opening))
    });
    let (worse, i, opening) = halves.min_by_key(|(worse, i, _)| (*worse, *i))?;
    let shown = &words[opening.from..words.len().min(opening.from + SHOWN)];
    let text = shown.first().zip(shown.last()).map_or("", |(a, b)| &document.prose.text[a.span.start as usize..b.span.end as usize]);
    Some((worse, Cut::InTwo { after: document.text(words[i - 1]), start: capitalised(opening.put, text) }))
}

/// The marks before a word of a sentence, as far as they say whether the sentence can be cut there.
#[derive(Clone, Copy, Default)]
struct Marks {
    brackets: i32,
    speech: bool,
    semicolons: usize,
    commas: usize,
}

impl Marks {
    fn read(&mut self, text: &str) {
        for mark in text.chars() {
            match mark {
                '(' | '[' => self.brackets += 1,
                ')' | ']' => self.brackets -= 1,
                '"' => self.speech = !self.speech,
                '“' | '‘' => self.speech = true,
                '”' => self.speech = false,
                ';' => self.semicolons += 1,
                ',' => self.commas += 1,
                _ => {}
            }
        }
    }

    /// Whether no bracket and no quotation is open.
    fn are_closed(self) -> bool {
        self.brackets <= 0 && !self.speech
    }
}

/// Whether a sentence can stop after these words: not at "and" or "is", not after "if …" alone, and not between the two parts of "both … and …".
fn can_end(document: &Document<'_>, words: &[Word], more_commas: bool) -> bool {
    let Some(last) = words.last() else { return false };
    let waits = words[0].is(Class::Subordinator) && !more_commas;
    let near = &words[words.len().saturating_sub(PAIR)..];
    let not_only = words.windows(2).any(|pair| document.is_one_of(pair[0], &NOT) && document.is_one_of(pair[1], &ONLY));
    !(last.is_opaque() || last.is(Class::Function) || waits || not_only || near.iter().any(|word| document.is_one_of(*word, &PAIRED)))
}

/// Whether a sentence can begin with these words: with who or what does something, and long enough to stand.
fn can_begin(document: &Document<'_>, words: &[Word], opening: &Opening) -> bool {
    let Some(first) = words.first().filter(|_| words.len() >= SHORTEST) else { return false };
    let numbered = document.prose.text[first.span.end as usize..].starts_with(')');
    let has_subject = || !(first.is(Class::Verb) || document.is_one_of(*first, &NO_SUBJECT) || is_verbal(document.text(*first)));
    !numbered && words[..SHOWN].iter().all(|word| !word.is_opaque()) && (!opening.put.is_empty() || has_subject())
}

/// Whether a word looks like "creating" or "improved", which begin no sentence of their own.
fn is_verbal(word: &str) -> bool {
    word.ends_with("ing") || word.ends_with("ed")
}

/// The first words in brackets that are long enough for a sentence and have a verb, with the tenths of the harder of them and the rest.
fn aside<'d>(document: &'d Document<'_>, sentence: &Sentence) -> Option<(u32, Cut<'d>)> {
    let words = document.words_of(sentence);
    let (first, end) = (sentence.words().start, sentence.words().end);
    let before = |i: usize| &document.prose.text[words[i - 1].span.end as usize..words[i].span.start as usize];
    let marked = |i: &usize, mark: char| words[*i].gap() == Gap::Mark && before(*i).contains(mark);
    let opens = (1..words.len()).find(|i| marked(i, '('))?;
    let closes = (opens + 1..words.len()).find(|i| marked(i, ')'))?;
    let inside = &words[opens..closes];
    if inside.len() < SHORTEST_ASIDE || !opens_aside(document, inside[0]) || !inside.iter().any(|word| word.is(Class::Verb)) {
        return None;
    }
    let tenths = |words: Range<usize>| Difficulty::of(document, &sentence.part(document, words)).tenths();
    let rest = tenths(first..first + opens) + tenths(first + closes..end);
    let worse = rest.max(tenths(first + opens..first + closes));
    let shown = inside[0].span.to(inside[SHOWN - 1].span);
    Some((worse, Cut::Aside(document.prose_of(shown))))
}

/// Whether words in brackets that begin with this one may be a sentence: not "on paper", "e.g. at the start" or "telling them".
fn opens_aside(document: &Document<'_>, first: Word) -> bool {
    let small = first.is(Class::Function) && !document.is_one_of(first, &SUBJECTS) && !document.is_one_of(first, &OPENS_ASIDE);
    !(small || first.is_opaque() || document.is_one_of(first, &FOR_EXAMPLE) || is_verbal(document.text(first)))
}

/// How a second sentence would begin: a word that is put first, and the word from which the author's own follow.
struct Opening {
    put: &'static str,
    from: usize,
}

/// Whether the sentence can be cut before word `i`, and how the second half would begin.
fn opening(document: &Document<'_>, words: &[Word], i: usize) -> Option<Opening> {
    let is = |at: usize, set: &dyn Fn(Word) -> bool| words.get(at).is_some_and(|w| set(*w));
    let marked = words[i].gap() == Gap::Mark;
    let between = &document.prose.text[words[i - 1].span.end as usize..words[i].span.start as usize];
    if between.starts_with(';') {
        return Some(Opening { put: "", from: i });
    }
    let comma = marked && between.starts_with(',');
    if comma && is(i, &|w| document.is_one_of(w, &JOINING)) && is(i + 1, &|w| document.is_one_of(w, &SUBJECTS)) {
        let so = document.text(words[i]).eq_ignore_ascii_case("and");
        return Some(Opening { put: "", from: if so { i + 1 } else { i } });
    }
    if comma && is(i, &|w| document.is_one_of(w, &WHICH)) && is(i + 1, &|w| w.is(Class::Verb)) {
        return Some(Opening { put: if tells_of_many(document, words[i + 1]) { "These" } else { "This" }, from: i + 1 });
    }
    (i > LATE
        && !is(i - 1, &|w| document.is_one_of(w, &HALF_A_REASON))
        && is(i, &|w| document.is_one_of(w, &REASONS))
        && is(i + 1, &|w| document.is_one_of(w, &SUBJECTS)))
    .then_some(Opening { put: if document.text(words[i]) == "because" { "This is because" } else { "But" }, from: i + 1 })
}

/// Whether a verb has more than one thing as its subject: "are", "take".
fn tells_of_many(document: &Document<'_>, verb: Word) -> bool {
    let text = document.text(verb);
    let is_base = || !document.is_one_of(verb, &EITHER_TENSE) && builtin::classes(&inflect(text, Form::ThirdPerson)).has(Class::Verb);
    document.is_one_of(verb, &MANY) || is_base()
}

/// The words, with a capital first.
fn capitalised(put: &str, text: &str) -> String {
    if !put.is_empty() {
        return format!("{put} {text}");
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    fn told(text: &str) -> Option<(String, String)> {
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let document = Document::new(&source, Format::Markdown);
        let sentence = &document.sentences[0];
        cut(&document, sentence, &Difficulty::of(&document, sentence)).map(|cut| match cut {
            Cut::InTwo { after, start } => (after.to_owned(), start),
            Cut::Aside(words) => ("(".to_owned(), words.to_owned()),
        })
    }

    #[test]
    fn a_cut_shows_where_to_stop_and_how_to_start() {
        let text = "Applications received subsequent to the deadline will be considered in exceptional circumstances, and you will receive written confirmation of the determination of the allocations committee.";
        assert_eq!(told(text), Some(("circumstances".to_owned(), "You will receive written".to_owned())));
        let text = "The partnership will commission an independent evaluation of the programme, which is expected to determine the feasibility of further implementation.";
        assert_eq!(told(text), Some(("programme".to_owned(), "This is expected to determine".to_owned())));
    }

    #[test]
    fn words_in_brackets_can_be_a_sentence_of_their_own() {
        let text = "The allocations committee (which will determine the eligibility of households in accordance with the published criteria) convenes quarterly in the municipal offices.";
        assert_eq!(told(text), Some(("(".to_owned(), "which will determine the".to_owned())));
        for no_sentence in
            ["in which they will determine", "e.g. they will determine", "telling them that it will determine", "see how they will determine"]
        {
            assert_eq!(told(&text.replace("which will determine", no_sentence)), None, "{no_sentence}");
        }
    }

    #[test]
    fn more_than_one_thing_is_these() {
        let text = "The independent evaluation will determine the feasibility of the proposed arrangements, which are contingent on the determination of the allocations committee.";
        assert_eq!(told(text), Some(("arrangements".to_owned(), "These are contingent on the".to_owned())));
        let text = "The independent evaluation will determine the feasibility of the proposed arrangements, which require the authorisation of the allocations committee.";
        assert_eq!(told(text), Some(("arrangements".to_owned(), "These require the authorisation of".to_owned())));
    }

    #[test]
    fn no_cut_between_the_items_of_a_list_in_brackets_or_in_speech() {
        let list = "The committee will determine the eligibility of households; the allocations panel will authorise the expenditure; and the practitioners will coordinate the implementation.";
        assert_eq!(told(list), None);
        let speech = "The chair said \"the allocations committee will determine the feasibility of implementation, and we will coordinate the authorisation of expenditure\" in the municipal offices.";
        assert_eq!(told(speech), None);
        let numbered = "The allocations committee will determine the feasibility of the proposed implementation; 2) the practitioners will coordinate the authorisation of expenditure.";
        assert_eq!(told(numbered), None);
    }

    #[test]
    fn no_cut_between_not_only_and_but_also() {
        let text = "The allocations committee will not only determine the feasibility of the proposed implementation, but they will also coordinate the authorisation of expenditure.";
        assert_eq!(told(text), None);
    }

    #[test]
    fn no_cut_where_the_words_before_or_after_would_not_stand_alone() {
        let no_subject = "The allocations committee will determine the feasibility of the implementation; creating an environment in which practitioners are accountable for expenditure.";
        assert_eq!(told(no_subject), None);
        let only_if = "If the allocations committee will determine the feasibility of the implementation, and you have received written confirmation of the determination of eligibility.";
        assert_eq!(told(only_if), None);
        let least = "The allocations committee will determine the feasibility of the proposed implementation not least because it is accountable for the authorisation of expenditure.";
        assert_eq!(told(least), None);
    }

    #[test]
    fn no_cut_where_a_half_would_not_stand_or_it_would_not_help() {
        assert_eq!(told("You can come, and we will help."), None);
        assert_eq!(told("Reassessment of eligibility is contingent on the submission of documentation and the availability of practitioners."), None);
    }
}
