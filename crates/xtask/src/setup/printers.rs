//! Other people's printers, which print in the bench what Folio prints.

use super::python::Programs;

/// typst and WeasyPrint with all that they need.
pub const PRINTERS: Programs = Programs {
    name: "printers",
    packages: &[
        "brotli==1.2.1",
        "cffi==2.1.1",
        "cssselect2==0.10.1",
        "fonttools==4.68.0",
        "pillow==13.0.0",
        "pycparser==3.12",
        "pydyf==0.13.0",
        "pyphen==0.18.1",
        "tinycss2==1.5.1",
        "tinyhtml5==2.1.0",
        "typst==0.15.2",
        "weasyprint==70.0",
        "webencodings==0.6.1",
        "zopfli==0.4.3",
    ],
};
