//! What SQLite wrote: its write-ahead log, as https://sqlite.org/fileformat2.html#walformat describes it.

use super::House;

const HEAD_BYTES: usize = 32;
const FRAME_HEAD_BYTES: usize = 24;

/// The log at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// Other ones once the log has begun anew.
    salts: Vec<u8>,
    transactions: usize,
}

impl Log {
    /// How many transactions came after `before`; none when the log has begun anew meanwhile.
    pub fn since(&self, before: &Self) -> Option<usize> {
        (self.salts == before.salts).then(|| self.transactions - before.transactions)
    }
}

impl House {
    pub fn log(&self) -> Log {
        let log = std::fs::read(self.home.path().join("home/folio.db-wal")).unwrap();
        let number = |at: usize| u32::from_be_bytes(log[at..at + 4].try_into().unwrap());
        let salts = log[16..24].to_vec();
        let frame_bytes = FRAME_HEAD_BYTES + number(8) as usize;
        // A frame that ends a transaction says how large the database is then; one of an earlier round has other salts.
        let transactions = (HEAD_BYTES..log.len())
            .step_by(frame_bytes)
            .take_while(|at| at + frame_bytes <= log.len() && log[at + 8..at + 16] == salts[..])
            .filter(|at| number(at + 4) != 0)
            .count();
        Log { salts, transactions }
    }
}
