//! Values that may be absent, and several of one kind.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Blank, Inside, List, Token, Value, Wrong};

/// The most items of one list: no form lets in as many, and no file may take more room than it has.
const ITEMS_MAX: usize = 1_000;

impl<T> Blank for Option<T> {
    fn blank(_: Uuid) -> Self {
        None
    }
}

impl<T: Value + Blank> Value for Option<T> {
    fn is_new(&self) -> bool {
        self.is_none()
    }

    fn write(&self, out: &mut String) {
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        if let Token::Null = token {
            *self = None;
            return Ok(());
        }
        self.insert(T::blank(Uuid::nil())).take(token)
    }

    fn inside(&mut self) -> Inside<'_> {
        self.insert(T::blank(Uuid::nil())).inside()
    }
}

impl<T> Blank for Vec<T> {
    fn blank(_: Uuid) -> Self {
        Self::new()
    }
}

impl<T: Value + Blank> Value for Vec<T> {
    fn is_new(&self) -> bool {
        self.is_empty()
    }

    fn write(&self, out: &mut String) {
        write_items(&mut self.iter().map(|item| item as &dyn Value), out);
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        self.clear();
        if let Token::Null = token { Ok(()) } else { Err(Wrong) }
    }

    fn inside(&mut self) -> Inside<'_> {
        self.clear();
        Inside::List(self)
    }
}

impl<T: Value + Blank> List for Vec<T> {
    fn add(&mut self, fill: &mut dyn FnMut(&mut dyn Value)) -> bool {
        let mut item = T::blank(Uuid::nil());
        fill(&mut item);
        self.push(item);
        self.len() <= ITEMS_MAX
    }
}

impl<T> Blank for BTreeSet<T> {
    fn blank(_: Uuid) -> Self {
        Self::new()
    }
}

impl<T: Value + Blank + Ord> Value for BTreeSet<T> {
    fn is_new(&self) -> bool {
        self.is_empty()
    }

    fn write(&self, out: &mut String) {
        write_items(&mut self.iter().map(|item| item as &dyn Value), out);
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        self.clear();
        if let Token::Null = token { Ok(()) } else { Err(Wrong) }
    }

    fn inside(&mut self) -> Inside<'_> {
        self.clear();
        Inside::List(self)
    }
}

impl<T: Value + Blank + Ord> List for BTreeSet<T> {
    fn add(&mut self, fill: &mut dyn FnMut(&mut dyn Value)) -> bool {
        let mut item = T::blank(Uuid::nil());
        fill(&mut item);
        self.insert(item);
        self.len() <= ITEMS_MAX
    }
}

fn write_items(items: &mut dyn Iterator<Item = &dyn Value>, out: &mut String) {
    out.push('[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push(',');
        }
        item.write(out);
    }
    out.push(']');
}
