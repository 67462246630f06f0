//! A `plainly.toml` with all that it extends: which settings it gives to which document. Says what is wrong in it, and where.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::Spanned;

use super::file::{ConfigFile, Glossary, Organisation, RuleLevel, RuleSettings};
use super::layers::{Layer, Layers, Opened, family};
use super::paths::Paths;
use super::style::accept;
use super::{Limits, Place, Settings};
use crate::analysis::acronyms::index::{Index, summary};
use crate::analysis::acronyms::ledger;
use crate::analysis::kind::Kind;
use crate::builtin;
use crate::document::{Document, Format};
use crate::input::source::SourceFile;
use crate::wordlists::house::{self, HouseList, Style, read_list};
use crate::wordlists::level::Level;
use crate::wordlists::phrase_table::OwnerKind;
use crate::wordlists::shape::Word;
use crate::wordlists::toml_file::{FileError, nearest};

/// A rule, as far as settings need to know of it.
#[derive(Clone, Copy, Debug)]
pub struct RuleName {
    /// `family/name`.
    pub id: &'static str,
    /// Whether it is on when nobody has said anything.
    pub by_default: bool,
    /// Its level then.
    pub level: Level,
}

/// The files that an entry of `lists` or `glossary` names, beside the file in which it stands: their names and texts, or why they cannot be read.
pub type ReadLists<'r> = &'r dyn Fn(&Layer, &str) -> Result<Vec<(String, String)>, String>;

/// Which settings of a configuration a document gets: those of its kind, and the overrides that hold for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// That of the nearest folder in `[kinds]`, and where it stands.
    pub(super) kind: Option<(Kind, usize)>,
    pub(super) overrides: Vec<usize>,
}

/// A configuration file with all that it extends.
pub struct Team {
    /// The files.
    pub layers: Layers,
    pub(super) rules: Vec<RuleName>,
    /// Documents that are not checked.
    excluded: Vec<Paths>,
    /// `[kinds]`: folders, and where the kind of each stands.
    folders: Vec<(PathBuf, (Kind, usize))>,
    /// `[[overrides]]`: the documents of each, and whether it says what kind they are.
    overrides: Vec<(Vec<Paths>, bool)>,
    /// For a document of which nothing else is said.
    settings: Settings,
}

impl Team {
    /// Reads a configuration and the lists that it names. `rules` are those there are.
    ///
    /// # Errors
    /// The first fault: an unknown key or rule (the nearest is named), a wrong value, a list or a house word that cannot be read.
    pub fn read(layers: Layers, rules: Vec<RuleName>, read: ReadLists<'_>) -> Result<Team, FileError> {
        let config: ConfigFile = layers.shaped(layers.tree(&[])?)?;
        let mut team = Team { layers, rules, excluded: Vec::new(), folders: Vec::new(), overrides: Vec::new(), settings: Settings::default() };
        team.excluded = Paths::read(&team.layers, &config.exclude)?;
        for (folder, kind) in &config.kinds {
            let above = &team.layers.of(folder.span().start).folder;
            team.folders.push((super::layers::plain_path(&above.join(folder.get_ref())), (team.kind(kind)?, kind.span().start)));
        }
        for over in &config.overrides {
            // what is wrong is told, also where no document is touched by it
            team.levels(&over.rules, &mut Settings::default())?;
            if let Some(words) = over.rules.values().find_map(|setting| setting.allow.first()) {
                return Err(team.layers.fault(words.span().start, "`allow` holds for all documents: put it under the `[rules]` of the file"));
            }
            over.kind.as_ref().map(|kind| team.kind(kind)).transpose()?;
            team.overrides.push((Paths::read(&team.layers, &over.paths)?, over.kind.is_some()));
        }
        team.settings = team.decided(&config)?;
        team.settings.organisation = config.organisation.as_ref().map(organisation);
        if let Some(glossary) = &config.glossary {
            team.settings.index = explained(&team.layers, glossary, read)?;
        }
        team.settings.house = words(&team.layers, config, read)?;
        Ok(team)
    }

    /// Whether a document is not to be checked. `place` is a whole path.
    #[must_use]
    pub fn excludes(&self, place: &Path) -> bool {
        self.excluded.iter().any(|paths| paths.hold(place))
    }

