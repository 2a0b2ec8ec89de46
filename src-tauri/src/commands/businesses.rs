//! The businesses of this computer: seen at once, shown in turn, packed together.

use std::sync::Arc;

use folio_protocol::Problem;
use folio_protocol::commands::{
    BegunPacks, BusinessList, BusinessLook, CancelPack, Done, ForgetEnded, LookAtBusiness, SavePacks,
    SessionState, ShowBusiness,
};

use crate::desktop::Desktop;
use crate::dialogs;

/// Every business with how its copy stands.
///
/// # Errors
/// The list of accounts cannot be read.
pub async fn businesses(desktop: &Desktop) -> Result<BusinessList, Problem> {
    desktop.accounts.businesses().await
}

/// What stands open in one business.
///
/// # Errors
/// It is not open, or there is no such month.
pub async fn look_at(desktop: &Desktop, params: &LookAtBusiness) -> Result<BusinessLook, Problem> {
    desktop.accounts.look(params).await
}

/// Shows another business.
///
/// # Errors
/// There is none, the person has signed out of it, or it does not open.
pub async fn show(desktop: &Arc<Desktop>, params: &ShowBusiness) -> Result<SessionState, Problem> {
    desktop.accounts.show(params.account).await?;
    Ok(desktop.session().await)
}

/// Asks for a folder, and begins to save a pack of each.
///
/// # Errors
/// None for all together: those that could not be begun are named in the answer.
pub async fn save_packs(desktop: &Desktop, params: &SavePacks) -> Result<BegunPacks, Problem> {
    let Some(folder) = dialogs::ask_folder(&desktop.app).await else {
        return Ok(BegunPacks {
            begun: None,
            refused: Vec::new(),
        });
    };
    let month = (params.year, params.month);
    Ok(desktop
        .accounts
        .save_packs(&params.accounts, month, &folder)
        .await)
}

/// Ends the save of a pack.
///
/// # Errors
/// The business is not open, or what there is of the file cannot be removed.
pub async fn cancel_pack(desktop: &Desktop, params: &CancelPack) -> Result<Done, Problem> {
    desktop
        .accounts
        .cancel_pack(params.account, params.save_id)
        .await?;
    Ok(Done {})
}

/// Says no more that a business has ended.
///
/// # Errors
/// The list of accounts cannot be written.
pub async fn forget_ended(desktop: &Desktop, params: &ForgetEnded) -> Result<Done, Problem> {
    desktop.accounts.forget_ended(params.account).await?;
    Ok(Done {})
}
