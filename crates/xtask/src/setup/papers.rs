//! Other people's readers of PDF. poppler, qpdf and PDFBox with its Preflight are Debian's packages; PDFium, which
//! Chromium reads with, comes from PyPI.

use super::python::Programs;

/// PDFium for Python.
pub const PDFIUM: Programs = Programs {
    name: "pdfium",
    packages: &["pypdfium2==5.15.2"],
};
