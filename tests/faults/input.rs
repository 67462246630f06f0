//! A: the bytes of a document.

use super::*;
use common::{default_rules, files as files_of, findings, root};
use plainly::input::source::{MAX_BYTES, SourceFile};

/// What is told of a text: rule and message, without places.
fn told(text: &str) -> Vec<(&'static str, String)> {
    findings(&default_rules(), text).into_iter().map(|f| (f.rule, f.message)).collect()
}

#[test]
fn a1_every_bad_sequence_of_bytes_is_refused_with_its_place() {
    let bad: [&[u8]; 18] = [
        b"\x80",
        b"\xBF",
        b"\xC0\x80",
        b"\xC1\xBF",
        b"\xC3",
        b"\xC3(",
        b"\xE0\x80\x80",
        b"\xE2\x82",
        b"\xE2(\xA1",
        b"\xED\xA0\x80",
        b"\xED\xBF\xBF",
        b"\xF0\x80\x80\x80",
        b"\xF0\x9F\x98",
        b"\xF4\x90\x80\x80",
        b"\xF5\x80\x80\x80",
        b"\xF8\x88\x80\x80\x80",
        b"\xFE",
        b"\xFF",
    ];
    for bytes in bad {
        let text = [b"one\ntwo ", bytes, b" three"].concat();
        let refused = SourceFile::from_bytes(text, "a.md").expect_err("refused").to_string();
        assert_eq!(refused, "a.md: line 2 is not UTF-8 text (byte 8); save the file as UTF-8 and run again", "{bytes:?}");
    }
    let here = folder(&[("a.md", b"We utilise caf\xE9s.\n")]);
    assert_eq!(plainly(here.path(), &["check", "--fix"]).status.code(), Some(2));
    assert_eq!(std::fs::read(here.path().join("a.md")).expect("there"), b"We utilise caf\xE9s.\n", "nothing is guessed at");
}

#[test]
fn a2_utf_16_is_refused_with_what_to_do() {
    let wide = |units: &mut dyn Iterator<Item = u16>, order: fn(u16) -> [u8; 2]| units.flat_map(order).collect::<Vec<u8>>();
    let little = wide(&mut std::iter::once(0xFEFF).chain(BAD.encode_utf16()), u16::to_le_bytes);
    let big = wide(&mut std::iter::once(0xFEFF).chain(BAD.encode_utf16()), u16::to_be_bytes);
    let bare = wide(&mut BAD.encode_utf16(), u16::to_le_bytes);
    let here = folder(&[("a.md", little), ("b.md", big), ("c.md", bare)]);
    let (code, said, troubles) = check(here.path(), &[]);
    assert_eq!((code, said.as_str()), (Some(2), ""));
    assert_eq!(
        troubles,
        "plainly: a.md: this is saved as UTF-16; save it as UTF-8 and run again\n\
         plainly: b.md: this is saved as UTF-16; save it as UTF-8 and run again\n\
         plainly: c.md: this is not a text file (a NUL byte at byte 1)\n"
    );
}

#[test]
fn a3_files_of_other_programs_are_refused() {
    let here = folder(&[
        ("a.md", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..]),
        ("b.md", b"PK\x03\x04\x14\0\x06\0"),
        ("c.md", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"),
        ("d.md", b"\x7FELF\x02\x01\x01\0"),
        ("e.md", b"\x1f\x8b\x08\0"),
        ("f.md", BAD.as_bytes()),
    ]);
    let (code, said, troubles) = check(here.path(), &[]);
    assert_eq!((code, said), (Some(2), format!("f.md:{TOLD}")));
    assert_eq!(troubles.lines().count(), 5, "{troubles}");
}

#[test]
fn a4_a_byte_order_mark_counts_for_nothing_and_stays() {
    let mark = "\u{FEFF}";
    let here = folder(&[("a.md", format!("{mark}We utilise tea.\n")), (".plainlyignore", format!("{mark}left.md\n")), ("left.md", BAD.to_owned())]);
    let (_, said, _) = check(here.path(), &[]);
    assert_eq!(said.lines().count(), 1, "the first line of .plainlyignore is read: {said}");
    assert!(said.starts_with("a.md:1:4: "), "{said}");
    plainly(here.path(), &["check", "--fix"]);
    assert_eq!(read(here.path(), "a.md"), format!("{mark}We use tea.\n"));
}

#[test]
fn a5_line_ends_of_every_kind_say_the_same() {
    for path in files_of(&root().join("fixtures/documents"), ".md") {
        let text = std::fs::read_to_string(&path).expect("readable").replace("\r\n", "\n");
        let mixed: String = text.lines().zip(["\n", "\r\n"].iter().cycle()).map(|(line, end)| format!("{line}{end}")).collect();
        assert_eq!(told(&text), told(&mixed), "{}", path.display());
        // the parser knows no table whose lines end as on old Macs
        if !text.contains("\n|") {
            assert_eq!(told(&text), told(&text.replace('\n', "\r")), "{}", path.display());
        }
    }
    // these three end no line in Markdown, nor in a count of lines
    let here = folder(&[("a.md", "A\u{2028}b\u{2029}c\u{85}d\n\nServices for the elderly are free.\n")]);
    assert!(check(here.path(), &[]).1.starts_with("a.md:3:14: "), "{:?}", check(here.path(), &[]));
}

