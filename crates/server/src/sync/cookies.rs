//! Pull cookies: where a device's pull stands, sealed so that nobody reads or bends it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use folio_domain::ids::{DeviceId, OrgId};
use folio_protocol::{Problem, ProblemCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::clock::Source;
use crate::errors::ServerError;
use crate::keys::Key;

fn context(org_id: OrgId, device_id: DeviceId) -> String {
    format!("folio/pull/{org_id}/{device_id}")
}

/// Seals `cookie` for one device of one organisation.
///
/// # Errors
/// The source of chance has nothing to give.
pub fn seal<T: Serialize>(
    key: &Key,
    source: &Source,
    org_id: OrgId,
    device_id: DeviceId,
    cookie: &T,
) -> Result<String, ServerError> {
    let plain = serde_json::to_vec(cookie)?;
    Ok(URL_SAFE_NO_PAD.encode(key.seal(source, &context(org_id, device_id), &plain)?))
}

/// Opens what [`seal`] made.
///
/// # Errors
/// Text that this server did not seal for this device.
pub fn open<T: DeserializeOwned>(
    key: &Key,
    org_id: OrgId,
    device_id: DeviceId,
    sealed: &str,
) -> Result<T, ServerError> {
    let opened = URL_SAFE_NO_PAD.decode(sealed).ok();
    let opened = opened.and_then(|sealed| key.open(&context(org_id, device_id), &sealed).ok());
    let Some(plain) = opened else {
        return Err(Problem::new(ProblemCode::Invalid, "problem-bad-request").into());
    };
    Ok(serde_json::from_slice(&plain)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_good_for_its_device_alone() {
        let source = Source::system();
        let key = Key::new(&source).unwrap();
        let org = OrgId(source.id().unwrap());
        let (one, other) = (DeviceId(source.id().unwrap()), DeviceId(source.id().unwrap()));
        let plain = "where this device's pull stands";
        let sealed = seal(&key, &source, org, one, &plain).unwrap();
        assert_ne!(sealed, seal(&key, &source, org, one, &plain).unwrap());
        let carried = URL_SAFE_NO_PAD.decode(&sealed).unwrap();
        assert!(!carried.windows(plain.len()).any(|part| part == plain.as_bytes()));
        assert_eq!(open::<String>(&key, org, one, &sealed).unwrap(), plain);
        assert!(open::<String>(&key, org, other, &sealed).is_err());
        assert!(open::<String>(&key, org, one, "nonsense").is_err());
    }
}
