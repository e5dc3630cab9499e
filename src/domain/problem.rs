//! What is wrong with a form: every problem at once, each with its field. The words are in the views.

use super::sheet::Slot;

/// A field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is named like the field of the draft")]
pub enum Field {
    Name,
    Sector,
    Email,
    Phone,
    Street,
    PostalCode,
    City,
    Country,
    Web,
    FirstContact,
    Tags,
    OurContact,
    Worth,
    Cadence,
    Need,
    Notes,
    Intensity,
    CustomerView,
    AskedOn,
    PersonName(usize),
    PersonRole(usize),
    PersonEmail(usize),
    PersonPhone(usize),
    People,
    When,
    With,
    Text,
    Heard,
    NextStep,
    NextStepDue,
    ColumnName(usize),
    Columns,
    PersonKnows(usize),
    PersonFacts(usize),
    PersonBirthday(usize),
    Promise,
    PromiseDue,
    Slot(Slot),
    Own(usize),
    OwnFields,
    OwnName(usize),
    OwnOptions(usize),
    IdeaTitle,
    IdeaText,
    Reason,
    Comment,
    Question,
    OptionText(usize),
    Options,
    Closes,
    GroupName,
    Topic,
    Tips,
    Post,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Issue {
    /// Nothing was entered.
    Missing,
    /// Fewer than this many entries.
    TooFew(usize),
    /// More than this many characters.
    TooLong(usize),
    /// More than this many entries.
    TooMany(usize),
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a telephone number.
    NotAPhone,
    /// Not a web address.
    NotAWebAddress,
    /// Not an amount of money.
    NotAnAmount,
    /// Not a whole number from 1 to this.
    NotACount(u32),
    /// Not a number.
    NotANumber,
    /// Not a day of the calendar.
    NotADay,
    /// A day that is still to come.
    InTheFuture,
    /// Earlier than what must come before it.
    BeforeEarlier,
    /// Emotional needs trust, shared values or a special experience (A29, R31).
    NeedsEvidence,
}

/// One problem of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub field: Field,
    /// What.
    pub issue: Issue,
}

/// All problems of a form, in the order of its fields; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

/// Collects problems while a draft is read.
#[derive(Default)]
pub(super) struct Check(Vec<Problem>);

impl Check {
    pub fn note(&mut self, field: Field, issue: Issue) {
        self.0.push(Problem { field, issue });
    }

    /// Notes text that is too long, hands it on either way.
    pub fn short(&mut self, field: Field, text: String, max: usize) -> String {
        if text.chars().count() > max {
            self.note(field, Issue::TooLong(max));
        }
        text
    }

    /// Reads an optional text; an unreadable one is noted.
    pub fn read<T>(
        &mut self,
        field: Field,
        text: &str,
        issue: Issue,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let value = read(text);
        if value.is_none() {
            self.note(field, issue);
        }
        value
    }

    /// The value if nothing was noted.
    pub fn finish<T>(self, value: T) -> Result<T, Problems> {
        if self.0.is_empty() { Ok(value) } else { Err(Problems(self.0)) }
    }
}
