//! The settings of a team, read from their files: `plainly.toml` and the lists of words that it names.

use std::path::{Path, PathBuf};

use crate::config::Settings;
use crate::input::source::cannot_read;
use crate::rules;
use crate::wordlists::house::{check_list as check_words, read_list};
use crate::wordlists::toml_file::FileError;

/// Largest `plainly.toml`, and largest list of words.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// A file's name, as its owner would write it, and its text.
pub type Named = (String, String);

/// Reads a `plainly.toml` and the lists that it names.
///
/// # Errors
/// The first fault of any of them.
pub fn read(path: &Path, name: &str) -> Result<Settings, FileError> {
    let mut settings = of_text(path, name, &text_of(path, name)?)?;
    // folders are written as seen from the file; documents are named as seen from here
    if let Some((above, _)) = name.rsplit_once('/') {
        let below = |folder: String| if folder.is_empty() { above.to_owned() } else { format!("{above}/{folder}") };
        settings.kinds = settings.kinds.into_iter().map(|(folder, kind)| (below(folder), kind)).collect();
    }
    Ok(settings)
}

fn of_text(path: &Path, name: &str, text: &str) -> Result<Settings, FileError> {
    let rules = rules::all();
    let ids: Vec<&str> = rules.iter().map(|r| r.id).collect();
    Settings::with_lists(name, text, &ids, &|list| lists_at(path, name, list))
}

/// The files with a team's words: `plainly.toml`, and the lists that it names.
///
/// # Errors
/// The first fault of any of them.
pub fn house_lists(path: &Path, name: &str) -> Result<Vec<Named>, FileError> {
    let text = text_of(path, name)?;
    of_text(path, name, &text)?;
    let mut files = Vec::new();
    for list in Settings::lists(name, &text)? {
        files.extend(lists_at(path, name, &list).map_err(|what| FileError { file: name.to_owned(), line: 1, what })?);
    }
    files.insert(0, (name.to_owned(), text));
    Ok(files)
}

/// What is wrong with the text of a `plainly.toml` or of a list.
///
/// # Errors
/// The first fault.
pub fn check_text(path: &Path, name: &str, text: &str) -> Result<(), FileError> {
    let is_list = path.file_name().is_some_and(|file| file != crate::config::discover::FILE_NAME);
    if is_list { check_list(name, text).into_iter().next().map_or(Ok(()), Err) } else { of_text(path, name, text).map(|_| ()) }
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
fn lists_at(config: &Path, name: &str, list: &str) -> Result<Vec<Named>, String> {
    let folder = config.parent().unwrap_or(Path::new(""));
    let at = folder.join(list);
    let beside = |path: &Path| {
        let inner = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
        name.rsplit_once('/').map_or(inner.clone(), |(above, _)| format!("{above}/{inner}"))
    };
    let files = if at.is_dir() { toml_files(&at)? } else { vec![at.clone()] };
    if files.is_empty() {
        return Err(format!("the folder `{list}` holds no list: no file in it ends in `.toml`"));
    }
    files.iter().map(|file| Ok((beside(file), text_of(file, &beside(file)).map_err(|e| format!("the list `{}`: {}", e.file, e.what))?))).collect()
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).and_then(|all| all.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>());
    let mut files = entries.map_err(|e| format!("the folder `{}`: {}", folder.display(), cannot_read(&e)))?;
    files.retain(|path| path.is_file() && path.extension().is_some_and(|e| e == "toml"));
    files.sort();
    Ok(files)
}

fn text_of(path: &Path, name: &str) -> Result<String, FileError> {
    let fault = |what: String| FileError { file: name.to_owned(), line: 1, what };
    let kind = std::fs::metadata(path).map_err(|e| fault(cannot_read(&e)))?;
    if !kind.is_file() {
        return Err(fault("this is not a regular file".to_owned()));
    }
    if kind.len() > MAX_BYTES {
        return Err(fault(format!("this is larger than {} MiB, the most that is read", MAX_BYTES / 1024 / 1024)));
    }
    std::fs::read_to_string(path).map_err(|e| fault(cannot_read(&e)))
}
