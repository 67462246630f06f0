//! C: settings, patterns and baselines.

use super::*;

/// The one trouble of a run with this `plainly.toml`; the run ends soon, with exit code 2.
fn refused(text: impl AsRef<[u8]>) -> String {
    let here = folder(&[("plainly.toml", text.as_ref()), ("a.md", BAD.as_bytes())]);
    let mut command = program(here.path());
    command.args(["check", "--format", "concise"]);
    let run = within(Duration::from_secs(20), command);
    assert_eq!((run.status.code(), out(&run)), (Some(2), String::new()), "{}", err(&run));
    let told = err(&run);
    assert!(!told.contains("fault at") && told.lines().count() == 2, "{told}");
    told.lines().next().expect("a line").to_owned()
}

#[test]
fn c1_settings_that_cannot_be_read_are_told_in_one_line() {
    assert!(refused("fail-on = ").starts_with("plainly: plainly.toml:1: this is not valid TOML"));
    assert!(refused("\nfail-on = 3\n").starts_with("plainly: plainly.toml:2: "));
    assert!(refused("failon = 'note'\n").contains("did you mean `fail-on`?"));
    assert!(refused("fail-on = 'note'\nfail-on = 'error'\n").starts_with("plainly: plainly.toml:2: "));
    assert!(refused(b"fail-on = 'note\0'\n").starts_with("plainly: plainly.toml:1: "));
    assert!(refused(b"# caf\xE9\n").contains("plainly.toml:1: "));
    assert!(refused("a = ".to_owned() + &"[".repeat(100_000)).starts_with("plainly: plainly.toml:1: "));
    assert!(refused("a.".repeat(100_000) + "a = 1").starts_with("plainly: plainly.toml:1: "));
    assert!(refused("# long\n".repeat(1_500_000)).contains("plainly.toml:1: this is larger than 1 MiB, the most that is read"));
    let here = folder(&[("a.md", BAD), ("plainly.toml/inner.md", BAD)]);
    assert_eq!(check(here.path(), &["a.md"]).1, format!("a.md:{TOLD}"), "a folder of this name is no settings file");
}

#[test]
fn c2_what_settings_extend_is_bounded() {
    let all = |files: &[(String, String)]| {
        let here = folder(files);
        std::fs::write(here.path().join("a.md"), BAD).expect("written");
        let mut command = program(here.path());
        command.args(["check"]);
        let run = within(Duration::from_secs(20), command);
        assert_eq!(run.status.code(), Some(2), "{}", err(&run));
        err(&run)
    };
    let chain = |n: usize, next: &dyn Fn(usize) -> String| {
        let name = |i: usize| if i == 0 { "plainly.toml".to_owned() } else { format!("{i}.toml") };
        (0..n).map(|i| (name(i), format!("extends = ['{}']\n", next(i)))).collect::<Vec<_>>()
    };
    assert!(all(&chain(1_000, &|i| format!("{}.toml", i + 1))).contains("`extends` goes deeper than 8 files here"));
    assert!(all(&chain(3, &|i| if i == 2 { "plainly.toml".to_owned() } else { format!("{}.toml", i + 1) })).contains("in a circle"));
    assert!(all(&[("plainly.toml".to_owned(), "extends = ['gone.toml']".to_owned())]).contains("`gone.toml`: there is no such file"));
    let wide: String = (0..500).map(|i| format!("'{i}.toml', ")).collect();
    let mut many: Vec<(String, String)> = (0..500).map(|i| (format!("{i}.toml"), "# nothing\n".repeat(1_000))).collect();
    many.push(("plainly.toml".to_owned(), format!("extends = [{wide}]\n")));
    assert!(all(&many).contains("extends more than 32 files"));
    let web = all(&[("plainly.toml".to_owned(), "extends = ['https://a.example/plainly.toml']".to_owned())]);
    assert!(web.contains("plainly reads nothing from there"), "{web}");
}

#[test]
fn c3_hostile_patterns_are_refused_or_bounded() {
    let word = |pattern: &str| format!("[[word]]\ninstead_of = \"{pattern}\"\nsay = ['x']\n");
    assert!(refused(word("a ~ ".repeat(20).trim_end_matches(" ~ "))).contains("`~` stands more than 2 times"));
    assert!(refused(word(&("(a/b)? ".repeat(20) + "c"))).contains("more than 8 parts of it may be left out"));
    assert!(refused(word(&"word ".repeat(1_000))).contains("longer than 4 KiB"));
    assert!(refused(word("((((((((a)))))))")).contains("bracket"));
    assert!(refused(word("a?")).contains("may be left out"));
    assert!(refused(word("")).contains("no word"));
    // as bad as is let through, in a text that is as bad as can be
    let worst: String = (0..200).map(|i| word(&format!("a ~ (a/b{i})? (a/c{i})? a ~ a{i}"))).collect();
    let here = folder(&[("plainly.toml", worst), ("a.md", "a ".repeat(20_000))]);
    let mut command = program(here.path());
    command.args(["check", "--format", "json"]);
    assert_ne!(within(Duration::from_secs(60), command).status.code(), Some(2));
}

