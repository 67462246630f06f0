//! Built once for a configuration and shared by all threads: runs the rules that are on over a document, in one walk.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::acronyms::{self, Forms, ShortForm, index::PageForm};
use crate::analysis::involvement::{Evidence, Involvement};
use crate::analysis::kind::{self, Decision, Kind};
use crate::builtin;
use crate::config::Settings;
use crate::document::{Document, Format, directives};
use crate::findings::fingerprint::fingerprints;
use crate::findings::fix::Fix;
use crate::findings::suppress::{suppress, used};
use crate::findings::{Finding, Level, Maturity, fold, keep_one_of_sentence, overlaps};
use crate::input::source::SourceFile;
use crate::input::span::Span;
use crate::phrases::guards::{Care, Site, is_legal, speaks};
use crate::phrases::{Hit, Phrases};
use crate::rules::house::{Settled, Verdict};
use crate::rules::suppressions::{self, Judging};
use crate::rules::{self, CODED, Check, Cx, Heard, WEIGHED};
use crate::wordlists::house::{HOUSE_RULE, STYLE};
use crate::wordlists::phrase_table::{Entry, Owner, OwnerKind};

/// Which rules a run is about: all that are on, or only those named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Rule ids; named rules run even when they are off by default.
    pub rules: Vec<String>,
    /// Families.
    pub families: Vec<String>,
}

/// Runs rules over documents.
pub struct Linter {
    settings: Settings,
    phrases: Phrases,
    /// The rules that are on, with the level that the team has set, if any.
    on: BTreeMap<&'static str, Option<Level>>,
    /// Those of them that run only to tell which suppressions are needed.
    unheard: BTreeSet<&'static str>,
    /// The short forms that the rules ask for.
    forms: Forms,
    checks: Vec<&'static dyn Check>,
    /// The rule of each built-in list, if it is on: asked for at every hit.
    lists: Vec<Option<&'static str>>,
}

/// A document with all that was worked out about it.
pub struct Reading<'s> {
    /// The document.
    pub document: Document<'s>,
    /// Its short forms.
    pub acronyms: Vec<ShortForm>,
    /// Its kind.
    pub kind: Decision,
    /// What it shows about involving people.
    pub involvement: Involvement,
    hits: Vec<Hit>,
}

/// What is said of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The findings, in order of their place.
    pub findings: Vec<Finding>,
    /// Words of prose.
    pub words: usize,
    /// Sentences of running text.
    pub sentences: usize,
    /// The kind of document, and why.
    pub kind: Option<Decision>,
    /// The fingerprints of the findings, in their order, where they were asked for.
    pub fingerprints: Vec<String>,
    /// The fingerprints of findings that are left out as old.
    pub old: Vec<String>,
    /// How many findings are left out because the document says why they should be.
    pub ignored: usize,
    /// Swaps of words that `--fix` may make: filled by [`crate::fix::offers`] for those who show or make them.
    pub fixes: Vec<Fix>,
    /// How many swaps were made before this was said.
    pub fixed: usize,
}

/// The findings of a document before those that belong together are put together.
#[derive(Default)]
struct Told {
    findings: Vec<Finding>,
    /// In their order, where they were asked for.
    fingerprints: Vec<String>,
    /// Those of findings that are left out.
    old: Vec<String>,
    /// How many the document asks to leave out.
    ignored: usize,
}

/// What a run wants to know of a document besides all its findings.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ask<'a> {
    /// Fill in [`Report::fingerprints`].
    pub fingerprints: bool,
    /// Leave out the findings with these fingerprints.
    pub old: Option<&'a BTreeMap<String, String>>,
    /// Leave out the findings that touch none of these stretches of the file.
    pub changed: Option<&'a [Span]>,
    /// Leave out the advice: no report shows it, and to find the place where a sentence could be cut takes time. The findings are the same.
    pub brief: bool,
}

impl Linter {
    /// A linter for these settings and this selection.
    #[must_use]
    pub fn new(settings: Settings, selection: &Selection) -> Linter {
        let everything = selection.rules.is_empty() && selection.families.is_empty();
        let chosen = |id: &str, family: &str| selection.rules.iter().any(|r| r == id) || selection.families.iter().any(|f| f == family);
        // what is not needed shows only when all rules have run
        let judges = !everything && chosen(suppressions::unused::ID, "suppressions");
        let (mut on, mut unheard) = (BTreeMap::new(), BTreeSet::new());
        for rule in rules::all() {
            let named = selection.rules.iter().any(|r| r == rule.id);
            let set = settings.levels.get(rule.id);
            let asked = everything || chosen(rule.id, rule.family());
            let by_default = rule.maturity == Maturity::Stable;
            let is_on = match set {
                Some(None) => named,
                Some(Some(_)) => true,
                None => by_default || named,
            };
            if (asked || judges) && is_on {
                on.insert(rule.id, set.copied().flatten());
            }
            if !asked && judges {
                unheard.insert(rule.id);
            }
        }
        let checks = CODED.iter().copied().filter(|check| on.contains_key(check.meta().id)).collect();
        let is_rule = |list: &Owner<'static>| list.kind() == OwnerKind::Rule && on.contains_key(list.name());
        let lists = builtin::phrases().owners().map(|list| is_rule(&list).then(|| list.name())).collect();
        let phrases = Phrases::new(settings.house.clone());
        let more = on.contains_key(rules::acronyms::conflicting::ID);
        let forms = if more { Forms::All } else { Forms::Unfamiliar };
        Linter { settings, phrases, on, unheard, forms, checks, lists }
    }

