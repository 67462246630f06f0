//! The program as people meet it: exit codes, formats, and a clear message for every kind of bad input while the rest is still checked.

mod common;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use common::{err, out, root};

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    common::folder(files)
}

fn plainly(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plainly")).args(args).current_dir(folder).stdin(Stdio::null()).output().expect("it runs")
}

fn with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_plainly"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    // a program that refuses its arguments ends before it reads
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("it ends")
}

const BAD: &[u8] = b"Services for the elderly are free.\n";
const GOOD: &[u8] = b"Services for older people are free.\n";

#[test]
fn exit_codes_are_0_1_and_2_in_every_format() {
    let here = folder(&[("bad.md", BAD), ("good.md", GOOD)]);
    for format in ["full", "concise", "json"] {
        let code = |args: &[&str]| plainly(here.path(), &[&["check", "--format", format], args].concat()).status.code();
        assert_eq!(code(&["good.md"]), Some(0), "{format}");
        assert_eq!(code(&["bad.md"]), Some(1), "{format}");
        assert_eq!(code(&["bad.md", "gone.md"]), Some(2), "{format}: trouble beats findings");
        assert_eq!(code(&["bad.md", "--fail-on", "error"]), Some(0), "{format}");
        assert_eq!(code(&["bad.md", "--fail-on", "never"]), Some(0), "{format}");
    }
}

#[test]
fn the_concise_line_says_where_and_what() {
    let here = folder(&[("docs/bad.md", BAD)]);
    let told = out(&plainly(here.path(), &["check", "--format", "concise"]));
    assert_eq!(told, "docs/bad.md:1:14: warning[deficit/group-label] `the elderly` makes many different people sound like one group\n");
}

#[test]
fn every_kind_of_bad_file_is_told_and_the_rest_is_checked() {
    let long: Vec<u8> = b"word ".iter().copied().cycle().take(10_000_000).collect();
    let here = folder(&[
        ("bad.md", BAD),
        ("latin1.md", b"caf\xE9 for the elderly\n"),
        ("nul.md", b"a\0b\n"),
        ("utf16.md", b"\xFF\xFEa\0"),
        ("empty.md", b""),
        ("front.md", b"---\ntitle: The elderly\n---\n"),
        ("long.md", &long),
    ]);
    let result = plainly(here.path(), &["check", "--format", "concise"]);
    assert_eq!(result.status.code(), Some(2));
    let told = err(&result);
    assert!(told.contains("latin1.md: line 1 is not UTF-8 text (byte 3); save the file as UTF-8 and run again"), "{told}");
    assert!(told.contains("nul.md: this is not a text file (a NUL byte at byte 1)"), "{told}");
    assert!(told.contains("utf16.md: this is saved as UTF-16"), "{told}");
    assert_eq!(told.lines().count(), 3, "nothing is said of the empty file, the front matter or the long line:\n{told}");
    assert!(out(&result).contains("bad.md:1:14"), "the rest is checked");
    assert!(!out(&result).contains("front.md"), "front matter is not prose");
}

#[test]
fn a_missing_path_an_odd_file_and_a_file_that_is_too_large_are_told() {
    let here = folder(&[("bad.md", BAD)]);
    let large = std::fs::File::create(here.path().join("large.md")).expect("made");
    large.set_len(11 * 1024 * 1024).expect("a sparse file");
    let result = plainly(here.path(), &["check", "gone.md", "large.md", "/dev/null", "bad.md", "--format", "concise"]);
    assert_eq!(result.status.code(), Some(2));
    let told = err(&result);
    assert!(told.contains("gone.md: there is no such file or folder; check the spelling"), "{told}");
    assert!(told.contains("large.md: this is larger than 10 MiB"), "{told}");
    assert!(told.contains("/dev/null: this is not a regular file"), "{told}");
    assert!(out(&result).contains("bad.md:1:14"));
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_told_and_the_rest_is_checked() {
    use std::os::unix::fs::PermissionsExt;
    let here = folder(&[("bad.md", BAD), ("shut/in.md", BAD)]);
    let shut = here.path().join("shut");
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o000)).expect("set");
    let open_to_us = std::fs::read_dir(&shut).is_ok();
    let result = plainly(here.path(), &["check", "--format", "concise"]);
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o755)).expect("set back");
    assert!(out(&result).contains("bad.md:1:14"));
    // the administrator may read everything, so there is nothing to be told
    if !open_to_us {
        assert_eq!(result.status.code(), Some(2));
        assert!(err(&result).contains("shut: permission to read this was refused"), "{}", err(&result));
    }
}

