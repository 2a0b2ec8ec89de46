//! The order of events, and the records as they are at each.

use std::collections::{BTreeMap, VecDeque};

use folio_domain::invoices::{Series, series_id};
use folio_domain::mutations::{Actor, Context, Mutation, Seat, decide};
use folio_domain::permissions::{Access, Grant};
use folio_domain::records::{Place, Records, Write};
use folio_domain::{ClientId, MutationId, OrgId, PrincipalId};
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::cast::{Patron, patrons};
use super::story::Act;
use super::{BATCH_MAX, DAYS, DemoActor, DemoBatch, DemoError, DemoFile, DemoPerson, SERIES_PATTERN, people};
use crate::dice::Dice;

/// From this size on, invoices come by the hundred: moments are shared and settled invoices are forgotten.
pub(super) const LARGE: u32 = 2_000;

/// The story as it goes on.
pub(super) struct Timeline {
    pub(super) dice: Dice,
    pub(super) invoices: u32,
    pub(super) now: Timestamp,
    pub(super) records: Records,
    pub(super) cast: Vec<Patron>,
    begins_at: Timestamp,
    zone: TimeZone,
    org_id: OrgId,
    people: Vec<DemoPerson>,
    actors: Vec<Actor>,
    acts: BTreeMap<(Timestamp, u64), Act>,
    acts_planned: u64,
    told: VecDeque<Result<DemoBatch, DemoError>>,
    ended: bool,
}

impl Timeline {
    pub(super) fn new(seed: u64, invoices: u32, now: Timestamp) -> Self {
        let zone = TimeZone::fixed(Offset::from_seconds(19_800).unwrap_or(Offset::UTC));
        let mut dice = Dice::new(seed);
        let begins_at = now
            .saturating_sub(SignedDuration::from_hours(24 * DAYS))
            .unwrap_or(now);
        let clients = usize::try_from(invoices / 100).unwrap_or(20).clamp(20, 1_000);
        let cast = patrons(&mut dice, begins_at.as_millisecond(), clients);
        let mut people = people::own();
        people.extend(cast.iter().filter(|patron| patron.signs_in).filter_map(sign_in));
        let actors = people
            .iter()
            .map(|person| actor(&mut dice, person, begins_at))
            .collect();
        let mut timeline = Self {
            org_id: OrgId(dice.uuid(begins_at.as_millisecond())),
            dice,
            invoices,
            now,
            records: Records::default(),
            cast,
            begins_at,
            zone,
            people,
            actors,
            acts: BTreeMap::new(),
            acts_planned: 0,
            told: VecDeque::new(),
            ended: false,
        };
        timeline.found();
        timeline.plan();
        timeline
    }

    /// The rows that the server makes when a business begins.
    fn found(&mut self) {
        let series = Series {
            name: "invoices".to_owned(),
            pattern: SERIES_PATTERN.to_owned(),
            next: 1,
            spent: 0,
            restarts_yearly: true,
            year: None,
            nexts: std::collections::BTreeMap::new(),
        };
        let rows = [
            Write::put(self.org_id, Place::EVERYONE, people::organisation()),
            Write::put(series_id(self.org_id), Place::INTERNAL, series),
        ];
        for row in &rows {
            self.records.apply(row, 1);
        }
    }

    pub(super) fn people(&self) -> Vec<DemoPerson> {
        self.people.clone()
    }

    pub(super) fn begins_at(&self) -> Timestamp {
        self.begins_at
    }

    /// The person who signs in for a client.
    pub(super) fn person_of(&self, client: ClientId) -> Option<DemoActor> {
        self.people
            .iter()
            .position(|person| person.client_id == Some(client))
            .map(DemoActor)
    }

    /// The moment of `minute` of the day that is `day` days from the beginning, at the studio.
    pub(super) fn moment(&self, day: i64, minute: i64) -> Timestamp {
        let midnight = self
            .date(self.begins_at)
            .to_zoned(self.zone.clone())
            .map(|zoned| zoned.timestamp());
        let minutes = SignedDuration::from_mins(day * 24 * 60 + minute);
        midnight
            .unwrap_or(self.begins_at)
            .saturating_add(minutes)
            .unwrap_or(self.now)
    }

