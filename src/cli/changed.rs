//! Which lines of which files have changed since a commit, as git tells.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::input::position::LineIndex;
use crate::input::span::Span;

/// What has changed since a commit.
pub struct Changed {
    /// The lines of each file, from 0; none for a file that is new.
    files: HashMap<PathBuf, Option<Vec<std::ops::Range<usize>>>>,
}

impl Changed {
    /// Asks git.
    ///
    /// # Errors
    /// What git says: no repository, no such commit; or that there is no git.
    pub fn since(reference: &str) -> Result<Changed, String> {
        if reference.starts_with('-') {
            return Err(format!("`{reference}` is no commit or branch"));
        }
        let root = PathBuf::from(git(&["rev-parse", "--show-toplevel"])?.trim_end_matches('\n'));
        let diff = git(&["-c", "core.quotePath=off", "diff", "--no-color", "--no-ext-diff", "--no-renames", "--unified=0", reference, "--"])?;
        let mut files = HashMap::new();
        let mut lines: Option<&mut Vec<std::ops::Range<usize>>> = None;
        for line in diff.lines() {
            if let Some(path) = line.strip_prefix("+++ ") {
                // a name with a tab or a quotation mark in it comes quoted, and names of documents have neither
                let path = path.strip_prefix("b/").unwrap_or(path);
                lines = files.entry(real(&root.join(path))).or_insert_with(|| Some(Vec::new())).as_mut();
            } else if let (Some(hunk), Some(lines)) = (line.strip_prefix("@@ "), &mut lines) {
                lines.extend(added(hunk));
            }
        }
        for path in git(&["ls-files", "--others", "--exclude-standard", "--full-name", "-z"])?.split('\0').filter(|path| !path.is_empty()) {
            files.insert(real(&root.join(path)), None);
        }
        Ok(Changed { files })
    }

    /// Whether anything in a file has changed.
    #[must_use]
    pub fn has(&self, path: &Path) -> bool {
        self.files.contains_key(&real(path))
    }

    /// The stretches of a file's text that have changed; none when all of it is new.
    #[must_use]
    pub fn stretches(&self, path: &Path, text: &str) -> Option<Vec<Span>> {
        let lines = self.files.get(&real(path))?.as_ref()?;
        let index = LineIndex::new(text);
        let stretch = |range: &std::ops::Range<usize>| {
            let last = range.end.min(index.lines()).checked_sub(1)?;
            (range.start <= last).then(|| Span::new(index.line_range(range.start).start, index.line_range(last).end))
        };
        Some(lines.iter().filter_map(stretch).collect())
    }
}

/// The new lines of a hunk, from 0: `-1,2 +3,4 @@`.
fn added(hunk: &str) -> Option<std::ops::Range<usize>> {
    let new = hunk.split(' ').find_map(|part| part.strip_prefix('+'))?;
    let (start, count) = new.split_once(',').unwrap_or((new, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    (count > 0).then(|| start - 1..start - 1 + count)
}

fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn git(args: &[&str]) -> Result<String, String> {
    let run = Command::new("git").args(args).output().map_err(|e| format!("git cannot be run, and --changed-since needs it: {e}"))?;
    if !run.status.success() {
        let told = String::from_utf8_lossy(&run.stderr);
        return Err(format!("git says: {}", told.lines().next().unwrap_or("nothing")));
    }
    Ok(String::from_utf8_lossy(&run.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::added;

    #[test]
    fn hunks_tell_the_new_lines() {
        assert_eq!(["-1 +1 @@", "-1,2 +3,4 @@ Heading", "-5,2 +4,0 @@"].map(added), [Some(0..1), Some(2..6), None]);
    }
}
