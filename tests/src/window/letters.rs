//! A mail server on this machine that keeps what it is handed.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::until::until;

/// A mail as it was handed over.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Whom it was for.
    pub to: Vec<String>,
    /// Its text.
    pub text: String,
}

impl Letter {
    /// The link in it.
    ///
    /// # Errors
    /// There is none.
    pub fn link(&self) -> Result<String> {
        let link = self.text.split_whitespace().find(|word| word.starts_with("http"));
        link.map(str::to_owned)
            .with_context(|| format!("no link in {}", self.text))
    }
}

/// The mail server; ends when dropped.
pub struct PostOffice {
    address: String,
    letters: Arc<Mutex<Vec<Letter>>>,
    counter: JoinHandle<()>,
}

impl PostOffice {
    /// Opens on a free port.
    ///
    /// # Errors
    /// There is none.
    pub async fn open() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?.to_string();
        let letters: Arc<Mutex<Vec<Letter>>> = Arc::default();
        let kept = letters.clone();
        let counter = tokio::spawn(async move {
            while let Ok((stream, _from)) = listener.accept().await {
                // A sender that breaks off hands nothing over; a test that waits for the letter says so.
                tokio::spawn(serve(stream, kept.clone()));
            }
        });
        Ok(Self {
            address,
            letters,
            counter,
        })
    }

    /// Its address as a server is told it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// What has come so far.
    #[must_use]
    pub fn letters(&self) -> Vec<Letter> {
        self.letters
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Waits for a letter to `to` whose text has `words` in it; the newest one.
    ///
    /// # Errors
    /// None comes in time.
    pub async fn letter(&self, to: &str, words: &str) -> Result<Letter> {
        let fits = |letter: &Letter| letter.to.iter().any(|one| one == to) && letter.text.contains(words);
        let found = || self.letters().into_iter().rev().find(fits);
        let what = format!("a letter to {to} with “{words}”");
        until(&what, Duration::from_secs(60), async || Ok(found().is_some()))
            .await
            .with_context(|| format!("these came: {:#?}", self.letters()))?;
        found().context("the letter is gone")
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        self.counter.abort();
    }
}

async fn serve(stream: TcpStream, letters: Arc<Mutex<Vec<Letter>>>) -> Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 post.test\r\n").await?;
    let mut to = Vec::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let said = line.trim_end();
        let word = said.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer = match word.as_str() {
            "EHLO" | "HELO" => "250 post.test",
            "RCPT" => {
                to.push(said.split(['<', '>']).nth(1).unwrap_or_default().to_owned());
                "250 fine"
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let text = read_text(&mut stream).await?;
                let letter = Letter {
                    to: std::mem::take(&mut to),
                    text,
                };
                letters
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(letter);
                "250 kept"
            }
            "QUIT" => {
                stream.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 fine",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}

async fn read_text(stream: &mut BufReader<TcpStream>) -> Result<String> {
    let (mut head, mut body, mut in_body) = (String::new(), String::new(), false);
    loop {
        let mut line = String::new();
        anyhow::ensure!(stream.read_line(&mut line).await? > 0, "the letter breaks off");
        match line.trim_end_matches(['\r', '\n']) {
            "." => break,
            "" if !in_body => in_body = true,
            text if in_body => body.push_str(&(text.strip_prefix('.').unwrap_or(text).to_owned() + "\n")),
            text => head.push_str(&(text.to_ascii_lowercase() + "\n")),
        }
    }
    let encoding = head
        .lines()
        .find_map(|line| line.strip_prefix("content-transfer-encoding:"));
    match encoding.map(str::trim) {
        Some("base64") => {
            let packed: String = body.split_whitespace().collect();
            let bytes = base64::engine::general_purpose::STANDARD.decode(packed)?;
            Ok(String::from_utf8(bytes)?)
        }
        Some("quoted-printable") => unquoted(&body),
        _ => Ok(body),
    }
}

/// Undoes quoted-printable (RFC 2045, 6.7).
fn unquoted(body: &str) -> Result<String> {
    let mut bytes = Vec::with_capacity(body.len());
    let joined = body.replace("=\n", "");
    let mut rest = joined.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (first, after.split_at_checked(2)) {
            (b'=', Some((code, after))) => {
                bytes.extend(hex::decode(code)?);
                rest = after;
            }
            _ => bytes.push(*first),
        }
    }
    Ok(String::from_utf8(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::unquoted;

    #[test]
    fn quoted_letters_are_read() {
        assert_eq!(
            unquoted("Gr=C3=BC=C3=9Fe: a=\nb =3D c\n").unwrap(),
            "Grüße: ab = c\n"
        );
    }
}
