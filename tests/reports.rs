//! Every format of a report, read by a parser of its own: it holds the same findings, and nothing in it is a command for a terminal or a build server.

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use common::root;
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use serde_json::Value;

/// Lines of a report that are held against the schema one by one.
const MOST_VALIDATED: usize = 20;

/// What every format must tell of a finding: rule, path, line.
type Told = BTreeMap<(String, String, u64), usize>;

fn report(folder: &Path, format: &str) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_plainly"))
        .args(["check", "--isolated", "--format", format, "."])
        .current_dir(folder)
        .env_remove("GITHUB_STEP_SUMMARY")
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    assert_ne!(run.status.code(), Some(2), "{format}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("UTF-8")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

fn count(told: impl IntoIterator<Item = (String, String, u64)>) -> Told {
    let mut all = Told::new();
    told.into_iter().for_each(|one| *all.entry(one).or_default() += 1);
    all
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a text, not {value}")).to_owned()
}

fn one(rule: &Value, path: &Value, line: &Value) -> (String, String, u64) {
    (text(rule), text(path), line.as_u64().expect("a line"))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("a list, not {value}"))
}

/// A report is what our own JSON Schema says, or one definition of it.
fn valid(definition: &str, report: &Value) {
    let mut schema = json(&std::fs::read_to_string(root().join("docs/report.schema.json")).expect("the schema"));
    if !definition.is_empty() {
        schema = serde_json::json!({ "$ref": format!("#/$defs/{definition}"), "$defs": schema["$defs"] });
    }
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let faults: Vec<String> = validator.iter_errors(report).take(5).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(faults.is_empty(), "{definition}: {faults:#?}");
}

