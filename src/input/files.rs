//! Which files a run checks: those named, and the Markdown files in the folders named, less what .gitignore and .plainlyignore leave out.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::gitignore::Gitignore;

use super::source::{InputError, cannot_read};

/// File name endings that hold Markdown documents.
pub const EXTENSIONS: [&str; 3] = ["md", "markdown", "mdown"];

/// A file in the shape of `.gitignore`, for this program alone.
pub const IGNORE_FILE: &str = ".plainlyignore";

/// A file to check: where it is, and what to call it. A run holds one for each document, so they are small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Where to read it.
    pub path: Box<Path>,
    /// Whether a person named this very file.
    pub named: bool,
    /// What to call standard input; files go by their paths.
    called: Option<Box<str>>,
}

impl InputFile {
    /// `./` goes from its path, so that files in order of their paths are in order of their names.
    fn new(path: &Path, named: bool) -> InputFile {
        InputFile { path: path.strip_prefix(".").unwrap_or(path).into(), named, called: None }
    }

    /// Standard input, under the name that it goes by.
    #[must_use]
    pub fn standard_input(name: String) -> InputFile {
        InputFile { path: Path::new("-").into(), named: true, called: Some(name.into()) }
    }

    /// Whether it is standard input, and not a file that happens to be called `-`.
    #[must_use]
    pub fn is_standard_input(&self) -> bool {
        self.called.is_some()
    }

    /// The name in reports: as given or found, `/` between its parts, no leading `./`.
    #[must_use]
    pub fn name(&self) -> String {
        self.called.as_ref().map_or_else(|| name_of(&self.path), |name| name.to_string())
    }
}

/// What the paths of a run come to.
#[derive(Debug, Default)]
pub struct Found {
    /// The files, by name, each once.
    pub files: Vec<InputFile>,
    /// What could not be looked at.
    pub errors: Vec<InputError>,
    /// How many other files the folders hold, for a run that found none to check.
    pub passed_over: usize,
}

/// Finds the files to check. A file that is named is always checked; a folder gives its Markdown files, hidden and ignored ones left out.
#[must_use]
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(kind) if kind.is_dir() => walk(path, &mut found),
            Ok(_) => found.files.push(InputFile::new(path, true)),
            Err(error) => found.errors.push(InputError::new(&name_of(path), cannot_read(&error))),
        }
    }
    found.files.sort_unstable_by(|a, b| a.path.as_os_str().cmp(b.path.as_os_str()));
    if paths.len() > 1 {
        // two paths may lead to one file
        let mut known = HashSet::new();
        found.files.retain(|file| known.insert(file.path.canonicalize().unwrap_or_else(|_| file.path.to_path_buf())));
    }
    found.errors.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn walk(root: &Path, found: &mut Found) {
    for entry in WalkBuilder::new(root).require_git(false).add_custom_ignore_filename(IGNORE_FILE).build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let path = entry.path();
                if path.extension().is_some_and(|e| EXTENSIONS.iter().any(|known| e.eq_ignore_ascii_case(known))) {
                    found.files.push(InputFile::new(path, false));
                } else {
                    found.passed_over += 1;
                }
            }
            Ok(_) => {}
            Err(error) => found.errors.push(walk_error(root, &error)),
        }
    }
}

/// Whether a `.plainlyignore` at or above a file, no further up than the root of its repository, leaves it out. `place` is a whole path.
///
/// The walker asks the same of what it finds; this is for files that are named.
#[must_use]
pub fn is_ignored(place: &Path) -> bool {
    for folder in place.ancestors().skip(1) {
        let file = folder.join(IGNORE_FILE);
        if file.is_file() {
            // lines that cannot be read leave nothing out, as in .gitignore
            let (lines, _) = Gitignore::new(&file);
            let verdict = lines.matched_path_or_any_parents(place, false);
            if !verdict.is_none() {
                return verdict.is_ignore();
            }
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    false
}

/// The walker wraps what went wrong in the path, the depth and the line; a person wants the path and the reason.
fn walk_error(root: &Path, error: &ignore::Error) -> InputError {
    fn inner<'e>(error: &'e ignore::Error, path: &mut Option<&'e Path>) -> Option<&'e std::io::Error> {
        match error {
            ignore::Error::WithPath { path: at, err } => {
                *path = Some(at);
                inner(err, path)
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => inner(err, path),
            ignore::Error::Io(io) => Some(io),
            _ => None,
        }
    }
    let mut path = None;
    let what = inner(error, &mut path).map_or_else(|| error.to_string(), cannot_read);
    InputError::new(&name_of(path.unwrap_or(root)), what)
}

/// The name of a path in reports.
#[must_use]
pub fn name_of(path: &Path) -> String {
    let name = path.to_string_lossy().replace('\\', "/");
    name.strip_prefix("./").map_or(name.as_str(), |rest| rest.trim_start_matches('/')).to_owned()
}
