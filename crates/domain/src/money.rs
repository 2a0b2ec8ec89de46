//! Money: whole minor units of an ISO 4217 currency. No floating point, and currencies never mix.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why an amount cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Two currencies met in one sum.
    #[error("{0} and {1} cannot be added")]
    MixedCurrencies(Currency, Currency),
    /// Not an active ISO 4217 code with minor units.
    #[error("{0:?} is not a currency")]
    UnknownCurrency(String),
    /// The amount does not fit.
    #[error("the amount is too large")]
    TooLarge,
}

/// An ISO 4217 currency, written as its three-letter code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, TS)]
#[ts(type = "string")]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// The currency of a three-letter `code`, upper or lower case.
    ///
    /// # Errors
    /// [`MoneyError::UnknownCurrency`] for anything but an ISO 4217 code that has minor units (not `XAU`).
    pub fn parse(code: &str) -> Result<Self, MoneyError> {
        iso_currency::Currency::from_code(&code.trim().to_ascii_uppercase())
            .filter(|currency| currency.exponent().is_some())
            .map(Self)
            .ok_or_else(|| MoneyError::UnknownCurrency(code.to_owned()))
    }

    /// The three-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many decimal digits its minor unit has: 0 for JPY, 2 for EUR, 3 for KWD.
    #[must_use]
    pub fn digits(self) -> u32 {
        self.0.exponent().map_or(2, u32::from)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Currency {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.code().cmp(other.code())
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(code: &str) -> Result<Self, MoneyError> {
        Self::parse(code)
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&code).map_err(serde::de::Error::custom)
    }
}

/// An amount: minor units (cents, paise, fils) of a currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, TS)]
pub struct Money {
    /// Whole minor units; within ±(2^53 − 1), so that a screen can hold it exactly.
    #[ts(type = "number")]
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// The largest number of minor units in either direction: what an IEEE double holds exactly.
pub const MINOR_MAX: i64 = (1 << 53) - 1;

impl Money {
    /// `minor` units of `currency`.
    #[must_use]
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in `currency`.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// `amount` in major units, rounded half away from zero to the currency's minor unit, the commercial
    /// rounding that EN 16931 (BR-DEC and BR-CO-17) computes with.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] beyond [`MINOR_MAX`].
    pub fn rounded(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let rounded =
            amount.round_dp_with_strategy(currency.digits(), RoundingStrategy::MidpointAwayFromZero);
        let scale = Decimal::from(10_i64.pow(currency.digits()));
        let minor = rounded.checked_mul(scale).ok_or(MoneyError::TooLarge)?.trunc();
        let minor = i64::try_from(minor).map_err(|_too_large| MoneyError::TooLarge)?;
        Self::new(minor, currency).in_range()
    }

    /// The amount in major units.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.minor, self.currency.digits())
    }

    /// This amount and `other` together.
    ///
    /// # Errors
    /// Mixed currencies, or a sum beyond [`MINOR_MAX`].
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.with(other, i64::checked_add)
    }

    /// This amount less `other`.
    ///
    /// # Errors
    /// As [`Money::plus`].
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.with(other, i64::checked_sub)
    }

    fn with(self, other: Self, compute: fn(i64, i64) -> Option<i64>) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::MixedCurrencies(self.currency, other.currency));
        }
        let minor = compute(self.minor, other.minor).ok_or(MoneyError::TooLarge)?;
        Self::new(minor, self.currency).in_range()
    }

    /// The same amount in the other direction.
    #[must_use]
    pub fn negated(self) -> Self {
        // What saturates was out of range, and is.
        Self::new(self.minor.saturating_neg(), self.currency)
    }

    /// The sum of `amounts`, zero of `currency` when there are none.
    ///
    /// # Errors
    /// As [`Money::plus`].
    pub fn sum(currency: Currency, amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::zero(currency), Self::plus)
    }

    /// It, when a screen can hold it exactly.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] beyond [`MINOR_MAX`].
    pub fn in_range(self) -> Result<Self, MoneyError> {
        if (-MINOR_MAX..=MINOR_MAX).contains(&self.minor) {
            Ok(self)
        } else {
            Err(MoneyError::TooLarge)
        }
    }
}

/// Splits `total` over `weights` so that the parts add up to it exactly: each part is the exact share rounded
/// towards zero, and the units left over go to the largest remainders, earlier ones first.
/// All-zero weights leave everything in the first part.
///
/// # Errors
/// [`MoneyError::TooLarge`] when a share cannot be held.
pub fn split_by_largest_remainder(total: i64, weights: &[i64]) -> Result<Vec<i64>, MoneyError> {
    let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if whole == 0 {
        let mut parts = vec![0; weights.len()];
        if let Some(first) = parts.first_mut() {
            *first = total;
        }
        return Ok(parts);
    }
    let product = |weight: &i64| i128::from(total) * i128::from(*weight);
    let mut parts = weights
        .iter()
        .map(|weight| i64::try_from(product(weight) / whole).map_err(|_overflow| MoneyError::TooLarge))
        .collect::<Result<Vec<_>, _>>()?;
    // With weights on both sides of nothing the parts may add up to more on the way than an i64 holds.
    let shared: i128 = parts.iter().map(|part| i128::from(*part)).sum();
    let mut left = i64::try_from(i128::from(total) - shared).map_err(|_overflow| MoneyError::TooLarge)?;
    let mut order: Vec<usize> = (0..weights.len()).collect();
    let remainder = |index: &usize| {
        weights
            .get(*index)
            .map_or(0, |weight| (product(weight) % whole).abs())
    };
    order.sort_by_key(|index| std::cmp::Reverse(remainder(index)));
    for index in order.into_iter().cycle() {
        if left == 0 {
            break;
        }
        if let Some(part) = parts.get_mut(index) {
            *part += left.signum();
            left -= left.signum();
        }
    }
    Ok(parts)
}
