//! Papers that are drawn up when somebody asks for them, from this copy: they need no server.

use folio_domain::refusals::{Reason, Refusal};
use folio_domain::stationery::{LogoChange, SetStationery, Stationery, Template};
use folio_paper::{
    DrawnPages, Look, Paper, PaperError, check_stationery, draw_draft, draw_pages, preview_stationery,
    render_receipt, render_statement,
};
use folio_protocol::commands::{
    CommandName, InvoicePages, PagePreview, PaperPages, PreviewDraft, PreviewStationery, SaveReceipt,
    SaveStatement, StationeryPreview,
};
use folio_protocol::queries::{OrganisationQuery, ReceiptQuery, StatementQuery};
use folio_store::queries::{AnswerError, Question, ask, draft_paper};

use crate::errors::ReplicaError;
use crate::inner::Core;

impl Core {
    /// The receipt of a payment.
    pub(crate) async fn receipt(&self, params: &SaveReceipt) -> Result<Paper, ReplicaError> {
        let query = ReceiptQuery {
            payment_id: params.payment_id,
        };
        let receipt = self.found(&query).await?;
        let stationery = self.stationery().await?;
        drawn(move || {
            let look = Look::of(&stationery, &receipt.seller.address.country)?;
            render_receipt(&receipt, &look)
        })
        .await
    }

    /// A client's statement of account.
    pub(crate) async fn statement(&self, params: &SaveStatement) -> Result<Paper, ReplicaError> {
        let query = StatementQuery {
            client_id: params.client_id,
            from: params.from,
            to: params.to,
        };
        let statement = self.found(&query).await?;
        let stationery = self.stationery().await?;
        drawn(move || {
            let look = Look::of(&stationery, &statement.seller.address.country)?;
            render_statement(&statement, &look)
        })
        .await
    }

    /// How a sample invoice looks on the stationery asked about.
    pub(crate) async fn preview_stationery(
        &self,
        params: PreviewStationery,
    ) -> Result<StationeryPreview, ReplicaError> {
        if !CommandName::PreviewStationery
            .roles()
            .contains(&self.scope().actor.access.role)
        {
            return Err(ReplicaError::Problem(Refusal::new(Reason::Forbidden).into()));
        }
        let view = self.found(&OrganisationQuery {}).await?;
        let stationery = Stationery {
            template: Template::default(),
            accent: params.accent,
            sheet: params.sheet,
            logo: params.logo.applied(self.stationery().await?.logo),
        };
        let preview = drawn(move || preview_stationery(&view.organisation, &stationery, view.today)).await?;
        let pages = preview.pages.into_iter();
        Ok(StationeryPreview {
            accent: preview.accent,
            pages: pages
                .map(|(template, svg)| PagePreview { template, svg })
                .collect(),
        })
    }

    /// How a draft would be printed.
    pub(crate) async fn preview_draft(&self, params: PreviewDraft) -> Result<PaperPages, ReplicaError> {
        let found = draft_paper(&self.store, &self.scope(), self.clock.now(), params.draft_id).await;
        let invoice = found.map_err(unanswered)?;
        let stationery = self.stationery().await?;
        let pages = drawn(move || {
            let look = Look::of(&stationery, &invoice.seller.address.country)?;
            draw_draft(invoice, &look, params.language)
        })
        .await?;
        Ok(shown(pages))
    }

    /// How an invoice or a credit note is printed.
    pub(crate) async fn invoice_pages(&self, params: InvoicePages) -> Result<PaperPages, ReplicaError> {
        let (_number, pdf) = self.invoice_pdf(params.invoice_id).await?;
        Ok(shown(drawn(move || draw_pages(pdf)).await?))
    }

    /// Refuses a logo that no paper could show, before the change that sets it is kept.
    pub(crate) async fn check_logo(&self, change: &SetStationery) -> Result<(), ReplicaError> {
        let LogoChange::Put(logo) = &change.logo else {
            return Ok(());
        };
        // What is no picture at all is refused by the decision, which says so.
        if logo.file().is_err() {
            return Ok(());
        }
        let stationery = Stationery {
            logo: change.logo.applied(None),
            ..Stationery::default()
        };
        drawn(move || check_stationery(&stationery)).await
    }

    async fn stationery(&self) -> Result<Stationery, ReplicaError> {
        let own = self.record::<Stationery>(self.scope().org_id.0).await?;
        Ok(own.unwrap_or_default())
    }

    async fn found<Q: Question>(&self, query: &Q) -> Result<Q::Answer, ReplicaError> {
        let answer = ask(&self.store, &self.scope(), self.clock.now(), query).await;
        answer.map_err(unanswered)
    }
}

fn unanswered(error: AnswerError) -> ReplicaError {
    match error {
        AnswerError::Refused(refusal) => ReplicaError::Problem(refusal.into()),
        AnswerError::Store(error) => error.into(),
    }
}

fn shown(drawn: DrawnPages) -> PaperPages {
    PaperPages {
        pages: drawn.pages,
        page_count: u32::try_from(drawn.count).unwrap_or(u32::MAX),
    }
}

async fn drawn<T: Send + 'static>(
    draw: impl FnOnce() -> Result<T, PaperError> + Send + 'static,
) -> Result<T, ReplicaError> {
    let drawn = tokio::task::spawn_blocking(draw)
        .await
        .map_err(|_ended| ReplicaError::Task)?;
    drawn.map_err(|error| match error.into_refusal() {
        Ok(refusal) => ReplicaError::Problem(refusal.into()),
        Err(broken) => broken.into(),
    })
}
