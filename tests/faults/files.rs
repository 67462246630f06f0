//! B: files and folders.
#![cfg(unix)]

use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;

/// Runs as nobody in particular, so that permissions count. `None` where there is no way to.
fn as_nobody(folder: &Path, args: &[&str]) -> Option<Output> {
    // the binary may lie where nobody may look
    let copy = folder.join("plainly-under-test");
    std::fs::copy(env!("CARGO_BIN_EXE_plainly"), &copy).expect("copied");
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]).arg(&copy).args(args);
    let run = command.current_dir(folder).stdin(Stdio::null()).output().ok();
    std::fs::remove_file(copy).expect("gone");
    run.filter(|run| run.status.code() != Some(127) && !err(run).contains("setpriv"))
}

#[test]
fn b1_links_are_followed_only_where_they_are_named() {
    let outside = folder(&[("far.md", BAD)]);
    let here = folder(&[("in/a.md", BAD)]);
    let link = |to: &Path, name: &str| symlink(to, here.path().join("in").join(name)).expect("made");
    link(Path::new(".."), "loop");
    link(Path::new("loop.md"), "loop.md");
    link(Path::new("nowhere.md"), "dangling.md");
    link(outside.path(), "outside");
    link(&outside.path().join("far.md"), "far.md");
    link(Path::new("/dev/zero"), "zero.md");
    let mut command = program(here.path());
    command.args(["check", "--format", "concise"]);
    let run = within(Duration::from_secs(20), command);
    assert_eq!((run.status.code(), out(&run), err(&run)), (Some(1), format!("in/a.md:{TOLD}"), String::new()));
    assert_eq!(check(here.path(), &["in/far.md"]).1, format!("in/far.md:{TOLD}"));
    let (code, said, troubles) = check(here.path(), &["in/zero.md", "in/dangling.md", "in/loop.md"]);
    assert_eq!((code, said.as_str()), (Some(2), ""));
    assert!(troubles.contains("in/zero.md: this is not a regular file") && troubles.contains("in/dangling.md: there is no such file"), "{troubles}");
    assert!(troubles.contains("in/loop.md: this cannot be read"), "{troubles}");
}

#[test]
fn b2_pipes_sockets_devices_and_folders_never_stop_a_run() {
    let here = folder(&[("a.md", BAD), ("folder.md/b.md", BAD)]);
    assert!(Command::new("mkfifo").arg(here.path().join("pipe.md")).status().expect("it runs").success());
    let _socket = std::os::unix::net::UnixListener::bind(here.path().join("socket.md")).expect("made");
    let mut walk = program(here.path());
    walk.args(["check", "--format", "concise"]);
    let run = within(Duration::from_secs(20), walk);
    assert_eq!((run.status.code(), out(&run)), (Some(1), format!("a.md:{TOLD}folder.md/b.md:{TOLD}")));
    let mut named = program(here.path());
    named.args(["check", "pipe.md", "socket.md", "/dev/zero", "/dev/null"]);
    let run = within(Duration::from_secs(20), named);
    assert_eq!(run.status.code(), Some(2));
    assert_eq!(err(&run).matches("this is not a regular file, so it is not checked").count(), 4, "{}", err(&run));
    let mut tree = program(here.path());
    tree.args(["check", "/proc/self/status", "/proc/self/mem"]);
    assert_ne!(within(Duration::from_secs(20), tree).status.code(), None, "whatever it says of them, it ends");
}

#[test]
fn b3_what_may_not_be_read_is_told_and_the_rest_is_checked() {
    use std::os::unix::fs::PermissionsExt;
    let here = folder(&[("a.md", BAD), ("shut.md", BAD), ("shut/in.md", BAD)]);
    let mode = |name: &str, mode| std::fs::set_permissions(here.path().join(name), std::fs::Permissions::from_mode(mode)).expect("set");
    mode("", 0o755);
    mode("shut.md", 0o000);
    mode("shut", 0o000);
    let run = as_nobody(here.path(), &["check", "--format", "concise"]);
    mode("shut", 0o755);
    // without the right to become nobody there is nothing to try: `cli::a_folder_without_permission_is_told_and_the_rest_is_checked` is left
    let Some(run) = run else { return };
    assert_eq!((run.status.code(), out(&run)), (Some(2), format!("a.md:{TOLD}")));
    let refused = "permission to read this was refused; ask its owner, or leave it out";
    assert_eq!(err(&run), format!("plainly: shut: {refused}\nplainly: shut.md: {refused}\n"));
}

#[test]
fn b4_a_document_that_changes_while_it_is_read_is_told_of_as_it_was_or_not_at_all() {
    let here = folder(&[("a.md", BAD)]);
    let path = here.path().join("a.md");
    let (long, short) = (BAD.repeat(40_000), BAD);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        // also when an assertion fails: a scope waits for its threads
        let _stop = Stop(&done);
        scope.spawn(|| {
            let mut turn = 0;
            while !done.load(Ordering::Relaxed) {
                turn += 1;
                // grown, cut short in place, swapped for another, gone
                let _ = match turn % 4 {
                    0 => std::fs::write(&path, &long),
                    1 => std::fs::File::options().write(true).open(&path).and_then(|file| file.set_len(BAD.len() as u64)),
                    2 => std::fs::write(here.path().join("b.txt"), short).and_then(|()| std::fs::rename(here.path().join("b.txt"), &path)),
                    _ => std::fs::remove_file(&path),
                };
            }
        });
        for _ in 0..60 {
            let mut command = program(here.path());
            command.args(["check", "--format", "concise", "--rule", "deficit/group-label", "a.md"]);
            let run = within(Duration::from_secs(60), command);
            let (code, troubles) = (run.status.code(), err(&run));
            let gone = code == Some(2) && troubles.contains("there is no such file or folder");
            // the system may hand over zeros for a page that is cut off while it is read
            let zeros = code == Some(2) && troubles.contains("this is not a text file (a NUL byte at byte ");
            // cut short in the middle of what was read, or not yet written: fewer of the same sentences, and nothing else
            let told = matches!(code, Some(0 | 1)) && out(&run).lines().all(|line| line.starts_with("a.md:1:14: warning[deficit/group-label]"));
            assert!(gone || zeros || told, "{code:?}: {troubles}{}", &out(&run)[..out(&run).len().min(300)]);
        }
    });
}

