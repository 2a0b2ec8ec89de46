//! Checking the trail: that no entry was changed, left out or added behind its back.

use folio_domain::ids::OrgId;
use folio_domain::records::{Kind, Record as _};
use folio_domain::trail::{Activity, TrailHead, TrailLink};
use folio_store::server::exports::all_of;

use crate::app::App;
use crate::errors::ServerError;

const PAGE: u32 = 1_000;

/// What checking a trail found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailReport {
    /// The organisation.
    pub org_id: OrgId,
    /// The end of the chain, as far as it holds.
    pub head: TrailHead,
    /// What is wrong, if anything.
    pub faults: Vec<String>,
}

impl App {
    /// Checks an organisation's trail from its beginning, also against a `head` that someone else kept.
    ///
    /// # Errors
    /// The database breaks.
    pub async fn verify_trail(
        &self,
        org_id: OrgId,
        known: Option<&TrailHead>,
    ) -> Result<TrailReport, ServerError> {
        let mut links = self.trail_links(org_id).await?;
        links.sort_by_key(|link| link.position);
        let (mut head, mut faults) = (TrailHead::default(), Vec::new());
        for page in links.chunks(PAGE as usize) {
            let reads = page
                .iter()
                .map(|link| folio_domain::records::Read::one::<Activity>(link.activity_id));
            let records = self.look(org_id, reads.collect()).await?;
            for link in page {
                let activity = records.find::<Activity>(link.activity_id);
                faults.extend(fault(link, &head, activity));
                head = TrailHead {
                    position: link.position,
                    hash: link.hash.clone(),
                };
                if known.is_some_and(|known| known.position == head.position && known.hash != head.hash) {
                    faults.push(format!(
                        "position {}: not the hash that was kept elsewhere",
                        head.position
                    ));
                }
            }
        }
        let stored = self.org(org_id).await?.trail;
        if stored != head {
            faults.push(format!(
                "the chain ends at {}, the organisation's row says {}",
                head.position, stored.position
            ));
        }
        if known.is_some_and(|known| known.position > head.position) {
            faults.push("the chain is shorter than the one that was kept elsewhere".to_owned());
        }
        Ok(TrailReport { org_id, head, faults })
    }

    async fn trail_links(&self, org_id: OrgId) -> Result<Vec<TrailLink>, ServerError> {
        let (mut links, mut after) = (Vec::new(), String::new());
        loop {
            let page = all_of(&self.store, org_id, Kind::TrailLink, &after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(links) };
            after = last.id.to_string();
            links.extend(
                page.iter()
                    .filter_map(|row| TrailLink::from_body(&row.body).cloned()),
            );
        }
    }
}

fn fault(link: &TrailLink, head: &TrailHead, activity: Option<&Activity>) -> Option<String> {
    let position = link.position;
    if !link.follows(head) {
        return Some(format!("position {position}: does not follow {}", head.position));
    }
    match activity {
        None => Some(format!("position {position}: the entry is missing")),
        Some(activity) if activity.commitment() != link.commitment => {
            Some(format!("position {position}: the entry was changed"))
        }
        Some(_) => None,
    }
}
