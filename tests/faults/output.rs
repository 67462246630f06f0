//! D: what comes out, and where to.

use std::io::Read;

use super::*;

/// A folder with more to tell than a pipe holds.
fn much() -> tempfile::TempDir {
    folder(&(0..200).map(|i| (format!("{i}.md"), BAD.repeat(30))).collect::<Vec<_>>())
}

#[test]
fn d4_xml_holds_every_character_that_xml_can_write() {
    let all: Vec<char> = ('\u{1}'..='\u{FFFF}').filter(|c| *c != '/').collect();
    // a name may have 255 bytes
    let names: Vec<String> = all.chunks(80).map(|chunk| chunk.iter().collect::<String>() + ".md").collect();
    let here = folder(&names.iter().map(|name| (name, BAD)).collect::<Vec<_>>());
    for format in ["junit", "checkstyle"] {
        let run = plainly(here.path(), &["check", "--format", format]);
        let text = out(&run);
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut elements = 0;
        loop {
            match reader.read_event().unwrap_or_else(|e| panic!("{format}: {e}")) {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(e) | quick_xml::events::Event::Empty(e) => {
                    elements += e.attributes().map(|a| a.expect("an attribute")).filter(|a| a.value.contains("elderly")).count();
                }
                _ => {}
            }
        }
        assert!(elements >= names.len(), "{format}: {elements} of {}", names.len());
        let forbidden = |c: char| !matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
        assert!(!text.contains(forbidden), "{format}");
    }
}

#[test]
fn d9_each_line_of_a_report_is_one_record_for_every_reader_of_lines() {
    let text = format!("Services for the\u{2028}elderly and the {}\u{85}homeless are\u{2029}free.\r\rUtilise it.\n", "very ".repeat(300_000));
    let here = folder(&[("a\u{2028}b.md", text)]);
    // what Python's `splitlines` takes for the end of a line
    let ends = ['\n', '\u{B}', '\u{C}', '\r', '\u{1C}', '\u{1D}', '\u{1E}', '\u{85}', '\u{2028}', '\u{2029}'];
    for format in ["jsonl", "rdjsonl"] {
        let shown = out(&plainly(here.path(), &["check", "--format", format]));
        assert!(shown.len() < 100_000, "{format}: quotes are cut short");
        for line in shown.trim_end_matches('\n').split(ends) {
            let record: Result<serde_json::Value, _> = serde_json::from_str(line);
            assert!(record.is_ok(), "{format}: {line}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn d10_a_full_disk_under_the_report_is_trouble() {
    let here = much();
    for format in common::formats() {
        let run = shell(here.path(), &format!("exec \"$P\" check --format {format} > /dev/full"));
        assert_eq!(run.status.code(), Some(2), "{format}");
        assert!(err(&run).starts_with("plainly: the report cannot be written: "), "{format}: {}", err(&run));
        assert_eq!(err(&run).lines().count(), 1, "{format}: {}", err(&run));
    }
    for command in ["stats", "acronyms", "rules", "explain deficit/group-label", "config show"] {
        let run = shell(here.path(), &format!("exec \"$P\" {command} > /dev/full"));
        assert_eq!(run.status.code(), Some(2), "{command}: {}", err(&run));
    }
    // nobody to complain to
    let run = shell(here.path(), "exec \"$P\" check gone.md 2> /dev/full");
    assert_eq!(run.status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn d10_closed_and_slow_readers_neither_break_nor_stop_a_run() {
    let here = much();
    for closed in [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"] {
        let run = shell(here.path(), &format!("exec \"$P\" check --format json {closed}"));
        assert!(matches!(run.status.code(), Some(0..=2)), "{closed}: {:?}", run.status);
    }
    for command in ["check", "check --format json", "check --format sarif", "stats", "acronyms", "rules", "check --diff"] {
        let run = shell(here.path(), &format!("{{ \"$P\" {command}; echo \"ended with $?\" >&2; }} | head -c 1 > /dev/null"));
        let troubles = err(&run);
        assert!(!troubles.contains("panicked") && !troubles.contains("fault at") && !troubles.contains("101"), "{command}: {troubles}");
    }
    let mut child = program(here.path()).args(["check", "--format", "json"]).stdout(Stdio::piped()).spawn().expect("it runs");
    let (mut pipe, mut whole, mut some) = (child.stdout.take().expect("a pipe"), Vec::new(), vec![0; 30_000]);
    loop {
        let read = pipe.read(&mut some).expect("read");
        if read == 0 {
            break;
        }
        whole.extend(&some[..read]);
        std::thread::sleep(Duration::from_millis(3));
    }
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&whole).expect("all of it");
    assert_eq!(report["summary"]["files"], 200);
}

#[test]
fn d11_the_same_bytes_whatever_the_order_the_threads_and_the_language() {
    let here = folder(&(0..100).map(|i| (format!("{}/{i}.md", i % 7), BAD.repeat(1 + i % 3))).collect::<Vec<_>>());
    let run = |args: &[&str], language: &str| {
        let mut command = program(here.path());
        command.args(["check", "--format", "json"]).args(args).env("LC_ALL", language).env("LANG", language);
        command.output().expect("it runs").stdout
    };
    let first = run(&["--jobs", "1", "."], "C");
    for _ in 0..5 {
        assert_eq!(first, run(&["--jobs", "2", "."], "tr_TR.UTF-8"));
        assert_eq!(first, run(&["--jobs", "7", "6", "3", "0", "1", "5", "2", "4"], "en_GB.UTF-8"));
    }
    let whole = program(&here.path().join("3")).args(["check", "--format", "json", ".."]).output().expect("it runs").stdout;
    assert_eq!(String::from_utf8(whole).expect("UTF-8").replace("../", ""), String::from_utf8(first).expect("UTF-8"));
}

#[cfg(unix)]
#[test]
fn d12_a_report_that_cannot_be_written_leaves_the_old_one() {
    let here = folder(&[("a.md", BAD), ("old.json", "old"), ("folder/inner.txt", "")]);
    let run = plainly(here.path(), &["check", "--report", "json=folder"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(err(&run).contains("folder: the report cannot be written"), "{}", err(&run));
    let run = plainly(here.path(), &["check", "--report", "json=old.json/inner.json"]);
    assert_eq!((run.status.code(), read(here.path(), "old.json").as_str()), (Some(2), "old"));
    let run = shell(here.path(), "ulimit -f 0; trap '' XFSZ; exec \"$P\" check --report json=old.json");
    assert_eq!((run.status.code(), read(here.path(), "old.json").as_str()), (Some(2), "old"), "{}", err(&run));
    let names: Vec<_> = std::fs::read_dir(here.path()).expect("a folder").map(|e| e.expect("an entry").file_name()).collect();
    assert_eq!(names.len(), 3, "nothing is left behind: {names:?}");
}