/// Tells another thread to stop once it goes out of scope.
struct Stop<'d>(&'d AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn b5_odd_names_are_shown_safely_in_every_format() {
    let long = "l".repeat(252) + ".md";
    let mut names: Vec<std::ffi::OsString> =
        ["a\nb.md", "\u{1b}[31m.md", "q\"'`.md", "100%25.md", "#1.md", " space .md", "-rf.md", "--fix.md", &long, "é😀.md", "a\\b.md", "<b>&.md"]
            .map(Into::into)
            .into();
    names.push(std::ffi::OsStr::from_bytes(b"\xFFlatin\xE9.md").to_owned());
    let here = folder(&names.iter().map(|name| (name, BAD)).collect::<Vec<_>>());
    for format in common::formats() {
        let run = plainly(here.path(), &["check", "--format", format.as_str()]);
        assert_eq!((run.status.code(), err(&run)), (Some(1), String::new()), "{format}");
        let shown = out(&run);
        assert_eq!(shown.matches("people sound like one group").count().max(names.len()), shown.matches("people sound like one group").count());
        assert!(!shown.contains('\u{1b}'), "{format}: {shown}");
    }
    for name in &names {
        let run = plainly(here.path(), &["check".as_ref(), "--format".as_ref(), "concise".as_ref(), "--".as_ref(), name.as_os_str()]);
        assert_eq!((run.status.code(), out(&run).lines().count()), (Some(1), 1), "{name:?}: {}", err(&run));
    }
    assert_eq!(read(here.path(), "--fix.md"), BAD, "a name is no option");
}

#[test]
fn b6_deep_folders_many_files_and_long_ignore_files_are_walked_in_bounded_memory() {
    let here = tempfile::tempdir().expect("a folder");
    // nearly as long as a path may be
    let room = 4_000 - here.path().as_os_str().len();
    let deep = "d/".repeat(room / 2) + "a.md";
    std::fs::create_dir_all(here.path().join(&deep).parent().expect("a parent")).expect("made");
    std::fs::write(here.path().join(&deep), BAD).expect("written");
    std::fs::write(here.path().join(".gitignore"), (0..3_000).map(|i| format!("/left/out-{i}-*.md\n")).collect::<String>()).expect("written");
    std::fs::create_dir(here.path().join("many")).expect("made");
    for i in 0..1_000 {
        std::fs::write(here.path().join(format!("many/{i}.md")), BAD).expect("written");
    }
    let run = shell(here.path(), "ulimit -v 700000; exec \"$P\" check --format jsonl --max-shown 0");
    assert_eq!((run.status.code(), err(&run)), (Some(1), String::new()));
    assert_eq!(out(&run).lines().filter(|line| line.contains("group-label")).count(), 1_001);
    assert!(out(&run).contains(&deep), "the deepest too");
}

#[test]
fn b7_a_document_that_is_named_twice_is_told_once() {
    let here = folder(&[("docs/a.md", BAD)]);
    symlink("docs", here.path().join("link")).expect("made");
    let whole = here.path().join("docs/a.md");
    let whole = whole.to_str().expect("UTF-8");
    for twice in
        [["docs/a.md", "./docs/a.md"], ["docs", "docs/a.md"], ["docs/../docs/a.md", "docs/a.md"], ["docs/a.md", whole], ["link/a.md", "docs"]]
    {
        let (_, said, _) = check(here.path(), &twice);
        assert_eq!(said.lines().count(), 1, "{twice:?}: {said}");
    }
}

#[test]
fn b8_paths_of_windows_have_our_slashes_in_reports() {
    let name = |path: &str| plainly::input::files::name_of(Path::new(path));
    assert_eq!([name(r".\docs\a.md"), name(r"C:\docs\a.md"), name(r"\\server\share\a.md")], ["docs/a.md", "C:/docs/a.md", "//server/share/a.md"]);
    let here = folder(&[("plainly.toml", "fail-on = 'note'\r\nexclude = ['out/']\r\n"), ("out/a.md", BAD), ("a.md", BAD)]);
    assert_eq!(check(here.path(), &[]).1, format!("a.md:{TOLD}"), "settings with the line ends of Windows");
}

#[test]
fn b9_settings_above_the_repository_are_not_read() {
    let here = folder(&[("plainly.toml", "[rules]\ndeficit = 'off'\n"), ("repository/.git/HEAD", ""), ("repository/a.md", BAD)]);
    assert_eq!(check(&here.path().join("repository"), &[]).1, format!("a.md:{TOLD}"));
    assert_eq!(check(here.path(), &["repository/a.md"]).1, format!("repository/a.md:{TOLD}"));
}
