//! The one validator of word data: turns a file's text into owners and entries, or says what is wrong, file and line.

use toml::Spanned;

use super::automaton::Builder;
use super::fixable::why_not;
use super::level::{Level, Maturity};
use super::notation::{Pattern, parse as parse_pattern};
use super::phrase_pack::{EntryData, OwnerData, PatternEntry};
use super::phrase_table::OwnerKind;
use super::shape::{Acronym, AcronymFile, ClassFile, EvidenceFile, KindsFile, RuleFile, RuleHead, Word};
use super::toml_file::{FileError, parse};
use crate::language::classes::{Class, Classes};
use crate::language::fold::fold;
use crate::language::inflection::{Inflect, forms};
use crate::language::tokens::tokens;

/// Checked entries with their patterns.
pub type Entries = Vec<PatternEntry>;

/// Longest text of a message, a reason or a replacement, in bytes: a line or two on a screen.
const LONGEST: usize = 400;
/// Fewest examples of each kind that a rule shows.
const FEWEST_EXAMPLES: usize = 3;

/// A file being checked: its name, its text, and what was found wrong so far.
pub(super) struct Checker<'a> {
    file: &'a str,
    text: &'a str,
    errors: Vec<FileError>,
    /// Whether a guard needs a sentence that tests it. The sentences of a house list are for people, and nobody runs them.
    tests_guards: bool,
}

impl<'a> Checker<'a> {
    /// A checker of a team's own list.
    pub(super) fn of_house(file: &'a str, text: &'a str) -> Checker<'a> {
        Checker { file, text, errors: Vec::new(), tests_guards: false }
    }

    fn fault<T>(&mut self, at: &Spanned<T>, what: impl Into<String>) {
        self.errors.push(FileError::at(self.file, self.text, at.span().start, what));
    }

    pub(super) fn filled(&mut self, name: &str, text: &Spanned<String>) {
        if text.get_ref().trim().is_empty() {
            self.fault(text, format!("`{name}` is empty; say it in a few plain words"));
        } else if text.get_ref().len() > LONGEST {
            self.fault(text, format!("`{name}` is longer than {LONGEST} bytes; keep to a sentence or two"));
        }
    }

    pub(super) fn message(&mut self, message: &Spanned<String>) {
        self.filled("message", message);
        if !message.get_ref().contains("{quote}") {
            self.fault(message, "`message` must hold {quote}, where the author's words go");
        }
    }

    /// A guard that cannot hold, or that no sentence tests, is no guard.
    fn guards(&mut self, word: &Word) {
        let phrase = word.instead_of.get_ref();
        for fault in [&word.skip_if, &word.only_if].into_iter().flat_map(|context| context.faults(phrase)) {
            self.fault(&word.instead_of, fault);
        }
        if let Some((key, shared)) = word.skip_if.shares(&word.only_if) {
            self.fault(
                &word.instead_of,
                format!("`{key} = \"{shared}\"` stands in both `skip_if` and `only_if`, so `{phrase}` would never be found"),
            );
        }
        let guarded = !(word.skip_if.is_empty() && word.only_if.is_empty());
        if self.tests_guards && word.runs() && guarded && word.ok.is_empty() {
            let what = format!("the guard of `{phrase}` cannot be tested; add a sentence to `ok` that has these words and must be left alone");
            self.fault(&word.instead_of, what);
        }
        if word.legal && word.level.is_some_and(|level| level > Level::Note) {
            self.fault(&word.instead_of, "a legal term is a note; take out `level`");
        }
    }

    fn fix(&mut self, word: &Word) {
        if let (Some(fix), Some(why)) = (&word.fix, why_not(word)) {
            self.fault(fix, format!("`fix = true` cannot be used here: {why}"));
        }
    }

    fn pattern(&mut self, key: &str, phrase: &Spanned<String>) -> Option<Pattern> {
        let read = parse_pattern(phrase.get_ref());
        if let Err(why) = &read {
            self.fault(phrase, format!("`{key} = \"{}\"` cannot be read: {why}", phrase.get_ref()));
        }
        read.ok()
    }

    /// Two entries for the same words would make which one speaks a matter of chance.
    fn duplicates(&mut self, words: &[(&Spanned<String>, Pattern, Inflect)]) {
        let mut builder = Builder::default();
        for (index, (_, pattern, inflect)) in words.iter().enumerate() {
            builder.add(pattern, *inflect, index as u32);
        }
        let pairs = builder.finish().into_iter().filter_map(|state| Some((state.ends.first()?.0, state.ends.get(1)?.0)));
        for (first, second) in std::collections::BTreeSet::from_iter(pairs) {
            let (first, second) = (words[first as usize].0, words[second as usize].0);
            let line = FileError::at("", self.text, first.span().start, "").line;
            self.fault(second, format!("`{}` matches the same words as `{}` on line {line}; keep one of them", second.get_ref(), first.get_ref()));
        }
    }

    pub(super) fn finish<T>(self, value: T) -> Result<T, Vec<FileError>> {
        if self.errors.is_empty() { Ok(value) } else { Err(self.errors) }
    }
}

