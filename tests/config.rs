//! What a team sets is what its documents get, and what is wrong is told with the file and the line.

mod common;

use std::path::Path;
use std::process::{Command, Output};

use common::root;
use serde_json::Value;

/// A folder that is a repository of its own, so that no `plainly.toml` above it counts.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let here = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(here.path().join(".git")).expect("made");
    for (name, text) in files {
        let path = here.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }
    here
}

fn plainly(here: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plainly")).args(args).current_dir(here).output().expect("it runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// The findings of a run, one on a line.
fn check(here: &Path, args: &[&str]) -> String {
    out(&plainly(here, &[&["check", "--format", "concise"], args].concat()))
}

/// What `check` says of settings that cannot be used.
fn refused(files: &[(&str, &str)]) -> String {
    let here = folder(&[files, &[("a.md", "Text.\n")]].concat());
    let result = plainly(here.path(), &["check", "a.md"]);
    assert_eq!(result.status.code(), Some(2), "{files:?}");
    err(&result)
}

/// A setting of `config show`: its value and its place.
fn shown(here: &Path, path: &str, key: &str) -> Vec<String> {
    let result = plainly(here, &["config", "show", path]);
    assert_eq!(result.status.code(), Some(0), "{}", err(&result));
    let text = out(&result);
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter_map(|line| line.strip_prefix(&format!("{key} ")).map(str::to_owned)).collect()
}

const ELDERLY: &str = "We help the elderly with their shopping.\n";

#[test]
fn three_names_are_looked_for_and_the_hidden_one_goes_first() {
    let off = "[rules]\n'deficit/group-label' = 'off'\n";
    let note = "[rules]\n'deficit/group-label' = 'note'\n";
    let inner = folder(&[(".config/plainly.toml", off), ("deep/a.md", ELDERLY)]);
    assert_eq!(check(inner.path(), &["."]), "", "a file in .config holds for the folder above it");
    let both = folder(&[(".config/plainly.toml", off), ("plainly.toml", note), ("a.md", ELDERLY)]);
    assert!(check(both.path(), &["."]).starts_with("a.md:1:9: note[deficit/group-label]"), "{}", check(both.path(), &["."]));
    let all = folder(&[(".plainly.toml", off), ("plainly.toml", note), ("a.md", ELDERLY)]);
    assert_eq!(check(all.path(), &["."]), "");
}

#[test]
fn paths_of_a_file_in_the_config_folder_start_above_it() {
    let settings = "exclude = ['old/']\nglossary = 'words.md'\n[words]\nlists = ['lists']\n";
    let list = "[[word]]\ninstead_of = 'hub'\nsay = ['centre']\n";
    let files = [
        (".config/plainly.toml", settings),
        ("lists/ours.toml", list),
        ("words.md", "- **MDT** – multidisciplinary team\n"),
        ("old/a.md", ELDERLY),
        ("a.md", "The MDT meets at the hub.\n"),
    ];
    let here = folder(&files);
    assert_eq!(check(here.path(), &["."]), "a.md:1:22: warning[house/word] `hub` is on your house list\n");
}

#[test]
fn what_extends_goes_before_what_is_extended_and_lists_add_up() {
    let here = folder(&[
        (
            "base.toml",
            "fail-on = 'note'\n[rules]\n'deficit/group-label' = 'error'\n'deficit/suicide' = 'note'\n[acronyms]\nknown = ['CYP']\n[[word]]\ninstead_of = 'pod'\nsay = ['team']\n\n[[word]]\ninstead_of = 'hub'\nsay = ['place']\n",
        ),
        ("middle.toml", "extends = ['base.toml']\n[rules]\n'deficit/group-label' = 'note'\n"),
        (
            "team/plainly.toml",
            "extends = ['../middle.toml', '../base.toml']\nfail-on = 'error'\n[acronyms]\nknown = ['MDT']\n[[word]]\ninstead_of = 'hub'\nsay = ['centre']\n",
        ),
        ("team/a.md", "We help the elderly. The MDT and the CYP team meet at the hub and the pod.\n"),
    ]);
    assert_eq!(
        check(here.path(), &["."]),
        "team/a.md:1:9: note[deficit/group-label] `the elderly` makes many different people sound like one group\n\
         team/a.md:1:59: warning[house/word] `hub` is on your house list\n\
         team/a.md:1:71: warning[house/word] `pod` is on your house list\n"
    );
    assert_eq!(shown(here.path(), "team/a.md", "fail-on"), ["\"error\" team/plainly.toml:2"]);
    assert_eq!(shown(here.path(), "team/a.md", "rules.\"deficit/group-label\""), ["\"note\" middle.toml:3"]);
    assert_eq!(shown(here.path(), "team/a.md", "rules.\"deficit/suicide\""), ["\"note\" base.toml:4"]);
    assert_eq!(shown(here.path(), "team/a.md", "acronyms.known"), ["\"CYP\" base.toml:6", "\"MDT\" team/plainly.toml:4"]);
    let json = out(&plainly(here.path(), &["check", "--format", "json", "team"]));
    assert!(json.contains("centre") && !json.contains("\"place\""), "the team's own `hub` takes the place of the other: {json}");
}

#[test]
fn files_that_extend_each_other_are_told_with_the_whole_circle() {
    let told = refused(&[
        ("plainly.toml", "extends = ['a/b.toml']\n"),
        ("a/b.toml", "# two\nextends = ['c.toml']\n"),
        ("a/c.toml", "extends = ['../plainly.toml']\n"),
    ]);
    let circle = "a/c.toml:1: these files extend each other in a circle: `plainly.toml`, then `a/b.toml`, then `a/c.toml`, then `plainly.toml`; take one `extends` out";
    assert!(told.contains(circle), "{told}");
}

#[test]
fn a_chain_has_an_end() {
    let files: Vec<(String, String)> = (0..9).map(|n| (format!("{n}.toml"), format!("extends = ['{}.toml']\n", n + 1))).collect();
    let mut all: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    all.push(("plainly.toml", "extends = ['0.toml']\n"));
    let told = refused(&all);
    assert!(told.contains("6.toml:1: `extends` goes deeper than 8 files here; put some of them together"), "{told}");
}

#[test]
fn faults_are_told_in_the_file_and_the_line_in_which_they_stand() {
    let base = |text: &'static str| [("plainly.toml", "# ours\n\nextends = ['base.toml']\n[rules]\n'jargon/latin' = 'off'\n"), ("base.toml", text)];
    for (files, told) in [
        (base("\nfailon = 'error'\n"), "base.toml:2: the key `failon` is not known here (did you mean `fail-on`?)"),
        (base("[rules]\n\n'jargon/lattin' = 'off'\n"), "base.toml:3: there is no rule `jargon/lattin` (did you mean `jargon/latin`?)"),
        (base("[rules]\n'sentences/hard' = 'of'\n"), "base.toml:2: `of` is not one of the values allowed here (did you mean `off`?)"),
        (base("\n\nfail-on = error\n"), "base.toml:3: this is not valid TOML: "),
        (base("[[word]]\ninstead_of = '(a'\nsay = []\n"), "base.toml:2: `instead_of = \"(a\"` cannot be read: a bracket `(` is never closed"),
        (base("[words]\nlists = ['gone.toml']\n"), "base.toml:2: the list `gone.toml`: there is no such file or folder; check the spelling"),
        (base("audience = 'staff'\n"), "base.toml:1: `staff` is not one of the values allowed here"),
        (
            base("[rules]\n'jargon/buzzword' = { allow = ['ok', '(x'] }\n"),
            "base.toml:2: `(x` holds a mark that is not part of a word; write the words alone",
        ),
    ] {
        let said = refused(&files);
        assert!(said.contains(told), "{told}\n{said}");
    }
}

#[test]
fn faults_of_the_new_keys_say_what_would_be_right() {
    for (text, told) in [
        ("extends = ['gone.toml']\n", "plainly.toml:1: `gone.toml`: there is no such file or folder; check the spelling"),
        ("\nextends = ['preset:counsil']\n", "plainly.toml:2: there is no preset `counsil` (did you mean `council`?)"),
        (
            "extends = ['https://example.org/x.toml']\n",
            "plainly.toml:1: `https://example.org/x.toml` is on the web, and plainly reads nothing from there; keep a copy beside this file",
        ),
        ("extends = 'base.toml'\n", "plainly.toml:1: this is not valid TOML: invalid type: string \"base.toml\", expected a sequence"),
        (
            "required-version = '>=99'\nnew-key = 1\n",
            "plainly.toml:1: these settings are for plainly >=99, and this is plainly 0.1.0; install that one, or change this line",
        ),
        ("required-version = 'new'\n", "plainly.toml:1: `new` is not a version; write it as \">=0.1.0\""),
        ("[rules]\njargn = 'off'\n", "plainly.toml:2: there is no family of rules `jargn` (did you mean `jargon`?)"),
        (
            "[rules]\n'jargon/latin' = { limit = 3 }\n",
            "plainly.toml:2: the rule `jargon/latin` has no `limit`; these have one: sentences/long-paragraph, sentences/too-long",
        ),
        ("[rules]\njargon = { limit = 3 }\n", "plainly.toml:2: a `limit` is for one rule, and this is a family of rules"),
        ("[rules]\n'sentences/too-long' = { limt = 3 }\n", "plainly.toml:2: the key `limt` is not known here (did you mean `limit`?)"),
        (
            "[rules]\n'sentences/too-long' = 3\n",
            "plainly.toml:2: this is not valid TOML: invalid type: integer `3`, expected a level in quote marks, or a table with `level`, `limit` and `allow`",
        ),
        ("exclude = ['../old']\n", "plainly.toml:1: `../old` leads out of the folder of this file; a path here is one below it"),
        ("exclude = ['a[z-b]']\n", "plainly.toml:1: `a[z-b]` cannot be read as a path: invalid range; 'z' > 'b'"),
        ("[[overrides]]\nrules = {}\n", "plainly.toml:1: the key `paths` is missing"),
        ("[[overrides]]\npaths = ['x/']\nrule = {}\n", "plainly.toml:3: the key `rule` is not known here (did you mean `rules`?)"),
        (
            "[[overrides]]\npaths = ['x/']\n[overrides.rules]\n'jargon/lattin' = 'off'\n",
            "plainly.toml:4: there is no rule `jargon/lattin` (did you mean `jargon/latin`?)",
        ),
        ("[[overrides]]\npaths = ['x/']\nkind = 'plann'\n", "plainly.toml:3: there is no kind `plann` (did you mean `plan`?)"),
    ] {
        let said = refused(&[("plainly.toml", text)]);
        assert!(said.contains(told), "{told}\n{said}");
    }
}

#[test]
fn overrides_hold_for_the_documents_they_name_and_the_later_one_wins() {
    let settings = "[rules]\n'deficit/group-label' = 'error'\n\n\
        [[overrides]]\npaths = ['minutes/**', '!minutes/new.md']\n[overrides.rules]\n'deficit/group-label' = 'off'\n\n\
        [[overrides]]\npaths = ['*.draft.md']\nfail-on = 'never'\n[overrides.rules]\n'deficit/group-label' = 'note'\n[overrides.acronyms]\nknown = ['MDT']\n";
    let here = folder(&[
        ("plainly.toml", settings),
        ("a.md", ELDERLY),
        ("minutes/new.md", ELDERLY),
        ("minutes/2026/old.md", ELDERLY),
        ("minutes/2026/x.draft.md", "We help the elderly with the MDT.\n"),
    ]);
    let said = "error[deficit/group-label] `the elderly` makes many different people sound like one group";
    let all = format!("a.md:1:9: {said}\nminutes/2026/x.draft.md:1:9: {}\nminutes/new.md:1:9: {said}\n", said.replace("error", "note"));
    assert_eq!(check(here.path(), &["."]), all);
    assert_eq!(
        check(&here.path().join("minutes/2026"), &["."]),
        format!("x.draft.md:1:9: {}\n", said.replace("error", "note")),
        "from a folder below"
    );
    assert_eq!(plainly(here.path(), &["check", "minutes/2026"]).status.code(), Some(0), "fail-on of the override");
    assert_eq!(shown(here.path(), "minutes/2026/old.md", "rules.\"deficit/group-label\""), ["\"off\" plainly.toml:7"]);
    assert_eq!(shown(here.path(), "minutes/2026/x.draft.md", "fail-on"), ["\"never\" plainly.toml:11"]);
    assert_eq!(shown(here.path(), "minutes/2026/x.draft.md", "acronyms.known"), ["\"MDT\" plainly.toml:15"]);
}

#[test]
fn overrides_of_one_folder_still_know_the_pages_of_all() {
    let settings = "[rules]\n'acronyms/defined-elsewhere' = 'note'\n[[overrides]]\npaths = ['b.md']\nfail-on = 'error'\n";
    let here = folder(&[("plainly.toml", settings), ("a.md", "The multidisciplinary team (MDT) meets here.\n"), ("b.md", "The MDT meets there.\n")]);
    let said = check(here.path(), &["."]);
    assert!(said.contains("b.md:1:5: note[acronyms/defined-elsewhere]"), "{said}");
}

#[test]
fn the_kind_of_a_folder_holds_wherever_one_stands() {
    let plan = "# Shopping\n\nWe will build two halls by June 2027. We will hire a manager for each hall, and open them to all.\n";
    let here = folder(&[
        ("plainly.toml", "kind = 'info'\n[kinds]\n'docs/plans' = 'plan'\n[[overrides]]\npaths = ['docs/plans/old']\nkind = 'report'\n"),
        ("docs/plans/a.md", plan),
        ("docs/plans/old/a.md", plan),
        ("docs/a.md", plan),
    ]);
    let asked = "a.md:1:3: warning[involvement/no-invitation]";
    let rule = ["--rule", "involvement/no-invitation"];
    let said = check(here.path(), &[&["docs"], &rule[..]].concat());
    assert!(said.starts_with(&format!("docs/plans/{asked}")) && said.lines().count() == 1, "{said}");
    let said = check(&here.path().join("docs"), &[&["."], &rule[..]].concat());
    assert!(said.starts_with(&format!("plans/{asked}")) && said.lines().count() == 1, "{said}");
    assert_eq!(shown(here.path(), "docs/plans/a.md", "kind"), ["\"plan\" plainly.toml:3"]);
    assert_eq!(shown(here.path(), "docs/plans/old/a.md", "kind"), ["\"report\" plainly.toml:6"]);
    assert_eq!(shown(here.path(), "docs/a.md", "kind"), ["\"info\" plainly.toml:1"]);
}

#[test]
fn what_is_excluded_is_left_out_unless_it_is_named() {
    let here = folder(&[
        ("plainly.toml", "exclude = ['archive/', 'drafts/*.md']\n"),
        ("a.md", ELDERLY),
        ("archive/deep/old.md", ELDERLY),
        ("drafts/one.md", ELDERLY),
        ("drafts/deep/two.md", ELDERLY),
        ("ignored/three.md", ELDERLY),
        (".plainlyignore", "ignored/\n"),
    ]);
    let names = |said: String| said.lines().map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(check(here.path(), &["."])), ["a.md", "drafts/deep/two.md"]);
    assert_eq!(names(check(here.path(), &["archive/deep/old.md", "ignored/three.md"])), ["archive/deep/old.md", "ignored/three.md"]);
    let forced = plainly(here.path(), &["check", "--force-exclude", "archive/deep/old.md", "ignored/three.md"]);
    assert_eq!(forced.status.code(), Some(0));
    assert!(err(&forced).contains("the settings leave out every document here: see `exclude` and .plainlyignore"), "{}", err(&forced));
    let empty = plainly(here.path(), &["check", "--error-on-empty", "archive"]);
    assert_eq!(empty.status.code(), Some(2), "a gate that checks nothing must be able to say so");
    assert_eq!(names(check(here.path(), &["--isolated", "archive"])), ["archive/deep/old.md"]);
}

