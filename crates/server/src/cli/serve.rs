//! `folio-server serve`

use std::net::SocketAddr;
use std::path::PathBuf;

use tokio::net::TcpListener;

use super::arguments::HomeArgs;
use super::say;
use crate::app::App;
use crate::config::base_url_of;
use crate::errors::ServerError;

pub(super) async fn serve(
    home: HomeArgs,
    listen: SocketAddr,
    trust_proxy: bool,
    ui_dist: Option<PathBuf>,
) -> Result<bool, ServerError> {
    let listener = TcpListener::bind(listen)
        .await
        .map_err(ServerError::io("listening"))?;
    let address = listener.local_addr().map_err(ServerError::io("listening"))?;
    let mut config = home.config(Some(base_url_of(address)?))?;
    config.trusts_proxy = trust_proxy;
    config.ui_dist = ui_dist;
    let app = App::open(config).await?;
    say(format_args!("listening http://{address}"))?;
    let service = app.router().into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(asked_to_end());
    // Streams of pokes stay open for long; they are not waited for.
    tokio::select! {
        served = served => served.map_err(ServerError::io("serving"))?,
        () = ended_for_good() => {}
    }
    app.close().await;
    Ok(true)
}

async fn asked_to_end() {
    tokio::select! {
        () = terminated() => {}
        // Without a way to hear of Ctrl-C the process simply ends by it.
        _ = tokio::signal::ctrl_c() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            terminate.recv().await;
        }
        Err(error) => {
            tracing::warn!(%error, "signal.unavailable");
            std::future::pending().await
        }
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

/// A while after it was asked to end.
async fn ended_for_good() {
    asked_to_end().await;
    tokio::time::sleep(std::time::Duration::from_secs(5)).await;
}
