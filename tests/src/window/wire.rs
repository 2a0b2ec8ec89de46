//! A network between a desktop and its server that can be pulled: a relay on this machine.

use anyhow::Result;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// The relay; ends when dropped.
pub struct Wire {
    address: String,
    plugged: watch::Sender<bool>,
    relay: JoinHandle<()>,
}

impl Wire {
    /// A wire to the server at `server`, such as `http://127.0.0.1:4810`.
    ///
    /// # Errors
    /// There is no free port.
    pub async fn to(server: &str) -> Result<Self> {
        let target = server
            .trim_start_matches("http://")
            .trim_end_matches('/')
            .to_owned();
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = format!("http://{}", listener.local_addr()?);
        let (plugged, state) = watch::channel(true);
        let relay = tokio::spawn(async move {
            while let Ok((near, _from)) = listener.accept().await {
                if *state.borrow() {
                    tokio::spawn(carry(near, target.clone(), state.clone()));
                }
            }
        });
        Ok(Self {
            address,
            plugged,
            relay,
        })
    }

    /// The address at this end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Pulls the wire: what is under way breaks, and nothing new gets through.
    pub fn pull(&self) {
        self.plugged.send_replace(false);
    }

    /// Plugs the wire in again.
    pub fn plug(&self) {
        self.plugged.send_replace(true);
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.relay.abort();
    }
}

async fn carry(mut near: TcpStream, target: String, mut plugged: watch::Receiver<bool>) {
    let Ok(mut far) = TcpStream::connect(&target).await else {
        return;
    };
    tokio::select! {
        // Either end may leave as it likes.
        _ended = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
        _pulled = plugged.wait_for(|plugged| !plugged) => {}
    }
}