#[test]
fn a_family_has_a_level_and_a_single_rule_goes_before_it() {
    let text = "We help the elderly, e.g. with their shopping. Our hubs will utilise synergy.\n";
    let rules = |settings: &str| {
        let here = folder(&[("plainly.toml", settings), ("a.md", text)]);
        let said = check(here.path(), &["."]);
        said.lines().filter_map(|line| Some(line.split_once(": ")?.1.split_once(']')?.0.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(rules("[rules]\njargon = 'off'\n"), ["warning[deficit/group-label"]);
    assert_eq!(
        rules("[rules]\n'jargon/*' = 'error'\n'jargon/latin' = 'off'\ndeficit = 'off'\n"),
        ["error[jargon/wordy-phrase", "error[jargon/buzzword"]
    );
    let here = folder(&[("plainly.toml", "[rules]\njargon = 'error'\n")]);
    assert_eq!(shown(here.path(), ".", "rules.\"jargon/latin\""), ["\"error\" plainly.toml:2"]);
    assert_eq!(shown(here.path(), ".", "rules.\"jargon/clinical-word\""), ["\"off\" default"], "a rule on trial has to be named");
    let here =
        folder(&[("base.toml", "[rules]\n'jargon/latin' = 'off'\n"), ("plainly.toml", "extends = ['base.toml']\n[rules]\njargon = 'error'\n")]);
    assert_eq!(shown(here.path(), ".", "rules.\"jargon/latin\""), ["\"error\" plainly.toml:3"], "the file that extends goes before what it extends");
}

#[test]
fn a_later_level_leaves_an_earlier_limit_as_it_is() {
    for level in ["'sentences/too-long' = 'error'", "sentences = 'error'", "'sentences/*' = { level = 'error' }"] {
        let here = folder(&[("plainly.toml", &format!("extends = ['preset:nhs']\n[rules]\n{level}\n"))]);
        assert_eq!(shown(here.path(), ".", "rules.\"sentences/too-long\""), ["\"error\" plainly.toml:3"], "{level}");
        assert_eq!(shown(here.path(), ".", "rules.\"sentences/too-long\".limit"), ["20 preset:nhs:6"], "{level}");
    }
    let limit = "[rules]\n'sentences/too-long' = 'error'\n[[overrides]]\npaths = ['a.md']\nrules = { 'sentences/too-long' = { limit = 9 } }\n";
    let here = folder(&[("plainly.toml", limit), ("a.md", ELDERLY)]);
    assert_eq!(shown(here.path(), "a.md", "rules.\"sentences/too-long\""), ["\"error\" plainly.toml:2"]);
    assert_eq!(shown(here.path(), "a.md", "rules.\"sentences/too-long\".limit"), ["9 plainly.toml:5"]);
}

#[test]
fn a_byte_order_mark_is_no_text() {
    let here = folder(&[("plainly.toml", "\u{feff}extends = ['base.toml']\n"), ("base.toml", "\u{feff}fail-on = 'error'\n")]);
    assert_eq!(shown(here.path(), ".", "fail-on"), ["\"error\" base.toml:1"]);
}

#[test]
fn readers_and_limits_say_how_long_a_sentence_may_be() {
    let sentence = |words: usize| format!("We {}go.\n", "all ".repeat(words - 2));
    let text = [16, 20, 28, 33].map(sentence).join("\n");
    let told = |settings: &str| {
        let here = folder(&[("plainly.toml", settings), ("a.md", &text)]);
        let said = out(&plainly(here.path(), &["check", "--format", "jsonl", "--rule", "sentences/too-long", "a.md"]));
        let finding = |line: &str| {
            let finding: Value = serde_json::from_str(line).expect("JSON");
            Some((finding["level"].as_str()?.to_owned(), finding["start"]["line"].as_u64()?))
        };
        said.lines().filter_map(finding).map(|(level, line)| format!("{level} {line}")).collect::<Vec<_>>()
    };
    assert_eq!(told(""), ["note 5"], "the shorter of two notes is told beside the other");
    assert_eq!(told("audience = 'professional'\n"), ["note 7"]);
    assert_eq!(told("audience = 'easy-read'\n"), ["note 1", "warning 5", "warning 7"]);
    assert_eq!(told("[rules]\n'sentences/too-long' = { limit = 32, level = 'error' }\n"), ["error 7"]);
    let here = folder(&[("plainly.toml", "audience = 'easy-read'\n")]);
    assert_eq!(shown(here.path(), ".", "rules.\"sentences/too-long\".limit"), ["15 plainly.toml:1"]);
}

#[test]
fn every_setting_is_shown_with_its_place() {
    let here = folder(&[("plainly.toml", "extends = ['preset:nhs']\n\n[house]\nautistic = 'identity-first'\n")]);
    assert_eq!(shown(here.path(), ".", "house.autistic"), ["\"identity-first\" plainly.toml:4"]);
    assert_eq!(shown(here.path(), ".", "fail-on"), ["\"warning\" default"]);
    let limit = shown(here.path(), ".", "rules.\"sentences/too-long\".limit");
    assert!(limit[0].starts_with("20 preset:nhs:"), "{limit:?}");
    let rules = out(&plainly(here.path(), &["config", "show"])).lines().filter(|line| line.starts_with("rules.")).count();
    assert_eq!(rules, plainly::rules::all().len() + 2, "each rule, and two limits");
    let json: Value = serde_json::from_str(&out(&plainly(here.path(), &["config", "show", "--format", "json"]))).expect("JSON");
    assert_eq!(json["files"], serde_json::json!(["preset:nhs", "plainly.toml"]));
    let style = json["settings"].as_array().expect("a list").iter().find(|setting| setting["key"] == "house.autistic").expect("it is there");
    assert_eq!(style["from"], serde_json::json!({ "file": "plainly.toml", "line": 4 }));
    let old = folder(&[("plainly.toml", "exclude = ['old/']\n"), ("old/a.md", ELDERLY)]);
    let said = out(&plainly(old.path(), &["config", "show", "old/a.md"]));
    assert!(said.starts_with("This document is left out by `exclude`.\n"), "{said}");
    let bare = folder(&[]);
    assert_eq!(shown(bare.path(), ".", "audience"), ["\"public\" default"]);
    assert_eq!(plainly(bare.path(), &["config", "show", "gone.md"]).status.code(), Some(2));
}

#[test]
fn config_check_says_what_is_right_and_what_is_wrong() {
    let here = folder(&[
        ("plainly.toml", "extends = ['preset:council']\nexclude = ['old/', 'archve/']\n[[overrides]]\npaths = ['minuts/**']\nfail-on = 'never'\n"),
        ("a.md", ELDERLY),
        ("old/a.md", ELDERLY),
        ("bad/plainly.toml", "failon = 'error'\n"),
        ("bad/a.md", ELDERLY),
    ]);
    let good = plainly(here.path(), &["config", "check", "plainly.toml"]);
    assert_eq!((good.status.code(), out(&good).lines().next()), (Some(0), Some("plainly.toml: good, with `preset:council`")));
    let all = plainly(here.path(), &["config", "check"]);
    assert_eq!(all.status.code(), Some(2));
    assert!(err(&all).contains("bad/plainly.toml:1: the key `failon` is not known here"), "{}", err(&all));
    assert_eq!(
        out(&all),
        "plainly.toml: good, with `preset:council`\n\
         plainly.toml:2: no document here is in `archve/`\n\
         plainly.toml:4: no document here is in `minuts/**`\n"
    );
    let none = folder(&[("a.md", ELDERLY)]);
    let none = plainly(none.path(), &["config", "check"]);
    assert_eq!((none.status.code(), out(&none).as_str()), (Some(0), "there is no plainly.toml here: the defaults hold\n"));
}

/// The settings of a run with these settings of one file, without those for which nobody has said anything.
fn settings(text: &str) -> Vec<(String, String)> {
    let here = folder(&[("plainly.toml", text)]);
    let result = plainly(here.path(), &["config", "show", "--format", "json"]);
    let shown: Value = serde_json::from_str(&out(&result)).unwrap_or_else(|_| panic!("{text}: {}", err(&result)));
    let all = shown["settings"].as_array().expect("a list").iter();
    all.filter(|setting| setting["key"] != "extends").map(|setting| (setting["key"].to_string(), setting["value"].to_string())).collect()
}

#[test]
fn every_line_of_a_preset_changes_something() {
    for (name, text) in plainly::config::presets::ALL {
        let whole = settings(&format!("extends = ['preset:{name}']\n"));
        assert_eq!(whole, settings(text), "{name}: a preset is a file like any other");
        let lines: Vec<&str> = text.lines().collect();
        let says = |line: &&str| line.contains(" = ");
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| says(line)) {
            let others: Vec<&str> = lines.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, line)| *line).collect();
            assert_ne!(settings(&others.join("\n")), whole, "{name}: {line} changes nothing");
        }
        let known = text.lines().find_map(|line| line.strip_prefix("known = [")).unwrap_or_default();
        for letters in known.split('"').skip(1).step_by(2) {
            let here = folder(&[("a.md", &format!("We meet the {letters} team each week. The {letters} team helps us.\n"))]);
            assert!(check(here.path(), &["a.md"]).contains(&format!("`{letters}`")), "{name}: everyone knows {letters}");
        }
    }
}

