//! Short forms: what explains them, what is none, and that odd text costs no more than its length.

mod common;

use std::time::{Duration, Instant};

use common::{findings, only, source};
use plainly::analysis::acronyms::ledger;
use plainly::config::{Audience, Settings};
use plainly::document::{Document, Format};
use plainly::linter::{Linter, Selection};

fn undefined(text: &str) -> Vec<String> {
    findings(&only("acronyms/undefined"), text).iter().map(|f| text[f.span.range()].to_owned()).collect()
}

#[test]
fn every_way_to_explain_a_short_form_is_seen() {
    for text in [
        "Ask the multidisciplinary team (MDT). The MDT meets.",
        "Ask the multidisciplinary\nteam\n(MDT).",
        "Ask the MDT (multidisciplinary team).",
        "People meet (the multidisciplinary team, MDT) weekly. The MDT helps.",
        "Ask the multidisciplinary team (“MDT”).",
        "Ask the multidisciplinary team ([MDT](mdt.md)).",
        "Ask the **multidisciplinary team** (**MDT**).",
        "Ask the multidisciplinary team [MDT].",
        "People (MDT, the multidisciplinary team) meet weekly. The MDT helps.",
        "Ask the MDT(multidisciplinary team).",
        "Both multidisciplinary teams (MDTs) met. Each MDT is small.",
        "Ask the multidisciplinary team, or MDT, for help.",
        "Ask the multidisciplinary team, known as the MDT.",
        "Ask the multidisciplinary team (hereafter the MDT).",
        "Ask the multidisciplinary team, MDT for short.",
        "MDT stands for multidisciplinary team.",
        "MDT is short for multidisciplinary team.",
        "MDT means multidisciplinary team.",
        "MDT = multidisciplinary team",
        "MDT: multidisciplinary team",
        "MDT – multidisciplinary team",
        "multidisciplinary team – MDT",
        "<abbr title=\"multidisciplinary team\">MDT</abbr> meets.",
        "The MDT meets.\n\n*[MDT]: multidisciplinary team",
        "The MDT meets.\n\n## Glossary\n\n- **MDT**: people who plan care",
        "The MDT meets.\n\n## Abbreviations\n\nMDT\n: people who plan care",
        "The MDT meets.\n\n## Jargon buster\n\n| Letters | Words |\n| --- | --- |\n| MDT | people who plan care |",
        "The [MDT](glossary.md#mdt) meets. The MDT is small.",
        "---\nabbreviations:\n  MDT: multidisciplinary team\n---\nThe MDT meets.",
        "The MULTIDISCIPLINARY TEAM (MDT) meets. The MDT is small.",
    ] {
        assert_eq!(undefined(text), Vec::<String>::new(), "{text}");
    }
}

/// Letters and words of the first explanation of each short form.
fn explained(text: &str) -> Vec<(String, String)> {
    let source = source("a.md", text);
    let forms = ledger(&Document::new(&source, Format::Markdown));
    forms.iter().filter_map(|form| Some((form.short.clone(), form.long()?.to_owned()))).collect()
}

#[test]
fn the_words_are_those_that_the_letters_spell() {
    for (text, short, long) in [
        ("Ask the group (CQC, the Care Quality Commission).", "CQC", "Care Quality Commission"),
        ("The World Wide Web Consortium (W3C) met.", "W3C", "World Wide Web Consortium"),
        ("Ask the multidisciplinary team (MDT/MDM).", "MDT", "multidisciplinary team"),
        ("Come to Women in Data Science (WIDS Leeds).", "WIDS", "Women in Data Science"),
        ("The multidisciplinary team will be referred to as the MDT.", "MDT", "multidisciplinary team"),
        ("Read domain 5 (D5) first.", "D5", "domain 5"),
        ("The in vitro fertilisation (IVF) clinic is open.", "IVF", "in vitro fertilisation"),
        ("A move from discharge to assess (D2A) helps.", "D2A", "discharge to assess"),
    ] {
        assert!(explained(text).contains(&(short.to_owned(), long.to_owned())), "{text}: {:?}", explained(text));
    }
    for text in ["The forms (RB1, RB2, RB3) are here.", "Trim the limb buds (or limbs).", "Room 7 (B12) is free.", "Version SHP1 (SHP1C) is here."] {
        assert_eq!(explained(text), Vec::new(), "{text}");
    }
}

