//! What a document asks to leave out: how far each comment reaches, what is told of those that do nothing, and that nothing else goes silent.

mod common;

use common::{default_rules, files, findings, root, source};
use plainly::analysis::involvement::dates::Day;
use plainly::config::Settings;
use plainly::document::directives::Compat;
use plainly::document::{Document, Format};
use plainly::findings::Finding;
use plainly::linter::{Linter, Selection};

/// Each finding: its rule, and the line it is on.
fn told(linter: &Linter, text: &str) -> Vec<(&'static str, usize)> {
    findings(linter, text).iter().map(|f| (f.rule, text[..f.span.start as usize].lines().count().max(1))).collect()
}

const LABEL: &str = "deficit/group-label";

#[test]
fn a_comment_silences_its_rule_in_its_block_and_nothing_else() {
    let linter = default_rules();
    let page = |comment: &str| format!("{comment}\n\nBeds for the homeless.\n\nTea and food for the homeless.\n");
    assert_eq!(told(&linter, &page("<!-- plainly ignore: deficit/group-label the name of a fund -->")), [(LABEL, 5)]);
    assert_eq!(
        told(&linter, "Beds for the homeless who suffer from asthma. <!-- plainly ignore: deficit/group-label the name of a fund -->\n"),
        [("deficit/suffering", 1)]
    );
    let list = "<!-- plainly ignore: deficit/group-label a name -->\n\n- Beds for the homeless.\n- Food for the homeless.\n\nTea for the homeless.";
    assert_eq!(told(&linter, list), [(LABEL, 6)]);
    assert_eq!(
        told(&linter, &page("`<!-- plainly ignore: deficit/group-label a reason -->`")).len(),
        1,
        "code asks for nothing; repeats are one finding"
    );
}

#[test]
fn without_a_rule_or_a_reason_nothing_is_silenced_and_that_is_told() {
    let linter = default_rules();
    let page = |comment: &str| format!("{comment}\n\nBeds for the homeless.\n");
    for comment in ["<!-- plainly ignore: deficit/group-label -->", "<!-- plainly ignore: deficit/group-lable a name -->", "<!-- plainly disable -->"]
    {
        assert_eq!(told(&linter, &page(comment)), [("suppressions/unknown", 1), (LABEL, 3)], "{comment}");
    }
    let near = &findings(&linter, &page("<!-- plainly ignore: deficit/group-lable a name -->"))[0];
    assert_eq!(near.message, "there is no rule `deficit/group-lable` (did you mean `deficit/group-label`?)");
}

#[test]
fn the_last_day_still_counts_and_the_next_does_not() {
    let text = "Beds for the homeless. <!-- plainly ignore: deficit/group-label we ask the board, until 2027-01-31 -->\n";
    let on = |day: &str| {
        let settings = Settings { clock: Day::parse(day), ..Settings::default() };
        told(&Linter::new(settings, &Selection::default()), text)
    };
    assert_eq!(on("2027-01-31"), []);
    assert_eq!(on("2027-02-01"), [(LABEL, 1), ("suppressions/expired", 1)]);
    let today = Settings { clock: Day::parse("2027-02-01"), today: Day::parse("2027-01-01"), ..Settings::default() };
    assert_eq!(told(&Linter::new(today, &Selection::default()), text), [], "--today goes before the clock");
}

#[test]
fn what_did_not_run_is_not_called_unused() {
    let text = "<!-- plainly ignore: deficit/suicide the name of a report -->\n\nWe meet on Monday.\n";
    assert_eq!(told(&default_rules(), text), [("suppressions/unused", 1)]);
    let only = |rule: &str| Linter::new(Settings::default(), &Selection { rules: vec![rule.to_owned()], families: Vec::new() });
    assert_eq!(told(&only(LABEL), text), []);
    assert_eq!(told(&only("suppressions/unused"), text), [("suppressions/unused", 1)], "it is judged by all rules, and told alone");
    assert_eq!(told(&only("suppressions/unused"), "Beds for the homeless.\n"), [], "and where nothing is ignored, nothing else is told");
    let trial = "<!-- plainly ignore: deficit/blame the words of the law -->\n\nWe meet on Monday.\n";
    assert_eq!(told(&default_rules(), trial), [], "a rule that is off cannot speak");
}