/// Checks `wordlists/<id>.toml`, where `id` is the rule's.
///
/// # Errors
/// Every fault of the file, in order of lines where the file can be read at all.
pub fn rule_file(file: &str, id: &str, text: &str, owner: usize) -> Result<(OwnerData, Entries), Vec<FileError>> {
    let RuleFile { rule, word } = parse(file, text).map_err(|e| vec![e])?;
    let mut check = Checker { file, text, errors: Vec::new(), tests_guards: true };
    check.filled("summary", &rule.summary);
    check.filled("why", &rule.why);
    check.message(&rule.message);
    for (name, examples) in [("bad", &rule.bad), ("good", &rule.good)] {
        if examples.len() < FEWEST_EXAMPLES {
            check.fault(&rule.summary, format!("`{name}` needs at least {FEWEST_EXAMPLES} sentences; a rule is known by its examples"));
        }
    }
    if let Some(fix) = word.iter().filter_map(|word| word.fix.as_ref()).find(|_| !id.starts_with("jargon/") && !id.starts_with("sentences/")) {
        check.fault(fix, "`fix` is for lists in `jargon/` and `sentences/` only: words about people are for people to change");
    }
    let mut entries = words(&mut check, &word, owner);
    entries.iter_mut().for_each(|(entry, ..)| entry.once |= rule.once);
    let except = exceptions(&mut check, &rule);
    let plain = |texts: Vec<Spanned<String>>| texts.into_iter().map(Spanned::into_inner).collect();
    let data = OwnerData {
        kind: OwnerKind::Rule,
        name: id.to_owned(),
        summary: rule.summary.into_inner(),
        level: rule.level,
        maturity: rule.maturity,
        since: rule.since,
        message: rule.message.into_inner(),
        why: rule.why.into_inner(),
        sources: rule.sources,
        except,
        examples: [plain(rule.bad), plain(rule.good)],
    };
    check.finish((data, entries))
}

/// The phrases that a list leaves alone, each of them shown in a `good` sentence.
fn exceptions(check: &mut Checker<'_>, rule: &RuleHead) -> Vec<String> {
    let good: Vec<String> = rule.good.iter().map(|text| fold(text.get_ref())).collect();
    for phrase in &rule.except {
        let folded = fold(phrase.get_ref());
        if folded.trim().is_empty() || !good.iter().any(|text| text.contains(&folded)) {
            check.fault(phrase, format!("`except` holds `{}`, which no `good` sentence shows; add one that has it", phrase.get_ref()));
        }
    }
    rule.except.iter().map(|phrase| fold(phrase.get_ref())).collect()
}

/// The entries of a list.
pub(super) fn words(check: &mut Checker<'_>, words: &[Word], owner: usize) -> Entries {
    let mut read = Vec::with_capacity(words.len());
    let mut entries = Vec::with_capacity(words.len());
    for word in words {
        for say in &word.say {
            check.filled("say", say);
        }
        if let Some(why) = &word.why {
            check.filled("why", why);
        }
        if let Some(message) = &word.message {
            check.message(message);
        }
        check.guards(word);
        check.fix(word);
        if let Some(pattern) = check.pattern("instead_of", &word.instead_of) {
            entries.push((entry(word, owner), pattern.clone(), word.inflect));
            read.push((&word.instead_of, pattern, word.inflect));
        }
    }
    check.duplicates(&read);
    entries
}

fn entry(word: &Word, owner: usize) -> EntryData {
    EntryData {
        owner,
        phrase: word.instead_of.get_ref().trim_start_matches('=').to_owned(),
        say: word.say.iter().map(|s| s.get_ref().clone()).collect(),
        why: word.why.as_ref().map_or_else(String::new, |w| w.get_ref().clone()),
        source: word.source.clone().unwrap_or_default(),
        level: word.level,
        on: word.runs(),
        fix: word.fix.as_ref().is_some_and(|fix| *fix.get_ref()),
        points: 0,
        message: word.message.as_ref().map_or_else(String::new, |m| m.get_ref().clone()),
        legal: word.legal,
        once: word.once,
        guards: [word.skip_if.guards(), word.only_if.guards()],
        words: [word.skip_if.words(), word.only_if.words()],
    }
}

/// An owner that is not a rule of words has a name and a summary only.
pub(super) fn bare_owner(kind: OwnerKind, name: &str, summary: &str) -> OwnerData {
    OwnerData {
        kind,
        name: name.to_owned(),
        summary: summary.to_owned(),
        level: Level::Note,
        maturity: Maturity::Stable,
        since: String::new(),
        message: String::new(),
        why: String::new(),
        sources: Vec::new(),
        except: Vec::new(),
        examples: [Vec::new(), Vec::new()],
    }
}

