//! `plainly words` and the house style as people meet them: files, messages, exit codes.

mod common;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use common::{err, out};

fn plainly(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plainly")).args(args).current_dir(folder).stdin(Stdio::null()).output().expect("it runs")
}

/// A folder that is a repository of its own, so that no `plainly.toml` above it counts.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = common::folder(files);
    std::fs::create_dir(folder.path().join(".git")).expect("made");
    folder
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).expect("there")
}

fn concise(folder: &Path, file: &str) -> String {
    out(&plainly(folder, &["check", file, "--format", "concise"]))
}

#[test]
fn a_word_is_added_and_found() {
    let here = folder(&[("a.md", "Visit the hub. The USB hubs are new.\n")]);
    let args = ["words", "add", "hub", "--say", "centre", "--why", "Visitors asked what it is.", "--inflect", "noun", "--flag", "The hub is open."];
    let added = plainly(here.path(), &args);
    assert_eq!((added.status.code(), err(&added)), (Some(0), String::new()));
    assert_eq!(out(&added), "`hub` is now on the list in plainly.toml (a new file).\n");
    let file = "[[word]]\ninstead_of = \"hub\"\nsay = [\"centre\"]\ninflect = \"noun\"\nwhy = \"Visitors asked what it is.\"\nflag = [\"The hub is open.\"]\n";
    assert_eq!(read(here.path(), "plainly.toml"), file);
    assert_eq!(concise(here.path(), "a.md"), "a.md:1:11: warning[house/word] `hub` is on your house list (2 times)\n");
    let again = plainly(here.path(), &["words", "add", "hub"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("plainly.toml: `hub` is on this list already"), "{}", err(&again));
    let broken = plainly(here.path(), &["words", "add", "(hat"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(err(&broken).contains("cannot be read: a bracket `(` is never closed; nothing was changed"), "{}", err(&broken));
    assert_eq!(read(here.path(), "plainly.toml"), file, "nothing half-written");
    let known = out(&plainly(here.path(), &["words", "add", "utilise", "--say", "use", "--level", "error"]));
    assert!(known.contains("jargon/wordy-phrase looks for these words too."), "{known}");
    assert!(read(here.path(), "plainly.toml").ends_with("\n\n[[word]]\ninstead_of = \"utilise\"\nsay = [\"use\"]\nlevel = \"error\"\n"));
}

#[test]
fn a_list_with_a_mistake_is_left_alone() {
    let text = "failon = 'error'\n";
    let here = folder(&[("plainly.toml", text)]);
    for args in [&["words", "add", "hub"][..], &["words", "export"], &["words", "list"], &["words", "test"]] {
        let result = plainly(here.path(), args);
        assert_eq!(result.status.code(), Some(2), "{args:?}");
        assert!(err(&result).contains("plainly.toml:1: the key `failon` is not known here (did you mean `fail-on`?)"), "{}", err(&result));
    }
    assert_eq!(read(here.path(), "plainly.toml"), text);
}

#[test]
fn words_are_listed_and_chosen() {
    let here =
        folder(&[("plainly.toml", "[[word]]\ninstead_of = 'hub'\nsay = ['centre']\n\n[[word]]\ninstead_of = 'pod'\nsay = []\nrisk = 'high'\n")]);
    let all = out(&plainly(here.path(), &["words", "list"]));
    assert!(all.lines().count() > 500 && all.contains("jargon/wordy-phrase") && all.contains("utilise"), "{} lines", all.lines().count());
    let ours = out(&plainly(here.path(), &["words", "list", "--rule", "house/word"]));
    let shown = "house/word  hub  on   centre\nhouse/word  pod  off  (leave it out)\n\n2 entries; 1 waiting with `off`, as their words often mean something else.\n";
    assert_eq!(ours, shown);
    let sheet = out(&plainly(here.path(), &["words", "list", "--family", "house", "--format", "tsv"]));
    let lines: Vec<&str> = sheet.lines().collect();
    assert!(lines[0].starts_with("rule\tinstead_of\tsay\t") && lines[1].starts_with("house/word\thub\tcentre\t"), "{sheet}");
    let wrong = plainly(here.path(), &["words", "list", "--rule", "jargon/buzzwrd"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("there is no rule `jargon/buzzwrd` (did you mean `jargon/buzzword`?)"), "{}", err(&wrong));
    assert!(err(&plainly(here.path(), &["words", "list", "--rule", "sentences/hard"])).contains("there is no rule `sentences/hard` of words"));
    assert!(err(&plainly(here.path(), &["words", "list", "--family", "jargn"])).contains("(did you mean `jargon`?)"));
}

#[test]
fn words_are_tried_on_their_sentences() {
    let list = "[[word]]\ninstead_of = 'hub'\nsay = ['centre']\nskip_if = { next = ['cap'] }\nflag = ['The hub is open.', 'The pub is open.']\nok = ['A hub cap.', 'Visit the hub.']\n";
    let here = folder(&[("plainly.toml", list)]);
    let tried = plainly(here.path(), &["words", "test", "--rule", "house/word"]);
    assert_eq!(tried.status.code(), Some(1));
    let told = concat!(
        "house/word: `hub` is not found in: The pub is open.\n",
        "house/word: `hub` should be left alone in: Visit the hub.\n",
        "\n1 word with 4 sentences: 2 not as they should be.\n"
    );
    assert_eq!(out(&tried), told);
    let builtin = plainly(here.path(), &["words", "test", "--family", "jargon", "--family", "deficit"]);
    assert!(out(&builtin).contains(": every one is as it should be.\n"), "{}", out(&builtin));
    assert_eq!(builtin.status.code(), Some(0));
}

#[test]
fn a_list_goes_to_a_spreadsheet_and_back() {
    let list = "# ours\n[[word]]\ninstead_of = \"=hub\"\nsay = [\"centre\", \"(say where)\"]\nwhy = 'A \"hub\" is\twhat?'\nskip_if = { near = [\"USB\", \"a b\"] }\nreviewed = { by = \"Moor Lane\", on = 2026-11-03, lived_experience = true }\n";
    let here = folder(&[("plainly.toml", list)]);
    let written = plainly(here.path(), &["words", "export", "words.tsv"]);
    assert_eq!((out(&written).as_str(), err(&written).as_str()), ("1 word from plainly.toml written to words.tsv.\n", ""));
    let sheet = read(here.path(), "words.tsv");
    assert_eq!(out(&plainly(here.path(), &["words", "export"])), sheet);
    assert!(sheet.contains("'=hub\tcentre | (say where)\t\t\"A \"\"hub\"\" is\\twhat?\"") && sheet.contains("USB | a b"), "{sheet}");
    let back = plainly(here.path(), &["words", "import", "words.tsv"]);
    assert_eq!(out(&back), "plainly.toml: 0 words added, 0 changed, 1 as before.\n");
    assert_eq!(read(here.path(), "plainly.toml"), list, "not one byte");
    let copy = plainly(here.path(), &["words", "import", "words.tsv", "--list", "copy.toml"]);
    assert_eq!((copy.status.code(), out(&copy).as_str()), (Some(0), "copy.toml: 1 word added, 0 changed, 0 as before.\n"));
    assert_eq!(out(&plainly(here.path(), &["words", "export", "--list", "copy.toml"])), sheet);

    std::fs::write(here.path().join("words.tsv"), "instead_of,say\npod,room | place\n").expect("written");
    let kept = out(&plainly(here.path(), &["words", "import", "words.tsv"]));
    assert_eq!(kept, "plainly.toml: 1 word added, 0 changed, 0 as before; 1 not in the sheet kept (--replace takes them out).\n");
    let refused = plainly(here.path(), &["words", "export", "words.tsv"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).contains("words.tsv: this file is there already and holds something else; --force writes over it"), "{}", err(&refused));
    let replaced = out(&plainly(here.path(), &["words", "import", "words.tsv", "--replace"]));
    assert_eq!(replaced, "plainly.toml: 0 words added, 0 changed, 1 as before, 1 taken out.\n");
    assert!(!read(here.path(), "plainly.toml").contains("hub"));
    assert_eq!(plainly(here.path(), &["words", "export", "words.tsv", "--force"]).status.code(), Some(0));
}

#[test]
fn a_sheet_with_mistakes_changes_nothing_and_says_where() {
    let list = "[[word]]\ninstead_of = 'hub'\nsay = ['centre']\n";
    let sheet = "instead_of\tsay\tlevel\tfix\n(pod\tx\t\t\nhat\ty\tnotice\t\nsoon\t(give a date)\t\tTRUE\n";
    let here = folder(&[("plainly.toml", list), ("words.tsv", sheet)]);
    let result = plainly(here.path(), &["words", "import", "words.tsv"]);
    assert_eq!(result.status.code(), Some(2));
    let told = err(&result);
    assert!(told.contains("words.tsv:2, column `instead_of`: `instead_of = \"(pod\"` cannot be read: a bracket `(` is never closed"), "{told}");
    assert!(told.contains("words.tsv:3, column `level`: `notice` is not one of the values allowed here (did you mean `note`?)"), "{told}");
    assert!(told.contains("words.tsv:4, column `fix`: `fix = true` cannot be used here: the replacement must be plain words"), "{told}");
    assert_eq!(read(here.path(), "plainly.toml"), list);
    let gone = plainly(here.path(), &["words", "import", "gone.tsv"]);
    assert!(err(&gone).contains("gone.tsv: there is no such file or folder"), "{}", err(&gone));
}

#[test]
fn lists_beside_the_file_are_read_and_their_mistakes_told() {
    let head = "[rule]\nsummary = 'x'\nlevel = 'error'\nmaturity = 'stable'\nsince = '1'\nmessage = 'ask the housing team about `{quote}`'\nwhy = 'They know.'\nbad = []\ngood = []\n";
    let here = folder(&[
        ("plainly.toml", "[words]\nlists = ['words', 'more.toml']\n"),
        ("words/housing.toml", &format!("{head}[[word]]\ninstead_of = 'void'\nsay = ['empty home']\n")),
        ("words/sport.toml", "[[word]]\ninstead_of = 'pitch'\nsay = ['field']\n"),
        ("words/notes.txt", "not a list"),
        ("more.toml", "[[word]]\ninstead_of = 'pod'\nsay = ['room']\n"),
        ("docs/a.md", "The void is by the pitch and the pod.\n"),
    ]);
    let told = concise(here.path(), "docs/a.md");
    assert!(told.contains("error[house/word] ask the housing team about `void`"), "{told}");
    assert!(told.contains("warning[house/word] `pitch` is on") && told.contains("warning[house/word] `pod` is on"), "{told}");
    assert!(out(&plainly(here.path(), &["words", "list", "--rule", "house/word"])).contains("pitch"));
    std::fs::write(here.path().join("words/sport.toml"), "[[word]]\ninsted_of = 'pitch'\nsay = []\n").expect("written");
    let broken = plainly(here.path(), &["check", "docs/a.md"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(err(&broken).contains("words/sport.toml:2: the key `insted_of` is not known here (did you mean `instead_of`?)"), "{}", err(&broken));
    std::fs::write(here.path().join("plainly.toml"), "\n[words]\nlists = ['gone']\n").expect("written");
    let gone = err(&plainly(here.path(), &["check", "docs/a.md"]));
    assert!(gone.contains("plainly.toml:3: the list `gone`: there is no such file or folder; check the spelling"), "{gone}");
}

#[test]
fn the_house_style_is_kept_to() {
    let text = "We ask service users. Children with autism come too. Disabled people run it. People with disabilities help.\n";
    let here = folder(&[
        ("plainly.toml", "[house]\npeople_we_support = 'people who use our service'\nautistic = 'identity-first'\ndisabled = 'person-first'\n"),
        ("a.md", text),
    ]);
    let told = concise(here.path(), "a.md");
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        lines,
        [
            "a.md:1:8: note[house/word] your house style says `people who use our service`, and this says `service users`",
            "a.md:1:23: note[house/word] your house style says `autistic people`, and this says `Children with autism`",
            "a.md:1:54: note[house/word] your house style says `people with disabilities`, and this says `Disabled people`",
        ]
    );
    assert!(out(&plainly(here.path(), &["check", "a.md"])).contains("help: write `autistic people`"));
    let learning = folder(&[("plainly.toml", "[house]\ndisabled = 'person-first'\n"), ("a.md", "Learning disabled people run it.\n")]);
    assert!(!concise(learning.path(), "a.md").contains("house style"), "another community, which is not settled");
}

#[test]
fn contested_words_are_silent_once_the_house_has_decided() {
    let text = "Service users and care leavers came. The group is for people with autism. Social care customers can ask for a review.\n";
    let told = |config: &str| {
        let here = folder(&[("plainly.toml", config), ("a.md", text)]);
        let shown = out(&plainly(here.path(), &["check", "a.md", "--format", "concise", "--rule", "deficit/contested", "--rule", "house/word"]));
        shown.lines().map(|line| line.split_once(": ").map_or("", |l| l.1).to_owned()).collect::<Vec<_>>()
    };
    let open = told("");
    assert_eq!(open, ["note[deficit/contested] people disagree about `Service users` (and 3 more like it)"], "one note a file");
    let settled =
        told("[house]\npeople_we_support = 'service users'\nautistic = 'either'\n[rules]\n'deficit/contested' = { allow = ['care leaver'] }\n");
    assert!(settled.iter().all(|line| line.contains("your house style says `service users`") && line.contains("ustomers")), "{settled:?}");
    assert_eq!(settled.len(), 1, "{settled:?}");
    let listed = told(
        "[house]\npeople_we_support = 'service users'\nautistic = 'either'\n[[word]]\ninstead_of = 'care leaver'\ninflect = 'noun'\nsay = ['young person']\n",
    );
    assert!(listed.iter().any(|l| l == "warning[house/word] `care leavers` is on your house list"), "{listed:?}");
}

#[test]
fn words_are_allowed_for_one_rule_and_no_other() {
    let text = "We utilise the MDT for the elderly. Prior to the visit, people suffer from asthma.\n";
    let told = |config: &str| {
        let here = folder(&[("plainly.toml", config), ("a.md", text)]);
        let lines = concise(here.path(), "a.md");
        lines.lines().map(|line| line.split('`').nth(1).expect("a quotation").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(told(""), ["utilise", "MDT", "the elderly", "suffer from asthma"]);
    let allowed = "[acronyms]\nknown = ['MDT']\n[rules]\n'deficit/group-label' = { allow = ['the elderly', 'prior to'] }\n";
    assert_eq!(told(allowed), ["utilise", "suffer from asthma"], "and what another rule says of `prior to` is still told with `utilise`");
    assert_eq!(told("[rules]\n'deficit/suffering' = { allow = ['the elderly'] }\n"), told(""));
    assert_eq!(told("[rules]\n'deficit/group-label' = { level = 'off', allow = ['the elderly'] }\n"), ["utilise", "MDT", "suffer from asthma"]);
}

#[test]
fn mistakes_in_the_house_style_are_told_with_the_nearest() {
    for (config, told) in [
        ("[house]\nautistik = 'either'\n", "plainly.toml:2: the key `autistik` is not known here (did you mean `autistic`?)"),
        ("[house]\nautistic = 'person'\n", "plainly.toml:2: `person` is not one of the values allowed here (did you mean `person-first`?)"),
        ("[house]\nallow = ['ok']\n", "plainly.toml:2: the key `allow` is not known here"),
        (
            "[rules]\n'jargon/buzzword' = { allow = ['ok', '(x'] }\n",
            "plainly.toml:2: `(x` holds a mark that is not part of a word; write the words alone",
        ),
        (
            "[rules]\n'acronyms/undefined' = { allow = ['MDT'] }\n",
            "`allow` is for one rule with a list of words, and `acronyms/undefined` is none; put short forms under `[acronyms]`, as `known`",
        ),
        (
            "[[overrides]]\npaths = ['a.md']\n[overrides.rules]\n'jargon/buzzword' = { allow = ['hub'] }\n",
            "plainly.toml:4: `allow` holds for all documents: put it under the `[rules]` of the file",
        ),
        ("[house]\npeople_we_support = ''\n", "plainly.toml:2: `` cannot be looked for: there is no word in it"),
        ("[words]\nlist = ['x']\n", "plainly.toml:2: the key `list` is not known here (did you mean `lists`?)"),
    ] {
        let here = folder(&[("plainly.toml", config), ("a.md", "Text.\n")]);
        let result = plainly(here.path(), &["check", "a.md"]);
        assert_eq!(result.status.code(), Some(2), "{config}");
        assert!(err(&result).contains(told), "{config}: {}", err(&result));
    }
}
