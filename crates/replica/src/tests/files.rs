//! Files: kept here, sent behind their rows, taken from the server once.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::documents::{AddDocument, NewVersion};
use folio_domain::ids::{DocumentId, VersionId};
use folio_domain::trail::sha256_hex;
use folio_protocol::Problem;
use folio_protocol::commands::{FileProgress, PutFilePiece};
use folio_store::testing::random_id;

use super::server::{Desk, Server};
use super::{assert_same, change};
use crate::replica::Replica;

/// Announces a file that says `text`.
pub async fn announce(server: &Server, replica: &Replica, text: &[u8]) -> VersionId {
    let version_id = VersionId(random_id());
    let size_bytes = i64::try_from(text.len()).unwrap();
    let file_name = "contract.txt".to_owned();
    let version = NewVersion {
        version_id,
        file_name,
        size_bytes,
        sha256: sha256_hex(text),
    };
    let (document_id, client_id) = (DocumentId(random_id()), server.fixture.clients[0].client);
    let title = "Contract".to_owned();
    let add = AddDocument {
        document_id,
        client_id,
        title,
        shared: true,
        version,
    };
    change(replica, add).await;
    version_id
}

pub async fn bring(
    replica: &Replica,
    id: VersionId,
    offset: i64,
    bytes: &[u8],
) -> Result<FileProgress, Problem> {
    let bytes = STANDARD.encode(bytes);
    let piece = PutFilePiece {
        version_id: id,
        offset,
        bytes,
    };
    replica.put_file_piece(&piece).await
}

#[tokio::test]
async fn a_file_is_kept_here_and_goes_up_behind_its_row() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    let text = b"a contract, signed".to_vec();
    server.fault(|faults| faults.offline = true);
    let id = announce(&server, &replica, &text).await;
    for (offset, end, there) in [(0, 7, 7), (3, 18, 7), (7, 18, 18)] {
        let begin = usize::try_from(offset).unwrap();
        let progress = bring(&replica, id, offset, &text[begin..end]).await.unwrap();
        let complete = there == 18;
        assert_eq!(
            progress,
            FileProgress {
                offset: there,
                complete
            }
        );
    }
    let kept = replica.file(id).await.unwrap();
    assert_eq!(kept, ("contract.txt".to_owned(), text.clone()));
    assert!(replica.core.cycle().await.is_err());

    server.fault(|faults| {
        faults.offline = false;
        faults.lose_answers = (format!("/api/files/{id}"), 1);
    });
    assert!(replica.core.cycle().await.unwrap_err().is_passing());
    replica.core.cycle().await.unwrap();
    replica.core.cycle().await.unwrap();
    assert_eq!(server.files.lock().unwrap().get(&id.to_string()), Some(&text));
    assert_same(&server, &replica).await;

    // Another desktop takes it from the server, then from its own copy.
    let other = Desk::new(&server);
    let second = other.sign_in(&server.fixture.owner).await;
    second.core.cycle().await.unwrap();
    assert_eq!(second.file(id).await.unwrap().1, text);
    server.fault(|faults| faults.offline = true);
    assert_eq!(second.file(id).await.unwrap().1, text);
}

#[tokio::test]
async fn a_file_that_is_not_what_its_row_says_is_refused() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    let id = announce(&server, &replica, b"abc").await;
    let other = bring(&replica, id, 0, b"abd").await.unwrap_err();
    assert_eq!(other.message_key, "problem-file-hash");
    assert!(bring(&replica, id, 0, b"abc").await.unwrap().complete);
}
