//! The whole job through the real desktop window and a real browser, against a real server: first run, a client, a
//! draft that two desktops edit offline, issuing, the client's side, payments, the bookkeeper's month.
//!
//! A console error or anything that the content security policy refuses fails the test. Each step leaves pictures in
//! four languages and both themes in `FOLIO_TEST_ARTIFACTS`.

#[path = "window/businesses.rs"]
mod businesses;
#[path = "window/client_side.rs"]
mod client_side;
#[path = "window/drafting.rs"]
mod drafting;
#[path = "window/first_run.rs"]
mod first_run;
#[path = "window/issuing.rs"]
mod issuing;
#[path = "window/month.rs"]
mod month;
#[path = "window/payments.rs"]
mod payments;
#[path = "window/screenshots.rs"]
mod screenshots;
