//! Which `plainly.toml` holds for a document: the nearest at or above it, no further up than the root of its repository.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The file's name.
pub const FILE_NAME: &str = "plainly.toml";

/// Remembers what was found, so that a thousand files of one folder cost one look.
#[derive(Default)]
pub struct Discovery {
    known: HashMap<PathBuf, Option<PathBuf>>,
}

impl Discovery {
    /// The configuration file for documents in `folder` (absolute).
    pub fn find(&mut self, folder: &Path) -> Option<PathBuf> {
        if let Some(known) = self.known.get(folder) {
            return known.clone();
        }
        let mut found = None;
        for at in folder.ancestors() {
            let file = at.join(FILE_NAME);
            if file.is_file() {
                found = Some(file);
                break;
            }
            // a stranger's file above the repository must not decide
            if at.join(".git").exists() {
                break;
            }
        }
        self.known.insert(folder.to_owned(), found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_holds_and_the_repository_is_the_end() {
        let root = tempfile::tempdir().expect("a folder");
        let inner = root.path().join("repo/docs/deep");
        std::fs::create_dir_all(&inner).expect("made");
        std::fs::create_dir(root.path().join("repo/.git")).expect("made");
        std::fs::write(root.path().join(FILE_NAME), "").expect("written");
        assert_eq!(Discovery::default().find(&inner), None);
        let near = root.path().join("repo/docs").join(FILE_NAME);
        std::fs::write(&near, "").expect("written");
        assert_eq!(Discovery::default().find(&inner), Some(near));
    }
}
