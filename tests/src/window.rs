//! What tests of the real window share: drivers, screens, a mail server to look into, and a network to pull.

pub mod deeds;
pub mod demo;
pub mod drivers;
pub mod faults;
pub mod letters;
pub mod looks;
pub mod office;
pub mod screen;
pub mod wire;