/// Checks `wordlists/involvement/<element>.toml`.
///
/// # Errors
/// Every fault of the file.
pub fn evidence_file(file: &str, element: &str, text: &str, owner: usize) -> Result<(OwnerData, Entries), Vec<FileError>> {
    let EvidenceFile { evidence, pattern } = parse(file, text).map_err(|e| vec![e])?;
    let mut check = Checker { file, text, errors: Vec::new(), tests_guards: false };
    if evidence.element.get_ref() != element {
        check.fault(&evidence.element, format!("`element` must be the file's name, `{element}`"));
    }
    let mut entries = Vec::with_capacity(pattern.len());
    for p in &pattern {
        if let Some(read) = check.pattern("find", &p.find) {
            entries.push((cue(owner, &p.find, &p.kind, 0, &p.unless_near), read, Inflect::None));
        }
    }
    check.finish((bare_owner(OwnerKind::Evidence, element, &evidence.summary), entries))
}

/// Checks `wordlists/involvement/kinds.toml`; `first` is the index of the first kind among the owners.
///
/// # Errors
/// Every fault of the file.
pub fn kinds_file(file: &str, text: &str, first: usize) -> Result<(Vec<OwnerData>, Entries), Vec<FileError>> {
    let KindsFile { kinds, cue: cues } = parse(file, text).map_err(|e| vec![e])?;
    let mut check = Checker { file, text, errors: Vec::new(), tests_guards: false };
    let names: Vec<&str> = kinds.order.iter().map(|k| k.get_ref().as_str()).collect();
    let mut entries = Vec::with_capacity(cues.len());
    for c in &cues {
        let pattern = check.pattern("find", &c.find);
        match names.iter().position(|name| name == c.kind.get_ref()) {
            Some(kind) => entries.extend(pattern.map(|p| (cue(first + kind, &c.find, c.place.name(), c.points, &c.unless_near), p, Inflect::None))),
            None => check.fault(&c.kind, format!("`{}` is not one of the kinds in `order`", c.kind.get_ref())),
        }
    }
    check.finish((names.iter().map(|name| bare_owner(OwnerKind::Kind, name, "")).collect(), entries))
}

fn cue(owner: usize, phrase: &Spanned<String>, finer: &str, points: u32, unless_near: &[String]) -> EntryData {
    let skip_near = unless_near.iter().map(|w| fold(w)).collect();
    let say = if finer.is_empty() { Vec::new() } else { vec![finer.to_owned()] };
    EntryData {
        owner,
        phrase: phrase.get_ref().clone(),
        say,
        on: true,
        points,
        words: [[vec![], vec![], skip_near, vec![], vec![]], Default::default()],
        ..EntryData::default()
    }
}

/// Checks `wordlists/english/<class>.toml` and gives every form of its words.
///
/// # Errors
/// Every fault of the file.
pub fn class_file(file: &str, name: &str, text: &str) -> Result<Vec<(String, Classes)>, Vec<FileError>> {
    let ClassFile { class, inflect, words } = parse(file, text).map_err(|e| vec![e])?;
    let mut check = Checker { file, text, errors: Vec::new(), tests_guards: false };
    let Some(bit) = Class::named(name).filter(|_| class.get_ref() == name) else {
        check.fault(
            &class,
            format!("`class` must be the file's name, and one of those in src/language/classes.rs; it is `{}` in `{name}.toml`", class.get_ref()),
        );
        return check.finish(Vec::new());
    };
    let mut all = Vec::new();
    for word in &words {
        let folded = fold(word.get_ref());
        let found: Vec<_> = tokens(&folded, &[]).map(|t| &folded[t.start..t.end]).collect();
        if found != [folded.as_str()] {
            check.fault(word, format!("`{}` is not one single word", word.get_ref()));
        }
        all.extend(forms(&folded, inflect).into_iter().map(|(_, form)| (form, Classes(bit as u32))));
    }
    check.finish(all)
}

/// Checks `wordlists/acronyms/<sector>.toml`.
///
/// # Errors
/// Every fault of the file.
pub fn acronym_file(file: &str, text: &str) -> Result<Vec<Acronym>, Vec<FileError>> {
    let AcronymFile { acronym } = parse(file, text).map_err(|e| vec![e])?;
    let mut check = Checker { file, text, errors: Vec::new(), tests_guards: false };
    for a in &acronym {
        let short = a.short.get_ref();
        if short.len() < 2 || !short.starts_with(|c: char| c.is_ascii_alphanumeric()) || short.contains([' ', '.']) {
            check.fault(&a.short, format!("`{short}` must be at least two letters or digits, with no spaces and no dots"));
        }
        if a.long.is_empty() || a.long.iter().any(|l| l.trim().is_empty()) {
            check.fault(&a.short, format!("`{short}` has no long form"));
        }
        if a.note.starts_with("replaced") && a.checked.is_none() {
            check.fault(&a.short, format!("`{short}` is said to be replaced: give the day when you looked, as in `checked = 2026-11-22`"));
        }
    }
    check.finish(acronym)
}
