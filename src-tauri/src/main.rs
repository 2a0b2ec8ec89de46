//! Folio's desktop app: a window around the replica. It opens windows and dialogs, keeps secrets in the operating
//! system's keyring, shows notifications, and runs the server of "this computer" in its own process.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod desktop;
mod dialogs;
mod here;
mod ipc;
mod keyring;
mod places;
mod servers;
mod window;

use std::sync::Arc;

use anyhow::Context as _;
use tauri::Manager;
use tracing_subscriber::EnvFilter;

use crate::desktop::Desktop;
use crate::places::Places;

fn main() -> anyhow::Result<()> {
    let filter =
        EnvFilter::try_from_env("FOLIO_LOG").unwrap_or_else(|_unset| EnvFilter::new("warn,folio=info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();

    let mut builder = tauri::Builder::default();
    if !places::is_set() {
        // A home of its own is an app of its own; its lock alone keeps it from being opened twice.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _arguments, _folder| {
            window::to_front(app)
        }));
    }
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(tauri::generate_handler![ipc::query, ipc::mutate, ipc::command])
        .setup(|app| Ok(set_up(app.handle())?))
        .build(tauri::generate_context!())
        .context("building the app")?;
    app.run(|app, event| {
        if let tauri::RunEvent::Exit = event {
            let desktop = app.state::<Arc<Desktop>>().inner().clone();
            tauri::async_runtime::block_on(desktop.close());
        }
    });
    Ok(())
}

fn set_up(app: &tauri::AppHandle) -> anyhow::Result<()> {
    let places = Places::find(app)?;
    let desktop = Desktop::new(app.clone(), &places)?;
    app.manage(desktop.clone());
    desktop.begin();
    window::open(app, &places, move || desktop.server_address())
}