    /// Also reads the short forms that no rule asks for, for those who want to tell of them.
    #[must_use]
    pub fn with_all_short_forms(self) -> Linter {
        Linter { forms: Forms::All, ..self }
    }

    /// Whether it needs to know the other pages of the folder: see [`Linter::know`].
    #[must_use]
    pub fn needs_index(&self) -> bool {
        self.on.contains_key(rules::acronyms::defined_elsewhere::ID) || self.settings.organisation.is_some()
    }

    /// Tells it what the pages of the folder say of short forms: summaries, in order of the names of the pages.
    pub fn know<'e>(&mut self, pages: impl IntoIterator<Item = (&'e str, &'e [PageForm])>) {
        for (page, entries) in pages {
            self.settings.index.add_uses(page, entries);
            // what a rule that is off would tell must not silence another
            if self.on.contains_key(rules::acronyms::defined_elsewhere::ID) {
                self.settings.index.add(page, entries);
            }
        }
    }

    /// Reads a document: parses it and works out what the rules need.
    #[must_use]
    pub fn read<'s>(&self, source: &'s SourceFile, format: Format) -> Reading<'s> {
        let document = Document::new(source, format);
        let hits = self.phrases.scan(&document);
        let acronyms = acronyms::ledger_of(&document, self.forms);
        let involvement = Involvement::of(&document, &self.phrases, &hits);
        let kind = kind::decide(&document, &self.phrases, &hits, self.settings.kind);
        Reading { document, acronyms, kind, involvement, hits }
    }

    /// The evidence that a document shows, with its words: for tests and for those who write patterns.
    #[must_use]
    pub fn evidence<'r>(&self, reading: &'r Reading<'_>) -> Vec<(&'static str, &'r str)> {
        let document = &reading.document;
        let shown = reading.hits.iter().filter_map(|hit| Evidence::of(document, &self.phrases, hit));
        shown.map(|evidence| (evidence.element.name(), document.prose_of(evidence.words))).collect()
    }

    /// The hits of a document whose one replacement may be written without a person looking, with their entries.
    pub fn fixable_hits<'r>(&'r self, reading: &'r Reading<'_>) -> impl Iterator<Item = (&'r Hit, Entry<'r>)> {
        reading.hits.iter().map(|hit| (hit, self.phrases.entry(hit.entry))).filter(|(_, entry)| entry.may_be_fixed())
    }

    /// What the rules say about a document. A document in another language gets no findings.
    #[must_use]
    pub fn check(&self, reading: &Reading<'_>) -> Report {
        self.check_as(reading, Ask::default())
    }

    /// What the rules say about a document, as far as a run wants to know.
    #[must_use]
    pub fn check_as(&self, reading: &Reading<'_>, ask: Ask<'_>) -> Report {
        let document = &reading.document;
        let Told { findings, fingerprints, old, ignored } = self.told(reading, ask);
        let folded = fold(findings);
        Report {
            words: document.length,
            sentences: document.sentences.iter().filter(|s| document.block_of(s).is_running_text()).count(),
            kind: (reading.kind.kind != Kind::Info).then(|| reading.kind.clone()),
            fingerprints: folded.iter().filter_map(|(_, index)| fingerprints.get(*index).cloned()).collect(),
            findings: folded.into_iter().map(|(finding, _)| finding).collect(),
            old,
            ignored,
            ..Report::default()
        }
    }

    /// Every place of which the rules speak, also those that a report tells together: its rule and its fingerprint.
    #[must_use]
    pub fn places(&self, reading: &Reading<'_>) -> Vec<(&'static str, String)> {
        let told = self.told(reading, Ask { fingerprints: true, ..Ask::default() });
        told.findings.into_iter().map(|finding| finding.rule).zip(told.fingerprints).collect()
    }

    /// The findings of a document, each place by itself, as far as a run wants to know.
    fn told(&self, reading: &Reading<'_>, ask: Ask<'_>) -> Told {
        let (findings, ignored) = self.heard(reading, ask.brief);
        let mut told = Told { findings, ignored, ..Told::default() };
        if let Some(changed) = ask.changed {
            told.findings.retain(|finding| changed.iter().any(|stretch| stretch.overlaps(finding.span)));
        }
        if !ask.fingerprints && ask.old.is_none() {
            return told;
        }
        told.fingerprints = fingerprints(&reading.document, &told.findings);
        if let Some(old) = ask.old {
            let is_old: Vec<bool> = told.fingerprints.iter().map(|print| old.contains_key(print)).collect();
            let mut each = is_old.iter();
            told.findings.retain(|_| each.next() == Some(&false));
            (told.old, told.fingerprints) = std::mem::take(&mut told.fingerprints).into_iter().partition(|print| old.contains_key(print));
        }
        told
    }

    /// What the rules find but for what the document asks to leave out, and how many that is.
    fn heard(&self, reading: &Reading<'_>, brief: bool) -> (Vec<Finding>, usize) {
        let found = self.found(reading, brief);
        let directives = directives::read(&reading.document, &self.settings.compat);
        let asks = !directives.suppressions.is_empty() || !directives.unknown.is_empty();
        let used = used(&directives.suppressions, &found);
        let (mut findings, mut ignored) = (overlaps(found), 0);
        if asks && reading.document.is_english() {
            let judging = Judging { on: &self.on, today: self.settings.today.or(self.settings.clock) };
            findings.extend(suppressions::judge(&directives, &used, &judging));
            let holding: Vec<_> = directives.suppressions.iter().filter(|suppression| judging.holds(suppression)).copied().collect();
            ignored = suppress(&holding, &mut findings);
        }
        findings.retain(|finding| !self.unheard.contains(finding.rule));
        for finding in &mut findings {
            if let Some(Some(level)) = self.on.get(finding.rule) {
                finding.level = *level;
            }
        }
        (findings, ignored)
    }

    /// All that the rules find in a document.
    fn found(&self, reading: &Reading<'_>, brief: bool) -> Vec<Finding> {
        let document = &reading.document;
        let mut found = Vec::new();
        if !document.is_english() {
            return found;
        }
        let Reading { acronyms, kind, involvement, .. } = reading;
        let cx = Cx { document, settings: &self.settings, acronyms, kind, involvement, brief };
        self.words(&cx, &reading.hits, &mut found);
        for sentence in document.sentences.iter().filter(|s| document.block_of(s).is_running_text()) {
            let before = found.len();
            for check in &self.checks {
                check.sentence(&cx, sentence, &mut found);
            }
            if found.len() > before + 1 {
                keep_one_of_sentence(&mut found, before);
            }
        }
        for check in &self.checks {
            check.document(&cx, &mut found);
        }
        rules::involvement::keep_most_telling(reading.kind.kind, &mut found);
        found
    }

    /// The rules of words: every hit of an entry that is on, if its guards let it through. Some lists weigh all their hits together.
    fn words(&self, cx: &Cx<'_>, hits: &[Hit], found: &mut Vec<Finding>) {
        let mut heard = WEIGHED.map(|_| Vec::new());
        let settled = self.settings.house.is_some().then(|| Settled::of(&self.phrases, hits));
        for hit in hits {
            let entry = self.phrases.entry(hit.entry);
            let rule = match hit.entry.builtin() {
                Some(_) => self.lists[entry.owner().index],
                None => self.on.get_key_value(entry.owner().name()).map(|(rule, _)| *rule),
            };
            let Some(rule) = rule.filter(|_| entry.on()) else { continue };
            // a team's words are plain words, but what it has settled is about people
            let care = if rule == HOUSE_RULE && entry.owner().index != STYLE { Care::Plain } else { Care::of(rule) };
            let site = Site { document: cx.document, hit: *hit, entry };
            let verdict = settled.as_ref().map_or(Verdict::AsListed, |s| s.verdict(&self.phrases, rule, hit, hits));
            let speaks = verdict != Verdict::Nothing && speaks(&site, care);
            if let Some(list) = WEIGHED.iter().position(|weighed| weighed.rule() == rule) {
                heard[list].push(Heard { site, speaks });
            } else if let (true, Verdict::HouseStyle(index)) = (speaks, verdict) {
                let said = &hits[index];
                let entry = self.phrases.entry(said.entry);
                found.extend(self.on.contains_key(HOUSE_RULE).then(|| rules::words::finding(cx, HOUSE_RULE, &entry, said, false)));
            } else if speaks {
                found.push(rules::words::finding(cx, rule, &entry, hit, is_legal(&site, care)));
            }
        }
        for (weighed, heard) in WEIGHED.iter().zip(&heard).filter(|(_, heard)| !heard.is_empty()) {
            weighed.weigh(cx, heard, found);
        }
    }
}