/// The attributes of every element of this name.
fn elements(xml: &str, name: &str) -> Vec<BTreeMap<String, String>> {
    let (mut reader, mut found) = (Reader::from_str(xml), Vec::new());
    loop {
        match reader.read_event().unwrap_or_else(|e| panic!("{e}: {xml}")) {
            Event::Start(e) | Event::Empty(e) if e.name().as_ref() == name => {
                let pair = |a: quick_xml::events::attributes::Attribute<'_>| {
                    let value = a.normalized_value(XmlVersion::Implicit1_0).expect("a value").into_owned();
                    (a.key.as_ref().to_owned(), value)
                };
                found.push(e.attributes().map(|a| pair(a.expect("an attribute"))).collect());
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// A workflow command as the runner of GitHub reads it: properties and message.
fn command(line: &str) -> BTreeMap<String, String> {
    let rest = line.strip_prefix("::").unwrap_or_else(|| panic!("a command, not {line}"));
    let (head, message) = rest.split_once("::").expect("a message");
    let (kind, properties) = head.split_once(' ').expect("properties");
    let data = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    let property = |text: &str| data(&text.replace("%3A", ":").replace("%2C", ","));
    let pair = |p: &str| p.split_once('=').map(|(key, value)| (key.to_owned(), property(value))).expect("key=value");
    let known = [("kind".to_owned(), kind.to_owned()), ("message".to_owned(), data(message))];
    properties.split(',').map(pair).chain(known).collect()
}

fn number(text: &str) -> u64 {
    text.parse().unwrap_or_else(|_| panic!("a number, not {text}"))
}

/// What a report in this format tells, read by a parser of the format.
fn told(format: &str, shown: &str) -> Told {
    match format {
        "concise" => count(shown.lines().map(|line| {
            let (place, rest) = line.split_once(": ").expect("a place");
            let mut place = place.rsplitn(3, ':');
            let (_, line, path) = (place.next(), place.next().expect("a line"), place.next().expect("a path"));
            (rest.split_once('[').and_then(|r| r.1.split_once(']')).expect("a rule").0.to_owned(), path.to_owned(), number(line))
        })),
        "grouped" => {
            let mut path = "";
            let mut all = Vec::new();
            for line in shown.lines().filter(|line| !line.is_empty()) {
                match line.strip_prefix("  ") {
                    None => path = line,
                    Some(row) => {
                        let rule = row.rsplit_once('[').expect("a rule").1.trim_end_matches(']');
                        all.push((rule.to_owned(), path.to_owned(), number(row.trim_start().split(':').next().expect("a line"))));
                    }
                }
            }
            count(all)
        }
        "json" => {
            valid("", &json(shown));
            count(list(&json(shown)["files"]).iter().flat_map(|file| {
                list(&file["findings"]).iter().map(|f| one(&f["rule"]["id"], &file["path"], &f["start"]["line"])).collect::<Vec<_>>()
            }))
        }
        "jsonl" => {
            let lines: Vec<Value> = shown.lines().map(json).collect();
            let (last, findings) = lines.split_last().expect("a summary");
            valid("summary_line", last);
            findings.iter().take(MOST_VALIDATED).for_each(|line| valid("finding_line", line));
            assert_eq!((text(&last["type"]), last["summary"]["findings"].as_u64()), ("summary".to_owned(), Some(findings.len() as u64)));
            count(findings.iter().map(|f| one(&f["rule"]["id"], &f["path"], &f["start"]["line"])))
        }
        "sarif" => {
            let report = json(shown);
            let mut schema = json(&std::fs::read_to_string(root().join("tests/schemas/sarif-2.1.0.json")).expect("the schema"));
            // OASIS has a bracket too many in this one, which no strict reader of patterns takes
            for place in ["run", "toolComponent"] {
                let language = schema.pointer_mut(&format!("/definitions/{place}/properties/language")).and_then(Value::as_object_mut);
                assert!(language.expect("there").remove("pattern").is_some());
            }
            let validator = jsonschema::validator_for(&schema).expect("a schema");
            let faults: Vec<String> = validator.iter_errors(&report).map(|e| format!("{}: {e}", e.instance_path())).collect();
            assert!(faults.is_empty(), "{faults:#?}");
            count(list(&report["runs"][0]["results"]).iter().map(|r| {
                let place = &r["locations"][0]["physicalLocation"];
                let uri = text(&place["artifactLocation"]["uri"]).replace("%20", " ").replace("%3A", ":");
                assert_eq!(place["region"]["startLine"], place["region"]["endLine"], "the main region is one line");
                (text(&r["ruleId"]), uri, place["region"]["startLine"].as_u64().expect("a line"))
            }))
        }
        "github" => {
            let commands: Vec<_> = shown.lines().map(command).collect();
            let rank = |c: &BTreeMap<String, String>| ["error", "warning", "notice"].iter().position(|kind| c["kind"] == *kind).expect("a kind");
            assert!(commands.iter().is_sorted_by_key(rank), "the most serious first");
            count(commands.iter().map(|c| (c["title"].clone(), c["file"].clone(), number(&c["line"]))))
        }
        "gitlab" => {
            let issues = json(shown);
            let prints: std::collections::BTreeSet<String> = list(&issues).iter().map(|i| text(&i["fingerprint"])).collect();
            assert_eq!(prints.len(), list(&issues).len(), "GitLab drops issues that share a fingerprint");
            count(list(&issues).iter().map(|i| one(&i["check_name"], &i["location"]["path"], &i["location"]["lines"]["begin"])))
        }
        "junit" => count(elements(shown, "testcase").into_iter().filter(|case| case["name"] != "plainly").map(|case| {
            let (rule, place) = case["name"].split_once(" at ").expect("a place");
            (rule.to_owned(), case["classname"].clone(), number(place.split(':').next().expect("a line")))
        })),
        "checkstyle" => {
            // errors follow the file that they are in
            let (mut reader, mut path, mut all) = (Reader::from_str(shown), String::new(), Vec::new());
            while let Ok(event) = reader.read_event() {
                let (Event::Start(e) | Event::Empty(e)) = &event else {
                    if event == Event::Eof {
                        break;
                    }
                    continue;
                };
                let value = |name: &str| {
                    let attribute = e.try_get_attribute(name).expect("well-formed").unwrap_or_else(|| panic!("{name}"));
                    attribute.normalized_value(XmlVersion::Implicit1_0).expect("a value").into_owned()
                };
                match e.name().as_ref() {
                    "file" => path = value("name"),
                    "error" => all.push((value("source").replacen("plainly.", "", 1), path.clone(), number(&value("line")))),
                    _ => {}
                }
            }
            assert_eq!(elements(shown, "error").len(), all.len());
            count(all)
        }
        "rdjson" => {
            let report = json(shown);
            count(
                list(&report["diagnostics"])
                    .iter()
                    .map(|d| one(&d["code"]["value"], &d["location"]["path"], &d["location"]["range"]["start"]["line"])),
            )
        }
        "rdjsonl" => {
            let lines: Vec<Value> = shown.lines().map(json).collect();
            count(lines.iter().map(|d| one(&d["code"]["value"], &d["location"]["path"], &d["location"]["range"]["start"]["line"])))
        }
        "sonarqube" => {
            let report = json(shown);
            let rules: Vec<String> = list(&report["rules"]).iter().map(|rule| text(&rule["id"])).collect();
            count(list(&report["issues"]).iter().map(|i| {
                assert!(rules.contains(&text(&i["ruleId"])));
                one(&i["ruleId"], &i["primaryLocation"]["filePath"], &i["primaryLocation"]["textRange"]["startLine"])
            }))
        }
        "azure" => count(shown.lines().map(|line| {
            let (properties, _) = line.strip_prefix("##vso[task.logissue ").and_then(|rest| rest.split_once(']')).expect("a command");
            let undo = |text: &str| text.replace("%3B", ";").replace("%5D", "]").replace("%AZP25", "%");
            let all: BTreeMap<&str, String> = properties.split(';').filter_map(|p| p.split_once('=')).map(|(k, v)| (k, undo(v))).collect();
            (all["code"].clone(), all["sourcepath"].clone(), number(&all["linenumber"]))
        })),
        "csv" => {
            let mut sheet = csv::Reader::from_reader(shown.as_bytes());
            count(sheet.records().map(|row| {
                let row = row.expect("a row");
                assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
                (row[4].to_owned(), row[0].to_owned(), number(&row[1]))
            }))
        }
        "markdown" => count(shown.lines().skip(2).take_while(|line| !line.is_empty()).map(|line| {
            let cells: Vec<&str> = line.split(" | ").collect();
            let (path, line) = cells[0].trim_start_matches("| ").rsplit_once(':').expect("a place");
            let path = path.replace(['\\', '\u{2060}'], "");
            (cells[3].trim_end_matches(" |").to_owned(), path, number(line))
        })),
        other => panic!("no parser for {other}"),
    }
}

const FORMATS: [&str; 15] = [
    "concise",
    "grouped",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "rdjsonl",
    "sonarqube",
    "azure",
    "csv",
    "markdown",
];

/// Every format tells the findings of the JSON report.
fn agree(folder: &Path) {
    let expected = told("json", &report(folder, "json"));
    for format in FORMATS {
        let shown = report(folder, format);
        let told = told(format, &shown);
        if shown.contains("of them are not in this table") {
            assert!(told.iter().all(|(one, count)| expected.get(one) >= Some(count)) && told.len() > 100, "{format}");
        } else {
            assert_eq!(told, expected, "{format}");
        }
        harmless(format, &shown);
    }
    harmless("full", &report(folder, "full"));
}

/// Nothing that a terminal or a build server obeys, but for the commands of its own format.
fn harmless(format: &str, shown: &str) {
    let obeyed =
        |c: char| matches!(c, '\u{1b}' | '\u{7}' | '\u{8}' | '\u{9b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!shown.contains(obeyed), "{format}: {shown}");
    for line in shown.lines() {
        let own = format == "github" && ["::error ", "::warning ", "::notice "].iter().any(|own| line.starts_with(own));
        assert!(own || !line.trim_start().starts_with("::"), "{format}: {line}");
        let rest = if format == "azure" { line.strip_prefix("##vso[task.logissue ").unwrap_or(line) } else { line };
        assert!(!rest.contains("##[") && !rest.contains("##vso["), "{format}: {line}");
    }
}

#[test]
fn every_format_holds_the_same_findings() {
    agree(&root().join("fixtures/documents"));
    agree(&root().join("fixtures/rules/jargon"));
}

/// The same on more than 500 real documents, where they are at hand.
#[test]
fn every_format_holds_the_same_findings_of_real_documents() {
    for folder in ["alan-turing-institute+the-turing-way", "alphagov+government-service-design-manual"] {
        let corpus = root().join("../shared/corpus").join(folder);
        if corpus.is_dir() {
            agree(&corpus);
        }
    }
}

#[test]
fn what_a_document_says_or_is_called_is_no_command() {
    let here = tempfile::tempdir().expect("a folder");
    let evil = "Services for the \u{1b}[31melderly\u{202e} ::error::x ##[error]y ##vso[task.complete]z are =cmd|'/c calc'!A0 in order to utilise the elderly.\n\n\
        ::warning::We utilise\u{7} the ]]> <b>elderly</b> &amp; **homeless** | people @all \u{2066}prior to\u{2069} the visit of the disabled.\n\n\
        ##[command]For the elderly\n";
    for name in ["a.md", "=sum.md", "b c.md", "::error::d.md", "e,f;g].md"] {
        std::fs::write(here.path().join(name), evil).expect("written");
    }
    std::fs::write(here.path().join("h\u{202e}\u{1b}i.md"), evil).expect("written");
    for format in FORMATS.iter().chain(&["full"]) {
        let shown = report(here.path(), format);
        assert!(shown.contains("elderly"), "{format}: {shown}");
        harmless(format, &shown);
    }
}

#[test]
fn reports_go_to_files_as_well() {
    let here = tempfile::tempdir().expect("a folder");
    std::fs::write(here.path().join("a.md"), "Services for the elderly are free.\n").expect("written");
    let run = |args: &[&str]| {
        let run = Command::new(env!("CARGO_BIN_EXE_plainly"))
            .args(["check", "--isolated", "a.md"])
            .args(args)
            .current_dir(here.path())
            .output()
            .expect("it runs");
        (run.status.code(), String::from_utf8(run.stdout).expect("UTF-8"), String::from_utf8(run.stderr).expect("UTF-8"))
    };
    let (code, out, _) = run(&["--format", "concise", "--report", "sarif=out.sarif", "--report", "gitlab=gl.json"]);
    assert_eq!(code, Some(1));
    let read = |name: &str| std::fs::read_to_string(here.path().join(name)).expect("written");
    let expected = told("concise", &out);
    assert_eq!((told("sarif", &read("out.sarif")), told("gitlab", &read("gl.json"))), (expected.clone(), expected));
    let names: Vec<_> = std::fs::read_dir(here.path()).expect("a folder").map(|e| e.expect("an entry").file_name()).collect();
    assert_eq!(names.len(), 3, "nothing else is left behind: {names:?}");
    let (code, _, err) = run(&["--report", "sarif=gone/out.sarif"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("gone/out.sarif: no report can be written here"), "{err}");
    let (code, _, err) = run(&["--report", "serif=out"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("there is no format `serif`"), "{err}");
}