#[test]
fn a_broken_configuration_is_told_with_file_and_line_and_other_folders_are_checked() {
    let here = folder(&[("a/plainly.toml", b"\nfailon = 'error'\n"), ("a/bad.md", BAD), ("b/bad.md", BAD)]);
    let result = plainly(here.path(), &["check", "--format", "concise"]);
    assert_eq!(result.status.code(), Some(2));
    let told = err(&result);
    assert!(told.contains("a/plainly.toml:2: the key `failon` is not known here (did you mean `fail-on`?)"), "{told}");
    assert!(told.contains("1 document under a/plainly.toml was not checked"), "{told}");
    assert!(out(&result).contains("b/bad.md:1:14") && !out(&result).contains("a/bad.md"));
}

#[test]
fn the_configuration_of_a_folder_holds_for_its_documents() {
    let here = folder(&[
        ("plainly.toml", b"fail-on = 'error'\n[rules]\n'deficit/group-label' = 'note'\n"),
        ("bad.md", BAD),
        ("deep/plainly.toml", b"[rules]\n'deficit/group-label' = 'off'\n"),
        ("deep/bad.md", BAD),
    ]);
    let result = plainly(here.path(), &["check", "--format", "concise"]);
    assert_eq!(out(&result).lines().count(), 1);
    assert!(out(&result).starts_with("bad.md:1:14: note["), "{}", out(&result));
    assert_eq!(result.status.code(), Some(0));
    let inner = plainly(&here.path().join("deep"), &["check", "../bad.md", "--format", "concise"]);
    assert!(out(&inner).contains("note["), "the configuration is the document's, not that of the folder one stands in: {}", out(&inner));
    assert!(out(&plainly(here.path(), &["check", "--isolated", "--format", "concise"])).contains("deep/bad.md:1:14: warning["));
}

#[test]
fn ignored_and_hidden_files_are_left_out_unless_named() {
    let here = folder(&[(".gitignore", b"drafts/\n"), ("drafts/bad.md", BAD), (".hidden/bad.md", BAD), ("notes.txt", BAD), ("good.md", GOOD)]);
    assert_eq!(out(&plainly(here.path(), &["check", "--format", "concise"])), "");
    assert!(out(&plainly(here.path(), &["check", "drafts/bad.md", "--format", "concise"])).contains("drafts/bad.md:1:14"));
}

#[test]
fn a_folder_with_nothing_to_check_says_so() {
    let here = folder(&[("notes.txt", BAD)]);
    let result = plainly(here.path(), &["check"]);
    assert_eq!((result.status.code(), out(&result)), (Some(0), String::new()));
    assert_eq!(err(&result), "plainly: there is no Markdown document here (1 other file was passed over)\n");
}

#[test]
fn unknown_rules_and_families_are_refused_with_the_nearest() {
    let here = folder(&[("good.md", GOOD)]);
    let result = plainly(here.path(), &["check", "--rule", "deficit/group-lable"]);
    assert_eq!(result.status.code(), Some(2));
    assert!(err(&result).contains("there is no rule `deficit/group-lable` (did you mean `deficit/group-label`?)"), "{}", err(&result));
    assert!(err(&plainly(here.path(), &["check", "--family", "deficits"])).contains("(did you mean `deficit`?)"));
    assert!(err(&plainly(here.path(), &["explain", "sentences/hart"])).contains("(did you mean `sentences/hard`?)"));
}

#[test]
fn selecting_rules_and_families_leaves_the_others_out() {
    let here = folder(&[("a.md", b"We will utilise services for the elderly.\n")]);
    let told = |args: &[&str]| out(&plainly(here.path(), &[&["check", "--format", "concise"], args].concat()));
    assert!(told(&["--rule", "deficit/group-label"]).lines().all(|l| l.contains("group-label")));
    assert!(told(&["--family", "jargon"]).lines().all(|l| l.contains("jargon/")));
    assert_eq!(told(&[]).lines().count(), 2);
}

