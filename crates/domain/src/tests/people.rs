//! Who may do what, and who no longer may.

use super::*;

#[test]
fn who_is_no_longer_a_contact_is_no_longer_a_member() {
    let mut desk = Desk::new();
    let client_id = desk.client();
    let contact_id = ContactId(desk.id());
    let contact = Contact {
        client_id,
        first_name: "Karl".to_owned(),
        last_name: String::new(),
        email: String::new(),
        phone: String::new(),
        language: None,
        gets_invoices: true,
    };
    desk.must(AddContact { contact_id, contact });
    let principal_id = PrincipalId(desk.id());
    let member = Member {
        name: "Karl".to_owned(),
        email: "karl@client.example".to_owned(),
        role: Role::Client,
        client_id: Some(client_id),
        contact_id: Some(contact_id),
        ended_at: None,
    };
    desk.run(Role::System, AddMember { principal_id, member })
        .unwrap();
    let removed = desk.run(Role::Staff, RemoveContact { contact_id }).unwrap();
    assert_eq!(removed.effects, [Effect::EndPrincipal { principal_id }]);
    assert!(
        desk.records
            .get::<Member>(principal_id)
            .unwrap()
            .ended_at
            .is_some()
    );
    assert!(desk.records.find::<Contact>(contact_id).is_none());
}

#[test]
fn the_policy_table_is_closed() {
    let mut desk = Desk::new();
    let series = || SetSeries {
        pattern: "0".to_owned(),
        next: 1,
        restarts_yearly: false,
        credit_notes: false,
    };
    for role in [Role::Staff, Role::Bookkeeper, Role::Client] {
        assert!(
            is(&desk.run(role, series()).unwrap_err(), Reason::Forbidden),
            "{role:?}"
        );
    }
}
