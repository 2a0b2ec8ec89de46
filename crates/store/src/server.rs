//! The server's own tables: organisations, people's sign-ins, links and jobs.

pub mod devices;
pub mod dumps;
pub mod exports;
pub mod grants;
pub mod jobs;
pub mod links;
pub mod orgs;
pub mod principals;
pub mod tokens;
pub mod upkeep;
