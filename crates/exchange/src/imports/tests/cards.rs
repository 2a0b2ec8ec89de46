//! Address books as programs write them.

use super::formats::{nothing, plan};

/// What comes of a book: the clients with the first contact's name and address, and what is said.
fn read(bytes: &[u8]) -> (Vec<[String; 4]>, Vec<(u32, &'static str)>) {
    let plan = plan(&[("book.vcf".to_owned(), bytes.to_vec())], None, nothing());
    let clients = plan.batch.clients.iter().map(|imported| {
        let contact = imported.contacts.first();
        [
            imported.client.name.clone(),
            contact.map(|contact| contact.name()).unwrap_or_default(),
            contact.map(|contact| contact.email.clone()).unwrap_or_default(),
            imported.client.address.street.clone(),
        ]
    });
    let issues = plan
        .report
        .issues
        .iter()
        .map(|issue| (issue.line, issue.message_key));
    (clients.collect(), issues.collect())
}

#[test]
fn version_2_1_is_read_with_its_quoted_printable() {
    let book = b"BEGIN:VCARD\r\nVERSION:2.1\r\n\
        N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\r\n\
        FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=BCller\r\n\
        ORG;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Gr=F6=DFe =26 S=F6hne\r\n\
        TEL;WORK;VOICE:+49 30 1\r\n\
        EMAIL;PREF;INTERNET:joerg@example.org\r\n\
        ADR;WORK;ENCODING=QUOTED-PRINTABLE:;;Lange Stra=C3=9Fe =\r\n\
        7=3B Hinterhaus;Berlin;;10115;Germany\r\n\
        END:VCARD\r\n";
    let (clients, issues) = read(book);
    assert_eq!(issues, []);
    assert_eq!(
        clients,
        [[
            "Größe & Söhne",
            "Jörg Müller",
            "joerg@example.org",
            "Lange Straße 7; Hinterhaus"
        ]]
    );
}

#[test]
fn a_line_folded_within_a_letter_is_put_together() {
    let mut book = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\xe0\xae\r\n \x9a\xe0\xaf\x81\xe0\xae\xb5\r\n\
        EMAIL:not an address\r\nEND:VCARD\r\n"
        .to_vec();
    let (clients, issues) = read(&book);
    assert_eq!(clients[0][0], "சுவ");
    assert_eq!(issues, [(1, "import-email-unreadable")]);
    // The lines count as they did.
    book.extend_from_slice(b"BEGIN:VCARD\r\nVERSION:1.0\r\nFN:Old\r\nEND:VCARD\r\n");
    let (_, issues) = read(&book);
    assert!(issues.contains(&(7, "import-card-version")), "{issues:?}");
}

#[test]
fn what_is_no_book_at_all_is_answered() {
    for book in [
        &b"BEGIN:VCARD\nVERSION:2.1\nFN;QUOTED-PRINTABLE:=\n=\n=G1=\nEND:VCARD"[..],
        b"BEGIN:VCARD\n \n\xff\xfe\nEND:VCARD",
        b"BEGIN:VCARD\nFN;CHARSET=none;QUOTED-PRINTABLE:=ff=fe\nVERSION:2.1\nEND:VCARD\n",
    ] {
        read(book);
    }
}
