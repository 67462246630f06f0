//! A configuration file and all that it extends, put together: tables are merged, lists add up, of anything else the later one holds.
//!
//! Every text is padded to begin where the one before it ends. So a byte tells the file and the line, each value of the merged tree carries in
//! its span where it was written, and nothing else has to keep track of that. Knows TOML, and nothing of what the keys mean but for `extends`,
//! `required-version`, `[rules]` and `[[overrides]]`.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use crate::wordlists::toml_file::{FileError, plain};

/// Most files in a chain of `extends`.
const MOST_DEEP: usize = 8;
/// Most files in all: each is padded by the texts before it.
const MOST_FILES: usize = 32;

/// A configuration as it was opened.
pub struct Opened {
    /// The file as its owner would name it, or `preset:nhs`.
    pub name: String,
    /// Which file it is: the same for two ways to write its path.
    pub key: PathBuf,
    /// Where the paths in it start.
    pub folder: PathBuf,
    /// Its text.
    pub text: String,
}

/// Opens what a file in the first folder extends by this name.
pub type Open<'o> = &'o dyn Fn(&Layer, &str) -> Result<Opened, String>;

/// One of the files.
pub struct Layer {
    /// The file as its owner would name it.
    pub name: String,
    /// Where the paths in it start.
    pub folder: PathBuf,
    /// Which file it is.
    key: PathBuf,
    /// Its text, after as many spaces as there are bytes in the texts before it.
    pub text: String,
    /// How many these are.
    start: usize,
}

impl Layer {
    /// Its text as it is.
    #[must_use]
    pub fn own_text(&self) -> &str {
        &self.text[self.start..]
    }

    /// A fault of this file.
    #[must_use]
    pub fn fault(&self, byte: usize, what: impl Into<String>) -> FileError {
        FileError::at(&self.name, &self.text, byte, what)
    }

    /// The line of a byte, counted from 1.
    #[must_use]
    pub fn line(&self, byte: usize) -> usize {
        self.fault(byte, "").line
    }

    fn tree(&self) -> Result<DeTable<'_>, FileError> {
        let mut tree = DeTable::parse(&self.text).map(Spanned::into_inner).map_err(|error| self.wrong(&error))?;
        levels_in_tables(&mut tree);
        if let Some(DeValue::Array(overrides)) = tree.get_mut("overrides").map(Spanned::get_mut) {
            let tables = overrides.iter_mut().filter_map(|over| if let DeValue::Table(table) = over.get_mut() { Some(table) } else { None });
            tables.for_each(levels_in_tables);
        }
        Ok(tree)
    }

    fn wrong(&self, error: &toml::de::Error) -> FileError {
        self.fault(error.span().map_or(self.start, |span| span.start), plain(error.message()))
    }
}

/// What must be known of a file before it can be put together with others.
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Head {
    #[serde(default)]
    extends: Vec<Spanned<String>>,
    required_version: Option<Spanned<String>>,
}

/// A configuration file and all that it extends.
pub struct Layers {
    /// The file itself first.
    files: Vec<Layer>,
    /// The same by weight: what is extended before what extends it.
    order: Vec<usize>,
}

impl Layers {
    /// Reads what a file extends, and what that extends.
    ///
    /// # Errors
    /// A file that cannot be opened, is not TOML, asks for another version of this program, or extends itself in the end.
    pub fn read(own: Opened, open: Open<'_>) -> Result<Layers, FileError> {
        let mut layers = Layers { files: Vec::new(), order: Vec::new() };
        layers.add(own, &mut Vec::new(), open)?;
        Ok(layers)
    }

    /// Puts a file after those that it extends. `chain` holds the files that led to it, at most [`MOST_DEEP`].
    fn add(&mut self, opened: Opened, chain: &mut Vec<usize>, open: Open<'_>) -> Result<(), FileError> {
        let at = self.files.len();
        let start = self.files.last().map_or(0, |last| last.text.len());
        let Opened { name, key, folder, text } = opened;
        let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
        let text = if start == 0 { text } else { " ".repeat(start) + &text };
        self.files.push(Layer { name, folder, key, text, start });
        chain.push(at);
        for target in self.head(at)?.extends {
            let layer = &self.files[at];
            let fault = |what: String| layer.fault(target.span().start, what);
            let next = open(layer, target.get_ref()).map_err(fault)?;
            if let Some(from) = chain.iter().position(|link| self.files[*link].key == next.key) {
                return Err(fault(self.circle(&chain[from..])));
            }
            if self.files.iter().any(|file| file.key == next.key) {
                continue;
            }
            if self.files.len() > MOST_FILES {
                return Err(fault(format!("this file extends more than {MOST_FILES} files in all; put some of them together")));
            }
            if chain.len() == MOST_DEEP {
                return Err(fault(format!("`extends` goes deeper than {MOST_DEEP} files here; put some of them together")));
            }
            self.add(next, chain, open)?;
        }
        chain.pop();
        self.order.push(at);
        Ok(())
    }

    /// The chain of a file that extends itself in the end.
    fn circle(&self, chain: &[usize]) -> String {
        let names: Vec<String> = chain.iter().chain(chain.first()).map(|at| format!("`{}`", self.files[*at].name)).collect();
        format!("these files extend each other in a circle: {}; take one `extends` out", names.join(", then "))
    }

