//! Good invitations, each in its own voice: nothing is missing from them. Without the sentences of one element, that element is told of, and
//! nothing else; with them back, nothing is.

mod common;

use std::path::Path;
use std::process::{Command, Stdio};

use common::{folder, root, source};
use plainly::config::Settings;
use plainly::document::Format;
use plainly::findings::Level;
use plainly::linter::{Linter, Selection};

/// The rules about what an invitation holds, those on trial too.
fn linter() -> Linter {
    let rules = [
        "no-invitation",
        "no-route",
        "one-route",
        "no-deadline",
        "no-who",
        "no-scope",
        "no-stage",
        "no-support",
        "no-payment",
        "no-access",
        "no-underrepresented",
        "no-expectations",
        "no-feedback-loop",
        "no-reciprocity",
        "no-named-contact",
        "our-venues-only",
        "one-off",
    ];
    Linter::new(Settings::default(), &Selection { rules: rules.map(|r| format!("involvement/{r}")).to_vec(), families: Vec::new() })
}

fn told(linter: &Linter, text: &str) -> Vec<String> {
    let source = source("page.md", text);
    linter.check(&linter.read(&source, Format::Markdown)).findings.into_iter().map(|f| f.rule.trim_start_matches("involvement/").to_owned()).collect()
}

/// The invitations of `fixtures/invitations/`: a piece of each that shows an element stands between `<<rule:` and `>>`, where the rule is
/// what must be told without it.
fn invitations() -> Vec<(String, String)> {
    let files = common::files(&root().join("fixtures/invitations"), ".txt");
    files
        .into_iter()
        .map(|p| (p.file_name().expect("a name").to_string_lossy().into_owned(), std::fs::read_to_string(&p).expect("readable")))
        .collect()
}

/// The text without its marks, leaving out the pieces of one element.
fn without(text: &str, left_out: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find("<<") {
        let close = open + rest[open..].find(">>").expect("a piece that is closed");
        let (rule, piece) = rest[open + 2..close].split_once(':').expect("a rule");
        out.push_str(&rest[..open]);
        if rule != left_out {
            out.push_str(piece);
        }
        rest = &rest[close + 2..];
    }
    out.push_str(rest);
    out
}

/// The rules whose pieces are marked.
fn marked(text: &str) -> Vec<String> {
    let mut rules: Vec<String> = text.split("<<").skip(1).map(|piece| piece.split(':').next().unwrap_or_default().to_owned()).collect();
    rules.sort();
    rules.dedup();
    rules
}

