//! The classes of English words that rules ask about. One class is one file, `wordlists/english/<name>.toml`.

/// Declares the classes once: the variant, its bit, and the file it is read from.
macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident = $bit:literal, $name:literal;)*) => {
        /// A class of words, as one bit.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u32)]
        pub enum Class { $($(#[$doc])* $variant = 1 << $bit,)* }

        impl Class {
            /// Every class with the name of its file.
            pub const ALL: &'static [(Class, &'static str)] = &[$((Class::$variant, $name),)*];
        }
    };
}

classes! {
    /// Stops that do not end a sentence: Mr, e.g, vol.
    Abbreviation = 0, "abbreviations";
    /// Abstract-looking words that every reader knows: appointment, information.
    Everyday = 1, "everyday";
    /// People, and the words that stand for them.
    Person = 2, "person";
    /// Services, bodies and things that can act or be harmed without being people.
    Organisation = 3, "organisation";
    /// Illnesses, disabilities, symptoms, hardship.
    Condition = 4, "condition";
    /// Articles, auxiliaries, prepositions, conjunctions, pronouns: what can follow a finished noun.
    Function = 5, "function-words";
    /// Words that open a clause: because, which, unless.
    Subordinator = 6, "subordinators";
    /// not, no, never, without, unless.
    Negative = 7, "negatives";
    /// Auxiliaries and other common finite verbs: is, will, have, can.
    Verb = 8, "verbs";
    /// Forms of the verbs by which a service decides things for people: decided, assessed, refused.
    Decision = 9, "decisions";
    /// Last words of names: Act, Trust, Ward, Board.
    NameEnd = 10, "name-ends";
    /// Months and week days.
    Calendar = 11, "calendar";
    /// Words in capitals that are not acronyms: roman numerals, units, file types, TODO.
    NotAcronym = 12, "not-acronyms";
    /// Cues that a word is spoken about, not used: phrase, term, avoid, called.
    Mention = 13, "mention-cues";
    /// Verbs of which people are the subject and that hardly ever begin the name of a thing: need, live, want.
    PeopleVerb = 14, "people-verbs";
    /// The reader and the writer: you, your, we, our, I, us.
    Reader = 15, "reader";
}

impl Class {
    /// The class that the file `wordlists/english/<name>.toml` holds.
    #[must_use]
    pub fn named(name: &str) -> Option<Class> {
        Class::ALL.iter().find(|(_, n)| *n == name).map(|(class, _)| *class)
    }
}

/// A set of classes. One more bit tells that a built-in phrase begins with the word, so that one look-up serves both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u32);

impl Classes {
    /// A built-in phrase begins with the word.
    pub const BEGINS: Classes = Classes(1 << 16);

    /// Whether it holds a class of English words, and not only the part of a word in phrases.
    #[must_use]
    pub fn any(self) -> bool {
        self.0 & !Classes::BEGINS.0 != 0
    }

    /// Whether the set has this class.
    #[must_use]
    pub fn has(self, class: Class) -> bool {
        self.0 & class as u32 != 0
    }
}
