//! Guards against false alarms: each reads the context of one hit and says whether the words really mean what the list fears.
//!
//! They run on hits only, so clean text pays nothing for them. One guard is one module that can be tested alone. domain.md numbers sixteen:
//!
//! | Guard | Module | When |
//! |---|---|---|
//! | 1 what is no prose | the parser, `document::markdown`; `not_prose` tests it | always |
//! | 2 words spoken about | `mention` | always |
//! | 3 quoted speech | `quotes` | in marks always; block quotes for words about people, or asked |
//! | 4 contrast | `contrast` | words about people, or asked |
//! | 5 names and laws | `names` | always |
//! | 6 job titles | `job_titles` | always |
//! | 7 references | `references` | always |
//! | 8 part of speech by neighbours | `neighbours`, `follows`, `part_of_speech` | asked |
//! | 9 who does it, and to whom | `who` | asked |
//! | 10 capitals | `case` | asked |
//! | 11 names of conditions | `condition_names` | asked |
//! | 12 terms and texts of law | `law` | words about people: a note, not silence; or asked |
//! | 13 explained beside it | `glossed` | asked |
//! | 14 titles in links | `titles` | always |
//! | 15 what a writer chose to ignore | `document::directives`; the list's `except` in `neighbours` | always |
//! | 16 other languages | `languages` | always |
//!
//! Two are more: `dates`, for promises, is asked; `compounds` keeps plain-English words out of the halves of a compound, always.

mod case;
mod compounds;
mod condition_names;
mod contrast;
mod dates;
mod follows;
pub mod glossed;
mod job_titles;
mod languages;
pub mod law;
mod mention;
mod names;
mod neighbours;
#[cfg(test)]
mod not_prose;
mod part_of_speech;
pub mod quotes;
pub mod references;
mod titles;
mod who;

use super::Hit;
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::document::{Block, Document, Sentence};
use crate::wordlists::phrase_table::{Entry, Guards};

/// A hit in its context.
pub struct Site<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// The hit.
    pub hit: Hit,
    /// The entry that was hit.
    pub entry: Entry<'a>,
}

/// Which guards every entry of a family has, whatever the entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Plain-English words: names, references and words spoken about are left alone.
    Plain,
    /// Words about people: quoted speech and contrast too.
    People,
}

impl Care {
    /// The care that a rule's family asks for.
    #[must_use]
    pub fn of(rule: &str) -> Care {
        if rule.starts_with("jargon/") || rule.starts_with("sentences/") { Care::Plain } else { Care::People }
    }
}

/// Whether the hit means what the list fears.
#[must_use]
pub fn speaks(site: &Site<'_>, care: Care) -> bool {
    as_asked(site)
        && !names::silences(site)
        && !job_titles::silences(site, care)
        && !titles::silences(site)
        && !mention::silences(site, care)
        && !references::silences(site)
        && !match care {
            Care::Plain => quotes::is_said(site) || compounds::silences(site),
            Care::People => quotes::silences(site) || contrast::silences(site),
        }
        && !languages::silences(site)
}

/// Whether a hit that speaks is a term of the law, to keep and explain: its list says so, or it stands in a text of law.
#[must_use]
pub fn is_legal(site: &Site<'_>, care: Care) -> bool {
    site.entry.is_legal() || care == Care::People && law::is_copied(site)
}

/// Whether the context is as the entry asks: nothing of `skip_if`, all of `only_if`, and one of its places where it names any.
fn as_asked(site: &Site<'_>) -> bool {
    if neighbours::silence(site) {
        return false;
    }
    let (mut skips, mut places) = site.entry.skips().split();
    if skips.any(|guard| holds(site, guard)) || places.any(|guard| holds(site, guard)) {
        return false;
    }
    let (mut needs, places) = site.entry.needs().split();
    let mut places = places.peekable();
    needs.all(|guard| holds(site, guard)) && (places.peek().is_none() || places.any(|guard| holds(site, guard)))
}

fn holds(site: &Site<'_>, guard: u32) -> bool {
    match guard {
        Guards::CASE_EXACT => case::is_exact(site),
        Guards::CASE_LOWER => case::is_lower(site),
        Guards::NEXT_NOUN => follows::is_described(site),
        Guards::NOUN => part_of_speech::is_noun(site),
        Guards::VERB => part_of_speech::is_verb(site),
        Guards::ADJECTIVE => part_of_speech::is_adjective(site),
        Guards::SUBJECT_PERSON => who::a_person_does_it(site),
        Guards::SUBJECT_ORGANISATION => who::an_organisation_does_it(site),
        Guards::OBJECT_PERSON => who::is_done_to_a_person(site),
        Guards::OBJECT_ORGANISATION => who::is_done_to_an_organisation(site),
        Guards::OBJECT_CONDITION => who::a_condition_follows(site),
        Guards::DATED => dates::is_dated(site),
        Guards::GLOSSED => glossed::is_glossed(site),
        Guards::SENTENCE_START => site.prev().is_none(),
        Guards::HEADING => matches!(site.block().kind, BlockKind::Heading(_)),
        Guards::LINK => site.document.words[site.first()].in_link(),
        Guards::QUOTE => quotes::silences(site),
        Guards::CONTRAST => contrast::silences(site),
        Guards::CONDITION_NAME => condition_names::is_part_of_one(site),
        Guards::LAW => law::is_copied(site),
        _ => false,
    }
}