/// The pieces of TOML in a page of the documentation that are settings.
fn examples() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("docs/configuration.md")).expect("readable");
    let pieces = text.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
    pieces.map(str::to_owned).collect()
}

#[test]
fn the_schema_takes_the_documented_examples_and_no_wrong_key() {
    let schema = out(&plainly(root(), &["config", "schema"]));
    assert_eq!(schema, std::fs::read_to_string(root().join("plainly.schema.json")).expect("kept"));
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let json = |text: &str| serde_json::to_value(text.parse::<toml::Table>().unwrap_or_else(|e| panic!("{text}: {e}"))).expect("JSON");
    let examples = examples();
    assert!(examples.len() >= 5, "{examples:?}");
    let presets = plainly::config::presets::ALL.iter().map(|(_, text)| (*text).to_owned());
    for example in examples.into_iter().chain(presets) {
        let wrong: Vec<String> = validator.iter_errors(&json(&example)).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{example}\n{wrong:?}");
    }
    for wrong in [
        "failon = 'error'",
        "fail-on = 'errors'",
        "[rules]\n'jargon/lattin' = 'off'",
        "[rules]\njargon = 'of'",
        "kind = 'plann'",
        "[[overrides]]\nrules = {}",
        "[[word]]\ninstead_of = 'hub'",
        "[[word]]\ninstead_of = 'x'\nsay = []\nlevl = 'note'",
        "extends = 'preset:nhs'",
    ] {
        assert!(!validator.is_valid(&json(wrong)), "{wrong}");
    }
}

