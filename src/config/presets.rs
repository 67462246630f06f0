//! The settings that come with the program: `extends = ["preset:nhs"]`. Each is one file in `presets/`, with its reasons.

/// What an entry of `extends` begins with when it names one.
pub const MARK: &str = "preset:";

/// Every preset: its name and its text.
pub const ALL: [(&str, &str); 4] = [
    ("charity", include_str!("presets/charity.toml")),
    ("council", include_str!("presets/council.toml")),
    ("easy-read", include_str!("presets/easy-read.toml")),
    ("nhs", include_str!("presets/nhs.toml")),
];

/// The text of the preset with this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static str> {
    ALL.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
