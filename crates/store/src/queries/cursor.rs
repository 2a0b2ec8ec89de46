//! Where a page ends: the sort values of its last row, in a form that means nothing to the asker.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use folio_domain::refusals::{Reason, Refusal};

/// The cursor of a row with these sort values.
pub(super) fn encode(values: &[String]) -> String {
    URL_SAFE_NO_PAD.encode(values.join("\u{1f}"))
}

/// The sort values in `cursor`.
///
/// # Errors
/// When it is no cursor of such a list.
pub(super) fn decode<const N: usize>(cursor: &str) -> Result<[String; N], Refusal> {
    let misfit = || Refusal::field(Reason::BadValue, "after");
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_not_base64| misfit())?;
    let text = String::from_utf8(bytes).map_err(|_not_text| misfit())?;
    let values: Vec<String> = text.split('\u{1f}').map(str::to_owned).collect();
    values.try_into().map_err(|_other_list| misfit())
}

/// How many rows a page has when `asked` are asked for.
pub(super) fn page_size(asked: u32, most: u32) -> usize {
    usize::try_from(asked.clamp(1, most)).unwrap_or(1)
}

/// `rows` cut to a page of `size`, and the cursor of its last row when something follows.
pub(super) fn cut<T>(
    mut rows: Vec<T>,
    size: usize,
    values: impl Fn(&T) -> Vec<String>,
) -> (Vec<T>, Option<String>) {
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| more).map(|last| encode(&values(last)));
    (rows, next)
}

/// The `LIMIT` of `rows`.
pub(super) fn rows_max(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// The `LIMIT` that finds out whether a row follows a page of `size`.
pub(super) fn one_more(size: usize) -> i64 {
    rows_max(size).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_and_a_strange_one_is_refused() {
        let cursor = encode(&["2026-01-31".to_owned(), "நல்ல".to_owned()]);
        assert_eq!(decode::<2>(&cursor).unwrap(), ["2026-01-31", "நல்ல"]);
        for strange in ["", "%%%", "AAAA", &encode(&["one".to_owned()])] {
            assert!(decode::<2>(strange).is_err(), "{strange}");
        }
    }

    #[test]
    fn a_page_tells_whether_something_follows() {
        let values = |row: &i32| vec![row.to_string()];
        assert_eq!(cut(vec![1, 2], 2, values), (vec![1, 2], None));
        assert_eq!(
            cut(vec![1, 2, 3], 2, values),
            (vec![1, 2], Some(encode(&["2".to_owned()])))
        );
    }
}
