//! The laws: any bytes in and no panic; every span in bounds, on character boundaries, with the text it says; the same findings whatever the
//! line ends and the wrapping; what is ignored or set aside stays so, and nothing else. Shapes that take time are in hostile.rs.

mod common;
#[path = "common/laws.rs"]
mod laws;

use common::{default_rules, files, findings, root, source};
use plainly::builtin;
use plainly::document::{Document, Format};
use plainly::input::source::SourceFile;
use plainly::linter::Ask;
use proptest::prelude::*;

/// Pieces that make documents of the kind that breaks parsers, and words that make findings.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "the elderly",
        "hard-to-reach",
        "utilise",
        "in order to",
        "MDT",
        "multidisciplinary team (MDT)",
        "commit suicide",
        "you said, we did",
        "Have your say",
        "please email",
        "a@b.example",
        "01632 960001",
        "suffers from asthma",
        "e.g. this",
        "Mr. Smith",
        "3.5",
        "&amp;",
        "&nbsp;",
        "\\*",
        "*",
        "**",
        "_",
        "`",
        "``",
        "[",
        "](",
        ")",
        "![",
        "<b>",
        "<!--",
        "-->",
        "> ",
        "- ",
        "1. ",
        "# ",
        "\n",
        "\n\n",
        "  \n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "| a | b |\n|---|---|\n",
        "|",
        "---\n",
        "+++\n",
        "$",
        "$$",
        "{{ x }}",
        "{%",
        "[^1]",
        "[^1]: ",
        "\u{FEFF}",
        "\u{202E}",
        "\u{AD}",
        "é",
        "😀",
        "’",
        "“",
        "”",
        "…",
        "–",
        ". ",
        "? ",
        "A.B.C.",
        "I'm",
        "http://x.example",
        "~",
        "^",
        "=",
        "~~",
        ": ",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|p| p.concat())
}

/// Phrases that `--fix` may swap, in the ways that people write them, with the things between that make a swap hard.
fn fixable() -> impl Strategy<Value = String> {
    let phrases = builtin::phrases();
    let plain = |p: &str| !p.contains(['(', '?', '~']);
    let listed: Vec<&str> =
        (0..phrases.entries()).map(|i| phrases.entry(i as u32)).filter(|e| e.may_be_fixed() && plain(e.phrase())).map(|e| e.phrase()).collect();
    let changed = |(phrase, how): (&str, u8)| match how {
        0 | 1 => phrase.to_owned(),
        2 => phrase.to_uppercase(),
        3 => phrase[..1].to_uppercase() + &phrase[1..],
        4 => phrase.replacen(' ', "\n", 1),
        5 => format!("*{phrase}*"),
        6 => format!("“{phrase}”"),
        7 => format!("[{phrase}](a.md)"),
        8 => phrase.replacen(' ', " *", 1) + "*",
        _ => phrase.replacen(' ', "&nbsp;", 1),
    };
    let between = prop::sample::select(vec![
        " ",
        " ",
        " ",
        " the ",
        " a ",
        " an ",
        " we ",
        " and ",
        " people ",
        " the elderly ",
        " the MDT ",
        ", ",
        ". ",
        ".\n\n",
        "\n",
        "\n- ",
        "\n\n> ",
        "\n# ",
        "\n\n| a |\n|---|\n| ",
        " is ",
        " has ",
        " to ",
        "-",
        "/",
        "'s ",
        " not ",
        " you said, we did ",
        " hard-to-reach ",
        " help us to ",
        "\r\n",
        "\"",
        " 3 ",
    ]);
    let piece = (prop::sample::select(listed), 0..10_u8).prop_map(changed);
    prop::collection::vec((piece, between), 1..25).prop_map(|all| all.into_iter().map(|(phrase, gap)| phrase + gap).collect())
}

