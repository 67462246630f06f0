//! The word data against its own examples: every `bad` and `flag` fires, every `good` and `ok` is silent, no replacement is itself flagged.

mod common;

use common::{default_rules, files, findings, only, root};
use plainly::builtin;
use plainly::document::{Document, Format};
use plainly::findings::Finding;
use plainly::language::inflection::Inflect;
use plainly::phrases::Phrases;
use plainly::rules;
use plainly::wordlists::folder::pack_folder;
use plainly::wordlists::notation;
use plainly::wordlists::shape::{EvidenceFile, RuleFile};

/// Rule files with their ids.
fn rule_files() -> Vec<(String, RuleFile)> {
    let ids: Vec<&str> = builtin::phrases().owners().map(|o| o.name()).filter(|name| name.contains('/')).collect();
    let read = |id: &&str| {
        let text = std::fs::read_to_string(root().join("wordlists").join(format!("{id}.toml"))).expect("the list of a rule");
        ((*id).to_owned(), toml::from_str(&text).expect("checked by the build"))
    };
    ids.iter().map(read).collect()
}

fn quoted(text: &str, findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|f| text[f.span.range()].to_owned()).collect()
}

#[test]
fn every_bad_example_fires_and_every_good_one_is_silent() {
    let mut wrong = Vec::new();
    for rule in rules::all() {
        let linter = only(rule.id);
        for text in &rule.bad {
            if !findings(&linter, text).iter().any(|f| f.rule == rule.id) {
                wrong.push(format!("{}: bad, but silent: {text}", rule.id));
            }
        }
        for text in &rule.good {
            for found in quoted(text, &findings(&linter, text)) {
                wrong.push(format!("{}: good, but `{found}` is flagged: {text}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_entry_keeps_to_its_own_examples() {
    let mut wrong = Vec::new();
    for (id, file) in rule_files() {
        let linter = only(&id);
        for word in file.word.iter().filter(|w| w.runs()) {
            for text in &word.flag {
                if findings(&linter, text.get_ref()).is_empty() {
                    wrong.push(format!("{id}: `{}` should flag: {}", word.instead_of.get_ref(), text.get_ref()));
                }
            }
            for text in &word.ok {
                for found in quoted(text.get_ref(), &findings(&linter, text.get_ref())) {
                    wrong.push(format!("{id}: `{}` should be silent, but `{found}` is flagged: {}", word.instead_of.get_ref(), text.get_ref()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

/// A guard is tested by a sentence that holds the words and is left alone all the same.
#[test]
fn every_guard_has_a_sentence_that_tests_it() {
    let phrases = Phrases::new(None);
    let mut wrong = Vec::new();
    for (id, file) in rule_files() {
        for word in file.word.iter().filter(|w| w.runs() && !(w.skip_if.is_empty() && w.only_if.is_empty())) {
            let phrase = word.instead_of.get_ref().trim_start_matches('=');
            let holds = |text: &str| {
                let source = common::source("page.md", text);
                let hits = phrases.scan(&Document::new(&source, Format::Markdown));
                hits.iter().map(|hit| phrases.entry(hit.entry)).any(|entry| entry.owner().name() == id && entry.phrase() == phrase)
            };
            if !word.ok.iter().any(|text| holds(text.get_ref())) {
                wrong.push(format!("{id}: no `ok` sentence of `{phrase}` has its words"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} guards:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_replacement_is_itself_flagged() {
    let linter = default_rules();
    let mut wrong = Vec::new();
    for (id, file) in rule_files() {
        for word in &file.word {
            for say in word.say.iter().map(|s| s.get_ref()).filter(|s| !s.starts_with('(')) {
                let text = format!("We {}.", say.replace('…', "it"));
                // a replacement may be a term or a short form: the page that takes it over explains it
                let told = findings(&linter, &text).into_iter().filter(|f| f.family() != "acronyms" && f.rule != "jargon/unexplained-term");
                wrong.extend(told.map(|f| format!("{id}: `{}` says `{say}`, which {} flags", word.instead_of.get_ref(), f.rule)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A phrase matches in every form it stands for, straight from the list: the document's own splitting of words agrees with the list's.
#[test]
fn plain_entries_are_found_as_listed() {
    let mut missed = Vec::new();
    for (id, file) in rule_files() {
        let linter = only(&id);
        for word in &file.word {
            let plain = notation::parse(word.instead_of.get_ref()).is_ok_and(|p| p.groups.len() == 1 && p.groups[0].choices.len() == 1);
            let unguarded = word.only_if.is_empty() && word.skip_if.is_empty();
            if plain && unguarded && word.inflect == Inflect::None && word.runs() {
                let phrase = word.instead_of.get_ref().trim_start_matches('=');
                if findings(&linter, &format!("they {phrase}.")).is_empty() {
                    missed.push(format!("{id}: {phrase}"));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn evidence_patterns_keep_to_their_examples() {
    let linter = default_rules();
    let mut wrong = Vec::new();
    for path in files(&root().join("wordlists/involvement"), ".toml").into_iter().filter(|p| !p.ends_with("kinds.toml")) {
        let file: EvidenceFile = toml::from_str(&std::fs::read_to_string(&path).expect("readable")).expect("checked by the build");
        let element = file.evidence.element.get_ref().clone();
        // an example stands alone on its page, so a weak ask shows as evidence; whether it is an ask is decided with all that speaks against it
        let shows = |text: &str, whole: bool| {
            let source = common::source("page.md", text);
            let reading = linter.read(&source, Format::Markdown);
            if whole && element == "ask" {
                !reading.involvement.asks.is_empty()
            } else {
                linter.evidence(&reading).iter().any(|(name, _)| *name == element)
            }
        };
        for pattern in &file.pattern {
            wrong.extend(
                pattern.flag.iter().filter(|text| !shows(text.get_ref(), false)).map(|text| format!("{element}: should count: {}", text.get_ref())),
            );
            wrong.extend(
                pattern.ok.iter().filter(|text| shows(text.get_ref(), true)).map(|text| format!("{element}: should not count: {}", text.get_ref())),
            );
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

/// The folder packs to the same bytes every time, and a fault in it is told with file and line.
#[test]
fn packing_is_the_same_every_time_and_faults_are_told() {
    let lists = root().join("wordlists");
    assert_eq!(pack_folder(&lists).expect("good"), pack_folder(&lists).expect("good"));
    let broken = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(broken.path().join("jargon")).expect("made");
    std::fs::write(broken.path().join("jargon/bad.toml"), "[rule]\nsumary = 'x'\n").expect("written");
    let errors = pack_folder(broken.path()).expect_err("refused");
    assert_eq!(errors[0].to_string(), "wordlists/jargon/bad.toml:2: the key `sumary` is not known here (did you mean `summary`?)");
}

/// A guard that nobody can test is refused, with file and line.
#[test]
fn guards_that_cannot_be_tested_are_refused() {
    let head = "[rule]\nsummary = 's'\nlevel = 'note'\nmaturity = 'trial'\nsince = '0.1.0'\nmessage = '`{quote}`'\nwhy = 'w'\nbad = ['a', 'b', 'c']\n\
                good = ['a', 'b', 'c']\n";
    let told = |head: &str, entry: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("jargon")).expect("made");
        std::fs::write(folder.path().join("jargon/hub.toml"), format!("{head}[[word]]\ninstead_of = 'hub'\nsay = ['centre']\n{entry}\n"))
            .expect("written");
        let errors: Vec<String> = pack_folder(folder.path()).expect_err("refused").iter().map(ToString::to_string).collect();
        errors.into_iter().find(|e| e.starts_with("wordlists/jargon/hub.toml")).unwrap_or_default()
    };
    for (entry, what) in [
        (
            "skip_if = { next = ['cap'] }",
            ":11: the guard of `hub` cannot be tested; add a sentence to `ok` that has these words and must be left alone",
        ),
        ("skip_if = { near = ['hub'] }\nok = ['A hub cap.']", ":11: `near` holds `hub`, which is a word of `hub` itself; take it out"),
        (
            "skip_if = { next = ['e.g. a'] }\nok = ['A hub.']",
            ":11: `next` holds `e.g. a`, which is not a word or a few words; write words only, without marks",
        ),
        (
            "skip_if = { prev = ['a'] }\nonly_if = { prev = ['a'] }\nok = ['A hub.']",
            ":11: `prev = \"a\"` stands in both `skip_if` and `only_if`, so `hub` would never be found",
        ),
        ("skip_if = { in = ['quotes'] }\nok = ['A hub.']", ":13: `quotes` is not one of the values allowed here (did you mean `quote`?)"),
        (
            "only_if = { subject = 'people' }\nok = ['A hub.']",
            ":13: this value is not one that can stand here; write \"person\", \"organisation\", \"condition\" or a list of words in square brackets",
        ),
        ("legal = true\nlevel = 'error'", ":11: a legal term is a note; take out `level`"),
    ] {
        assert_eq!(told(head, entry), format!("wordlists/jargon/hub.toml{what}"));
    }
    let head = head.replace("why =", "except = ['hub cap']\nwhy =");
    assert_eq!(told(&head, ""), "wordlists/jargon/hub.toml:7: `except` holds `hub cap`, which no `good` sentence shows; add one that has it");
    // a word that often means something else, and has no guard that shows what it means, waits: that is no fault
    assert_eq!(told(&head.replace("except = ['hub cap']\n", ""), "risk = 'med'\nskip_if = { next = ['cap'] }"), "");
}