#[test]
fn standard_input_is_a_document() {
    let result = with_input(&["check", "-", "--format", "concise"], BAD);
    assert!(out(&result).starts_with("<stdin>:1:14: warning[deficit/group-label]"), "{}", out(&result));
    assert_eq!(result.status.code(), Some(1));
}

#[test]
fn a_file_called_like_standard_input_is_a_file() {
    let here = folder(&[("-", BAD)]);
    let result = plainly(here.path(), &["check", "./-", "--format", "concise"]);
    assert_eq!(out(&result), "-:1:14: warning[deficit/group-label] `the elderly` makes many different people sound like one group\n");
}

#[test]
fn the_json_report_has_its_shape_and_true_positions() {
    let text = "\u{FEFF}# Title\r\n\r\n😀 Services for the *elderly* are free.\r\n";
    let here = folder(&[("a.md", text.as_bytes()), ("latin1.md", b"\xE9")]);
    let result = plainly(here.path(), &["check", "--format", "json", "--rule", "deficit/group-label"]);
    let json: serde_json::Value = serde_json::from_str(&out(&result)).expect("one JSON object");
    assert_eq!(json["schema_version"], 1);
    assert_eq!(json["tool"], "plainly");
    let finding = &json["files"][0]["findings"][0];
    assert_eq!(finding["rule"]["id"], "deficit/group-label");
    assert_eq!(finding["level"], "warning");
    let (start, end) =
        (finding["span"]["byte_start"].as_u64().expect("a number") as usize, finding["span"]["byte_end"].as_u64().expect("a number") as usize);
    assert_eq!(&text[start..end], "the *elderly");
    assert_eq!(finding["quote"], "the *elderly");
    assert_eq!(finding["start"], serde_json::json!({"line": 3, "col_utf8": 19, "col_utf16": 17, "col_char": 16}));
    assert_eq!(finding["fingerprint"].as_str().expect("text").len(), 16);
    assert_eq!(json["errors"][0]["path"], "latin1.md");
    assert_eq!(json["summary"]["findings"], 1);
}

