//! Mails, handed to a small mail server.

use std::sync::Arc;
use std::time::Duration;

use folio_domain::invoices::SendInvoice;
use folio_domain::permissions::Role;
use folio_protocol::sessions::{InviteRequest, LinkAnswer};
use folio_server::Smtp;
use folio_store::server::jobs::{NewJob, enqueue_in};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::support::{Caller, House, house_with};

/// A mail server that keeps what it gets. Addresses that begin with "wrong" are refused, "later" is put off.
#[derive(Clone)]
struct Sink {
    port: u16,
    mails: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let sink = Self {
            port: listener.local_addr().unwrap().port(),
            mails: Arc::default(),
        };
        let mails = sink.mails.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, mails.clone()));
            }
        });
        sink
    }

    async fn house(&self) -> House {
        let url = format!("smtp://127.0.0.1:{}", self.port);
        house_with(|config| {
            config.smtp = Some(Smtp {
                url,
                from: "folio@lumen.test".to_owned(),
            })
        })
        .await
    }
}

async fn talk(stream: TcpStream, mails: Arc<Mutex<Vec<String>>>) {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    let mut data: Option<String> = None;
    writing.write_all(b"220 sink\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        if let Some(text) = &mut data {
            if line == "." {
                mails.lock().await.push(data.take().unwrap());
                writing.write_all(b"250 kept\r\n").await.unwrap();
            } else {
                text.push_str(&line);
                text.push('\n');
            }
            continue;
        }
        let answer: &[u8] = match line.to_ascii_uppercase() {
            command if command.starts_with("DATA") => {
                data = Some(String::new());
                b"354 go on\r\n"
            }
            command if command.starts_with("RCPT TO:<WRONG") => b"550 nobody here\r\n",
            command if command.starts_with("RCPT TO:<LATER") => b"451 try later\r\n",
            command if command.starts_with("QUIT") => b"221 bye\r\n",
            _ => b"250 sink\r\n",
        };
        if writing.write_all(answer).await.is_err() {
            return;
        }
    }
}

/// The text of a mail, its lines put together again.
fn plain(mail: &str) -> String {
    mail.replace("=\n", "").replace("=3D", "=")
}

async fn deliveries(house: &House, owner: &Caller, invoice_id: impl serde::Serialize) -> Value {
    let detail: Value = house
        .query(owner, "invoice", json!({ "invoice_id": invoice_id }))
        .await
        .json();
    detail["deliveries"].clone()
}

#[tokio::test]
async fn an_invoice_is_mailed_once_to_each_contact() {
    let sink = Sink::open().await;
    let house = sink.house().await;
    let business = house.business("lumen").await;
    let owner = business.owner.caller.clone();
    let invoice_id = business.invoice(&business.client("kite").await).await;
    house
        .mutate(&owner, SendInvoice { invoice_id })
        .await
        .json::<Value>();
    folio_server::work_off(&house.app).await.unwrap();
    folio_server::work_off(&house.app).await.unwrap();
    let mails = sink.mails.lock().await.clone();
    assert_eq!(mails.len(), 1);
    let mail = plain(&mails[0]);
    assert!(
        mail.contains("Hello Kavita,") && mail.contains("2026-0001"),
        "{mail}"
    );
    assert!(
        mail.contains("To: kavita@kite.test") && mail.contains("Reply-To:"),
        "{mail}"
    );
    assert_eq!(deliveries(&house, &owner, invoice_id).await[0]["state"], "sent");
    let detail: Value = house
        .query(&owner, "invoice", json!({ "invoice_id": invoice_id }))
        .await
        .json();
    assert_eq!(detail["status"], "sent");

    let token = mail
        .split_once("http://127.0.0.1:4810/i#")
        .unwrap()
        .1
        .split_whitespace()
        .next()
        .unwrap();
    let opened = house
        .post(&Caller::default(), "/api/links/open", json!({ "token": token }))
        .await;
    assert_eq!(opened.json::<Value>()["invoice_id"], json!(invoice_id));
}

