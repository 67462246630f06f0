//! Rules about who decides and who does things. They read words, not deeds.

pub mod answer_not_question;
pub mod no_shared_decision;
pub mod staff_only_group;
pub mod we_do_it_all;
pub mod who_decides;
