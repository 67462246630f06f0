//! What is no prose is never read: the parser leaves it out, so the guard has nothing to do but be tested.

use super::tests::finds;

#[test]
fn code_addresses_and_marks_are_never_read() {
    for text in [
        "Run `the homeless` now.",
        "```\nthe homeless\n```",
        "    the homeless",
        "Go to https://a.example/the-homeless now.",
        "Write to the-homeless@a.example now.",
        "---\ntitle: the homeless\n---\n\nCall us.",
        "<div title=\"the homeless\">\n\nCall us.",
        "Sums: $the homeless$.",
        "![](the-homeless.png)",
        "[a map](the-homeless.html)",
        "<!-- the homeless -->\n\nCall us.",
    ] {
        assert_eq!(finds("deficit/group-label", text), 0, "{text}");
    }
}

#[test]
fn words_for_an_image_and_cells_of_a_table_are() {
    for text in ["![A bed for the homeless](bed.png)", "| Beds | Who |\n|---|---|\n| 4 | for the homeless |"] {
        assert_eq!(finds("deficit/group-label", text), 1, "{text}");
    }
}