#[tokio::test]
async fn a_mail_that_was_taken_is_not_handed_over_again() {
    let sink = Sink::open().await;
    let house = sink.house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let invoice_id = business.invoice(&customer).await;
    let mutation_id = house.id();
    let send = folio_domain::mutations::Mutation::from(SendInvoice { invoice_id });
    let body = json!({ "mutation_id": mutation_id, "mutation": send, "hold_ms": 0 });
    let owner = &business.owner.caller;
    house.post(owner, "/api/mutate", body).await.json::<Value>();
    folio_server::work_off(&house.app).await.unwrap();
    let org_id = business.founded.org_id;
    let job = format!("job/mail_invoice/{invoice_id}/{mutation_id}");
    let delivery_id = Uuid::new_v5(
        &Uuid::new_v5(&org_id.0, job.as_bytes()),
        customer.contact_id.0.as_bytes(),
    );
    assert!(sink.mails.lock().await[0].contains(&format!("Message-ID: <{delivery_id}@lumen.test>")));

    // The job is done once more, as when its end could not be noted.
    let one =
        json!({ "invoice_id": invoice_id, "contact_id": customer.contact_id, "delivery_id": delivery_id });
    let again = NewJob {
        org_id,
        kind: "mail_one".to_owned(),
        unique_key: "once more".to_owned(),
        payload: one.to_string(),
    };
    let mut transaction = house.app.store.begin().await.unwrap();
    enqueue_in(&mut transaction, &again, house.source.now())
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    folio_server::work_off(&house.app).await.unwrap();
    assert_eq!(house.app.store.next_job_at().await.unwrap(), None);
    assert_eq!(sink.mails.lock().await.len(), 1);
}

#[tokio::test]
async fn a_mail_that_is_refused_or_put_off_says_so() {
    let sink = Sink::open().await;
    let house = sink.house().await;
    let business = house.business("lumen").await;
    let owner = business.owner.caller.clone();
    for (name, state) in [("wrong", "failed"), ("later", "queued")] {
        let customer = business.client(name).await;
        let edit = json!({
            "name": "edit_contact",
            "args": {
                "contact_id": customer.contact_id,
                "edits": [{ "field": "email", "from": format!("kavita@{name}.test"), "to": format!("{name}@kite.test") }],
            },
        });
        let edit: folio_domain::mutations::Mutation = serde_json::from_value(edit).unwrap();
        house.mutate(&owner, edit).await.json::<Value>();
        let invoice_id = business.invoice(&customer).await;
        house
            .mutate(&owner, SendInvoice { invoice_id })
            .await
            .json::<Value>();
        folio_server::work_off(&house.app).await.unwrap();
        let found = deliveries(&house, &owner, invoice_id).await;
        assert_eq!(found[0]["state"], state, "{found}");
        assert!(!found[0]["last_error"].as_str().unwrap().is_empty(), "{found}");
    }
    assert!(sink.mails.lock().await.is_empty());
}

#[tokio::test]
async fn an_invitation_is_mailed_by_the_server_itself() {
    let sink = Sink::open().await;
    let url = format!("smtp://127.0.0.1:{}", sink.port);
    let house = house_with(|config| {
        config.smtp = Some(Smtp {
            url,
            from: "folio@lumen.test".to_owned(),
        });
        config.does_jobs = true;
    })
    .await;
    let business = house.business("lumen").await;
    let invite = InviteRequest {
        email: "selvi@people.test".to_owned(),
        name: "Selvi Murugan".to_owned(),
        role: Role::Staff,
        contact_id: None,
    };
    let link: LinkAnswer = house
        .post(&business.owner.caller, "/api/invitations", &invite)
        .await
        .json();
    assert!(link.mailed);
    let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
    while sink.mails.lock().await.is_empty() {
        assert!(tokio::time::Instant::now() < deadline, "no mail came");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mail = plain(&sink.mails.lock().await[0]);
    assert!(
        mail.contains("Hello Selvi,") && mail.contains(&link.url),
        "{mail}"
    );
}
