//! A client with two contacts, a draft without a network, and the same draft edited on two desktops at once.

use anyhow::Result;
use folio_domain::permissions::Role;
use folio_protocol::queries::{
    ConflictList, ConflictsQuery, DraftDetail, DraftList, DraftQuery, DraftsQuery, Query,
};
use folio_protocol::sessions::InviteRequest;
use folio_tests::caller::Caller;
use folio_tests::until::{USUAL, until};
use folio_tests::window::deeds::{self, Typed};
use folio_tests::window::office::{self, OWNER, Office};
use folio_tests::window::screen::{Screen, id};
use folio_tests::window::wire::Wire;

const CLIENT: &str = "Hawthorn & Lane";

#[tokio::test(flavor = "multi_thread")]
async fn two_desktops_edit_one_draft_offline_and_both_come_back() -> Result<()> {
    let _turn = office::turn().await;
    let office = Office::open().await?;
    let witness = office.owner().await?;
    let (home, saved) = (office.folder("owner")?, office.folder("saved")?);
    let owner = Screen::window("drafting-owner", &home, &saved, None).await?;
    deeds::connect(&owner, office.wire.address(), OWNER).await?;
    owner.look("10-today-empty").await?;
    deeds::add_client(
        &owner,
        CLIENT,
        "GBP",
        &[
            ("Tom", "tom@hawthorn.example"),
            ("Accounts", "accounts@hawthorn.example"),
        ],
    )
    .await?;
    owner.look("11-client").await?;

    office.wire.pull();
    owner.see("header button.offline").await?;
    let draft = draft_offline(&owner).await?;
    let known: DraftList = witness
        .ask(Query::DraftsQuery(DraftsQuery { client_id: None }))
        .await?;
    assert!(
        known.rows.is_empty(),
        "the server hears nothing while the network is pulled"
    );
    office.wire.plug();
    owner.see("header button.up_to_date").await?;

    let second_wire = Wire::to(&office.server.address()).await?;
    let staff = second_desktop(&office, &witness, &second_wire).await?;
    staff.go(&draft).await?;
    staff.see(&id("draft-reference")).await?;

    office.wire.pull();
    second_wire.pull();
    owner.see("header button.offline").await?;
    staff.see("header button.offline").await?;
    edit_apart(&owner, &staff).await?;

    // The owner's edits arrive first; where both touched a field, the one that arrives last stands.
    office.wire.plug();
    owner.see("header button.up_to_date").await?;
    second_wire.plug();
    staff.see("header button.up_to_date").await?;
    check_merged(&witness, &draft).await?;
    for screen in [&owner, &staff] {
        screen.says(&id("lost-value"), "PO-OWNER").await?;
        assert_eq!(screen.value(&id("draft-reference")).await?, "PO-STAFF");
        assert_eq!(screen.value(&id("draft-note")).await?, "Delivered on Tuesday.");
        assert_eq!(screen.value(&id("line-quantity")).await?, "12");
    }
    owner.look("14-merged-draft").await?;
    owner.go("/sync").await?;
    owner.says(&id("conflict-row"), "PO-OWNER").await?;
    owner.look("15-conflicts").await?;
    staff.close().await?;
    owner.close().await
}

/// Drafts with everything that a line can have, and no network. Gives the draft's path.
async fn draft_offline(owner: &Screen) -> Result<String> {
    let draft = deeds::begin_draft(owner, CLIENT).await?;
    let lines = [
        Typed {
            description: "Letterpress cards",
            quantity: "2.5",
            price: "80",
        },
        Typed {
            description: "Proofs",
            quantity: "1",
            price: "19.999",
        },
    ];
    deeds::type_lines(owner, &lines).await?;
    deeds::tax_line(owner, 0, "VAT", "20").await?;
    owner.type_in(&id("draft-discount"), "10").await?;
    // 200.00 and 20.00, a tenth off: 198.00; a fifth of 180.00 on top.
    owner.says(&id("total"), "234.00").await?;
    owner.look("12-draft-offline").await?;
    owner.press("header button.offline").await?;
    owner.see("dialog[open]").await?;
    owner.look("13-waiting-changes").await?;
    owner.press("dialog[open] header button").await?;
    owner.gone("dialog[open]").await?;
    Ok(draft)
}

/// Another person of the business, at a desktop of their own, who comes by invitation.
async fn second_desktop(office: &Office, witness: &Caller, wire: &Wire) -> Result<Screen> {
    let request = InviteRequest {
        email: "arun@studio.example".to_owned(),
        name: "Arun".to_owned(),
        role: Role::Staff,
        contact_id: None,
    };
    witness.invite(&request).await?;
    let link = office.post.letter("arun@studio.example", "http").await?.link()?;
    let (home, saved) = (office.folder("staff")?, office.folder("staff-saved")?);
    let screen = Screen::window("drafting-staff", &home, &saved, None).await?;
    // The invitation names the server; this desktop reaches it by its own wire.
    let link = link.replace(&office.server.address(), wire.address());
    deeds::accept_in_window(&screen, &link, "Arun").await?;
    Ok(screen)
}

/// One field that both touch, and one each that the other leaves alone.
async fn edit_apart(owner: &Screen, staff: &Screen) -> Result<()> {
    owner.type_in(&id("draft-reference"), "PO-OWNER").await?;
    owner.type_in(&id("draft-note"), "Delivered on Tuesday.").await?;
    staff.type_in(&id("draft-reference"), "PO-STAFF").await?;
    staff.type_nth(&id("line-quantity"), 0, "12").await?;
    Ok(())
}

async fn check_merged(witness: &Caller, draft: &str) -> Result<()> {
    let draft_id = draft
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .parse::<uuid::Uuid>()?;
    let query = DraftQuery {
        draft_id: folio_domain::ids::DraftId(draft_id),
    };
    until("both edits are on the server", USUAL, async || {
        let found: DraftDetail = witness.ask(Query::DraftQuery(query.clone())).await?;
        Ok(found.draft.reference == "PO-STAFF" && found.draft.note == "Delivered on Tuesday.")
    })
    .await?;
    let lost: ConflictList = witness.ask(Query::ConflictsQuery(ConflictsQuery {})).await?;
    assert_eq!(
        lost.rows.len(),
        1,
        "one field was touched by both: {:?}",
        lost.rows
    );
    assert_eq!(
        lost.rows.first().map(|row| row.history.lost.clone()),
        Some("PO-OWNER".into())
    );
    Ok(())
}
