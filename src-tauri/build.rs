//! Embeds the configuration, the screens and what the window may call: three commands and nothing else.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&["query", "mutate", "command"]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        // A build script speaks to cargo through its exit alone.
        panic!("{error:#}");
    }
}
