//! Words that tell that a short form is explained: "known as", "stands for".

use crate::language::fold::OneOf;

/// Words between a long form and its short form: "…, or the PPG,", "(hereafter the HWB)".
pub const CONNECTING: OneOf<40> = OneOf::new([
    "or",
    "as",
    "called",
    "known",
    "named",
    "termed",
    "the",
    "a",
    "an",
    "our",
    "also",
    "hereafter",
    "hereinafter",
    "henceforth",
    "referred",
    "to",
    "abbreviated",
    "shortened",
    "often",
    "usually",
    "commonly",
    "sometimes",
    "simply",
    "just",
    "aka",
    "is",
    "are",
    "we",
    "call",
    "acronym",
    "abbreviation",
    "short",
    "for",
    "it",
    "i.e",
    "ie",
    "this",
    "will",
    "be",
    "been",
]);
/// Those of them that announce a short form.
pub const TOLD: OneOf<16> = OneOf::new([
    "or",
    "called",
    "known",
    "named",
    "termed",
    "hereafter",
    "hereinafter",
    "henceforth",
    "referred",
    "abbreviated",
    "shortened",
    "aka",
    "call",
    "acronym",
    "abbreviation",
    "short",
]);
/// Those that give it as a name.
pub const NAMED: OneOf<8> = OneOf::new(["called", "known", "named", "termed", "hereafter", "hereinafter", "henceforth", "referred"]);
/// Words after a short form that announce what it means.
pub const MEANS: OneOf<6> = OneOf::new(["stands", "means", "meaning", "denotes", "abbreviates", "abbreviation"]);
pub const BE: OneOf<3> = OneOf::new(["is", "are", "was"]);
/// Words that a long form never begins with.
pub const JOINS: OneOf<2> = OneOf::new(["and", "or"]);
pub const ARTICLES: OneOf<4> = OneOf::new(["a", "an", "the", "our"]);
pub const SHORT_FOR: OneOf<4> = OneOf::new(["short", "acronym", "abbreviation", "initialism"]);
/// Words between the things of a list.
pub const JOINING: OneOf<2> = OneOf::new(["and", "or"]);
/// "A group of tenants" says what something is; "the board" may be one more thing of a list.
pub const ONE_OF_MANY: OneOf<2> = OneOf::new(["a", "an"]);
