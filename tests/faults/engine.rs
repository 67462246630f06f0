//! E: the program as a process.
#![cfg(unix)]

use std::os::unix::process::ExitStatusExt;

use super::*;

fn many(count: usize, text: &str) -> tempfile::TempDir {
    folder(&(0..count).map(|i| (format!("{i}.md"), text)).collect::<Vec<_>>())
}

#[test]
fn e3_little_memory_is_enough_for_many_documents() {
    let here = many(2_000, &BAD.repeat(50));
    let run = shell(here.path(), "ulimit -v 500000; exec \"$P\" check --format concise");
    assert_eq!((run.status.code(), err(&run)), (Some(1), String::new()));
    assert_eq!(out(&run).lines().filter(|line| line.contains("[deficit/group-label]")).count(), 2_000);
}

#[test]
fn e4_a_run_that_is_interrupted_ends_at_once_and_tears_nothing() {
    let text = "We utilise it in order to commence it.\n".repeat(200);
    let here = many(400, &text);
    // a shell that starts something in the background has it ignore Ctrl-C, and we with it
    let ignored = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = ignored.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok()).unwrap_or(0);
    for signal in ["-INT", "-TERM"].into_iter().skip((ignored >> 1 & 1) as usize) {
        let mut child = program(here.path()).args(["check", "--fix", "--report", "json=report.json"]).stdout(Stdio::null()).spawn().expect("it runs");
        std::thread::sleep(Duration::from_millis(60));
        // it may have ended by then
        let _ = Command::new("kill").args([signal, &child.id().to_string()]).stderr(Stdio::null()).status();
        let sent = Instant::now();
        let ended = child.wait().expect("it ends");
        assert!(sent.elapsed() < Duration::from_secs(5), "{signal}");
        assert!(ended.code().is_some() || matches!(ended.signal(), Some(2 | 15)), "{ended:?}");
        let fixed = "We use it to commence it.\n".repeat(200);
        for i in 0..400 {
            let now = read(here.path(), &format!("{i}.md"));
            assert!(now == text || now == fixed, "{i}.md: {}", &now[..now.len().min(200)]);
        }
        let report = std::fs::read(here.path().join("report.json"));
        assert!(report.map_or(true, |report| serde_json::from_slice::<serde_json::Value>(&report).is_ok()), "whole or not there");
    }
}

#[test]
fn e5_fifty_runs_at_once_on_one_folder_leave_every_file_whole() {
    let text = "We utilise it in order to commence it.\n";
    let here = many(20, text);
    let runs: Vec<_> = (0..50)
        .map(|_| {
            let mut command = program(here.path());
            command.args(["check", "--fix", "--jobs", "1", "--format", "concise", "--report", "json=report.json"]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs")
        })
        .collect();
    for run in runs {
        let run = run.wait_with_output().expect("it ends");
        let troubles = err(&run);
        let meanwhile = |line: &str| line.contains("was changed by someone else in the meantime") || line.contains("fixed ");
        assert!(matches!(run.status.code(), Some(0 | 2)), "{:?}: {troubles}", run.status);
        assert!(troubles.lines().all(meanwhile), "{troubles}");
    }
    for i in 0..20 {
        assert_eq!(read(here.path(), &format!("{i}.md")), "We use it to commence it.\n");
    }
    let report: serde_json::Value = serde_json::from_str(&read(here.path(), "report.json")).expect("one whole report");
    assert_eq!(report["summary"]["files"], 20);
    assert_eq!(std::fs::read_dir(here.path()).expect("a folder").count(), 21, "nothing is left behind");
}

#[test]
fn e8_no_home_no_terminal_and_few_open_files_are_enough() {
    let here = folder(&[("a.md", BAD), ("b/c.md", BAD)]);
    let told = format!("a.md:{TOLD}b/c.md:{TOLD}");
    let check = "\"$P\" check --format concise";
    for before in [
        "env -i",
        "env -u HOME -u PATH",
        "env TERM=unheard-of COLUMNS=0 LINES=0",
        "env TERM=dumb COLUMNS=1",
        "env LC_ALL=xx_YY.ISO-8859-1 LANG=tlh",
        "env HOME=/nowhere XDG_CONFIG_HOME=/nowhere TMPDIR=/nowhere",
        "env RAYON_NUM_THREADS=0",
        "env RAYON_NUM_THREADS=lots NO_COLOR=",
        "ulimit -n 8; exec env",
        "ulimit -s 256; exec env",
    ] {
        let run = shell(here.path(), &format!("{before} {check}"));
        assert_eq!((run.status.code(), out(&run), err(&run)), (Some(1), told.clone(), String::new()), "{before}");
    }
}
