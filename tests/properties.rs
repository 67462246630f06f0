//! The laws: any bytes in and no panic; every span in bounds, on character boundaries, with the text it says; the same findings whatever the
//! line ends and the wrapping; time in a straight line with size.

mod common;

use std::time::{Duration, Instant};

use common::{default_rules, files, findings, root};
use plainly::document::{Document, Format};
use plainly::input::source::SourceFile;
use plainly::report::{self, Renderer};
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

fn check_spans(text: &str) {
    let linter = default_rules();
    let source = SourceFile { name: "a.md".to_owned(), text: text.to_owned() };
    let report = linter.check(&linter.read(&source, Format::Markdown));
    for finding in &report.findings {
        let spans = std::iter::once(finding.span).chain(finding.related.iter().map(|r| r.span));
        for span in spans {
            assert!(span.start < span.end, "{finding:?}");
            assert!(text.get(span.range()).is_some(), "in bounds and on character boundaries: {finding:?}");
        }
    }
    for format in [report::Format::Full, report::Format::Concise, report::Format::Json] {
        let (bytes, shown) = Renderer { format, colour: false, most: 0 }.file(&source, &report);
        assert_eq!(shown, report.findings.len());
        let shown = String::from_utf8(bytes).expect("UTF-8");
        assert!(!shown.contains(['\u{1b}', '\u{202E}']) || format == report::Format::Json);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if std::env::var_os("PLAINLY_MANY").is_some() { 10_000 } else { 1_000 }, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_every_span_is_sound(text in pieces()) {
        check_spans(&text);
    }

    #[test]
    fn any_characters_are_read(text in "\\PC{0,200}") {
        check_spans(&text);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(source) = SourceFile::from_bytes(bytes, "a.md") {
            check_spans(&source.text);
        }
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

/// Shapes that made other parsers and linters slow, at two sizes: twice the text takes at most some three times the time.
#[test]
fn time_grows_in_a_straight_line() {
    let linter = default_rules();
    let time = |text: &str| {
        let source = SourceFile { name: "a.md".to_owned(), text: text.to_owned() };
        let runs = (0..3).map(|_| {
            let started = Instant::now();
            let report = linter.check(&linter.read(&source, Format::Markdown));
            assert!(report.findings.len() < usize::MAX);
            started.elapsed()
        });
        runs.min().unwrap_or_default()
    };
    let shapes = [
        "*a **a ",
        "a]",
        "[a",
        "`",
        "> ",
        "- ",
        "- a\n",
        "[^a]",
        "<!--",
        "<a ",
        "| a ",
        "|MDT|\n|-|\n",
        "&amp;",
        "{{ ",
        "{% ",
        "a@",
        "@a",
        "http://",
        ". ",
        "A.B.C. ",
        "MDT ",
        "MDT, or ",
        "(MDT) ",
        "the ",
        "we ",
        "you said, ",
        "help us to ",
        "in order ",
        "Mr. ",
        "\"",
        "“",
        "’",
        "1.1.",
        "word",
        "word-",
        "a\n",
        "# a\n",
        "The elderly. ",
        "not ",
        ", and we ",
        "(",
        " - ",
        "- the elderly\n",
        "é",
        "\u{301}",
        "\u{200B}",
        "😀",
        "| the elderly |\n|---|\n",
        "> > ",
    ];
    for shape in shapes {
        let text = |bytes: usize| shape.repeat(bytes / shape.len());
        let (small, large) = (time(&text(50_000)), time(&text(100_000)));
        assert!(large < small * 4 + Duration::from_millis(100), "{shape:?}: {small:?} for 50 kB, {large:?} for 100 kB");
    }
}

#[test]
fn deep_nesting_neither_overflows_nor_stops() {
    for unit in ["> ", "- ", "* ", "[", "**a ", "1. "] {
        let text = unit.repeat(20_000) + "the elderly";
        let run = move || findings(&default_rules(), &text).len();
        // a small stack: a reader that recursed would overflow it
        let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(run).expect("a thread");
        thread.join().expect("no overflow, no panic");
    }
}
