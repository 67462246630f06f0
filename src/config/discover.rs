//! Which `plainly.toml` holds for a document: the nearest at or above it, no further up than the root of its repository.
//!
//! A file in a person's own settings folder is not looked for: a laptop and a CI run must say the same.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The file's name.
pub const FILE_NAME: &str = "plainly.toml";

/// Where it may stand in a folder; the first that is there holds.
const NAMES: [&str; 3] = [".plainly.toml", FILE_NAME, ".config/plainly.toml"];

/// Whether a file has the name of a configuration.
#[must_use]
pub fn is_config(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FILE_NAME || name == NAMES[0])
}

/// The folder that a configuration is for: paths in it start there. A file in `.config` is for the folder above.
#[must_use]
pub fn folder_of(config: &Path) -> &Path {
    let folder = config.parent().unwrap_or(Path::new(""));
    let is_inner = folder.file_name().is_some_and(|name| name == ".config") && config.file_name().is_some_and(|name| name == FILE_NAME);
    if is_inner { folder.parent().unwrap_or(folder) } else { folder }
}

/// Remembers what was found, so that a thousand files of one folder cost one look.
#[derive(Default)]
pub struct Discovery {
    known: HashMap<PathBuf, Option<PathBuf>>,
}

impl Discovery {
    /// The configuration file for documents in `folder` (absolute).
    pub fn find(&mut self, folder: &Path) -> Option<PathBuf> {
        let (mut asked, mut found) = (Vec::new(), None);
        for at in folder.ancestors() {
            if let Some(known) = self.known.get(at) {
                found.clone_from(known);
                break;
            }
            asked.push(at.to_owned());
            found = NAMES.iter().map(|name| at.join(name)).find(|file| file.is_file());
            // a stranger's file above the repository must not decide
            if found.is_some() || at.join(".git").exists() {
                break;
            }
        }
        // the same holds for every folder on the way
        self.known.extend(asked.into_iter().map(|at| (at, found.clone())));
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
        assert_eq!(Discovery::default().find(&inner), Some(near.clone()));
        let hidden = near.with_file_name(".plainly.toml");
        std::fs::write(&hidden, "").expect("written");
        assert_eq!(Discovery::default().find(&inner), Some(hidden));
        std::fs::create_dir(inner.join(".config")).expect("made");
        let inside = inner.join(".config/plainly.toml");
        std::fs::write(&inside, "").expect("written");
        assert_eq!(Discovery::default().find(&inner), Some(inside.clone()));
        assert_eq!((folder_of(&inside), folder_of(&near)), (inner.as_path(), root.path().join("repo/docs").as_path()));
    }
}
