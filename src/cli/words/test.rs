//! `plainly words test`: every entry is tried on its own sentences.

use std::fmt::Write;

use super::args::TestWordsArgs;
use super::list::chosen;
use super::{count, house_file};
use crate::cli::{exit, print, settings};
use crate::config::Settings;
use crate::document::Format;
use crate::findings::Finding;
use crate::input::source::SourceFile;
use crate::linter::{Linter, Selection};
use crate::report::sanitise::clean;
use crate::wordlists::house::HOUSE_RULE;
use crate::wordlists::shape::Word;

/// What came of the sentences.
#[derive(Default)]
struct Outcome {
    entries: usize,
    sentences: usize,
    /// Entries that run and have no sentence.
    untried: usize,
    wrong: Vec<String>,
}

/// Runs the command.
pub fn run(args: &TestWordsArgs) -> Result<u8, Vec<String>> {
    let lists = chosen(&args.rule, &args.family)?;
    let house = match house_file() {
        Some(path) => settings::read(&path).map_err(|e| vec![e.to_string()])?,
        None => Settings::default(),
    };
    let mut outcome = Outcome::default();
    for list in &lists {
        let settings = if list.rule == HOUSE_RULE { house.clone() } else { Settings::default() };
        let linter = Linter::new(settings, &Selection { rules: vec![list.rule.clone()], families: Vec::new() });
        list.words.iter().for_each(|word| outcome.try_word(&linter, &list.rule, word));
    }
    Ok(print(outcome.text().as_bytes()).map_or_else(|code| code, |_| if outcome.wrong.is_empty() { exit::CLEAN } else { exit::FINDINGS }))
}

impl Outcome {
    fn try_word(&mut self, linter: &Linter, rule: &str, word: &Word) {
        if !word.runs() {
            return;
        }
        let phrase = word.instead_of.get_ref();
        let key = phrase.trim_start_matches('=');
        self.entries += 1;
        self.untried += usize::from(word.flag.is_empty() && word.ok.is_empty());
        // another entry of a built-in list may speak of the same words; a house list answers for each of its own
        let counts = |f: &Finding| rule != HOUSE_RULE || f.key.as_ref().is_some_and(|k| k.what == key);
        for (text, should) in word.flag.iter().map(|t| (t, true)).chain(word.ok.iter().map(|t| (t, false))) {
            self.sentences += 1;
            let said = found(linter, text.get_ref()).iter().any(counts);
            if said != should {
                let what = if should { "is not found in" } else { "should be left alone in" };
                self.wrong.push(format!("{rule}: `{}` {what}: {}", clean(phrase), clean(text.get_ref())));
            }
        }
    }

    fn text(&self) -> String {
        let mut out = self.wrong.iter().fold(String::new(), |out, line| out + line + "\n");
        let tried = format!("{} with {}", count(self.entries, "word"), count(self.sentences, "sentence"));
        // writing to a string cannot fail
        let _ = match self.wrong.len() {
            0 => writeln!(out, "{tried}: every one is as it should be."),
            n => writeln!(out, "\n{tried}: {n} not as {} should be.", if n == 1 { "it" } else { "they" }),
        };
        if self.untried > 0 {
            let _ = writeln!(
                out,
                "{} without a sentence to try.",
                if self.untried == 1 { "1 word is".to_owned() } else { format!("{} words are", self.untried) }
            );
        }
        out
    }
}

fn found(linter: &Linter, text: &str) -> Vec<Finding> {
    let source = SourceFile { name: "page.md".to_owned(), text: text.to_owned() };
    linter.check(&linter.read(&source, Format::Markdown)).findings
}