#[test]
fn the_comments_of_other_tools_are_read_when_a_team_asks_for_it() {
    let text = "<!-- vale off -->\n\nBeds for the homeless.\n\n<!-- vale on -->\n\nWe utilise it. <!-- markdownlint-disable-line -->\n";
    let with = |compat: Vec<Compat>| told(&Linter::new(Settings { compat, ..Settings::default() }, &Selection::default()), text);
    assert_eq!(with(Vec::new()), [(LABEL, 3), ("jargon/wordy-phrase", 7)]);
    assert_eq!(with(vec![Compat::Vale]), [("jargon/wordy-phrase", 7)]);
    assert_eq!(with(vec![Compat::Vale, Compat::Markdownlint]), []);
}

/// The end of the line that holds the last byte of the block in which a finding begins.
fn end_of_block(document: &Document<'_>, finding: &Finding) -> usize {
    let mut spans = document.blocks.iter().map(|block| document.source_span(block.prose));
    let block = spans.rfind(|span| span.start <= finding.span.start && finding.span.start < span.end).expect("a block");
    block.end as usize
}

/// The law: a comment for each finding leaves none, and one comment taken out again brings that finding back.
#[test]
fn suppressing_every_finding_leaves_none_and_one_comment_less_brings_it_back() {
    let linter = default_rules();
    let mut tried = 0;
    for path in files(&root().join("fixtures/documents"), ".md") {
        let text = std::fs::read_to_string(&path).expect("readable");
        let places: Vec<Finding> = findings(&linter, &text);
        let head = text.strip_prefix("---").and_then(|rest| rest.find("\n---\n")).map_or(0, |end| end + 8);
        let with = |left_out: Option<usize>| {
            let mut rules: Vec<&str> = places.iter().map(|f| f.rule).collect();
            rules.dedup();
            let comments: String = (rules.iter().enumerate())
                .filter(|(i, _)| Some(*i) != left_out)
                .map(|(_, rule)| format!("<!-- plainly ignore-file: {rule} a test of the law -->\n"))
                .collect();
            let page = format!("{}{comments}\n{}", &text[..head], &text[head..]);
            (rules.len(), findings(&linter, &page))
        };
        let (rules, left) = with(None);
        assert!(left.is_empty(), "{}: {:?}", path.display(), left.iter().map(|f| &f.message).collect::<Vec<_>>());
        for one in 0..rules {
            assert!(!with(Some(one)).1.is_empty() || rules > 1, "{}", path.display());
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn a_comment_at_the_end_of_its_paragraph_takes_away_that_finding_alone() {
    let linter = default_rules();
    let mut tried = 0;
    for path in files(&root().join("fixtures/documents"), ".md") {
        let text = std::fs::read_to_string(&path).expect("readable");
        let page = source("page.md", &text);
        let document = Document::new(&page, Format::Markdown);
        let before = findings(&linter, &text);
        for finding in before.iter().filter(|f| f.related.is_empty() && !text[..f.span.start as usize].ends_with(['|', '['])) {
            let end = end_of_block(&document, finding);
            let line = text[end..].find('\n').map_or(text.len(), |n| end + n);
            if text[end..line].contains(['|', ']', ')', '*', '_']) {
                continue;
            }
            let changed = format!("{} <!-- plainly ignore: {} a test of the law -->{}", &text[..line], finding.rule, &text[line..]);
            let after: Vec<_> = findings(&linter, &changed).into_iter().map(|f| (f.rule, f.message)).collect();
            let gone: Vec<_> = before.iter().filter(|f| !after.contains(&(f.rule, f.message.clone()))).map(|f| f.rule).collect();
            assert!(gone.iter().all(|rule| *rule == finding.rule) && !gone.is_empty(), "{}: {} took {gone:?}", path.display(), finding.message);
            assert!(after.len() < before.len(), "{}: {} brought {after:?}", path.display(), finding.message);
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}