    /// The paths of `exclude` and `[[overrides]]` in the file itself that are about none of these documents, and folders of `[kinds]` that hold none.
    #[must_use]
    pub fn idle_paths(&self, documents: &[PathBuf]) -> Vec<(String, Place)> {
        let of_lists = self.excluded.iter().chain(self.overrides.iter().flat_map(|(paths, _)| paths));
        let mut idle: Vec<(String, usize)> = of_lists.flat_map(|paths| paths.idle(documents)).collect();
        let holds_none = |folder: &Path| !documents.iter().any(|document| document.starts_with(folder));
        idle.extend(self.folders.iter().filter(|(folder, _)| holds_none(folder)).map(|(folder, (_, byte))| {
            let inner = folder.strip_prefix(&self.layers.of(*byte).folder).unwrap_or(folder);
            (inner.to_string_lossy().into_owned(), *byte)
        }));
        idle.retain(|(_, byte)| self.layers.is_own(*byte));
        idle.sort_by_key(|(_, byte)| *byte);
        idle.into_iter().map(|(path, byte)| (path, self.place(byte))).collect()
    }

    /// Which settings a document gets. `place` is a whole path.
    #[must_use]
    pub fn part(&self, place: &Path) -> Part {
        let holds = |over: &usize| self.overrides[*over].0.iter().any(|paths| paths.hold(place));
        let overrides: Vec<usize> = (0..self.overrides.len()).filter(holds).collect();
        let by_folder = || {
            let above = self.folders.iter().filter(|(folder, _)| place.starts_with(folder));
            above.max_by_key(|(folder, _)| folder.components().count()).map(|(_, kind)| *kind)
        };
        let kind = if overrides.iter().any(|over| self.overrides[*over].1) { None } else { by_folder() };
        Part { kind, overrides }
    }

    /// The settings of a part.
    ///
    /// # Errors
    /// None that [`Team::read`] has not told.
    pub fn settings(&self, part: &Part) -> Result<Settings, FileError> {
        let mut settings = self.settings.clone();
        if !part.overrides.is_empty() {
            let decided = self.decided(&self.layers.shaped(self.layers.tree(&part.overrides)?)?)?;
            settings = Settings { house: settings.house, organisation: settings.organisation, index: settings.index, ..decided };
        }
        settings.kind = part.kind.map(|(kind, _)| kind).or(settings.kind);
        Ok(settings)
    }

    /// The entries of `lists`, with the files in which they stand.
    ///
    /// # Errors
    /// None that [`Team::read`] has not told.
    pub fn lists(&self) -> Result<Vec<(&Layer, String)>, FileError> {
        let config: ConfigFile = self.layers.shaped(self.layers.tree(&[])?)?;
        Ok(config.words.lists.into_iter().map(|list| (self.layers.of(list.span().start), list.into_inner())).collect())
    }

    /// What may differ from document to document.
    fn decided(&self, config: &ConfigFile) -> Result<Settings, FileError> {
        let audience = config.audience.unwrap_or_default();
        let mut settings = Settings { fail_on: config.fail_on, limits: Limits::of(audience), audience, ..Settings::default() };
        self.levels(&config.rules, &mut settings)?;
        settings.known_acronyms = config.acronyms.known.iter().cloned().collect();
        settings.compat = config.compat.clone();
        settings.kind = config.kind.as_ref().map(|kind| self.kind(kind)).transpose()?;
        Ok(settings)
    }

    /// The levels and limits of rules: those of families first, then those of single rules.
    fn levels(&self, rules: &RuleSettings, settings: &mut Settings) -> Result<(), FileError> {
        for (name, setting) in rules.iter().filter(|(name, _)| family(name.get_ref()).is_some()) {
            let family = family(name.get_ref()).unwrap_or_default();
            let of_it: Vec<&RuleName> = self.rules.iter().filter(|rule| rule.id.split('/').next() == Some(family)).collect();
            if of_it.is_empty() {
                return Err(self.no_rule(name));
            }
            if let Some(limit) = &setting.limit {
                return Err(self.layers.fault(limit.span().start, "a `limit` is for one rule, and this is a family of rules"));
            }
            // a rule that is not trusted yet has to be named
            let levels = of_it.iter().filter(|rule| rule.by_default).map(|rule| rule.id.to_owned());
            settings.levels.extend(levels.filter_map(|id| Some((id, level(setting.level?)))));
        }
        for (name, setting) in rules.iter().filter(|(name, _)| family(name.get_ref()).is_none()) {
            let id = name.get_ref();
            if !self.rules.iter().any(|rule| rule.id == id) {
                return Err(self.no_rule(name));
            }
            settings.levels.extend(setting.level.map(|set| (id.clone(), level(set))));
            if let Some(limit) = &setting.limit {
                let known = settings.limits.of_rule(id);
                let fault = || format!("the rule `{id}` has no `limit`; these have one: {}", Limits::RULES.join(", "));
                *known.ok_or_else(|| self.layers.fault(limit.span().start, fault()))? = *limit.get_ref();
            }
        }
        Ok(())
    }

