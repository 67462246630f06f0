//! `plainly watch` as a process: it checks, checks again what is saved, and ends on Ctrl-C.
#![cfg(unix)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// A running watcher, and the lines that it prints.
struct Watcher {
    child: Child,
    lines: Receiver<String>,
}

impl Watcher {
    fn new(folder: &Path, args: &[&str]) -> Watcher {
        let mut child = Command::new(env!("CARGO_BIN_EXE_plainly"))
            .args(["watch", "--format", "concise"])
            .args(args)
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let (tell, lines) = channel();
        let (out, err) = (child.stdout.take().expect("a pipe"), child.stderr.take().expect("a pipe"));
        for pipe in [Box::new(out) as Box<dyn std::io::Read + Send>, Box::new(err)] {
            let tell = tell.clone();
            std::thread::spawn(move || BufReader::new(pipe).lines().map_while(Result::ok).for_each(|line| drop(tell.send(line))));
        }
        Watcher { child, lines }
    }

    /// Waits for a line that begins so, for each of these, in any order: two pipes do not keep one.
    fn wants(&self, starts: &[&str]) {
        let end = Instant::now() + Duration::from_secs(60);
        let (mut seen, mut wanted) = (Vec::new(), starts.to_vec());
        while !wanted.is_empty() {
            let Ok(line) = self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) else {
                panic!("nothing began with {wanted:?}: {seen:?}");
            };
            wanted.retain(|start| !line.starts_with(start));
            seen.push(line);
        }
    }

    /// What it prints in a while.
    fn silence(&self) -> Vec<String> {
        let first = self.lines.recv_timeout(Duration::from_millis(700));
        first.into_iter().chain(self.lines.try_iter()).collect()
    }

    fn interrupt(mut self) -> Option<i32> {
        let sent = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().expect("it runs");
        assert!(sent.success());
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // a failed test leaves nothing running; after `interrupt` it has ended already
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_is_saved_is_checked_again() {
    let here = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(here.path().join(name), text).expect("written");
    std::fs::create_dir(here.path().join("pages")).expect("made");
    write("pages/a.md", "Tea for the elderly is free.\n");
    write("b.md", "Milk for the homeless is free.\n");
    write("plainly.toml", "");
    let watcher = Watcher::new(here.path(), &[]);
    watcher.wants(&["pages/a.md:1:9: warning[deficit/group-label] `the elderly`", "b.md:1:10: warning", "plainly: watching; Ctrl-C ends it"]);
    assert_eq!(watcher.silence(), Vec::<String>::new(), "reading a document is no change to it");
    write("pages/a.md", "Tea is free.\n\nCake for the disabled is free.\n");
    watcher.wants(&["pages/a.md:3:10: error[deficit/group-label] `the disabled`"]);
    assert_eq!(watcher.silence(), Vec::<String>::new(), "b.md has not changed");
    write("pages/new.md", "Cake for the disabled is free.\n");
    watcher.wants(&["pages/new.md:1:10: "]);
    write("notes.txt", "Cake for the disabled is free.\n");
    assert_eq!(watcher.silence(), Vec::<String>::new(), "this is no document");
    write("plainly.toml", "[rules]\n\"deficit/group-label\" = \"error\"\n");
    watcher.wants(&["b.md:1:10: error[deficit/group-label] `the homeless`"]);
    write("plainly.toml", "[rules\n");
    watcher.wants(&["plainly: plainly.toml:1: this is not valid TOML"]);
    write("plainly.toml", "");
    watcher.wants(&["b.md:1:10: warning[deficit/group-label] `the homeless`"]);
    assert_eq!(watcher.interrupt(), Some(0));
}

#[test]
fn a_single_file_is_watched_with_the_settings_above_it() {
    let here = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(here.path().join(name), text).expect("written");
    std::fs::create_dir(here.path().join("pages")).expect("made");
    write("pages/a.md", "Tea for the elderly is free.\n");
    write("pages/b.md", "Tea for the elderly is free.\n");
    write("plainly.toml", "");
    let watcher = Watcher::new(here.path(), &["pages/a.md"]);
    watcher.wants(&["plainly: watching", "pages/a.md:1:9: "]);
    write("pages/b.md", "Tea for the homeless is free.\n");
    assert!(watcher.silence().iter().all(|line| line.starts_with("pages/a.md:")), "only what was asked for");
    // as many editors save: a new file takes the place of the old one
    write("pages/a.md.new", "Tea for the disabled is free.\n");
    std::fs::rename(here.path().join("pages/a.md.new"), here.path().join("pages/a.md")).expect("renamed");
    watcher.wants(&["pages/a.md:1:9: error[deficit/group-label] `the disabled`"]);
    write("plainly.toml", "[rules]\n\"deficit/group-label\" = \"note\"\n");
    watcher.wants(&["pages/a.md:1:9: note[deficit/group-label]"]);
    assert_eq!(watcher.interrupt(), Some(0));
}

#[test]
fn what_the_settings_extend_is_watched_and_what_they_exclude_is_not_checked() {
    let here = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(here.path().join(name), text).expect("written");
    std::fs::create_dir_all(here.path().join("team/pages")).expect("made");
    std::fs::create_dir(here.path().join("team/.git")).expect("made");
    std::fs::create_dir(here.path().join("all")).expect("made");
    write("all/base.toml", "exclude = [\"old.md\"]\n");
    write("team/plainly.toml", "extends = [\"../all/base.toml\"]\nexclude = [\"pages/old.md\"]\n");
    write("team/pages/a.md", "Tea for the elderly is free.\n");
    write("team/pages/old.md", "Tea for the elderly is free.\n");
    let watcher = Watcher::new(&here.path().join("team"), &["pages"]);
    watcher.wants(&["plainly: watching", "pages/a.md:1:9: warning"]);
    write("team/pages/old.md", "Tea for the homeless is free.\n");
    assert!(watcher.silence().iter().all(|line| !line.starts_with("pages/")), "it is left out");
    write("all/base.toml", "[rules]\n\"deficit/group-label\" = \"error\"\n");
    watcher.wants(&["pages/a.md:1:9: error[deficit/group-label]"]);
    assert_eq!(watcher.interrupt(), Some(0));
}

#[test]
fn what_is_not_there_cannot_be_watched() {
    let run = Command::new(env!("CARGO_BIN_EXE_plainly")).args(["watch", "gone"]).output().expect("it runs");
    assert_eq!(run.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&run.stderr), "plainly: gone: there is no such file or folder; check the spelling\n");
}