#[test]
fn what_is_left_out_is_told_and_nothing_else() {
    let (linter, all) = (linter(), invitations());
    assert!(all.len() >= 12);
    let mut wrong = Vec::new();
    for (name, text) in &all {
        let whole = told(&linter, &without(text, ""));
        if !whole.is_empty() {
            wrong.push(format!("{name}: whole, and told {whole:?}"));
        }
        let rules = marked(text);
        assert!(rules.len() >= 6, "{name}: {rules:?}");
        for rule in rules {
            let found = told(&linter, &without(text, &rule));
            if found != [rule.clone()] {
                wrong.push(format!("{name}: without {rule}, told {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

fn plainly(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_plainly")).args(args).current_dir(folder).stdin(Stdio::null()).output().expect("it runs");
    (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"), String::from_utf8(output.stderr).expect("UTF-8"))
}

/// The invitation that the domain notes end with gives no error and no warning, whatever it is taken for.
#[test]
fn a_good_invitation_is_left_in_peace() {
    let text = "Do you live with diabetes, or care for someone who does? Help us decide how the clinic will run. Email jo@clinic.example, call \
                01632 960001 or drop in at Moor Lane Library on 4 May. Tell us by 30 May. You can change the opening times and the booking form; \
                the building is fixed. We pay £25 an hour, travel and child care. Ask for easy read, BSL or any other help. In July we will publish \
                what we decided together and why.";
    let families = ["involvement", "power", "tokenism", "strengths", "plan"];
    let all = plainly::rules::all().iter().filter(|r| families.contains(&r.family())).map(|r| r.id.to_owned()).collect();
    let linter = Linter::new(Settings::default(), &Selection { rules: all, families: Vec::new() });
    for text in [text.to_owned(), format!("---\nkind: consultation\n---\n{text}"), format!("---\nkind: recruit\n---\n{text}")] {
        let source = source("page.md", &text);
        let found = linter.check(&linter.read(&source, Format::Markdown)).findings;
        assert!(found.iter().all(|f| f.level == Level::Note), "{found:#?}");
    }
}

#[test]
fn a_day_tells_which_invitations_are_over() {
    let here = folder(&[("a.md", "---\nkind: consultation\n---\n# Have your say\n\nHave your say on the park by 4 May 2026. Ring 01632 960001.\n")]);
    let rule = ["--format", "concise", "--rule", "involvement/closed"];
    let told = |day: &str| plainly(here.path(), &[&["check", "a.md", "--today", day], &rule[..]].concat()).1;
    assert_eq!(told("2026-05-04"), "");
    assert!(told("2026-05-05").contains("`4 May 2026` is over"), "{}", told("2026-05-05"));
    assert_eq!(plainly(here.path(), &[&["check", "a.md"], &rule[..]].concat()).1, "", "without a day nothing is over");
    let (code, _, err) = plainly(here.path(), &["check", "a.md", "--today", "soon"]);
    assert!(code == Some(2) && err.contains("2026-05-04"), "{err}");
}

#[test]
fn the_kind_of_a_folder_is_what_the_team_says() {
    let page = "# The park\n\nWe will mend the gate and paint the fence.\n";
    let own = format!("---\nkind: info\n---\n{page}");
    let here = folder(&[("plainly.toml", "[kinds]\nplans = 'plan'\n"), ("plans/a.md", page), ("plans/b.md", &own), ("plansb/c.md", page)]);
    let (code, out, err) = plainly(here.path(), &["check", ".", "--format", "concise", "--rule", "involvement/no-invitation"]);
    assert_eq!((code, err.as_str()), (Some(1), ""));
    assert_eq!(out, "plans/a.md:1:3: warning[involvement/no-invitation] this plan does not ask the people it is about to take part\n");
    let here = folder(&[("plainly.toml", "kind = 'plann'\n"), ("a.md", page)]);
    assert!(plainly(here.path(), &["check", "."]).2.contains("there is no kind `plann` (did you mean `plan`?)"));
}

#[test]
fn a_reason_for_asking_nobody_is_respected_and_shown() {
    let page = |line: &str| format!("---\nkind: plan\n{line}\n---\n# The fee\n\nWe will set the fee.\n");
    let here = folder(&[("a.md", &page("involvement: none — the law sets it")), ("b.md", &page("involvement: none"))]);
    let (_, out, _) = plainly(here.path(), &["check", ".", "--format", "json", "--family", "involvement"]);
    let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert!(json["files"][0]["findings"].as_array().expect("findings").is_empty());
    assert!(json["files"][0]["kind"]["why"].as_str().expect("a reason").ends_with("nobody is asked, it says: the law sets it"));
    assert_eq!(json["files"][1]["findings"][0]["rule"]["id"], "involvement/no-invitation", "without a reason it does not count");
}

#[test]
fn a_checklist_shows_the_sentences_that_count() {
    let here = folder(&[
        ("a.md", "# The park\n\nHelp us choose the benches.\n\nIn July we will publish what we heard.\n"),
        ("b.md", "# Opening hours\n\nThe park opens at eight.\n"),
    ]);
    let (code, out, _) = plainly(here.path(), &["checklist", "a.md", "--framework", "model", "--framework", "invitation"]);
    assert_eq!(code, Some(0));
    assert!(
        out.contains("found at line 3: Help us choose the benches.") && out.contains("  - It names somebody to turn to\n      not found"),
        "{out}"
    );
    assert!(out.contains("This reads words, not deeds."));
    let (_, json, _) = plainly(here.path(), &["checklist", "a.md", "--framework", "all", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let frameworks = json["documents"][0]["frameworks"].as_array().expect("frameworks");
    let names: Vec<&str> = frameworks.iter().map(|f| f["framework"].as_str().expect("a name")).collect();
    assert_eq!(names, ["invitation", "model", "wales", "york", "scie", "nesta", "tips"]);
    assert_eq!(frameworks[0]["statements"][0]["state"], "found");
    let (_, matrix, _) = plainly(here.path(), &["checklist", ".", "--framework", "invitation"]);
    let row = |name: &str| matrix.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{matrix}")).to_owned();
    assert!(row("a.md").contains('+') && !row("b.md").contains('+'), "{matrix}");
    let (_, markdown, _) = plainly(here.path(), &["checklist", "a.md", "--format", "markdown"]);
    assert!(markdown.contains("| It asks people to help shape something | found at line 3: Help us choose the benches. |"), "{markdown}");
    let (code, _, err) = plainly(here.path(), &["checklist", "gone.md"]);
    assert!(code == Some(2) && err.contains("gone.md"), "{err}");
}

/// A skeleton that is filled in passes: each slot in square brackets stands for a few plain words.
#[test]
fn skeletons_pass_once_they_are_filled_in() {
    let slots = [
        ("[phone number]", "01632 960001"),
        ("[email address]", "jo@clinic.example"),
        ("[postal address]", "12 Mill Road, Eastwick EW1 4QT"),
        ("[today, as 2026-05-04]", "2026-05-04"),
        ("[the last day, at least four weeks from now]", "30 June"),
        ("[date]", "30 June"),
        ("[a person's name]", "Ann Reed"),
        ("[£ an hour]", "£12 an hour"),
        ("[month]", "July"),
        ("[month or season]", "spring"),
        ("[how many]", "40"),
        ("[Who]", "Residents"),
        ("[a library, a café or another place that people go to anyway]", "the library"),
    ];
    for what in ["invitation", "consultation", "plan"] {
        let here = folder::<&str, &str>(&[]);
        let (code, _, err) = plainly(here.path(), &["new", what, "--output", "new.md"]);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        let mut text = std::fs::read_to_string(here.path().join("new.md")).expect("written");
        for (slot, filled) in slots {
            text = text.replace(slot, filled);
        }
        while let Some(open) = text.find('[') {
            let close = open + text[open..].find(']').expect("a slot that ends");
            text.replace_range(open..=close, "the day club");
        }
        std::fs::write(here.path().join("new.md"), &text).expect("written");
        let families = ["involvement", "power", "tokenism", "strengths", "plan"];
        let all = plainly::rules::all().iter().filter(|r| families.contains(&r.family())).map(|r| r.id.to_owned()).collect();
        let linter = Linter::new(Settings::default(), &Selection { rules: all, families: Vec::new() });
        let source = source("new.md", &text);
        let found = linter.check(&linter.read(&source, Format::Markdown)).findings;
        assert!(found.is_empty(), "{what}: {found:#?}\n{text}");
        let (code, _, err) = plainly(here.path(), &["new", what, "--output", "new.md"]);
        assert!(code == Some(2) && err.contains("is there already"), "a document that is there is kept: {err}");
    }
}

#[test]
fn the_trace_is_printed() {
    let here = folder::<&str, &str>(&[]);
    let (code, all, _) = plainly(here.path(), &["explain", "--trace"]);
    assert!(code == Some(0) && all.contains("S0.9  ") && all.contains("S4.30  "), "{all}");
    let (_, one, _) = plainly(here.path(), &["explain", "involvement/no-route", "--trace"]);
    assert!(one.contains("S2.6  ") && !one.contains("S0.9  "), "{one}");
    assert_eq!(plainly(here.path(), &["explain", "involvement/no-rout", "--trace"]).0, Some(2));
    assert_eq!(plainly(here.path(), &["explain"]).0, Some(2));
}

/// What is told of a text by one rule: the levels of its findings.
fn levels(rule: &str, text: &str) -> Vec<Level> {
    let linter = Linter::new(Settings::default(), &Selection { rules: vec![rule.to_owned()], families: Vec::new() });
    let source = source("page.md", text);
    linter.check(&linter.read(&source, Format::Markdown)).findings.iter().map(|f| f.level).collect()
}

/// In a plan, what stands far from the invitation lowers the level of a finding by one step; what stands with it silences it.
#[test]
fn what_stands_far_from_the_ask_counts_for_less() {
    let page = |near: &str, far: &str| {
        format!(
            "---\nkind: plan\n---\n# The park\n\n## Have your say\n\nHave your say: ring 01632 960001. {near}\n\n## Paths\n\nWe will mend the paths. {far}\n"
        )
    };
    let pieces = [
        ("involvement/no-support", "We pay your bus fare.", Level::Warning, Some(Level::Note)),
        ("involvement/no-feedback-loop", "In July we will publish what we decided.", Level::Warning, Some(Level::Note)),
        // a note cannot sink further
        ("involvement/no-scope", "You can change the paths; the lake is fixed.", Level::Note, None),
    ];
    for (rule, piece, missing, far) in pieces {
        assert_eq!(levels(rule, &page("", "")), [missing], "{rule}: nowhere");
        assert_eq!(levels(rule, &page("", piece)), far.into_iter().collect::<Vec<_>>(), "{rule}: far");
        assert_eq!(levels(rule, &page(piece, "")), [], "{rule}: near");
        // a consultation is about its invitation from end to end
        assert_eq!(levels(rule, &page("", piece).replace("kind: plan", "kind: consultation")), [], "{rule}: in a consultation");
    }
}

/// The pairs of the domain notes on power, tokenism and strengths: what they mark as wrong is told of, what they mark as right is not.
#[test]
fn the_pairs_of_the_domain_notes_hold() {
    let plan = "---\nkind: plan\n---\n";
    let pairs = [
        (
            "involvement/no-route",
            "",
            "If you have any feedback please email and mark it Co-production.",
            "If you have any feedback please email jo@clinic.example.",
        ),
        (
            "power/no-shared-decision",
            plan,
            "This co-produced plan was agreed by the board.",
            "On this co-produced plan, patients hold half the votes.",
        ),
        ("power/who-decides", plan, "A decision will be made.", "The joint board decides on 3 June."),
        (
            "power/answer-not-question",
            plan,
            "We propose a hub. We propose a bus. Our plan is to begin in May.",
            "We propose a hub. We propose a bus. Our plan is to begin in May. What would make mornings easier?",
        ),
        (
            "power/we-do-it-all",
            plan,
            "We will plant. We will mow. We will dig. We will mend. We will paint. We will clean.",
            "We will plant. We will mow. We will dig. We will mend. We will paint. We will clean. Residents and staff will run the garden together.",
        ),
        ("power/decide-for", "", "We know what carers need.", "The nurse made a best-interests decision (Mental Capacity Act)."),
        ("power/gift-of-voice", "", "We give people a voice.", "The voice box is swollen. Voice is a charity."),
        ("power/staff-only-group", plan, "The board: GP, nurse, finance lead.", "The board: GP, nurse, finance lead and two carers."),
        ("power/you-said-we-did", "", "You said, we did", "We said, we did"),
        (
            "tokenism/after-decision",
            plan,
            "The centre closes in May. Have your say.",
            "The budget is fixed; you can change how it is spent. Have your say.",
        ),
        ("tokenism/lone-representative", "", "The group has a service user representative.", "The group has three people who use the service."),
        ("tokenism/exercise", "", "This is an engagement exercise.", "This is not a tick-box exercise."),
        ("tokenism/buy-in", "", "We need buy-in from carers.", "We buy in bulk."),
        ("tokenism/vague-thanks", "", "We value your feedback.", "You asked for evening slots; they start 2 May."),
        ("tokenism/vague-thanks", "", "We value your feedback.", "We value your feedback. In July we will publish what we decided."),
        ("tokenism/for-information", plan, "This paper is for noting.", "---\nkind: report\n---\nThis paper is for noting."),
        ("tokenism/story-only", plan, "Tell us your story.", "Tell us your story and help choose the provider."),
        ("tokenism/unbacked-claim", "", "Extensive engagement took place.", "41 carers met in May and moved the start time to 10am."),
        (
            "strengths/missing",
            plan,
            "People have needs, problems, risks and complex lives. Residents lack money. Families are vulnerable.",
            "People have needs, problems, risks and complex lives. Residents lack money. Families are vulnerable. They have skills.",
        ),
        ("strengths/no-peer-networks", plan, "# A clinic\n\nWe will hire a nurse.", "# A clinic\n\nWe will hire a nurse, and neighbours help."),
        (
            "strengths/outputs-not-outcomes",
            plan,
            "We will deliver 40 sessions. Our target is 90 referrals. The number of contacts will rise.",
            "We will deliver 40 sessions. Our target is 90 referrals. The number of contacts will rise, so that people feel at home.",
        ),
        ("plan/no-review", plan, "This co-produced plan has five aims.", "This plan has five aims."),
    ];
    for (rule, head, wrong, right) in pairs {
        assert!(!levels(rule, &format!("{head}{wrong}")).is_empty(), "{rule}: {wrong}");
        let right = if right.starts_with("---") { right.to_owned() } else { format!("{head}{right}") };
        assert_eq!(levels(rule, &right), [], "{rule}: {right}");
    }
}
