//! What follows a change: the trail and the jobs.

use super::*;

#[tokio::test]
async fn the_trail_is_one_chain_and_looks_are_told_once_an_hour() {
    for (fixture, _database) in fixtures().await {
        let client = &fixture.clients[0];
        let invoice_id = issue(&fixture, client.client).await;
        for _ in 0..3 {
            fixture
                .apply(&client.actor, vec![ViewInvoice { invoice_id }.into()])
                .await
                .unwrap();
        }
        let mut links: Vec<TrailLink> = records::<TrailLink>(&fixture, Kind::TrailLink)
            .await
            .iter()
            .map(|row| TrailLink::from_body(&row.body).unwrap().clone())
            .collect();
        links.sort_by_key(|link| link.position);
        let activities: BTreeMap<uuid::Uuid, Activity> = records::<Activity>(&fixture, Kind::Activity)
            .await
            .iter()
            .map(|row| (row.id, Activity::from_body(&row.body).unwrap().clone()))
            .collect();
        let mut head = TrailHead::default();
        for link in &links {
            assert!(link.follows(&head), "{link:?}");
            assert_eq!(activities[&link.activity_id.0].commitment(), link.commitment);
            head = TrailHead {
                position: link.position,
                hash: link.hash.clone(),
            };
        }
        assert_eq!(fixture.store.org(fixture.org).await.unwrap().unwrap().trail, head);
        let looks = activities
            .values()
            .filter(|activity| activity.action == "view_invoice")
            .count();
        assert_eq!(looks, 1);
    }
}

#[tokio::test]
async fn jobs_are_there_once_and_a_lease_that_runs_out_frees_them() {
    for (fixture, _database) in fixtures().await {
        issue(&fixture, fixture.clients[0].client).await;
        let kinds = ["render_invoice", "mail_invoice"];
        let job = fixture
            .store
            .lease_job(&kinds, NOW, 60_000)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((job.kind.as_str(), job.attempts), ("render_invoice", 1));
        assert!(
            fixture
                .store
                .lease_job(&kinds, NOW, 60_000)
                .await
                .unwrap()
                .is_none()
        );
        let later = NOW + jiff::SignedDuration::from_secs(61);
        let again = fixture
            .store
            .lease_job(&kinds, later, 60_000)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((again.job_id, again.attempts), (job.job_id, 2));
        fixture.store.finish_job(job.job_id, later).await.unwrap();
        assert!(
            fixture
                .store
                .lease_job(&kinds, later, 60_000)
                .await
                .unwrap()
                .is_none()
        );
    }
}
