//! Shapes of text that made other parsers and linters slow, over the whole tool: twice the text may take little more than twice the time.
//!
//! `PLAINLY_MANY=1 cargo test --release --test hostile` tries them on 200 kB and 400 kB, and holds each to two seconds.

#![allow(clippy::print_stdout, reason = "long trials tell what they saw")]

mod common;

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use common::{default_rules, findings};
use plainly::document::Format;
use plainly::fix;
use plainly::input::source::SourceFile;
use plainly::linter::{Ask, Linter};
use plainly::report::{self, Renderer};

/// Most times the time for twice the text.
const MOST: f64 = 2.5;
/// Times below this are mostly noise.
const NOISE: Duration = Duration::from_millis(10);
/// How often a time that seems too long is taken again: the shortest of them counts.
const TRIES: usize = 12;

/// A short piece over and over.
const REPEATED: &[&str] = &[
    // emphasis
    "*a **a ",
    "a** a*",
    "a_ ",
    "_a ",
    "*a_ ",
    "a**b",
    "c* ",
    "*_",
    "***a **b *c ",
    "*a_b**c__d~",
    "~a~~b ",
    "^a",
    "*",
    "_",
    "~",
    "~~",
    "**",
    // links and references
    "a]",
    "[a",
    "[ a_",
    "[ (](",
    "![[]()",
    "[a](<b",
    "[a](b",
    "](\\[\n",
    "[a](",
    "[[a|",
    "[[a|]]",
    "[",
    "]",
    "![",
    "[a]",
    "[a][b]",
    "](",
    "[\\",
    "[a]: b \"\n",
    "[a]:\n",
    "[a]: (\n",
    "[a]: b\n",
    "<http://a",
    "http://",
    "www.a.",
    "a@",
    "@a",
    "a@b.c ",
    // footnotes
    "[^\n",
    "[^a\n",
    "<a [^\n",
    "[[^\n",
    "![^\n",
    "x[^\n",
    "> [^\n",
    "- [^\n",
    "`[^\n",
    "[^a]",
    "[^a]: ",
    "[^a]: b\n\n",
    // code
    "`",
    "`a``b ",
    "```\n",
    "~~~\n",
    "> ~~~\n",
    "- \n      a\n",
    "    a\n",
    "``` `\n",
    // HTML
    "<!--",
    "a <!--\n",
    "<?",
    "a <?\n",
    "<!A ",
    "<![CDATA[",
    "<a ",
    "<a x\n",
    "<a b=\"",
    "</a ",
    "<div>\n",
    "<",
    "</",
    "<b>a</b>",
    "<!-- a -->",
    // blocks
    "> ",
    ">",
    "> > ",
    "- ",
    "- a\n",
    "+ ",
    "1) ",
    "1. a\n",
    "* * * ",
    "a\n=\n",
    "- [ ] ",
    ": ",
    "::: ",
    "# a\n",
    "#",
    "---\n",
    "+++\n",
    "> - ",
    "a\n",
    "a\n\n",
    // tables
    "| a ",
    "|MDT|\n|-|\n",
    "|\n",
    "|a|\n|-|\n",
    "| the elderly |\n|---|\n",
    "|`a",
    "| [a",
    "| [^a",
    "|-",
    // templates, entities, escapes
    "{{ ",
    "{% ",
    "{",
    "{#",
    "&amp;",
    "&#x",
    "&a",
    "&nbsp;",
    "$",
    "$$a{",
    "\\",
    "\\\\\n",
    // characters
    "\t",
    " ",
    "\u{301}",
    "e\u{301}",
    "\u{202E}",
    "\u{200B}",
    "\u{AD}",
    "é",
    "😀",
    "👩\u{200D}",
    "\r",
    "\r\n",
    "\u{2028}",
    "\u{FEFF}",
    "ﬁ",
    "ß",
    "İ",
    // prose
    ". ",
    "...",
    "A.B.C.",
    "A.B.C. ",
    "MDT ",
    "MDT, or ",
    "(MDT) ",
    "MDT (",
    "team (MDT) ",
    "the ",
    "we ",
    "you said, ",
    "help us to ",
    "in order ",
    "Mr. ",
    "e.g. ",
    "\"",
    "'",
    "“",
    "’",
    "”",
    "1.1.",
    "1,",
    "3 May ",
    "2026-",
    "word",
    "word-",
    "word/",
    "The elderly. ",
    "not ",
    ", and we ",
    "(",
    ")",
    " - ",
    " – ",
    "- the elderly\n",
    "utilise ",
    "We utilise it. ",
    "email ",
    "01632 960001 ",
    "by ",
    "have your say ",
    "is to be ",
    "of the ",
    "do not not ",
    "un",
    "hard-to-",
    "people with ",
    // our own comments
    "<!-- plainly ignore: ",
    "<!-- plainly ignore: jargon/latin a -->\n\na\n\n",
    "<!-- plainly ignore: x y -->",
];