/// Whether words near a pattern of evidence make it something else. Evidence has no other guards.
#[must_use]
pub fn is_something_else(site: &Site<'_>) -> bool {
    neighbours::silence(site)
}

impl<'a> Site<'a> {
    /// The sentence of the hit.
    #[must_use]
    pub fn sentence(&self) -> &Sentence {
        &self.document.sentences[self.hit.sentence as usize]
    }

    /// The block of the hit.
    #[must_use]
    pub fn block(&self) -> &Block {
        self.document.block_of(self.sentence())
    }

    /// The words of the paragraph before the list or table that holds the hit.
    fn lead_in(&self) -> Option<&'a [Word]> {
        /// Items after which a lead-in is forgotten.
        const LONGEST_LIST: usize = 100;
        let in_list = |block: &Block| matches!(block.kind, BlockKind::ListItem | BlockKind::TableCell { .. });
        let blocks = &self.document.blocks[..self.sentence().block as usize];
        let block = in_list(self.block()).then(|| blocks.iter().rev().take(LONGEST_LIST).find(|b| !in_list(b)))??;
        Some(&self.document.words[block.words()])
    }

    /// Index of the first word of the hit.
    fn first(&self) -> usize {
        self.hit.words.0 as usize
    }

    /// Index of the word after the hit.
    fn after(&self) -> usize {
        self.hit.words.1 as usize
    }

    /// The word after the hit, in the same sentence.
    fn next(&self) -> Option<Word> {
        (self.after() < self.sentence().words().end).then(|| self.document.words[self.after()])
    }

    /// The word before the hit, in the same sentence.
    fn prev(&self) -> Option<Word> {
        (self.first() > self.sentence().words().start).then(|| self.document.words[self.first() - 1])
    }

    /// Up to `count` words before the hit in its sentence, nearest first.
    fn before(&self, count: usize) -> impl Iterator<Item = Word> + use<'a> {
        let start = self.sentence().words().start.max(self.first().saturating_sub(count));
        self.document.words[start..self.first()].iter().rev().copied()
    }

    /// Up to `count` words after the hit in its sentence.
    fn following(&self, count: usize) -> impl Iterator<Item = Word> + use<'a> {
        let end = self.sentence().words().end.min(self.after() + count);
        self.document.words[self.after()..end].iter().copied()
    }

    /// Whether a word is one of these, folded.
    fn is_any(&self, word: Word, words: &[&str]) -> bool {
        super::is_one_of(self.document, word, words.iter().copied())
    }

    /// The prose of the sentence before the hit, and after it.
    fn around(&self) -> (&'a str, &'a str) {
        let (sentence, words) = (self.sentence().prose, &self.document.words);
        let (start, end) = (words[self.first()].span.start as usize, words[self.after() - 1].span.end as usize);
        (&self.document.prose.text[sentence.start as usize..start], &self.document.prose.text[end..(sentence.end as usize).max(end)])
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Settings;
    use crate::document::Format;
    use crate::findings::Finding;
    use crate::input::source::SourceFile;
    use crate::linter::{Linter, Selection};
    use crate::wordlists::house::{HOUSE_RULE, house_words};

    /// What a rule says of a text.
    pub fn findings(rule: &str, text: &str) -> Vec<Finding> {
        run(Settings::default(), rule, text)
    }

    /// What one entry, written as in a list, says of a text.
    pub fn findings_with(entry: &str, text: &str) -> Vec<Finding> {
        let house = house_words("a list", &format!("[[word]]\n{entry}")).expect("a good entry");
        run(Settings { house: Some(house), ..Settings::default() }, HOUSE_RULE, text)
    }

    /// How often a rule speaks in a text, repeats included.
    pub fn finds(rule: &str, text: &str) -> usize {
        findings(rule, text).iter().map(|f| 1 + f.related.len()).sum()
    }

    /// How often one entry speaks in a text, repeats included.
    pub fn finds_with(entry: &str, text: &str) -> usize {
        findings_with(entry, text).iter().map(|f| 1 + f.related.len()).sum()
    }

    fn run(settings: Settings, rule: &str, text: &str) -> Vec<Finding> {
        let source = SourceFile { name: "page.md".to_owned(), text: text.to_owned() };
        let linter = Linter::new(settings, &Selection { rules: vec![rule.to_owned()], families: Vec::new() });
        linter.check(&linter.read(&source, Format::Markdown)).findings
    }

    #[test]
    fn a_place_is_enough_of_many_and_all_else_is_needed() {
        let entry = "instead_of = 'hub'\nsay = ['centre']\nonly_if = { in = ['heading', 'link'], near = ['open'] }";
        for (text, found) in [("# The hub is open", 1), ("See [the hub](a.md): open", 1), ("# The hub", 0), ("The hub is open", 0)] {
            assert_eq!(finds_with(entry, text), found, "{text}");
        }
        let entry = "instead_of = 'however'\nsay = ['but']\nskip_if = { in = ['sentence-start'], dated = true }";
        for (text, found) in [("However it is.", 0), ("We did, however, go.", 1), ("We did, however, go in 2024.", 0)] {
            assert_eq!(finds_with(entry, text), found, "{text}");
        }
    }
}