#[test]
fn the_same_bytes_come_out_with_one_thread_and_with_two() {
    let documents = root().join("fixtures");
    for format in ["full", "concise", "json"] {
        let run = |jobs: &str| {
            let text = out(&plainly(&documents, &["check", "--isolated", "--format", format, "--jobs", jobs]));
            // the time taken is the only thing that may differ
            text.lines().filter(|l| !l.ends_with(" s).") && !l.ends_with(" ms).")).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(run("1"), run("2"), "{format}");
        assert_eq!(run("2"), run("2"), "{format}");
    }
}

#[test]
fn nothing_in_a_document_or_a_name_reaches_the_terminal_alive() {
    let here =
        folder(&[("a\x1b[31m\u{202E}.md", "Services for the elderly \x1b]0;x\x07 and\u{202E} the\tdisabled\x7F are \u{9B}free.\n".as_bytes())]);
    for format in ["full", "concise"] {
        let told = out(&plainly(here.path(), &["check", "--format", format, "--color", "never"]));
        assert!(told.contains("the elderly"), "{told}");
        let alive: Vec<char> =
            told.chars().filter(|c| (*c < ' ' && *c != '\n') || ('\u{7F}'..='\u{9F}').contains(c) || ('\u{202A}'..='\u{202E}').contains(c)).collect();
        assert!(alive.is_empty(), "{format}: {alive:?}");
    }
}

#[test]
fn colours_only_when_asked_for_or_on_a_terminal() {
    let here = folder(&[("bad.md", BAD)]);
    assert!(!out(&plainly(here.path(), &["check"])).contains('\x1b'));
    assert!(out(&plainly(here.path(), &["check", "--color", "always"])).contains('\x1b'));
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let many: Vec<(String, Vec<u8>)> = (0..400).map(|i| (format!("{i}.md"), BAD.repeat(20))).collect();
    let here = folder(&many.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect::<Vec<_>>());
    let mut child = Command::new(env!("CARGO_BIN_EXE_plainly"))
        .args(["check", "--format", "json"])
        .current_dir(here.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let result = child.wait_with_output().expect("it ends");
    assert_eq!(err(&result), "");
    assert_ne!(result.status.code(), Some(101), "no panic");
}

#[test]
fn long_reports_say_what_they_leave_out() {
    let text: String =
        (0..30).map(|i| format!("Services for the elderly in ward {i}.\n\nWe will utilise {i} rooms and commence {i} plans.\n\n")).collect();
    let here = folder(&[("a.md", text.as_bytes()), ("b.md", text.as_bytes())]);
    let told = out(&plainly(here.path(), &["check", "--max-shown", "2"]));
    assert!(told.contains("Shown: "), "{told}");
    assert!(!out(&plainly(here.path(), &["check", "--max-shown", "0"])).contains("Shown: "));
}

#[test]
fn stream_answers_every_line_in_order_and_goes_on_after_a_bad_one() {
    let input = concat!(
        "{\"id\": \"a\", \"text\": \"Services for the elderly are free.\", \"format\": \"markdown\"}\n",
        "not json\n",
        "{\"id\": \"c\"}\n",
        "{\"id\": 4, \"text\": \"Ask the MDT.\\u2028Now.\", \"format\": \"text\"}\n",
        "{\"id\": 5, \"text\": \"A \\u0000 tea for the elderly.\"}\n"
    );
    let result = with_input(&["stream", "--facts", "sentences,acronyms,involvement,words"], input.as_bytes());
    assert_eq!(result.status.code(), Some(0));
    let lines: Vec<serde_json::Value> = out(&result).lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(lines.iter().map(|l| l["ok"].as_bool().expect("true or false")).collect::<Vec<_>>(), [true, false, false, true, true]);
    assert_eq!((&lines[4]["findings"][0]["start"], &lines[4]["findings"][0]["end"]), (&12.into(), &23.into()), "no byte moves");
    assert_eq!(lines[0]["id"], "a");
    assert_eq!(lines[0]["findings"][0]["rule"], "deficit/group-label");
    assert_eq!((&lines[0]["findings"][0]["start"], &lines[0]["findings"][0]["end"]), (&13.into(), &24.into()));
    assert_eq!(lines[2]["id"], "c", "a record that is JSON keeps its id");
    assert_eq!(lines[3]["id"], 4);
    let facts = &lines[3]["facts"];
    assert_eq!(facts["acronyms"][0]["short"], "MDT");
    assert_eq!(facts["acronyms"][0]["defined"], false);
    assert!(facts["sentences"].as_array().is_some_and(|s| !s.is_empty()));
    assert_eq!(facts["words"][0]["syllables"], 1);
    assert_eq!(facts["involvement"]["invites"], "no");
}

#[test]
fn rules_and_explain_say_what_there_is() {
    let here = folder(&[]);
    let rules = out(&plainly(here.path(), &["rules"]));
    for rule in plainly::rules::all() {
        assert!(rules.contains(rule.id), "{}", rule.id);
        let told = plainly(here.path(), &["explain", rule.id]);
        assert_eq!(told.status.code(), Some(0));
        assert!(out(&told).contains(rule.why), "{}", rule.id);
    }
}

fn read(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join(name)).expect("there")
}

#[test]
fn fix_writes_plain_swaps_and_nothing_else() {
    let before = concat!(
        "\u{FEFF}---\r\ntitle: Prior to this\r\n---\r\n# Prior to the visit\r\n\r\n",
        "Utilise this form prior to your visit. IN THE EVENT THAT it rains, stay. It is a utilised hub in order\r\nto help.\r\n\r\n",
        "> We utilise quotes.\r\n\r\nHe said “utilise it prior to noon”. See [prior to](a.md), `utilise`, <b>utilise</b>.\r\n\r\n",
        "| utilise | b |\r\n|---|---|\r\n| prior to | d |\r\n\r\n- *Utilise* this, prior **to** that, on a daily basis\r\n\r\n",
        "They utilise it for the elderly. We demonstrated it. It was demonstrated. It can be obtained here.\r\n"
    );
    let after = concat!(
        "\u{FEFF}---\r\ntitle: Prior to this\r\n---\r\n# Prior to the visit\r\n\r\n",
        "Use this form before your visit. IF it rains, stay. It is a used hub to\r\nhelp.\r\n\r\n",
        "> We utilise quotes.\r\n\r\nHe said “utilise it prior to noon”. See [prior to](a.md), `utilise`, <b>utilise</b>.\r\n\r\n",
        "| utilise | b |\r\n|---|---|\r\n| prior to | d |\r\n\r\n- *Use* this, prior **to** that, every day\r\n\r\n",
        "They use it for the elderly. We demonstrated it. It was shown. It can be obtained here.\r\n"
    );
    let here = folder(&[("a.md", before.as_bytes()), ("docs/clean.md", GOOD)]);
    let diff = plainly(here.path(), &["check", "--diff"]);
    assert_eq!(diff.status.code(), Some(1), "something would change");
    assert_eq!(read(here.path(), "a.md"), before.as_bytes(), "a diff writes nothing");
    assert!(out(&diff).starts_with("--- a.md\n+++ a.md\n@@ "), "{}", out(&diff));
    assert!(!out(&diff).contains("\n-> We utilise") && out(&diff).contains("\n+Use this form before your visit."), "{}", out(&diff));
    assert!(err(&diff).starts_with("plainly: would fix 9 wordings in 1 document: a.md 9; "), "{}", err(&diff));

    let fixed = plainly(here.path(), &["check", "--fix", "--fail-on", "error"]);
    assert_eq!(String::from_utf8(read(here.path(), "a.md")).expect("UTF-8"), after);
    assert_eq!(read(here.path(), "docs/clean.md"), GOOD);
    assert!(out(&fixed).contains("fixed 9 wordings in 1 document: a.md 9; "), "{}", out(&fixed));
    assert_eq!((fixed.status.code(), err(&fixed)), (Some(0), String::new()));
    assert_eq!(std::fs::read_dir(here.path()).expect("a folder").count(), 2, "nothing else is left in the folder");

    let again = plainly(here.path(), &["check", "--fix", "--format", "concise"]);
    assert_eq!(err(&again), "plainly: there was nothing that could be fixed without a person\n");
    assert_eq!(String::from_utf8(read(here.path(), "a.md")).expect("UTF-8"), after, "twice is once");
    assert_eq!(again.status.code(), Some(1), "what is left still counts");
    assert_eq!(plainly(here.path(), &["check", "--diff"]).status.code(), Some(0), "nothing would change");
}

#[test]
fn fix_mends_a_and_an() {
    let here =
        folder(&[("a.md", b"An overarching aim. A modification. It is a modification, an overarching *plan*.\n\nWe have *an* overarching aim.\n")]);
    plainly(here.path(), &["check", "--fix"]);
    let now = String::from_utf8(read(here.path(), "a.md")).expect("UTF-8");
    assert_eq!(now, "A main aim. A change. It is a change, a main *plan*.\n\nWe have *a* main aim.\n");
}

#[test]
fn fix_keeps_to_the_rules_that_are_asked_for() {
    let text = b"We utilise an overarching plan.\n";
    let here = folder(&[("a.md", text), ("plainly.toml", b"[rules]\n'jargon/wordy-phrase' = 'off'\n")]);
    plainly(here.path(), &["check", "--fix", "--family", "deficit"]);
    assert_eq!(read(here.path(), "a.md"), text);
    plainly(here.path(), &["check", "--fix"]);
    assert_eq!(read(here.path(), "a.md"), b"We utilise a main plan.\n");
}

#[test]
fn a_name_that_opens_a_sentence_is_left_alone() {
    let named = b"We draw plans with Utilise. Utilise it with care.\n";
    let here = folder(&[("a.md", named), ("b.md", b"Utilise it with care.\n")]);
    plainly(here.path(), &["check", "--fix"]);
    assert_eq!(read(here.path(), "a.md"), named);
    assert_eq!(read(here.path(), "b.md"), b"Use it with care.\n", "no name there");
}

#[test]
fn fixed_standard_input_goes_to_standard_output() {
    let result = with_input(&["check", "--fix", "-", "--format", "concise"], b"We utilise it for the elderly.\n");
    assert_eq!(out(&result), "We use it for the elderly.\n");
    assert!(err(&result).starts_with("<stdin>:1:15: warning[deficit/group-label]"), "{}", err(&result));
    assert_eq!(result.status.code(), Some(1));
    let mixed = with_input(&["check", "--fix", "-", "README.md"], b"text\n");
    assert_eq!(mixed.status.code(), Some(2));
    assert!(err(&mixed).contains("standard input cannot be fixed together with files"), "{}", err(&mixed));
    let diff = with_input(&["check", "--diff", "-"], b"We utilise it.\n");
    assert_eq!(out(&diff), "--- <stdin>\n+++ <stdin>\n@@ -1 +1 @@\n-We utilise it.\n+We use it.\n");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_is_told_and_the_rest_is_fixed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let text = b"We utilise it.\n";
    let here = folder(&[("a.md", text), ("b.md", text), ("twin.md", text), ("kept/real.md", text)]);
    let mode = |name: &str, mode| std::fs::set_permissions(here.path().join(name), std::fs::Permissions::from_mode(mode)).expect("set");
    mode("a.md", 0o444);
    mode("b.md", 0o640);
    std::fs::hard_link(here.path().join("twin.md"), here.path().join("twin.txt")).expect("made");
    symlink("kept/real.md", here.path().join("link.md")).expect("made");
    let result = plainly(here.path(), &["check", "--fix", "a.md", "b.md", "twin.md", "link.md", "--format", "concise"]);
    assert_eq!(result.status.code(), Some(2));
    let told = err(&result);
    assert!(told.contains("plainly: a.md: this file is read-only, so it was not changed\n"), "{told}");
    assert!(told.contains("plainly: twin.md: this file has a second name (a hard link)"), "{told}");
    assert!(told.contains("fixed 2 wordings in 2 documents: b.md 1, link.md 1; 2 findings are left"), "{told}");
    assert!(out(&result).contains("a.md:1:4: note[") && !out(&result).contains("b.md"), "what is left is told: {}", out(&result));
    assert_eq!((read(here.path(), "a.md"), read(here.path(), "twin.md")), (text.to_vec(), text.to_vec()));
    assert_eq!((read(here.path(), "b.md"), read(here.path(), "kept/real.md")), (b"We use it.\n".to_vec(), b"We use it.\n".to_vec()));
    assert!(here.path().join("link.md").symlink_metadata().expect("there").is_symlink(), "the link is still a link");
    assert_eq!(here.path().join("b.md").metadata().expect("there").permissions().mode() & 0o777, 0o640);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let here = folder(&[("shut/a.md", b"We utilise it.\n"), ("b.md", b"We utilise it.\n")]);
    let shut = here.path().join("shut");
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o555)).expect("set");
    let open_to_us = std::fs::write(shut.join("probe"), b"").is_ok();
    let result = plainly(here.path(), &["check", "--fix"]);
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o755)).expect("set back");
    assert_eq!(read(here.path(), "b.md"), b"We use it.\n");
    // the administrator may write everywhere
    if !open_to_us {
        assert_eq!(result.status.code(), Some(2));
        assert!(err(&result).contains("shut/a.md: permission to write here was refused, so nothing was changed"), "{}", err(&result));
        assert_eq!(read(here.path(), "shut/a.md"), b"We utilise it.\n");
    }
}

