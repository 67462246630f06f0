//! Writes a file whole or not at all: a new file beside the old one takes its place in one step.
//!
//! Its mode is kept, a link still leads to it, and a file that somebody else has changed since it was read is left alone.

use std::fs::{File, Metadata};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Puts `new` in the place of `old`. `path` may be a link; the file that it leads to is written.
///
/// # Errors
/// Why nothing was written, in plain English: the file is as it was.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), String> {
    let target = path.canonicalize().map_err(|e| cannot_write(&e))?;
    let before = target.metadata().map_err(|e| cannot_write(&e))?;
    if before.permissions().readonly() {
        return Err("this file is read-only, so it was not changed".to_owned());
    }
    if names(&before) > 1 {
        return Err("this file has a second name (a hard link), which would be left behind; it was not changed".to_owned());
    }
    write(&target, new, Some(&before), || is_still(&target, old))
}

/// Makes a file that is not there yet.
///
/// # Errors
/// Why nothing was written; a file that has come to be there in the meantime is left alone.
pub fn create(path: &Path, new: &[u8]) -> Result<(), String> {
    write(path, new, None, || !path.exists())
}

fn write(target: &Path, new: &[u8], like: Option<&Metadata>, may_go_on: impl Fn() -> bool) -> Result<(), String> {
    let folder = target.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |e: std::io::Error| cannot_write(&e);
    let mut builder = tempfile::Builder::new();
    let mut file = as_new(builder.prefix(".plainly-").suffix(".tmp"), like).tempfile_in(folder).map_err(failed)?;
    file.write_all(new).map_err(failed)?;
    like.map_or(Ok(()), |like| dress(file.as_file(), like)).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    if !may_go_on() {
        return Err("this file was changed by someone else in the meantime, so it was left alone; run again".to_owned());
    }
    if like.is_some() {
        file.persist(target).map_err(|e| cannot_write(&e.error))?;
    } else {
        file.persist_noclobber(target).map_err(|e| cannot_write(&e.error))?;
    }
    // the name is safe on the disk once its folder is; where a folder cannot be asked to, the file itself is whole either way
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|f| f.sync_all());
    }
    Ok(())
}

fn is_still(path: &Path, old: &[u8]) -> bool {
    std::fs::read(path).is_ok_and(|now| now == old)
}

/// A temporary file is for its owner alone; where it is to be a new file it has the mode that the team's settings give to any.
#[cfg(unix)]
fn as_new<'b, 'a, 'c>(builder: &'b mut tempfile::Builder<'a, 'c>, like: Option<&Metadata>) -> &'b mut tempfile::Builder<'a, 'c> {
    use std::os::unix::fs::PermissionsExt;
    if like.is_none() { builder.permissions(std::fs::Permissions::from_mode(0o666)) } else { builder }
}

#[cfg(not(unix))]
fn as_new<'b, 'a, 'c>(builder: &'b mut tempfile::Builder<'a, 'c>, _: Option<&Metadata>) -> &'b mut tempfile::Builder<'a, 'c> {
    builder
}

/// Gives the new file the mode and the owner of the old one.
fn dress(file: &File, like: &Metadata) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        // only the administrator may give a file away; for anyone else the file becomes theirs, as with any editor
        let _ = fchown(file, Some(like.uid()), Some(like.gid()));
    }
    file.set_permissions(like.permissions())
}

#[cfg(unix)]
fn names(of: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(of)
}

#[cfg(not(unix))]
fn names(_: &Metadata) -> u64 {
    1
}

/// An error of the system in the words of a person.
fn cannot_write(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "permission to write here was refused, so nothing was changed".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full, so nothing was changed".to_owned(),
        ErrorKind::AlreadyExists => "this file has come to be there in the meantime, so it was left alone; run again".to_owned(),
        ErrorKind::NotFound => "there is no such folder, so nothing was written; check the spelling".to_owned(),
        _ => format!("this cannot be written, so nothing was changed: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(name: &str, bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        (folder, path)
    }

    fn left(folder: &Path) -> usize {
        std::fs::read_dir(folder).expect("a folder").count()
    }

    #[test]
    fn a_file_that_changed_since_it_was_read_is_left_alone() {
        let (folder, path) = folder_with("a.md", b"somebody else's words");
        let told = replace(&path, b"old", b"new").expect_err("refused");
        assert!(told.contains("changed by someone else"), "{told}");
        assert_eq!(std::fs::read(&path).expect("there"), b"somebody else's words");
        assert_eq!(left(folder.path()), 1, "nothing else is left behind");
    }

    #[test]
    fn a_new_file_never_takes_the_place_of_another() {
        let (folder, path) = folder_with("a.md", b"there");
        assert!(create(&path, b"new").is_err());
        assert_eq!(std::fs::read(&path).expect("there"), b"there");
        create(&folder.path().join("b.md"), b"new").expect("made");
        assert_eq!((std::fs::read(folder.path().join("b.md")).expect("there"), left(folder.path())), (b"new".to_vec(), 2));
        assert!(create(&folder.path().join("gone/c.md"), b"new").expect_err("refused").contains("no such folder"));
    }

    #[cfg(unix)]
    #[test]
    fn mode_and_links_are_kept() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, path) = folder_with("a.md", b"old");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o751)).expect("set");
        let link = folder.path().join("link.md");
        std::os::unix::fs::symlink("a.md", &link).expect("made");
        replace(&link, b"old", b"new").expect("written");
        assert!(link.symlink_metadata().expect("there").is_symlink());
        assert_eq!(std::fs::read(&path).expect("there"), b"new");
        assert_eq!(path.metadata().expect("there").permissions().mode() & 0o777, 0o751);
        std::fs::hard_link(&path, folder.path().join("twin.md")).expect("made");
        assert!(replace(&path, b"new", b"newer").expect_err("refused").contains("second name"));
        std::fs::remove_file(folder.path().join("twin.md")).expect("gone");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).expect("set");
        assert_eq!(replace(&path, b"new", b"newer"), Err("this file is read-only, so it was not changed".to_owned()));
        assert_eq!(std::fs::read(&path).expect("there"), b"new");
    }
}
