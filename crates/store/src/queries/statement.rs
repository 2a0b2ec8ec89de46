//! SQL that is put together from parts, with its parameters kept in step.

use jiff::civil::Date;
use sqlx::any::AnyRow;
use sqlx::{AnyPool, AssertSqlSafe};
use uuid::Uuid;

/// A parameter of a statement.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Text(id.to_string())
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Text(date.to_string())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

/// A statement that grows. What is pushed is text of this crate; whatever comes from outside is bound.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    text: String,
    values: Vec<Value>,
}

impl Statement {
    /// A statement that begins with `text`, in which `$1` is `first`.
    pub(super) fn new(text: String, first: impl Into<Value>) -> Self {
        Self {
            text,
            values: vec![first.into()],
        }
    }

    /// With more text.
    pub(super) fn push(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    /// With the next parameter at this place in the text.
    pub(super) fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        let number = self.values.len();
        self.text.push_str(&format!("${number}"));
        self
    }

    /// With the next parameter, which the text names elsewhere.
    pub(super) fn with(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// With ` AND column = value`, when there is a value.
    pub(super) fn when(self, column: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.push(" AND ").push(column).push(" = ").bind(value),
            None => self,
        }
    }

    /// With ` AND column IN (values)`; no row has one of no values.
    pub(super) fn among<V: Into<Value>>(self, column: &str, values: impl IntoIterator<Item = V>) -> Self {
        let mut statement = self.push(" AND ").push(column).push(" IN (NULL");
        for value in values {
            statement = statement.push(", ").bind(value);
        }
        statement.push(")")
    }

    /// It between two pieces of text.
    pub(super) fn within(self, before: &str, after: &str) -> Self {
        Self {
            text: format!("{before}{}{after}", self.text),
            values: self.values,
        }
    }

    /// Its rows.
    pub(super) async fn rows(self, pool: &AnyPool) -> Result<Vec<AnyRow>, sqlx::Error> {
        let mut query = sqlx::query(AssertSqlSafe(self.text));
        for value in self.values {
            query = match value {
                Value::Text(text) => query.bind(text),
                Value::Integer(number) => query.bind(number),
            };
        }
        query.fetch_all(pool).await
    }
}
