//! Other people's accounting programs, which read in a test what Folio writes for them. ledger and hledger are
//! Debian's packages; beancount, and openpyxl for the workbook, come from PyPI.

use super::python::Programs;

/// beancount with all that it needs.
pub const BEANCOUNT: Programs = Programs {
    name: "beancount",
    packages: &[
        "beancount==3.2.3",
        "click==8.5.1",
        "et_xmlfile==2.0.0",
        "openpyxl==3.1.5",
        "python-dateutil==4.0.0",
        "regex==2026.11.15",
        "tzdata==2026.6",
    ],
};