#[test]
fn fixing_our_documents_settles_in_one_go() {
    let mut fixed = 0;
    for text in documents() {
        fixed += laws::swaps(&text);
        laws::swaps(&text.replace('\n', "\r\n"));
    }
    assert!(fixed > 20, "{fixed} swaps");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if std::env::var_os("PLAINLY_MANY").is_some() { 10_000 } else { 1_000 }, ..ProptestConfig::default() })]

    #[test]
    fn fixing_settles_in_one_go_and_brings_nothing_new(text in fixable()) {
        laws::swaps(&text);
    }

    #[test]
    fn fixing_odd_markdown_settles_too(text in pieces()) {
        laws::swaps(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if std::env::var_os("PLAINLY_MANY").is_some() { 10_000 } else { 1_000 }, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_every_span_is_sound(text in pieces()) {
        laws::spans(text.as_bytes());
    }

    #[test]
    fn any_characters_are_read(text in "\\PC{0,200}") {
        laws::spans(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        laws::spans(&bytes);
    }

    /// Words, sentences and blocks cover each other: every word lies in its sentence and its block, in order.
    #[test]
    fn the_arrays_of_a_document_agree(text in pieces()) {
        let source = SourceFile { name: "a.md".to_owned(), text };
        let document = Document::new(&source, Format::Markdown);
        let mut next = 0;
        for block in &document.blocks {
            for sentence in &document.sentences[block.sentences()] {
                prop_assert_eq!(sentence.words().start, next);
                next = sentence.words().end;
                for word in document.words_of(sentence) {
                    prop_assert!(sentence.prose.start <= word.span.start && word.span.end <= sentence.prose.end);
                    prop_assert!(block.prose.start <= word.span.start && word.span.end <= block.prose.end);
                    let span = document.source_span(word.span);
                    prop_assert!(source.text.get(span.range()).is_some_and(|t| !t.is_empty()));
                }
            }
        }
        prop_assert_eq!(next, document.words.len());
    }
}

fn documents() -> Vec<String> {
    let all = files(&root().join("fixtures"), ".md");
    assert!(all.len() > 20);
    all.iter().map(|path| std::fs::read_to_string(path).expect("readable")).collect()
}

/// What is told, without places.
fn told(text: &str) -> Vec<(&'static str, String)> {
    findings(&default_rules(), text).into_iter().map(|f| (f.rule, f.message)).collect()
}

#[test]
fn line_ends_change_nothing() {
    for text in documents() {
        let unix = text.replace("\r\n", "\n");
        assert_eq!(told(&unix), told(&unix.replace('\n', "\r\n")), "{}", &unix[..unix.floor_char_boundary(200)]);
    }
}

#[test]
fn wrapping_a_paragraph_changes_nothing() {
    let text = "We will utilise a hard to reach service for the elderly in order to help, and the MDT will commence a holistic review of it at pace.";
    let wrapped = text.replace(' ', "\n");
    let quoted = format!("- {}", text.replace(' ', "\n  "));
    assert_eq!(told(text), told(&wrapped));
    assert_eq!(told(text), told(&quoted));
}

#[test]
fn the_message_quotes_what_stands_at_the_place() {
    for text in documents() {
        for finding in findings(&default_rules(), &text) {
            let Some(quote) = finding.message.strip_prefix('`').and_then(|rest| rest.split('`').next()) else { continue };
            let letters = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let there =
                letters(&text[finding.span.range()].replace("&nbsp;", " ").replace("&amp;", "&").replace("&#8217;", "’").replace("&#8209;", "-"));
            let quote = letters(quote.trim_end_matches('…'));
            assert!(there.starts_with(&quote), "{}: `{quote}` at `{there}`", finding.rule);
        }
    }
}

/// Pages as people write them, block by block: headings, paragraphs, lists and quotations, with much to find.
fn pages() -> impl Strategy<Value = Vec<String>> {
    let sentence = prop::sample::select(vec![
        "Services for the elderly are free.",
        "We utilise the hall every day.",
        "In order to help, we ring you first.",
        "She suffers from asthma.",
        "Many of them are hard to reach.",
        "Tea is at ten.",
        "You can ask for a lift, and a friend can come too.",
        "We will commence the work prior to May.",
        "It is a holistic offer for the homeless and the disabled.",
        "We work at pace to facilitate a seamless journey going forward.",
        "The room is on the ground floor.",
    ]);
    let block = (0..6_u8, prop::collection::vec(sentence, 1..5)).prop_map(|(kind, sentences)| match kind {
        0 => format!("## {}", sentences[0].trim_end_matches('.')),
        1 => sentences.iter().map(|s| format!("- {s}\n")).collect::<String>().trim_end().to_owned(),
        2 => format!("> {}", sentences.join(" ")),
        _ => sentences.join(" "),
    });
    prop::collection::vec(block, 1..8)
}

/// The fingerprints of all that is found, with their rules.
fn prints(text: &str) -> std::collections::BTreeMap<String, String> {
    let (linter, source) = (default_rules(), source("page.md", text));
    linter.places(&linter.read(&source, Format::Markdown)).into_iter().map(|(rule, print)| (print, rule.to_owned())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if std::env::var_os("PLAINLY_MANY").is_some() { 10_000 } else { 1_000 }, ..ProptestConfig::default() })]

    #[test]
    fn line_ends_and_wrapping_change_no_finding(page in pages(), breaks in any::<u64>()) {
        let text = page.join("\n\n");
        let before = told(&text);
        prop_assert_eq!(&before, &told(&text.replace('\n', "\r\n")));
        let wrapped = |block: &String| {
            let words = block.split(' ').enumerate();
            let broken = words.map(|(i, word)| if i > 1 && breaks >> (i % 64) & 1 == 1 { format!("\n{word}") } else if i > 0 { format!(" {word}") } else { word.to_owned() });
            if block.starts_with(['#', '-', '>']) { block.clone() } else { broken.collect() }
        };
        prop_assert_eq!(before, told(&page.iter().map(wrapped).collect::<Vec<_>>().join("\n\n")));
    }

    #[test]
    fn ignoring_every_rule_leaves_nothing_and_one_less_brings_its_findings_back(page in pages()) {
        let text = page.join("\n\n");
        let before = told(&text);
        let rules: std::collections::BTreeSet<&str> = before.iter().map(|(rule, _)| *rule).collect();
        let without = |left_out: Option<&str>| {
            let asked = rules.iter().filter(|rule| Some(**rule) != left_out);
            told(&(asked.map(|rule| format!("<!-- plainly ignore-file: {rule} a test of the law -->\n")).collect::<String>() + "\n" + &text))
        };
        prop_assert_eq!(without(None), []);
        for rule in &rules {
            prop_assert_eq!(without(Some(*rule)), before.iter().filter(|(of, _)| of == rule).cloned().collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_set_aside_stays_so_when_blocks_move(page in pages(), turn in 0..8_usize) {
        let text = page.join("\n\n");
        let old = prints(&text);
        let (linter, source) = (default_rules(), source("page.md", &text));
        let ask = Ask { old: Some(&old), ..Ask::default() };
        prop_assert_eq!(linter.check_as(&linter.read(&source, Format::Markdown), ask).findings, []);
        let mut moved = page.clone();
        moved.rotate_left(turn % page.len());
        moved.insert(0, "The bus stops at the gate.".to_owned());
        let new: Vec<(String, String)> = prints(&moved.join("\n\n")).into_iter().filter(|(print, _)| !old.contains_key(print)).collect();
        prop_assert_eq!(new, []);
    }
}
