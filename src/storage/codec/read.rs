//! From JSON: `serde_json` tells the tokens apart, everything behind it is compiled once.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::{Inside, List, Shape, Token, Unreadable, Value, Wrong};

/// What reading gives.
pub type Read<T = ()> = Result<T, Unreadable>;

/// The members of a JSON object, one after the other: first the name, then exactly one call that
/// takes the value.
pub trait Members<'de> {
    /// The next name; none at the end.
    fn name(&mut self) -> Read<Option<Cow<'de, str>>>;
    /// Reads the value into this.
    fn value(&mut self, into: &mut dyn Value) -> Read;
    /// Reads the value as an object; false when it is `null`.
    fn members(&mut self, each: &mut dyn FnMut(&mut dyn Members<'de>) -> Read) -> Read<bool>;
    /// The value as it stands there.
    fn raw(&mut self) -> Read<&'de str>;
    /// Leaves the value out.
    fn skip(&mut self) -> Read;
}

/// Reads an object.
pub fn members<'de>(
    json: &'de str,
    mut each: impl FnMut(&mut dyn Members<'de>) -> Read,
) -> Result<(), serde_json::Error> {
    whole(json, Goal::Members(&mut each))
}

/// Reads a value of any sort.
pub fn value(json: &str, into: &mut dyn Value) -> Result<(), serde_json::Error> {
    whole(json, Goal::Value(into))
}

/// The items of a list, each as it stands there.
pub fn list(json: &str) -> Result<Vec<&str>, serde_json::Error> {
    let mut items = Vec::new();
    whole(json, Goal::Items(&mut items))?;
    Ok(items)
}

/// Reads an object into a shape; unknown names are left out.
pub fn object(json: &str, shape: &mut dyn Shape) -> Read {
    members(json, |members| {
        let seen = fill(shape, members, &mut |_, members| members.skip())?;
        complete(shape, seen)
    })?;
    Ok(())
}

fn whole<'de>(json: &'de str, goal: Goal<'_, 'de>) -> Result<(), serde_json::Error> {
    let mut from = serde_json::Deserializer::from_str(json);
    goal.deserialize(&mut from)?;
    from.end()
}

/// Which of the names were there, a bit for each.
pub type Seen = u128;

/// Reads members into a shape and hands on those with other names.
pub fn fill<'de>(
    shape: &mut dyn Shape,
    members: &mut dyn Members<'de>,
    other: &mut dyn FnMut(&str, &mut dyn Members<'de>) -> Read,
) -> Read<Seen> {
    let names = shape.names();
    let (mut seen, mut next) = (0, 0);
    while let Some(name) = members.name()? {
        let Some(place) = place(names, &name, next) else {
            other(&name, members)?;
            continue;
        };
        let bit = 1_u128 << place;
        if seen & bit != 0 {
            return Err(Unreadable::Shape([&*name, " comes twice"].concat()));
        }
        seen |= bit;
        next = place + 1;
        match shape.value_mut(place) {
            Some(value) => members.value(value)?,
            None => members.skip()?,
        }
    }
    Ok(seen)
}

/// Refuses a shape in which something is missing.
pub fn complete(shape: &dyn Shape, seen: Seen) -> Read {
    for (place, name) in shape.names().iter().enumerate() {
        if seen & (1 << place) == 0 && shape.value(place).is_some_and(Value::is_needed) {
            return Err(Unreadable::Missing(name));
        }
    }
    Ok(())
}

/// The place of a name. They mostly come in the order they were written in: the next one first.
pub fn place(names: &[&str], name: &str, next: usize) -> Option<usize> {
    match names.get(next) {
        Some(expected) if *expected == name => Some(next),
        _ => names.iter().position(|known| *known == name),
    }
}

/// What the JSON that comes is to become.
enum Goal<'g, 'de> {
    Value(&'g mut dyn Value),
    Item(&'g mut dyn List),
    Members(&'g mut dyn FnMut(&mut dyn Members<'de>) -> Read),
    Items(&'g mut Vec<&'de str>),
    Raw(&'g mut &'de str),
    Skip,
}

impl<'de> DeserializeSeed<'de> for Goal<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        match self {
            Self::Skip => from.deserialize_ignored_any(IgnoredAny).map(|_| ()),
            Self::Raw(raw) => {
                *raw = <&RawValue>::deserialize(from)?.get();
                Ok(())
            }
            Self::Item(list) => {
                let (mut from, mut read) = (Some(from), Ok(()));
                let fits = list.add(&mut |item| {
                    if let Some(from) = from.take() {
                        read = from.deserialize_any(Goal::Value(item));
                    }
                });
                if fits { read } else { Err(D::Error::custom("a list is too long")) }
            }
            goal => from.deserialize_any(goal),
        }
    }
}

impl Goal<'_, '_> {
    fn take<E: Error>(self, token: Token<'_>) -> Result<(), E> {
        let taken = match self {
            Self::Value(value) => value.take(token),
            Self::Members(_) if matches!(token, Token::Null) => Ok(()),
            _ => Err(Wrong),
        };
        taken.map_err(|Wrong| E::custom("a value of another sort"))
    }
}

impl<'de> Visitor<'de> for Goal<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value of another sort")
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
        self.take(Token::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.take(Token::Number(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        match i64::try_from(number) {
            Ok(number) => self.take(Token::Number(number)),
            Err(_) => Err(E::custom("a number is too large")),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.take(Token::Text(text))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.take(Token::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        match self {
            Self::Items(items) => {
                let mut item = "";
                while seq.next_element_seed(Goal::Raw(&mut item))?.is_some() {
                    items.push(item);
                }
                return Ok(());
            }
            Self::Value(value) => {
                if let Inside::List(list) = value.inside() {
                    while seq.next_element_seed(Goal::Item(list))?.is_some() {}
                    return Ok(());
                }
            }
            _ => {}
        }
        Err(A::Error::custom("a list in the place of something else"))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let read = match self {
            Self::Members(each) => each(&mut Map(map)),
            Self::Value(value) => match value.inside() {
                Inside::Shape(shape) => {
                    fill(shape, &mut Map(map), &mut |_, members| members.skip())
                        .and_then(|seen| complete(shape, seen))
                }
                _ => Err(Unreadable::Shape("an object in the place of something else".to_owned())),
            },
            _ => Err(Unreadable::Shape("an object in the place of a list".to_owned())),
        };
        read.map_err(A::Error::custom)
    }
}

struct Map<A>(A);

impl<'de, A: MapAccess<'de>> Map<A> {
    fn next(&mut self, goal: Goal<'_, 'de>) -> Read {
        self.0.next_value_seed(goal).map_err(words)
    }
}

fn words(error: impl Error) -> Unreadable {
    Unreadable::Shape(error.to_string())
}

impl<'de, A: MapAccess<'de>> Members<'de> for Map<A> {
    fn name(&mut self) -> Read<Option<Cow<'de, str>>> {
        self.0.next_key_seed(Name).map_err(words)
    }

    fn value(&mut self, into: &mut dyn Value) -> Read {
        self.next(Goal::Value(into))
    }

    fn members(&mut self, each: &mut dyn FnMut(&mut dyn Members<'de>) -> Read) -> Read<bool> {
        let mut is_there = false;
        self.next(Goal::Members(&mut |members| {
            is_there = true;
            each(members)
        }))?;
        Ok(is_there)
    }

    fn raw(&mut self) -> Read<&'de str> {
        let mut raw = "";
        self.next(Goal::Raw(&mut raw))?;
        Ok(raw)
    }

    fn skip(&mut self) -> Read {
        self.next(Goal::Skip)
    }
}

/// The name of a member.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }
}