#[test]
fn words_that_only_look_alike_explain_nothing() {
    for (text, told) in [
        ("Ask for a cup of tea (MDT).", "MDT"),
        ("Many did try it. The MDT met.", "MDT"),
        ("The patients’ group (ICB) met.", "ICB"),
        ("MDT makes decisions.", "MDT"),
    ] {
        assert_eq!(undefined(text), [told], "{text}");
    }
}

#[test]
fn forms_that_other_tools_miss_are_told() {
    assert_eq!(undefined("Ask the ICBs, the C.M.H.T., the SENCo, the CYPMHS and S117."), ["ICB", "C.M.H.T", "SENCo", "CYPMHS", "S117"]);
}

#[test]
fn what_is_no_acronym_is_left_alone() {
    for text in [
        "Read Part II and chapter XIV.",
        "Take 5 KG or 10 ML at 9 AM.",
        "Post it to EW1 4QT.",
        "TODO: add the date.",
        "Only [ADD QRZ NAMES] can open it.",
        "The office is in New York, NY 10032.",
        "DO NOT eat this.",
        "THIS OFFICE IS CLOSED TODAY.",
        "Read GitHub, YouTube and the iPhone page.",
        "Ann Lee (AL) and Jo Day (JD) wrote to PK and RS.",
        "See E/CN.4/2006/26 and UTF-8.",
        "Save it as a PDF or a DOCX.",
        "## References\n\n- Lee, A. The RZQB and its work.",
        "Read [How the RZQB Came to Be: A History](https://a.example/h).",
    ] {
        assert_eq!(undefined(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_name_on_the_page_makes_a_note_of_its_initials() {
    let told = findings(&only("acronyms/undefined"), "# MLHT\n\nThe MLHT is here to help.\n\nWe are part of Moor Lane Housing Trust.");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].level.name(), "note");
    assert!(told[0].help.as_deref().is_some_and(|help| help.contains("`Moor Lane Housing Trust (MLHT)`")), "{:?}", told[0].help);
}

#[test]
fn replaced_names_and_double_meanings_are_told() {
    let help = |text: &str| findings(&only("acronyms/undefined"), text)[0].help.clone().unwrap_or_default().into_owned();
    assert!(help("Write to the CCG.").contains("replaced by integrated care boards in July 2022"));
    let both = help("Ask about PIP.");
    assert!(both.contains("Personal Independence Payment") && both.contains(" or "), "{both}");
}

#[test]
fn people_at_work_know_what_many_know() {
    let linter = |audience| {
        let settings = Settings { audience, ..Settings::default() };
        Linter::new(settings, &Selection { rules: vec!["acronyms/undefined".to_owned()], families: Vec::new() })
    };
    let text = "Ask about BSL and the MDT.";
    let letters = |audience| findings(&linter(audience), text).iter().map(|f| text[f.span.range()].to_owned()).collect::<Vec<_>>();
    assert_eq!(letters(Audience::Public), ["BSL", "MDT"]);
    assert_eq!(letters(Audience::Professional), ["MDT"]);
}

#[test]
fn the_same_words_are_no_second_meaning() {
    assert_eq!(told("acronyms/conflicting", "Run E2E (end-to-end) tests. All E2E (end-to-end) tests ran."), Vec::<String>::new());
    assert_eq!(told("acronyms/conflicting", "The emergency department (ED) is open. The eating disorders (ED) team is here."), ["ED"]);
}

fn told(rule: &str, text: &str) -> Vec<String> {
    findings(&only(rule), text).iter().map(|f| text[f.span.range()].to_owned()).collect()
}

#[test]
fn a_glossary_may_say_it_all_again() {
    let glossary = "\n\n## Glossary\n\n- **MDT** – multidisciplinary team (MDT)\n- **PCN** – primary care network, which the ICB pays";
    let text =
        format!("The multidisciplinary team (MDT) met. The MDT agreed.{glossary}\n\n## More\n\nThe integrated care board (ICB) met. The ICB agreed.");
    for rule in ["acronyms/used-before-defined", "acronyms/defined-twice", "acronyms/defined-not-used"] {
        assert_eq!(told(rule, &text), Vec::<String>::new(), "{rule}");
    }
    assert_eq!(told("acronyms/used-before-defined", "The ICB pays. The integrated care board (ICB) met."), ["ICB"]);
}

#[test]
fn a_bracket_that_holds_more_is_not_unused() {
    assert_eq!(told("acronyms/defined-not-used", "We use continuous integration (CI/CD) here."), Vec::<String>::new());
    assert_eq!(told("acronyms/defined-not-used", "Ask the patient participation group (PPG) for a form."), ["PPG"]);
}

#[test]
fn codes_and_forms_to_fill_in_are_not_shouted() {
    for text in
        ["Look for AA:BB:CC:DD:EE:FF here.", "Use [NAME OF THE SENDER HERE].", "A JPG, BMP, PNG, TIF file.", "It says “REMOTE HOST HAS CHANGED NOW”."]
    {
        assert_eq!(told("acronyms/shouting", text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(told("acronyms/shouting", "PLEASE READ THIS, AND SIGN IT."), ["PLEASE READ THIS, AND SIGN IT"]);
}

#[test]
fn a_bracket_that_is_never_used_again_can_be_dropped() {
    let linter = only("acronyms/defined-not-used");
    let mended = |text: &str| plainly::fix::mend(&linter, &source("a.md", text), Format::Markdown).source.text;
    assert_eq!(mended("Ask the patient participation group (PPG) for a form.\n"), "Ask the patient participation group for a form.\n");
    for kept in [
        "Ask the patient participation group (PPG). The PPG meets.\n",
        "# The patient participation group (PPG)\n",
        "Ask the [patient participation group (PPG)](ppg.md).\n",
        "Ask the patient participation group (**PPG**).\n",
        "She said: “Ask the patient participation group (PPG).”\n",
    ] {
        assert_eq!(mended(kept), kept);
    }
}

/// Four letters that are different for each number.
fn letters(n: usize) -> String {
    (0..4).map(|i| (b'A' + (n * 7 / 26_usize.pow(i) % 26) as u8) as char).collect()
}

/// Twice the text takes at most some three times the time.
#[test]
fn odd_text_costs_no_more_than_its_length() {
    let all = Selection { rules: Vec::new(), families: vec!["acronyms".to_owned()] };
    let rules = plainly::rules::all().iter().filter(|rule| rule.family() == "acronyms").map(|rule| rule.id.to_owned());
    let linter = Linter::new(Settings::default(), &Selection { rules: rules.collect(), ..all });
    let time = |text: &str| {
        let source = source("a.md", text);
        let runs = (0..3).map(|_| {
            let started = Instant::now();
            assert!(linter.check(&linter.read(&source, Format::Markdown)).findings.len() < usize::MAX);
            started.elapsed()
        });
        runs.min().unwrap_or_default()
    };
    type Shape = (&'static str, fn(usize) -> String);
    let shapes: [Shape; 7] = [
        ("distinct short forms", |count| (0..count).map(|n| format!("the {} met ", letters(n))).collect()),
        ("short forms in brackets", |count| (0..count).map(|n| format!("the {0} ({0}A) ", letters(n))).collect()),
        ("dots", |count| "A.B.C. ".repeat(count)),
        ("capitals", |count| "CAPITAL LETTERS ".repeat(count)),
        ("brackets", |count| "a (AAAAAAAAAAAA) ".repeat(count)),
        ("open brackets", |count| "aa (AB ".repeat(count)),
        ("links", |count| "[MDT](a) ".repeat(count)),
    ];
    for (name, shape) in shapes {
        let (once, twice) = (time(&shape(1_500)), time(&shape(3_000)));
        assert!(twice < once * 4 + Duration::from_millis(100), "{name}: {once:?}, then {twice:?}");
    }
}