    fn no_rule(&self, name: &Spanned<String>) -> FileError {
        let mut known: Vec<&str> = self.rules.iter().flat_map(|rule| [rule.id, rule.id.split('/').next().unwrap_or(rule.id)]).collect();
        known.dedup();
        let what = if family(name.get_ref()).is_some() { "no family of rules" } else { "no rule" };
        self.layers.fault(name.span().start, format!("there is {what} `{}`{}", name.get_ref(), nearest(name.get_ref(), &known)))
    }

    fn kind(&self, name: &Spanned<String>) -> Result<Kind, FileError> {
        let names: Vec<&str> = Kind::ALL.iter().map(|(_, name)| *name).collect();
        let fault = || format!("there is no kind `{}`{}; the kinds are {}", name.get_ref(), nearest(name.get_ref(), &names), names.join(", "));
        Kind::named(name.get_ref()).ok_or_else(|| self.layers.fault(name.span().start, fault()))
    }
}

impl Settings {
    /// Reads a `plainly.toml` that stands alone. `rules` are those there are.
    ///
    /// # Errors
    /// As [`Team::read`]; and lists, as there is no folder to look for them in.
    pub fn from_toml(file: &str, text: &str, rules: &[RuleName]) -> Result<Settings, FileError> {
        let alone = |what: &str| format!("`{what}` can be read only where this file has a folder");
        let own = Opened { name: file.to_owned(), key: file.into(), folder: PathBuf::new(), text: text.to_owned() };
        let layers = Layers::read(own, &|_, name| Err(alone(name)))?;
        Team::read(layers, rules.to_vec(), &|_, list| Err(alone(list)))?.settings(&Part::default())
    }
}

fn level(level: RuleLevel) -> Option<Level> {
    match level {
        RuleLevel::Off => None,
        RuleLevel::Note => Some(Level::Note),
        RuleLevel::Warning => Some(Level::Warning),
        RuleLevel::Error => Some(Level::Error),
    }
}

/// The letters of a publisher, and its name.
fn organisation(told: &Organisation) -> (String, String) {
    match told {
        Organisation::Both { name, short } => (short.clone(), name.clone()),
        Organisation::Name(name) => {
            let capitals = name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
            // "NHS" gives all of its letters
            let all = |word: &&str| word.len() > 1 && word.chars().all(char::is_uppercase);
            let given = capitals.map(|word| if all(&word) { word.to_owned() } else { word.chars().take(1).collect() });
            (given.collect(), name.clone())
        }
    }
}

/// The short forms that a glossary explains.
fn explained(layers: &Layers, glossary: &Spanned<Glossary>, read: ReadLists<'_>) -> Result<Index, FileError> {
    let mut index = Index::default();
    let layer = layers.of(glossary.span().start);
    match glossary.get_ref() {
        Glossary::Here(forms) => forms.iter().for_each(|(short, long)| index.define(short, &layer.name, long)),
        Glossary::File(path) => {
            let wrong = |what: String| layer.fault(glossary.span().start, what);
            for (name, text) in read(layer, path).map_err(wrong)? {
                let source = SourceFile::from_bytes(text.into_bytes(), &name).map_err(|error| wrong(error.to_string()))?;
                let document = Document::new(&source, Format::Markdown);
                index.add(&name, &summary(&document, &ledger(&document)));
            }
        }
    }
    Ok(index)
}

/// What a team has written of words, packed; nothing where it has written nothing.
fn words(layers: &Layers, config: ConfigFile, read: ReadLists<'_>) -> Result<Option<Vec<u8>>, FileError> {
    let mut files: Vec<(String, String)> = Vec::new();
    for list in &config.words.lists {
        let layer = layers.of(list.span().start);
        files.extend(read(layer, list.get_ref()).map_err(|what| layer.fault(list.span().start, what))?);
    }
    let style = Style { allowed: allowed(layers, &config.rules)?, ..config.house.entries(layers)? };
    let mut lists = by_file(layers, config.word);
    for (name, text) in &files {
        lists.push(read_list(name, text)?);
    }
    let nothing = style.is_empty() && lists.iter().all(|list| list.word.is_empty());
    if nothing { Ok(None) } else { house::pack(&style, &lists).map(Some) }
}

/// The words that each rule allows, as entries.
fn allowed(layers: &Layers, rules: &RuleSettings) -> Result<BTreeMap<String, String>, FileError> {
    let mut lists: BTreeMap<String, String> = BTreeMap::new();
    for (name, words) in rules.iter().flat_map(|(name, setting)| setting.allow.iter().map(move |words| (name, words))) {
        let of_words = builtin::phrases().owners().any(|list| list.kind() == OwnerKind::Rule && list.name() == name.get_ref());
        if !of_words {
            let instead = if name.get_ref().starts_with("acronyms") { "; put short forms under `[acronyms]`, as `known`" } else { "" };
            return Err(
                layers.fault(words.span().start, format!("`allow` is for one rule with a list of words, and `{}` is none{instead}", name.get_ref()))
            );
        }
        accept(lists.entry(name.get_ref().clone()).or_default(), layers, words)?;
    }
    Ok(lists)
}