#[test]
fn c4_hostile_paths_are_refused_or_quick() {
    let braces = "{a,b}".repeat(200);
    let stars = "**/".repeat(2_000);
    let questions = "?*".repeat(2_000);
    for path in [&braces, &stars, &questions, &"[!a]".repeat(2_000), &"*a".repeat(2_000)] {
        let here =
            folder(&[("plainly.toml", format!("exclude = ['{path}x']\n")), ("a.md", BAD.to_owned()), (&("a".repeat(200) + ".md"), BAD.to_owned())]);
        let mut command = program(here.path());
        command.args(["check", "--format", "concise"]);
        let run = within(Duration::from_secs(20), command);
        assert!(!err(&run).contains("fault at"), "{}", err(&run));
    }
    assert!(refused("exclude = ['../out']\n").contains("leads out of the folder"));
    assert!(refused("exclude = ['{a']\n").contains("cannot be read as a path"));
}

#[test]
fn c5_long_lists_of_words_are_read_soon_and_empty_words_are_refused() {
    let list: String = (0..20_000).map(|i| format!("[[word]]\ninstead_of = 'odd{i} thing'\nsay = ['x']\n")).collect();
    let settings = "[words]\nlists = ['list.toml']\n";
    let here = folder(&[("plainly.toml", settings), ("list.toml", &list), ("a.md", "An odd19999 thing.\n")]);
    let mut command = program(here.path());
    command.args(["check", "--format", "concise"]);
    let run = within(Duration::from_secs(60), command);
    assert_eq!(out(&run), "a.md:1:4: warning[house/word] `odd19999 thing` is on your house list\n", "{}", err(&run));
    assert!(refused("[[word]]\ninstead_of = ' '\nsay = ['x']\n").contains("no word"));
    assert!(refused("[[word]]\ninstead_of = '\u{202E}'\nsay = ['x']\n").contains("no word"));
}

#[test]
fn c6_what_settings_say_is_made_safe_too() {
    let head = "[rule]\nsummary = 'a thing'\nlevel = 'warning'\nmaturity = 'stable'\nsince = '0.1.0'\nmessage = \"`{quote}` \\u001b[31m <b>\\u202e ::error::x ##[error]y ]]>\"\n\
        why = \"\\u001b]0;x\\u0007 javascript:alert(1)\"\nsources = [\"javascript:alert(1)\"]\nbad = []\ngood = []\n[[word]]\ninstead_of = 'tea'\nsay = [\"\\u001b[2J\"]\n";
    let here = folder(&[("plainly.toml", "[words]\nlists = ['list.toml']\n"), ("list.toml", head), ("a.md", "Some tea.\n")]);
    for format in common::formats() {
        let shown = out(&plainly(here.path(), &["check", "--format", &format]));
        assert!(shown.contains("tea"), "{format}: {shown}");
        assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{format}: {shown}");
        assert!(!shown.contains("##[error]") && !shown.lines().any(|line| line.trim_start().starts_with("::error::x")), "{format}: {shown}");
    }
}

#[test]
fn c7_a_baseline_that_cannot_be_used_is_told_and_left_as_it_is() {
    let entry = r#"{"path": "../../etc/passwd", "rule": "a/b", "fingerprint": "0"}"#;
    let outside = format!("{{\"version\": 1, \"findings\": [{entry}]}}");
    let cases: [(&str, &str); 6] = [
        ("{", "line 1: this is no baseline"),
        ("{\"version\": 1, \"findings\": [", "this is no baseline"),
        ("{\"version\": 0, \"findings\": []}", "this baseline has version 0"),
        ("{\"version\": 99, \"findings\": []}", "this baseline has version 99"),
        ("{\n<<<<<<< HEAD\n", "line 2: two versions of this file were merged"),
        ("\0", "line 1: this is no baseline"),
    ];
    for (text, why) in cases {
        let here = folder(&[("plainly-baseline.json", text), ("a.md", BAD)]);
        for args in [&["check"][..], &["baseline", "check"], &["baseline", "prune"], &["baseline", "create"]] {
            let run = plainly(here.path(), args);
            assert_eq!((run.status.code(), read(here.path(), "plainly-baseline.json").as_str()), (Some(2), text), "{args:?}: {}", err(&run));
            assert!(err(&run).contains(why) || args[1..] == ["create"], "{args:?}: {}", err(&run));
        }
    }
    let here = folder(&[("plainly-baseline.json", outside.as_str()), ("a.md", BAD)]);
    assert_eq!(check(here.path(), &[]).1, format!("a.md:{TOLD}"), "a path that leads out is of no document");
}