#[test]
fn the_json_report_offers_the_fixes_and_counts_those_made() {
    let text = "It is an overarching plan. We utilise it and utilise it, `x`.\n";
    let here = folder(&[("a.md", text.as_bytes())]);
    let json: serde_json::Value = serde_json::from_str(&out(&plainly(here.path(), &["check", "--format", "json"]))).expect("JSON");
    let findings = json["files"][0]["findings"].as_array().expect("a list");
    assert_eq!(findings.len(), 2);
    let edits = |f: usize, fix: usize| findings[f]["fixes"][fix]["edits"].clone();
    assert_eq!(edits(0, 0), serde_json::json!([{"byte_start": 6, "byte_end": 8, "text": "a"}, {"byte_start": 9, "byte_end": 20, "text": "main"}]));
    assert_eq!(findings[1]["fixes"].as_array().map(Vec::len), Some(2), "one for each place");
    assert_eq!(edits(1, 1), serde_json::json!([{"byte_start": 45, "byte_end": 52, "text": "use"}]));
    assert_eq!((&findings[1]["fixes"][0]["applicability"], &findings[1]["fixes"][0]["message"]), (&"safe".into(), &"write `use`".into()));
    assert_eq!(json["summary"]["fixed"], 0);
    let json: serde_json::Value = serde_json::from_str(&out(&plainly(here.path(), &["check", "--fix", "--format", "json"]))).expect("JSON");
    assert_eq!((&json["summary"]["fixed"], &json["files"][0]["fixed"], &json["summary"]["findings"]), (&3.into(), &3.into(), &0.into()));
}