/// The `[[word]]` entries of each file. One with the same words as an entry of a weightier file is left out.
fn by_file(layers: &Layers, words: Vec<Word>) -> Vec<HouseList<'_>> {
    let mut of_files: BTreeMap<&str, Vec<Word>> = BTreeMap::new();
    let mut home: BTreeMap<String, &str> = BTreeMap::new();
    // the weightiest comes last
    for word in words.into_iter().rev() {
        let file = layers.of(word.instead_of.span().start).name.as_str();
        if *home.entry(word.instead_of.get_ref().clone()).or_insert(file) == file {
            of_files.entry(file).or_default().push(word);
        }
    }
    let mut list = |layer: &Layer| of_files.remove(layer.name.as_str()).unwrap_or_default().into_iter().rev().collect();
    layers.by_weight().map(|layer| HouseList { file: &layer.name, text: &layer.text, rule: None, word: list(layer) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::FailOn;

    const RULES: [RuleName; 4] = [
        RuleName { id: "jargon/buzzword", by_default: true, level: Level::Note },
        RuleName { id: "jargon/mixed-terms", by_default: false, level: Level::Note },
        RuleName { id: "sentences/hard", by_default: true, level: Level::Warning },
        RuleName { id: "sentences/too-long", by_default: true, level: Level::Note },
    ];

    fn refused(text: &str) -> String {
        Settings::from_toml("plainly.toml", text, &RULES).expect_err("should be refused").to_string()
    }

    #[test]
    fn what_a_team_decides_is_kept() {
        let text =
            "fail-on = 'error'\n[rules]\n'jargon/buzzword' = 'off'\n[acronyms]\nknown = ['CYP']\n[[word]]\ninstead_of = 'hub'\nsay = ['centre']\n";
        let settings = Settings::from_toml("plainly.toml", text, &RULES).expect("good");
        assert_eq!(settings.fail_on, Some(FailOn::Error));
        assert_eq!(settings.levels["jargon/buzzword"], None);
        assert!(settings.known_acronyms.contains("CYP") && settings.house.is_some());
    }

    #[test]
    fn a_glossary_and_a_publisher_are_kept() {
        let text = "organisation = 'Moor Lane NHS Trust'\n[glossary]\nMDT = 'multidisciplinary team'\n";
        let settings = Settings::from_toml("plainly.toml", text, &RULES).expect("good");
        assert_eq!(settings.organisation, Some(("MLNHST".to_owned(), "Moor Lane NHS Trust".to_owned())));
        assert_eq!(settings.index.elsewhere("MDT", "a.md"), [("plainly.toml", "multidisciplinary team")]);
        let short = Settings::from_toml("plainly.toml", "organisation = { name = 'Moor Lane Trust', short = 'MoLT' }", &RULES).expect("good");
        assert_eq!(short.organisation.map(|(short, _)| short).as_deref(), Some("MoLT"));
        let pages = |_: &str| Ok::<_, String>(vec![("g.md".to_owned(), "# Glossary\n\n- **PCN** – primary care network\n".to_owned())]);
        let own = Opened { name: "plainly.toml".to_owned(), key: PathBuf::new(), folder: PathBuf::new(), text: "glossary = 'g.md'".to_owned() };
        let layers = Layers::read(own, &|_, _| Err(String::new())).expect("alone");
        let file = Team::read(layers, RULES.to_vec(), &|_, name| pages(name)).expect("good");
        assert_eq!(file.settings.index.elsewhere("PCN", "a.md"), [("g.md", "primary care network")]);
    }

    #[test]
    fn mistakes_are_named_with_the_nearest_right_thing() {
        assert_eq!(refused("failon = 'error'"), "plainly.toml:1: the key `failon` is not known here (did you mean `fail-on`?)");
        assert_eq!(
            refused("[rules]\n'jargon/buzword' = 'off'"),
            "plainly.toml:2: there is no rule `jargon/buzword` (did you mean `jargon/buzzword`?)"
        );
        assert_eq!(refused("[rules]\n'sentences/hard' = 'of'"), "plainly.toml:2: `of` is not one of the values allowed here (did you mean `off`?)");
        assert_eq!(
            refused("[[word]]\ninstead_of = '(a'\nsay = []"),
            "plainly.toml:2: `instead_of = \"(a\"` cannot be read: a bracket `(` is never closed"
        );
    }
}