#[test]
fn the_documented_examples_can_be_used() {
    for example in examples() {
        let here = folder(&[("team/plainly.toml", &example), ("shared.toml", ""), ("team/words/a.toml", "")]);
        let result = plainly(here.path(), &["config", "check", "team/plainly.toml"]);
        assert_eq!(result.status.code(), Some(0), "{example}\n{}", err(&result));
    }
}

#[test]
fn shells_and_manuals_get_every_command() {
    let help = out(&plainly(root(), &["--help"]));
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // a line that goes on is further in
    let names = lines.filter_map(|line| line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')));
    let commands: Vec<&str> = names.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.contains(&"check") && commands.contains(&"man"), "{commands:?}");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = out(&plainly(root(), &["completions", shell]));
        assert!(commands.iter().all(|command| script.contains(command)), "{shell}");
    }
    assert_eq!(plainly(root(), &["completions", "sh"]).status.code(), Some(2));
    let page = out(&plainly(root(), &["man"]));
    assert!(page.contains(".TH plainly 1") && page.contains("plainly\\-check(1)"), "{page}");
    let here = tempfile::tempdir().expect("a folder");
    let pages = plainly(here.path(), &["man", "--folder", "man/man1"]);
    assert_eq!((pages.status.code(), out(&pages).as_str()), (Some(0), ""));
    for command in commands.iter().filter(|command| **command != "help") {
        let page = std::fs::read_to_string(here.path().join(format!("man/man1/plainly-{command}.1"))).unwrap_or_else(|e| panic!("{command}: {e}"));
        assert!(page.contains(".SH NAME"), "{command}");
    }
    std::fs::write(here.path().join("file"), "").expect("written");
    let wrong = plainly(here.path(), &["man", "--folder", "file/inner"]);
    assert_eq!(wrong.status.code(), Some(2), "{}", err(&wrong));
}