#[test]
fn the_full_report_says_what_can_be_fixed() {
    let here = folder(&[("a.md", b"We utilise it for the elderly.\n")]);
    let told = out(&plainly(here.path(), &["check"]));
    assert!(told.contains("help: you could write `use` (`plainly check --fix` can write it)"), "{told}");
    assert!(told.contains("`plainly check --fix` can swap 1 of these wordings for you; `--diff` shows them first."), "{told}");
    assert_eq!(told.matches("can write it").count(), 1, "{told}");
}

/// A folder of two pages: one explains a short form that the other only uses.
fn two_pages() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    write("a.md", "# A\n\nAsk the MDT or the NHS.\n");
    write("b.md", "# B\n\nThe multidisciplinary team (MDT) meets. The MDT is small.\n");
    folder
}

#[test]
fn acronyms_are_listed_for_a_folder_in_every_format() {
    let folder = two_pages();
    let run = |more: &[&str]| {
        let mut all = vec!["acronyms", "."];
        all.extend(more);
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_plainly")).current_dir(folder.path()).args(all).output().expect("runs");
        assert_eq!(out.status.code(), Some(0));
        String::from_utf8(out.stdout).expect("UTF-8")
    };
    let table = run(&[]);
    assert!(table.contains("MDT  explained") && table.contains("multidisciplinary team") && table.contains("b.md:3"), "{table}");
    assert_eq!(
        run(&["--format", "markdown", "--unfamiliar"]),
        "| Short form | What it stands for |\n| --- | --- |\n| MDT | multidisciplinary team |\n"
    );
    let json: serde_json::Value = serde_json::from_str(&run(&["--format", "json"])).expect("JSON");
    assert_eq!(json["acronyms"][0]["meanings"][0]["places"][0]["path"], "b.md");
    assert_eq!(json["acronyms"][1]["state"], "everyday");
    assert_eq!(run(&["--format", "csv"]).lines().nth(1), Some("MDT,explained,2,multidisciplinary team,,2,b.md:3"));
}

#[test]
fn a_page_that_explains_nothing_is_told_of_the_page_that_does() {
    let folder = two_pages();
    let check = |more: &[&str]| {
        let mut all = vec!["check", ".", "--format", "concise"];
        all.extend(more);
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_plainly")).current_dir(folder.path()).args(all).output().expect("runs");
        String::from_utf8(out.stdout).expect("UTF-8")
    };
    let told = check(&["--rule", "acronyms/defined-elsewhere", "--rule", "acronyms/undefined"]);
    assert_eq!(told, "a.md:3:9: note[acronyms/defined-elsewhere] `MDT` is explained in b.md, and not on this page\n");
    std::fs::write(folder.path().join("plainly.toml"), "glossary = 'b.md'\n").expect("written");
    assert_eq!(check(&["--rule", "acronyms/undefined"]), "", "the glossary explains it");
    std::fs::write(folder.path().join("plainly.toml"), "organisation = { name = 'My Dear Trust', short = 'MDT' }\n").expect("written");
    let told = check(&["--rule", "acronyms/undefined"]);
    assert_eq!(told, "a.md:3:9: note[acronyms/undefined] `MDT` is not explained on this page\n");
}
