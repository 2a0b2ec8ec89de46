//! Currencies as other tools name them.

use folio_domain::Currency;

/// The currency of an ISO 4217 code, or of the name that Invoice Ninja's list of currencies has for it.
pub(crate) fn named(text: &str) -> Option<Currency> {
    let text = text.trim();
    if let Ok(currency) = Currency::parse(text) {
        return Some(currency);
    }
    let name = text.to_lowercase();
    let (_, code) = NAMES.iter().find(|(known, _)| *known == name)?;
    Currency::parse(code).ok()
}

/// The currency that a sign beside a number can only mean; none for signs that several countries use.
pub(crate) fn of_sign(sign: &str) -> Option<Currency> {
    let code = match sign {
        "€" => "EUR",
        "£" => "GBP",
        "₹" => "INR",
        "₩" => "KRW",
        "₪" => "ILS",
        "₺" => "TRY",
        "₽" => "RUB",
        "₴" => "UAH",
        "₫" => "VND",
        "฿" => "THB",
        "₱" => "PHP",
        "₦" => "NGN",
        "US$" => "USD",
        "CA$" => "CAD",
        "AU$" | "A$" => "AUD",
        code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => code,
        _ => return None,
    };
    Currency::parse(code).ok()
}

const NAMES: &[(&str, &str)] = &[
    ("us dollar", "USD"),
    ("british pound", "GBP"),
    ("pound sterling", "GBP"),
    ("euro", "EUR"),
    ("south african rand", "ZAR"),
    ("danish krone", "DKK"),
    ("israeli shekel", "ILS"),
    ("swedish krona", "SEK"),
    ("kenyan shilling", "KES"),
    ("canadian dollar", "CAD"),
    ("philippine peso", "PHP"),
    ("indian rupee", "INR"),
    ("australian dollar", "AUD"),
    ("singapore dollar", "SGD"),
    ("norske kroner", "NOK"),
    ("norwegian krone", "NOK"),
    ("new zealand dollar", "NZD"),
    ("vietnamese dong", "VND"),
    ("swiss franc", "CHF"),
    ("malaysian ringgit", "MYR"),
    ("brazilian real", "BRL"),
    ("thai baht", "THB"),
    ("nigerian naira", "NGN"),
    ("argentine peso", "ARS"),
    ("bangladeshi taka", "BDT"),
    ("united arab emirates dirham", "AED"),
    ("hong kong dollar", "HKD"),
    ("indonesian rupiah", "IDR"),
    ("mexican peso", "MXN"),
    ("egyptian pound", "EGP"),
    ("polish zloty", "PLN"),
    ("czech koruna", "CZK"),
    ("hungarian forint", "HUF"),
    ("japanese yen", "JPY"),
    ("chinese renminbi", "CNY"),
    ("sri lankan rupee", "LKR"),
    ("saudi riyal", "SAR"),
    ("turkish lira", "TRY"),
    ("pakistani rupee", "PKR"),
    ("kuwaiti dinar", "KWD"),
];
