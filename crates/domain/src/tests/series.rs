//! Number series that have given out numbers.

use super::*;

#[test]
fn a_series_in_use_cannot_go_back() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft = desk.draft(client, &["10"]);
    desk.issue(draft);
    let back = SetSeries {
        pattern: "YYYY-0000".to_owned(),
        next: 1,
        restarts_yearly: false,
        credit_notes: false,
    };
    assert!(is(&desk.run(Role::Owner, back).unwrap_err(), Reason::SeriesInUse));
}

#[test]
fn a_series_that_no_longer_begins_again_goes_on_after_the_highest() {
    let mut desk = Desk::new();
    let client = desk.client();
    let set = |restarts_yearly, next| SetSeries {
        pattern: "YYYY-0000".to_owned(),
        next,
        restarts_yearly,
        credit_notes: false,
    };
    desk.must(set(true, 41));
    let issue = |desk: &mut Desk, issue_date: Option<Date>| {
        let draft_id = desk.draft(client, &["10"]);
        let mut draft = desk.records.get::<Draft>(draft_id).unwrap().clone();
        draft.issue_date = issue_date;
        desk.records.apply(&Write::put(draft_id, draft.place(), draft), 1);
        let id = desk.issue(draft_id);
        desk.records.get::<Invoice>(id).unwrap().number.clone()
    };
    let next_year = Some(date(2027, 1, 1));
    assert_eq!(issue(&mut desk, None), "2026-0041");
    assert_eq!(issue(&mut desk, next_year), "2027-0001");
    assert_eq!(issue(&mut desk, None), "2026-0042");
    let next = |desk: &Desk| desk.records.get::<Series>(series_id(desk.org)).unwrap().next;
    for yearly in [false, true, false] {
        let now = next(&desk);
        desk.must(set(yearly, now));
    }
    assert_eq!(issue(&mut desk, next_year), "2027-0043");
    let now = next(&desk);
    desk.must(set(true, now));
    assert_eq!(issue(&mut desk, None), "2026-0043");
    assert_eq!(issue(&mut desk, next_year), "2027-0044");
}