    fn head(&self, at: usize) -> Result<Head, FileError> {
        let layer = &self.files[at];
        // most files have neither, and need not be read twice
        if !["extends", "required-version"].iter().any(|key| layer.text.contains(key)) {
            return Ok(Head::default());
        }
        let head: Head = toml::from_str(&layer.text).map_err(|error| layer.wrong(&error))?;
        if let Some(asked) = &head.required_version {
            version(asked.get_ref()).map_err(|what| layer.fault(asked.span().start, what))?;
        }
        Ok(head)
    }

    /// The files by weight: what is extended before what extends it.
    pub fn by_weight(&self) -> impl DoubleEndedIterator<Item = &Layer> {
        self.order.iter().map(|at| &self.files[*at])
    }

    /// Whether a byte stands in the file itself, and not in one that it extends.
    #[must_use]
    pub fn is_own(&self, byte: usize) -> bool {
        self.files.first().is_some_and(|own| byte < own.text.len())
    }

    /// The file in which a byte stands.
    #[must_use]
    pub fn of(&self, byte: usize) -> &Layer {
        let after = self.files.partition_point(|file| file.start <= byte);
        &self.files[after.saturating_sub(1)]
    }

    /// A fault of the file in which a byte stands.
    #[must_use]
    pub fn fault(&self, byte: usize, what: impl Into<String>) -> FileError {
        self.of(byte).fault(byte, what)
    }

    /// All files as one tree, with the tables of these `[[overrides]]` over it.
    ///
    /// # Errors
    /// Text that is not TOML.
    pub fn tree(&self, overrides: &[usize]) -> Result<DeTable<'_>, FileError> {
        let mut merged = DeTable::new();
        for layer in self.by_weight() {
            merge(&mut merged, layer.tree()?);
        }
        for at in overrides {
            let all = merged.get("overrides").and_then(|all| all.get_ref().as_array());
            if let Some(DeValue::Table(mut over)) = all.and_then(|all| all.get(*at)).map(|over| over.get_ref().clone()) {
                over.remove("paths");
                merge(&mut merged, over);
            }
        }
        Ok(merged)
    }

    /// A tree in the shape that the keys must have.
    ///
    /// # Errors
    /// A key that there is not, or a value of the wrong kind.
    pub fn shaped<T: DeserializeOwned>(&self, tree: DeTable<'_>) -> Result<T, FileError> {
        T::deserialize(Deserializer::from(Spanned::new(0..0, tree))).map_err(|error| {
            let byte = error.span().map_or(0, |span| span.start);
            self.of(byte).wrong(&error)
        })
    }
}

/// Puts one tree over another.
fn merge<'t>(under: &mut DeTable<'t>, over: DeTable<'t>) {
    for (key, mut value) in over {
        if let Some((_, old)) = under.remove_entry(key.get_ref().as_ref()) {
            match (old.into_inner(), value.get_mut()) {
                (DeValue::Table(mut old), DeValue::Table(new)) => {
                    if key.get_ref() == "rules" {
                        give_way(&mut old, new);
                    }
                    merge(&mut old, std::mem::take(new));
                    *new = old;
                }
                (DeValue::Array(old), DeValue::Array(new)) => {
                    let later = std::mem::replace(new, old);
                    later.into_iter().for_each(|value| new.push(value));
                }
                _ => {}
            }
        }
        under.insert(key, value);
    }
}

/// `"jargon/latin" = "off"` is `"jargon/latin" = { level = "off" }`: so a later file that says only the level leaves the limit as it is.
fn levels_in_tables(tree: &mut DeTable<'_>) {
    let Some(DeValue::Table(rules)) = tree.get_mut("rules").map(Spanned::get_mut) else { return };
    for (_, value) in rules.iter_mut().filter(|(_, value)| value.get_ref().is_str()) {
        let span = value.span();
        let level = std::mem::replace(value.get_mut(), DeValue::Table(DeTable::new()));
        if let DeValue::Table(table) = value.get_mut() {
            table.insert(Spanned::new(span.clone(), "level".into()), Spanned::new(span, level));
        }
    }
}

/// A level for a whole family takes the place of the levels that earlier files give to its rules.
fn give_way(old: &mut DeTable<'_>, new: &DeTable<'_>) {
    for family in new.keys().filter_map(|key| family(key.get_ref())) {
        for (_, value) in old.iter_mut().filter(|(key, _)| key.get_ref().split('/').next() == Some(family)) {
            if let DeValue::Table(table) = value.get_mut() {
                table.remove("level");
            }
        }
    }
}

/// The family that a key of `[rules]` names: `involvement` or `involvement/*`.
#[must_use]
pub fn family(key: &str) -> Option<&str> {
    match key.split_once('/') {
        None => Some(key),
        Some((family, rest)) => (rest == "*").then_some(family),
    }
}

/// Whether this is a version of the program that a file asks for.
fn version(asked: &str) -> Result<(), String> {
    let own = env!("CARGO_PKG_VERSION");
    let wanted = semver::VersionReq::parse(asked).map_err(|_| format!("`{asked}` is not a version; write it as \">={own}\""))?;
    let fits = semver::Version::parse(own).is_ok_and(|own| wanted.matches(&own));
    if fits {
        Ok(())
    } else {
        Err(format!("these settings are for plainly {asked}, and this is plainly {own}; install that one, or change this line"))
    }
}

/// A path with nothing of `.` and `..` left in it.
#[must_use]
pub fn plain_path(path: &Path) -> PathBuf {
    use std::path::Component;
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}