    /// The day at the studio.
    pub(super) fn date(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// `at`, or when the studio sleeps then, the next morning.
    pub(super) fn awake(&self, at: Timestamp) -> Timestamp {
        let hour = i64::from(at.to_zoned(self.zone.clone()).hour());
        let wait = match hour {
            0..8 => 9 - hour,
            20.. => 33 - hour,
            _ => 0,
        };
        at.saturating_add(SignedDuration::from_hours(wait)).unwrap_or(at)
    }

    /// Lets `act` happen at `at`; what would happen after the end does not.
    pub(super) fn later(&mut self, at: Timestamp, act: Act) {
        if at <= self.now && at >= self.begins_at {
            self.acts_planned += 1;
            self.acts.insert((at, self.acts_planned), act);
        }
    }

    /// The next batch. One is held back while the next may still join it.
    pub(super) fn next_batch(&mut self) -> Option<Result<DemoBatch, DemoError>> {
        while self.told.len() < 2 && !self.ended {
            let Some(((at, _), act)) = self.acts.pop_first() else {
                self.ended = true;
                break;
            };
            if let Err(error) = self.perform(at, act) {
                self.told.push_back(Err(error));
                self.ended = true;
            }
        }
        self.told.pop_front()
    }

    /// Decides `mutations` one after the other and tells them.
    pub(super) fn tell(
        &mut self,
        at: Timestamp,
        who: DemoActor,
        mutations: Vec<Mutation>,
        files: Vec<DemoFile>,
    ) -> Result<(), DemoError> {
        let mut told = Vec::with_capacity(mutations.len());
        for mutation in mutations {
            told.push((self.decided(at, who, &mutation)?, mutation));
        }
        match self.told.back_mut() {
            Some(Ok(last))
                if last.at == at && last.actor == who && last.mutations.len() + told.len() <= BATCH_MAX =>
            {
                last.mutations.extend(told);
                last.files.extend(files);
            }
            _ => self.told.push_back(Ok(DemoBatch {
                at,
                actor: who,
                mutations: told,
                files,
            })),
        }
        Ok(())
    }

    /// Decides a mutation and lays what it does over the records.
    fn decided(
        &mut self,
        at: Timestamp,
        who: DemoActor,
        mutation: &Mutation,
    ) -> Result<MutationId, DemoError> {
        let mutation_id = MutationId(self.dice.uuid(at.as_millisecond()));
        let refused = |refusal| DemoError {
            name: mutation.name(),
            refusal,
        };
        let actor = self
            .actors
            .get(who.0)
            .cloned()
            .ok_or_else(|| refused(folio_domain::Refusal::not_found()))?;
        let ctx = Context {
            org_id: self.org_id,
            actor,
            mutation_id,
            now: at,
            today: self.date(at),
        };
        let decision = decide(Seat::Server, &ctx, mutation, &self.records).map_err(refused)?;
        for write in &decision.writes {
            self.records.apply(write, 1);
        }
        Ok(mutation_id)
    }
}

fn sign_in(patron: &Patron) -> Option<DemoPerson> {
    let (contact_id, contact) = patron.contacts.first()?;
    Some(DemoPerson {
        name: contact.name(),
        email: contact.email.clone(),
        role: folio_domain::permissions::Role::Client,
        language: patron.client.language,
        client_id: Some(patron.id),
        contact_id: Some(*contact_id),
    })
}

fn actor(dice: &mut Dice, person: &DemoPerson, at: Timestamp) -> Actor {
    let grants = Grant::for_role(person.role, person.client_id)
        .into_iter()
        .collect();
    Actor {
        principal_id: PrincipalId(dice.uuid(at.as_millisecond())),
        name: person.name.clone(),
        access: Access {
            role: person.role,
            grants,
        },
    }
}
