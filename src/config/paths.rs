//! Which documents a list of paths in a configuration is about. Written as in `.gitignore`, as seen from the folder of the file.

use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use toml::Spanned;

use super::layers::Layers;
use crate::wordlists::toml_file::FileError;

/// Paths of one file.
pub struct Paths {
    folder: PathBuf,
    globs: Gitignore,
    /// As they were written, and where.
    written: Vec<Spanned<String>>,
}

impl Paths {
    /// The paths of a list, by the file in which they stand.
    ///
    /// # Errors
    /// A path that cannot be read, or that leads out of the folder.
    pub fn read(layers: &Layers, list: &[Spanned<String>]) -> Result<Vec<Paths>, FileError> {
        let mut all: Vec<(PathBuf, GitignoreBuilder, Vec<Spanned<String>>)> = Vec::new();
        for path in list {
            let fault = |what: String| layers.fault(path.span().start, what);
            let written = path.get_ref().strip_prefix("./").unwrap_or(path.get_ref());
            if written.split('/').any(|part| part == "..") {
                return Err(fault(format!("`{written}` leads out of the folder of this file; a path here is one below it")));
            }
            let folder = &layers.of(path.span().start).folder;
            if all.last().is_none_or(|(last, ..)| last != folder) {
                all.push((folder.clone(), GitignoreBuilder::new(""), Vec::new()));
            }
            let Some((_, globs, known)) = all.last_mut() else { continue };
            globs.add_line(None, written).map_err(|error| fault(format!("`{written}` cannot be read as a path: {}", why(&error))))?;
            known.push(path.clone());
        }
        // each line was read just now
        let built = |globs: GitignoreBuilder| globs.build().unwrap_or_else(|_| Gitignore::empty());
        Ok(all.into_iter().map(|(folder, globs, written)| Paths { folder, globs: built(globs), written }).collect())
    }

    /// The paths that are about none of these documents, and where they stand. One that takes documents out again (`!`) is left alone.
    #[must_use]
    pub fn idle(&self, documents: &[PathBuf]) -> Vec<(String, usize)> {
        let alone = |path: &&Spanned<String>| {
            let mut globs = GitignoreBuilder::new("");
            let read = globs.add_line(None, path.get_ref().strip_prefix("./").unwrap_or(path.get_ref())).is_ok();
            let globs = globs.build().unwrap_or_else(|_| Gitignore::empty());
            let one = Paths { folder: self.folder.clone(), globs, written: Vec::new() };
            read && !path.get_ref().starts_with('!') && !documents.iter().any(|document| one.hold(document))
        };
        self.written.iter().filter(alone).map(|path| (path.get_ref().clone(), path.span().start)).collect()
    }

    /// Whether a document, or a folder above it, is one of them. `place` is a whole path.
    #[must_use]
    pub fn hold(&self, place: &Path) -> bool {
        place.strip_prefix(&self.folder).is_ok_and(|inner| self.globs.matched_path_or_any_parents(inner, false).is_ignore())
    }
}

/// The reason, without the pattern that it is about.
fn why(error: &ignore::Error) -> String {
    match error {
        ignore::Error::Glob { err, .. } => err.clone(),
        other => other.to_string(),
    }
}
