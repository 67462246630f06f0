//! The settings of a team, read from their files: `plainly.toml` and the lists of words that it names.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::linters::shown as shown_from;
use crate::config::discover::{folder_of, is_config};
use crate::config::layers::{Layer, Layers, Opened, plain_path};
use crate::config::{Part, RuleName, Settings, Team, presets};
use crate::findings::Maturity;
use crate::input::source::cannot_read;
use crate::rules::{self, RuleInfo};
use crate::wordlists::house::{check_list as check_words, read_list};
use crate::wordlists::toml_file::{FileError, nearest};

/// Largest `plainly.toml`.
const MAX_SETTINGS: u64 = 1024 * 1024;
/// Largest list of words, and largest glossary.
const MAX_LIST: u64 = 8 * 1024 * 1024;

/// A file's name, as its owner would write it, and its text.
pub type Named = (String, String);

/// Reads a `plainly.toml`, what it extends, and the lists that they name.
///
/// # Errors
/// The first fault of any of them.
pub fn team(path: &Path) -> Result<Team, FileError> {
    of_text(path, text_of(path, MAX_SETTINGS)?)
}

fn of_text(path: &Path, text: String) -> Result<Team, FileError> {
    let own = Opened { name: shown(path), key: here(path), folder: plain_path(&here(folder_of(path))), text };
    let name = |rule: &RuleInfo| RuleName { id: rule.id, by_default: rule.maturity == Maturity::Stable, level: rule.level };
    Team::read(Layers::read(own, &extended)?, rules::all().iter().map(name).collect(), &lists_at)
}

/// What holds where there is no `plainly.toml`.
///
/// # Errors
/// None.
pub fn nobody() -> Result<Team, FileError> {
    of_text(Path::new(""), String::new())
}

/// The settings of a folder for a document of which nothing else is said.
///
/// # Errors
/// As [`team`].
pub fn read(path: &Path) -> Result<Settings, FileError> {
    team(path)?.settings(&Part::default())
}

/// What a file extends: a preset, or another file.
fn extended(layer: &Layer, target: &str) -> Result<Opened, String> {
    if let Some(preset) = target.strip_prefix(presets::MARK) {
        let names: Vec<&str> = presets::ALL.iter().map(|(name, _)| *name).collect();
        let text = presets::named(preset).ok_or_else(|| format!("there is no preset `{preset}`{}", nearest(preset, &names)))?;
        return Ok(Opened { name: target.to_owned(), key: target.into(), folder: PathBuf::new(), text: text.to_owned() });
    }
    if target.contains("://") {
        return Err(format!("`{target}` is on the web, and plainly reads nothing from there; keep a copy beside this file"));
    }
    let path = plain_path(&layer.folder.join(target));
    let text = text_of(&path, MAX_SETTINGS).map_err(|fault| format!("`{target}`: {}", fault.what))?;
    Ok(Opened { name: shown(&path), folder: folder_of(&path).to_owned(), key: path, text })
}

/// The files with a team's words: `plainly.toml`, what it extends, and the lists that they name.
///
/// # Errors
/// The first fault of any of them.
pub fn house_lists(path: &Path) -> Result<Vec<Named>, FileError> {
    let team = team(path)?;
    let mut files: Vec<Named> = team.layers.by_weight().rev().map(|layer| (layer.name.clone(), layer.own_text().to_owned())).collect();
    for (layer, list) in team.lists()? {
        files.extend(lists_at(layer, &list).map_err(|what| FileError { file: layer.name.clone(), line: 1, what })?);
    }
    Ok(files)
}

/// What is wrong with the text of a `plainly.toml` or of a list.
///
/// # Errors
/// The first fault.
pub fn check_text(path: &Path, text: &str) -> Result<(), FileError> {
    if is_config(path) {
        return of_text(path, text.to_owned()).map(|_| ());
    }
    check_list(&shown(path), text).into_iter().next().map_or(Ok(()), Err)
}

/// What is wrong with the text of a list.
#[must_use]
pub fn check_list(name: &str, text: &str) -> Vec<FileError> {
    match read_list(name, text) {
        Ok(list) => check_words(&list, 0).err().unwrap_or_default(),
        Err(fault) => vec![fault],
    }
}

/// The lists that an entry of `lists` names: a file, or every TOML file in a folder, in order of their names.
fn lists_at(layer: &Layer, list: &str) -> Result<Vec<Named>, String> {
    let at = layer.folder.join(list);
    let files = if at.is_dir() { toml_files(&at)? } else { vec![at] };
    if files.is_empty() {
        return Err(format!("the folder `{list}` holds no list: no file in it ends in `.toml`"));
    }
    let text = |file: &PathBuf| Ok((shown(file), text_of(file, MAX_LIST).map_err(|e| format!("the list `{}`: {}", e.file, e.what))?));
    files.iter().map(text).collect()
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).and_then(|all| all.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>());
    let mut files = entries.map_err(|e| format!("the folder `{}`: {}", shown(folder), cannot_read(&e)))?;
    files.retain(|path| path.is_file() && path.extension().is_some_and(|e| e == "toml"));
    files.sort();
    Ok(files)
}

/// The text of a file that is read whole: at most so many bytes, also of one that grows meanwhile.
fn text_of(path: &Path, most: u64) -> Result<String, FileError> {
    let fault = |what: String| FileError { file: shown(path), line: 1, what };
    let kind = std::fs::metadata(path).map_err(|e| fault(cannot_read(&e)))?;
    if !kind.is_file() {
        return Err(fault("this is not a regular file".to_owned()));
    }
    let mut text = String::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(most + 1).read_to_string(&mut text));
    if kind.len() > most || text.len() as u64 > most {
        return Err(fault(format!("this is larger than {} MiB, the most that is read", most / 1024 / 1024)));
    }
    read.map_err(|e| fault(cannot_read(&e)))?;
    Ok(text)
}

/// A path from the root.
fn here(path: &Path) -> PathBuf {
    std::env::current_dir().unwrap_or_default().join(path)
}

/// A path as a person here would write it.
fn shown(path: &Path) -> String {
    shown_from(&plain_path(&here(path)), &here(Path::new(""))).replace('\\', "/")
}
