//! F: `--fix` and whatever may go wrong while it writes.
#![cfg(unix)]

use super::*;

const TEXT: &str = "We utilise it in order to commence it.\n";
const FIXED: &str = "We use it to commence it.\n";

/// Numbers that look as if drawn at random: the same ones in every run.
fn drawn(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

/// `PLAINLY_KILLS=1000 cargo test --test faults f1 -- --nocapture` is the whole trial.
#[test]
fn f1_a_run_that_is_killed_at_any_moment_leaves_every_file_whole() {
    const FILES: usize = 200;
    let kills: u64 = std::env::var("PLAINLY_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let (text, fixed) = (TEXT.repeat(40), FIXED.repeat(40));
    let here = tempfile::tempdir().expect("a folder");
    let write = |i: usize| std::fs::write(here.path().join(format!("{i}.md")), &text).expect("written");
    (0..FILES).for_each(write);
    let run = || program(here.path()).args(["check", "--fix", "--exit-zero"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
    let started = Instant::now();
    run().wait().expect("it ends");
    let (whole, mut seed, mut old, mut new, mut half_way) = (started.elapsed(), 11, 0, 0, 0);
    for _ in 0..kills {
        (0..FILES).for_each(write);
        let mut child = run();
        std::thread::sleep(whole.mul_f64(drawn(&mut seed) as f64 % 1_000.0 / 1_000.0));
        child.kill().expect("SIGKILL");
        child.wait().expect("it ends");
        let mut changed = 0;
        for entry in std::fs::read_dir(here.path()).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if name.starts_with(".plainly-") && name.ends_with(".tmp") {
                // nobody was left to take it away; it is hidden, and no document
                std::fs::remove_file(path).expect("gone");
                continue;
            }
            let now = std::fs::read_to_string(&path).expect("there");
            assert!(now == text || now == fixed, "{name} is torn: {} bytes", now.len());
            changed += usize::from(now == fixed);
        }
        (old, new) = (old + FILES - changed, new + changed);
        half_way += usize::from(changed > 0 && changed < FILES);
    }
    println!("{kills} kills, {half_way} of them half way through; {old} files as before and {new} fixed, none torn");
    assert!(half_way > 0, "the kills fell while files were being written");
}

#[test]
fn f2_a_full_disk_leaves_the_old_file_and_nothing_else() {
    let text = TEXT.repeat(2_000);
    let here = folder(&[("a.md", &text)]);
    let left = |folder: &Path| std::fs::read_dir(folder).expect("a folder").count();
    let run = shell(here.path(), "ulimit -f 8; trap '' XFSZ; exec \"$P\" check --fix");
    assert_eq!((run.status.code(), read(here.path(), "a.md") == text, left(here.path())), (Some(2), true, 1), "{}", err(&run));
    assert!(err(&run).contains("a.md: this cannot be written, so nothing was changed: "), "{}", err(&run));
    // the same where the system ends the program for it
    let run = shell(here.path(), "ulimit -f 8; exec \"$P\" check --fix");
    assert!(read(here.path(), "a.md") == text, "{:?}", run.status);
    // a disk of 128 KiB with room for one copy, where this system lets us make one
    let disk = "mkdir disk && mount -t tmpfs -o size=128k none disk 2> /dev/null || exit 77; cp a.md disk; cd disk; \"$P\" check --fix; \
        code=$?; cmp a.md ../a.md || exit 3; test $(ls -A | wc -l) = 1 || exit 4; exit $code";
    let unshared = format!("unshare -rm sh -c '{}' || exit $?", disk.replace('\'', "'\\''"));
    let run = shell(here.path(), &unshared);
    if matches!(run.status.code(), Some(77 | 1)) {
        return;
    }
    assert_eq!(run.status.code(), Some(2), "{}", err(&run));
    assert!(err(&run).contains("the disk is full, so nothing was changed"), "{}", err(&run));
}

#[test]
fn f3_the_mode_and_the_links_of_a_file_stay() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let here = folder(&[("real.md", TEXT), ("twin.md", TEXT)]);
    let path = |name: &str| here.path().join(name);
    std::fs::set_permissions(path("real.md"), std::fs::Permissions::from_mode(0o640)).expect("set");
    symlink("real.md", path("link.md")).expect("made");
    std::fs::hard_link(path("twin.md"), path("twin.txt")).expect("made");
    let owner = path("real.md").metadata().expect("there").uid();
    assert_eq!(plainly(here.path(), &["check", "--fix", "link.md", "twin.md"]).status.code(), Some(2));
    let now = path("real.md").metadata().expect("there");
    assert_eq!((now.permissions().mode() & 0o777, now.uid(), read(here.path(), "real.md").as_str()), (0o640, owner, FIXED));
    assert!(path("link.md").symlink_metadata().expect("there").is_symlink());
    assert_eq!((read(here.path(), "twin.md").as_str(), read(here.path(), "twin.txt").as_str()), (TEXT, TEXT), "two names for one file: left alone");
}

#[test]
fn f9_nothing_but_the_words_changes() {
    for end in ["\n", "\r\n"] {
        for mark in ["", "\u{FEFF}"] {
            for last in ["", end, "  \t"] {
                let page = |word: &str| {
                    format!(
                        "{mark}---{end}a:\tutilise{end}---{end}{end}*\tWe {word} `utilise`.  {end}\tIt is\u{A0}so.{end}{end}> We utilise it.{end}{end}```{end}utilise{end}```{end}{end}<p>{end}utilise{last}"
                    )
                };
                let here = folder(&[("a.md", page("utilise"))]);
                plainly(here.path(), &["check", "--fix"]);
                assert_eq!(read(here.path(), "a.md"), page("use"), "{end:?} {mark:?} {last:?}");
            }
        }
    }
}
