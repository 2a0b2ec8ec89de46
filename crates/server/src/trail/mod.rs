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
        let mut chain = Chain::new(known.cloned());
        for page in links.chunks(PAGE as usize) {
            let reads = page
                .iter()
                .map(|link| folio_domain::records::Read::one::<Activity>(link.activity_id));
            let records = self.look(org_id, reads.collect()).await?;
            for link in page {
                let activity = records.find::<Activity>(link.activity_id);
                chain.take(link, activity.map(Activity::commitment).as_deref());
            }
        }
        let stored = self.org(org_id).await?.trail;
        let (head, faults) = chain.end(&stored);
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

/// A chain that is followed link by link, from its beginning.
#[derive(Debug)]
pub(crate) struct Chain {
    head: TrailHead,
    known: Option<TrailHead>,
    faults: Vec<String>,
}

impl Chain {
    /// A chain before its first link, to be held against a head that someone else kept.
    pub(crate) fn new(known: Option<TrailHead>) -> Self {
        Self {
            head: TrailHead::default(),
            known,
            faults: Vec::new(),
        }
    }

    /// Takes the next link, with the commitment to the entry that it names; none when there is no such entry.
    pub(crate) fn take(&mut self, link: &TrailLink, commitment: Option<&str>) {
        self.faults.extend(fault(link, &self.head, commitment));
        self.head = TrailHead {
            position: link.position,
            hash: link.hash.clone(),
        };
        let known = self.known.as_ref();
        if known.is_some_and(|known| known.position == self.head.position && known.hash != self.head.hash) {
            let position = self.head.position;
            self.faults.push(format!(
                "position {position}: not the hash that was kept elsewhere"
            ));
        }
    }

    /// The chain's end, and all that is wrong with it; `stored` is the end that the organisation's row tells of.
    pub(crate) fn end(mut self, stored: &TrailHead) -> (TrailHead, Vec<String>) {
        if *stored != self.head {
            self.faults.push(format!(
                "the chain ends at {}, the organisation's row says {}",
                self.head.position, stored.position
            ));
        }
        let position = self.head.position;
        if self.known.is_some_and(|known| known.position > position) {
            self.faults
                .push("the chain is shorter than the one that was kept elsewhere".to_owned());
        }
        (self.head, self.faults)
    }
}

fn fault(link: &TrailLink, head: &TrailHead, commitment: Option<&str>) -> Option<String> {
    let position = link.position;
    if !link.follows(head) {
        return Some(format!("position {position}: does not follow {}", head.position));
    }
    match commitment {
        None => Some(format!("position {position}: the entry is missing")),
        Some(commitment) if commitment != link.commitment => {
            Some(format!("position {position}: the entry was changed"))
        }
        Some(_) => None,
    }
}
