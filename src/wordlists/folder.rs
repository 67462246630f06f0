//! The whole `wordlists/` folder, checked and packed into one blob. Used by `build.rs` and by the tests.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::check::{Entries, acronym_file, class_file, evidence_file, kinds_file, rule_file};
use super::familiar::{pack_familiar, read_list};
use super::pack::Writer;
use super::phrase_pack::{OwnerData, pack_phrases};
use super::shape::Acronym;
use super::toml_file::FileError;
use super::word_sets::{pack_acronyms, pack_classes};
use crate::language::classes::{Class, Classes};

/// What the folder holds, checked.
#[derive(Default)]
struct Folder {
    owners: Vec<OwnerData>,
    entries: Entries,
    classes: BTreeMap<String, Classes>,
    acronyms: Vec<(String, Acronym)>,
    familiar: Vec<(String, u8)>,
    errors: Vec<FileError>,
}

/// Packs the folder.
///
/// # Errors
/// Every fault of every file, in order of path; a folder or file that cannot be read is one of them.
pub fn pack_folder(root: &Path) -> Result<Vec<u8>, Vec<FileError>> {
    let mut folder = Folder::default();
    for path in toml_files(root, &mut folder.errors) {
        folder.read(root, &path);
    }
    folder.check_whole();
    folder.read_familiar(root);
    if !folder.errors.is_empty() {
        return Err(folder.errors);
    }
    let mut pack = Writer::default();
    for word in pack_phrases(&mut pack, &folder.owners, &folder.entries, |entry| entry.on) {
        folder.classes.entry(word).or_default().0 |= Classes::BEGINS.0;
    }
    let words: Vec<(String, Classes)> = folder.classes.into_iter().collect();
    pack_classes(&mut pack, &words);
    let acronyms: Vec<Acronym> = folder.acronyms.into_iter().map(|(_, a)| a).collect();
    pack_acronyms(&mut pack, &acronyms);
    pack_familiar(&mut pack, &folder.familiar);
    Ok(pack.finish())
}

impl Folder {
    fn read(&mut self, root: &Path, path: &Path) {
        let id = path.strip_prefix(root).unwrap_or(path).with_extension("").to_string_lossy().replace('\\', "/");
        let file = format!("wordlists/{id}.toml");
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => return self.errors.push(FileError { file, line: 1, what: format!("this file cannot be read: {error}") }),
        };
        let first = self.owners.len();
        let done = match id.split_once('/') {
            // statements for the checklist and the trace: no words to look for
            Some(("frameworks", _)) => Ok(()),
            Some(("english", name)) => class_file(&file, name, &text).map(|words| {
                for (word, classes) in words {
                    self.classes.entry(word).or_default().0 |= classes.0;
                }
            }),
            Some(("acronyms", _)) => acronym_file(&file, &text).map(|found| self.acronyms.extend(found.into_iter().map(|a| (file.clone(), a)))),
            Some(("involvement", "kinds")) => kinds_file(&file, &text, first).map(|(owners, entries)| {
                self.owners.extend(owners);
                self.entries.extend(entries);
            }),
            Some(("involvement", element)) => evidence_file(&file, element, &text, first).map(|found| self.add(found)),
            Some(_) => rule_file(&file, &id, &text, first).map(|found| self.add(found)),
            None => {
                Err(vec![FileError { file, line: 1, what: "a list lives in a folder that names its family, such as wordlists/jargon/".to_owned() }])
            }
        };
        self.errors.extend(done.err().unwrap_or_default());
    }

    /// The one list that is no TOML: a line for each of 30,000 words, made by a script.
    fn read_familiar(&mut self, root: &Path) {
        if !self.errors.is_empty() {
            return;
        }
        let file = "wordlists/english/familiarity.tsv".to_owned();
        let read = std::fs::read_to_string(root.join("english/familiarity.tsv"));
        let words = read.map_err(|error| FileError { file: file.clone(), line: 1, what: format!("this file cannot be read: {error}") });
        match words.and_then(|text| read_list(&file, &text)) {
            Ok(words) => self.familiar = words,
            Err(error) => self.errors.push(error),
        }
    }

    fn add(&mut self, (owner, entries): (OwnerData, Entries)) {
        self.owners.push(owner);
        self.entries.extend(entries);
    }

    fn check_whole(&mut self) {
        let mut seen: HashMap<&str, &str> = HashMap::new();
        for (file, acronym) in &self.acronyms {
            if let Some(first) = seen.insert(acronym.short.get_ref(), file) {
                let what = format!("`{}` is listed twice (also in {first}); give both long forms in one entry", acronym.short.get_ref());
                self.errors.push(FileError { file: file.clone(), line: 1, what });
            }
        }
        for (class, name) in Class::ALL {
            if self.errors.is_empty() && !self.classes.values().any(|c| c.has(*class)) {
                self.errors.push(FileError {
                    file: format!("wordlists/english/{name}.toml"),
                    line: 1,
                    what: "this list is missing or empty".to_owned(),
                });
            }
        }
    }
}

/// Every `.toml` file below `root`, sorted.
fn toml_files(root: &Path, errors: &mut Vec<FileError>) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        let listing = std::fs::read_dir(&folder).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>());
        match listing {
            Ok(paths) => {
                let (inner, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|p| p.is_dir());
                folders.extend(inner);
                found.extend(files.into_iter().filter(|p| p.extension().is_some_and(|e| e == "toml")));
            }
            Err(error) => {
                errors.push(FileError { file: folder.display().to_string(), line: 1, what: format!("this folder cannot be read: {error}") })
            }
        }
    }
    found.sort();
    found
}
