//! Units of measure: from the word on a line to the code of UN/ECE Recommendation 20.

use en16931::codes::{contains, generated::UNIT_CODES};

/// Words for units in the languages that Folio speaks most, in small letters, and their codes.
const WORDS: &[(&str, &[&str])] = &[
    (
        "HUR",
        &[
            "h",
            "hr",
            "hrs",
            "hour",
            "hours",
            "stunde",
            "stunden",
            "std",
            "heure",
            "heures",
            "hora",
            "horas",
            "ora",
            "ore",
            "घंटा",
            "घंटे",
        ],
    ),
    (
        "MIN",
        &["min", "minute", "minutes", "minuten", "minuto", "minutos"],
    ),
    (
        "DAY",
        &[
            "d",
            "day",
            "days",
            "tag",
            "tage",
            "jour",
            "jours",
            "día",
            "días",
            "dia",
            "dias",
            "giorno",
            "giorni",
            "दिन",
        ],
    ),
    (
        "WEE",
        &[
            "week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas",
        ],
    ),
    (
        "MON",
        &[
            "month",
            "months",
            "monat",
            "monate",
            "mois",
            "mes",
            "meses",
            "mese",
            "mesi",
            "महीना",
            "महीने",
        ],
    ),
    (
        "ANN",
        &[
            "year", "years", "jahr", "jahre", "an", "ans", "año", "años", "anno", "anni",
        ],
    ),
    (
        "H87",
        &[
            "pc", "pcs", "piece", "pieces", "stück", "stk", "pièce", "pièces", "pieza", "piezas", "pezzo",
            "pezzi", "unit", "units", "unité", "unités", "unidad", "unidades",
        ],
    ),
    ("SET", &["set", "sets"]),
    ("LS", &["lump sum", "flat", "pauschal", "pauschale", "forfait"]),
    ("KMT", &["km", "kilometre", "kilometres", "kilometer"]),
    (
        "MTR",
        &[
            "m", "metre", "metres", "meter", "mètre", "mètres", "metro", "metros",
        ],
    ),
    ("MTK", &["m2", "m²", "sqm"]),
    ("MTQ", &["m3", "m³"]),
    ("KGM", &["kg", "kilo", "kilogram", "kilograms", "kilogramm"]),
    ("GRM", &["g", "gram", "grams", "gramm"]),
    ("LTR", &["l", "litre", "litres", "liter"]),
    ("KWH", &["kwh"]),
    ("P1", &["%", "percent", "prozent"]),
];

/// The code of `word`, and whether the word is lost by it and must be said elsewhere. No word is `C62`, one.
pub(super) fn code(word: &str) -> (&str, bool) {
    let word = word.trim();
    if word.is_empty() {
        return ("C62", false);
    }
    let small = word.trim_end_matches('.').to_lowercase();
    if let Some((code, _)) = WORDS.iter().find(|(_, words)| words.contains(&small.as_str())) {
        return (code, false);
    }
    if contains(UNIT_CODES, word) {
        return (word, false);
    }
    ("C62", true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_codes_and_no_word_is_lost() {
        let cases = [
            ("", ("C62", false)),
            (" Hours ", ("HUR", false)),
            ("Std.", ("HUR", false)),
            ("KWH", ("KWH", false)),
            ("Stück", ("H87", false)),
            ("bouquet", ("C62", true)),
        ];
        for (word, expect) in cases {
            assert_eq!(code(word), expect, "{word}");
        }
    }

    #[test]
    fn every_code_is_one() {
        assert!(WORDS.iter().all(|(code, _)| contains(UNIT_CODES, code)));
    }
}