/// What grows in another way than piece by piece, of about `n` bytes.
fn grown(n: usize) -> Vec<(&'static str, String)> {
    let root = (n as f64 * 2.0).sqrt() as usize;
    let lines = |line: &dyn Fn(usize) -> String| (0..n / line(n / 10).len()).map(line).collect::<String>();
    vec![
        ("brackets in brackets", "[".repeat(n / 2) + "a" + &"]".repeat(n / 2)),
        ("stars round a word", "*".repeat(n / 2) + "a" + &"*".repeat(n / 2)),
        ("longer and longer code marks", (1..root).map(|i| "e".to_owned() + &"`".repeat(i)).collect()),
        ("deeper and deeper quotes", (1..root).map(|i| ">".repeat(i) + "a\n").collect()),
        ("deeper and deeper lists", (1..root).map(|i| " ".repeat(i) + "* a\n").collect()),
        ("a wide table with short rows", "|a".repeat(n / 8) + "|\n" + &"|-".repeat(n / 8) + "|\n" + &"|\n".repeat(n / 4)),
        (
            "a table as wide as long",
            "|a".repeat(root / 2) + "|\n" + &("|-".repeat(root / 2) + "|\n") + &("|b".repeat(root / 2) + "|\n").repeat(root / 2),
        ),
        ("definitions of links", lines(&|i| format!("[{i}]: /{i}\n"))),
        ("uses of one long target", format!("[a]: /{}\n\n", "t".repeat(n / 2)) + &"[a] ".repeat(n / 8)),
        ("definitions and uses of footnotes", lines(&|i| format!("[^{i}]: a\n\n[^{i}]\n\n"))),
        ("front matter that never ends", "---\n".to_owned() + &"a: b\n".repeat(n / 5)),
        ("front matter with one long value", format!("---\na: {}\n---\n\nThe elderly.\n", "b".repeat(n))),
        ("short forms, each another", lines(&|i| format!("The {} is here. ", letters(i)))),
        ("short forms, each explained", lines(&|i| format!("The big {0} team ({0}) is here.\n\n", letters(i)))),
        ("one word", "w".repeat(n)),
        ("one sentence of findings", "the elderly and the disabled utilise, ".repeat(n / 38)),
        ("numbers in an open bracket", "(".to_owned() + &"1. ".repeat(n / 3)),
        ("verbs that hang together", "It was ".to_owned() + &"utilised and ".repeat(n / 13)),
        ("a paragraph of findings", "We utilise it for the elderly in order to commence. ".repeat(n / 52)),
        ("findings, each another", lines(&|i| format!("We utilise {i} and commence {i}.\n\n"))),
        ("headings, each another", lines(&|i| format!("## Part {i}\n\nTea for the elderly.\n\n"))),
        ("comments that ignore", lines(&|i| format!("<!-- plainly ignore: deficit/group-label a reason {i} -->\n\nTea for the elderly.\n\n"))),
        ("an open comment, then pages", "<!-- a\n".to_owned() + &"The elderly.\n\n".repeat(n / 14)),
    ]
}

/// A, B … AA, AB: in capitals, so that each is a short form.
fn letters(mut n: usize) -> String {
    let mut text = String::from("Q");
    loop {
        text.push((b'A' + (n % 26) as u8) as char);
        n /= 26;
        if n == 0 {
            return text;
        }
    }
}

/// All that `plainly check` does with a document, into reports for people and for programs.
fn run(linter: &Linter, text: &str) -> Duration {
    let source = SourceFile { name: "a.md".to_owned(), text: text.to_owned() };
    let started = clock();
    let reading = linter.read(&source, Format::Markdown);
    let mut report = linter.check_as(&reading, Ask { fingerprints: true, ..Ask::default() });
    report.fixes = fix::offers(linter, &reading, &report);
    for format in [report::Format::Full, report::Format::Json, report::Format::Sarif] {
        let most = if format == report::Format::Full { 50 } else { 0 };
        assert!(Renderer { format, colour: false, most }.file(&source, &report).1 <= report.findings.len());
    }
    clock() - started
}

/// Time that this thread has had, where the system tells: on a busy machine the clock on the wall says little.
fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let on_cpu = told.and_then(|told| told.split(' ').next()?.parse().ok()).map(Duration::from_nanos);
    on_cpu.unwrap_or_else(|| START.elapsed())
}

/// Whether the second text, twice as long as the first, takes about twice the time; the times.
fn is_straight(linter: &Linter, small: &str, large: &str) -> Result<Duration, String> {
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    for _ in 0..TRIES {
        (short, long) = (short.min(run(linter, small)), long.min(run(linter, large)));
        if long.as_secs_f64() <= (short + NOISE).as_secs_f64() * MOST {
            return Ok(long);
        }
    }
    Err(format!("{short:?} for {} bytes, {long:?} for {}", small.len(), large.len()))
}

#[test]
fn time_grows_in_a_straight_line() {
    let many = std::env::var_os("PLAINLY_MANY").is_some();
    let (linter, size) = (default_rules(), if many { 200_000 } else { 30_000 });
    let pieces = REPEATED.iter().map(|piece| (*piece, piece.repeat(size / piece.len()), piece.repeat(2 * size / piece.len())));
    let grown = grown(size).into_iter().zip(grown(2 * size)).map(|((name, small), (_, large))| (name, small, large));
    let mut slow = Vec::new();
    let mut slowest = (Duration::ZERO, "");
    for (name, small, large) in pieces.chain(grown) {
        match is_straight(&linter, &small, &large) {
            Err(times) => slow.push(format!("{name:?}: {times}")),
            Ok(took) => slowest = slowest.max((took, name)),
        }
    }
    println!("the slowest is {:?}: {:?} for {} bytes", slowest.1, slowest.0, 2 * size);
    assert!(slow.is_empty(), "{}", slow.join("\n"));
    assert!(!many || slowest.0 < Duration::from_secs(2), "{slowest:?}");
}

#[test]
fn a12_deep_nesting_neither_overflows_nor_stops() {
    for unit in ["> ", "- ", "* ", "[", "**a ", "1. ", "<div>", "![", "> - ", "| "] {
        let text = unit.repeat(100_000 / unit.len()) + "the elderly";
        let run = move || findings(&default_rules(), &text).len();
        // a small stack: a reader that recursed would overflow it
        let thread = std::thread::Builder::new().stack_size(128 * 1024).spawn(run).expect("a thread");
        thread.join().expect("no overflow, no panic");
    }
}
