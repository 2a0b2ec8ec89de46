use folio_domain::organisations::Organisation;

mod cards;
mod formats;
mod hostile;
mod invoice_ninja;
mod mapped;
mod tools;
mod workbooks;

fn organisation() -> Organisation {
    let json = serde_json::json!({
        "name": "Studio", "address": {}, "tax_id": "", "email": "", "phone": "", "hours": "",
        "time_zone": "Asia/Kolkata", "language": "en", "currency": "INR", "payment_terms_days": 14,
        "bank": {}, "invoice_note": "",
    });
    serde_json::from_value(json).unwrap()
}

fn pretty(found: &[(String, u32, bool, &str)], expected: &[(String, u32, bool, &str)]) {
    let missing: Vec<_> = expected.iter().filter(|issue| !found.contains(issue)).collect();
    let extra: Vec<_> = found.iter().filter(|issue| !expected.contains(issue)).collect();
    assert!(
        missing.is_empty() && extra.is_empty(),
        "missing {missing:#?}\nextra {extra:#?}"
    );
    assert_eq!(found.len(), expected.len());
}