#[test]
fn a6_documents_with_nothing_in_them_are_clean() {
    let empty = [
        "",
        "\n",
        " ",
        " \t\n\n",
        "\u{FEFF}",
        "---\ntitle: The elderly\n---\n",
        "---\n",
        "```\nthe elderly\n```\n",
        "    the elderly",
        "<!-- the elderly -->",
        "#",
        "- ",
        "> ",
    ];
    let files: Vec<(String, &str)> = empty.iter().enumerate().map(|(i, text)| (format!("{i}.md"), *text)).collect();
    let here = folder(&files);
    assert_eq!(check(here.path(), &[]), (Some(0), String::new(), String::new()));
    for args in [&["stats"][..], &["acronyms"], &["check", "--fix"], &["check", "--format", "json"]] {
        let run = plainly(here.path(), args);
        assert_eq!((run.status.code(), err(&run).contains("fault")), (Some(0), false), "{args:?}: {}", err(&run));
    }
    let here = folder(&[("a.md", BAD.trim_end())]);
    assert_eq!(check(here.path(), &[]).1, format!("a.md:{TOLD}"), "the last line needs no end");
}

#[test]
fn a7_one_endless_line_and_a_million_short_ones_are_read() {
    let line = format!("{} the elderly.\n", "word ".repeat(400_000));
    let here = folder(&[("line.md", line), ("lines.md", "a\n".repeat(1_000_000) + "\nTea for the elderly.\n")]);
    let mut command = program(here.path());
    command.args(["check", "--format", "full"]);
    let run = within(Duration::from_secs(60), command);
    assert_eq!(err(&run), "");
    assert!(out(&run).contains("lines.md:1000002:9"), "{}", out(&run));
    assert!(run.stdout.len() < 20_000, "no line of the report is endless: {} bytes", run.stdout.len());
}

#[test]
fn a8_a_document_of_ten_mebibytes_is_read_and_one_byte_more_is_refused_unread() {
    let text = |bytes: usize| std::io::Cursor::new(b"word. ".iter().copied().cycle().take(bytes).collect::<Vec<u8>>());
    assert!(SourceFile::from_reader(text(MAX_BYTES as usize), "a.md", 0).is_ok());
    assert!(SourceFile::from_reader(text(MAX_BYTES as usize + 1), "a.md", 0).is_err(), "also where the length is not known before");
    let here = tempfile::tempdir().expect("a folder");
    std::fs::File::create(here.path().join("a.md")).and_then(|file| file.set_len(5 << 30)).expect("a file full of holes");
    let started = Instant::now();
    assert_eq!(check(here.path(), &[]).2, "plainly: a.md: this is larger than 10 MiB, the most that is checked; split the document\n");
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn a9_letters_made_of_two_characters_are_the_same_letters() {
    let composed = "A cafe\u{301} for the elderly.\n";
    let here = folder(&[("a.md", composed), ("b.md", "👩🏽‍⚕️ for the elderly.\n"), ("c.md", "שלום for the elderly.\n")]);
    let json: serde_json::Value = serde_json::from_slice(&plainly(here.path(), &["check", "--format", "json"]).stdout).expect("JSON");
    let columns = |file: usize| {
        let start = &json["files"][file]["findings"][0]["start"];
        ["col_utf8", "col_utf16", "col_char"].map(|unit| start[unit].as_u64().expect("a number"))
    };
    assert_eq!(columns(0), [14, 13, 13]);
    assert_eq!(columns(1), [23, 13, 11]);
    assert_eq!(columns(2), [14, 10, 10]);
    let names = |text: &str| told(&format!("{text} for the elderly. The resume\u{301} of the MDT.\n")).len();
    assert_eq!(names("caf\u{e9}"), names("cafe\u{301}"));
}

#[test]
fn a10_characters_that_nobody_sees_move_no_span() {
    for odd in ["\u{FFFE}", "\u{FFFF}", "\u{E000}", "\u{10FFFF}", "\u{E0041}", "\u{200B}", "\u{200D}", "\u{AD}", "\u{2060}", "\u{FE0F}"] {
        let text = format!("{odd} Tea for the elderly{odd} is{odd} free{odd}.\n");
        let found = findings(&default_rules(), &text);
        assert_eq!(found.len(), 1, "{odd:?}");
        assert!(text[found[0].span.range()].starts_with("the elderly"), "{odd:?}");
    }
    let found = findings(&default_rules(), "Tea for the el\u{AD}derly is free.\n");
    assert_eq!(found.len(), 1, "a soft hyphen is no letter");
}
