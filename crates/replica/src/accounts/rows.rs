//! What a person sees of all accounts at once.

use std::sync::Arc;

use folio_protocol::commands::{
    Business, BusinessList, BusinessLook, BusinessMonth, BusinessState, EndedBusiness, LookAtBusiness,
    SaveWish,
};
use folio_protocol::queries::{MonthQuery, MonthSummary, OpenItems, OpenItemsQuery, Query, QueryName};
use folio_protocol::{Problem, ProblemCode};
use serde::de::DeserializeOwned;

use super::{Accounts, OpenAccount};
use crate::home::{Account, Ended};
use crate::replica::Replica;
use crate::standing::Standing;

impl Accounts {
    /// Every account with how its copy stands.
    ///
    /// # Errors
    /// The list cannot be read.
    pub async fn businesses(&self) -> Result<BusinessList, Problem> {
        let mut businesses = Vec::new();
        for (account, signed_in) in self.home.accounts()? {
            let open = self.read().open.get(&account.id).cloned();
            businesses.push(match open {
                Some(open) => self.open_row(&open),
                None => self.closed_row(account, signed_in).await,
            });
        }
        let mut ended = Vec::new();
        for Ended { id, unsent } in self.home.ended()? {
            let standing = Standing::Purged(unsent);
            ended.push(EndedBusiness {
                account: id,
                name: self.home.name(id).await,
                problem: standing.problem().unwrap_or_else(Problem::internal),
            });
        }
        Ok(BusinessList { businesses, ended })
    }

    fn open_row(&self, open: &OpenAccount) -> Business {
        let (replica, person) = (&open.replica, open.replica.person());
        let standing = replica.standing().borrow().clone();
        let state = match standing {
            Standing::Open if replica.is_copying() => BusinessState::Copying,
            Standing::Open => BusinessState::Open,
            Standing::Locked => BusinessState::Locked,
            ended @ (Standing::Ending | Standing::Purged(_)) => BusinessState::Failed {
                problem: ended.problem().unwrap_or_else(Problem::internal),
            },
        };
        let packs = replica.saves().saves.into_iter();
        let status = replica.status().borrow().clone();
        Business {
            account: open.account.id,
            name: person.org_name,
            server: open.account.server.clone(),
            shown: self.read().shown == Some(open.account.id),
            person: Some(person.name),
            role: Some(person.access.role),
            state,
            status: Some(status),
            synced_at: replica.synced_at(),
            packs: packs
                .filter(|save| matches!(save.wish, SaveWish::MonthPack { .. }))
                .collect(),
        }
    }

    async fn closed_row(&self, account: Account, signed_in: bool) -> Business {
        let trouble = self.read().trouble.get(&account.id).cloned();
        let state = match trouble {
            _ if !signed_in => BusinessState::SignedOut,
            None => BusinessState::Opening,
            Some(problem) => BusinessState::Failed { problem },
        };
        Business {
            account: account.id,
            name: self.home.name(account.id).await,
            server: account.server,
            shown: false,
            person: None,
            role: None,
            state,
            status: None,
            synced_at: None,
            packs: Vec::new(),
        }
    }

    /// What stands open in one account's business.
    ///
    /// # Errors
    /// It is not open, or there is no such month.
    pub async fn look(&self, params: &LookAtBusiness) -> Result<BusinessLook, Problem> {
        let replica = self.replica(Some(params.account)).await?;
        let items: OpenItems = ask(&replica, Query::OpenItemsQuery(OpenItemsQuery {})).await?;
        let role = replica.person().access.role;
        let month = if QueryName::MonthQuery.roles().contains(&role) {
            let (year, month) = (params.year, params.month);
            Some(ask(&replica, Query::MonthQuery(MonthQuery { year, month })).await?)
        } else {
            None
        };
        Ok(BusinessLook {
            owed: items.owed,
            unread: items.unread,
            month: month.as_ref().map(points),
        })
    }
}

fn points(month: &MonthSummary) -> BusinessMonth {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let open = month.checks.iter().filter(|check| check.count > 0);
    BusinessMonth {
        open: count(open.count()),
        points: count(month.checks.len()),
    }
}

async fn ask<A: DeserializeOwned>(replica: &Arc<Replica>, query: Query) -> Result<A, Problem> {
    serde_json::from_value(replica.query(query).await?).map_err(|error| {
        tracing::error!(%error, "business.unexpected_answer");
        Problem::new(ProblemCode::Internal, "problem-internal")
    })
}
