//! What is wrong with a field, and how to mend it.

use super::Language;
use crate::domain::{Field, Issue, Problem, Refusal};

impl Language {
    /// The sentence below a field.
    pub fn problem(self, problem: Problem) -> String {
        match problem.issue {
            Issue::Missing if problem.field == Field::Name => {
                self.problem_name_missing().to_owned()
            }
            Issue::Missing if problem.field == Field::NextStepDue => {
                self.problem_due_missing().to_owned()
            }
            Issue::Missing => self.problem_missing().to_owned(),
            Issue::TooFew(least) => self.problem_too_few(&least.to_string()),
            Issue::TooLong(max) => self.problem_too_long(&max.to_string()),
            Issue::TooMany(max) => self.problem_too_many(&max.to_string()),
            Issue::NotAnEmail => self.problem_not_an_email().to_owned(),
            Issue::NotAPhone => self.problem_not_a_phone().to_owned(),
            Issue::NotAWebAddress => self.problem_not_a_web_address().to_owned(),
            Issue::NotAnAmount => self.problem_not_an_amount().to_owned(),
            Issue::NotACount(max) => self.problem_not_a_count(&max.to_string()),
            Issue::NotANumber => self.problem_not_a_number().to_owned(),
            Issue::BeforeEarlier => self.problem_before_earlier().to_owned(),
            Issue::NotADay => self.problem_not_a_day().to_owned(),
            Issue::InTheFuture => self.problem_in_the_future().to_owned(),
            Issue::NeedsEvidence => self.problem_needs_evidence().to_owned(),
        }
    }

    /// The name of a field.
    pub fn field(self, field: Field) -> &'static str {
        match field {
            Field::Name | Field::PersonName(_) | Field::ColumnName(_) => self.field_name(),
            Field::Sector => self.field_sector(),
            Field::Email | Field::PersonEmail(_) => self.field_email(),
            Field::Phone | Field::PersonPhone(_) => self.field_phone(),
            Field::Street => self.field_street(),
            Field::PostalCode => self.field_postal_code(),
            Field::City => self.field_city(),
            Field::Country => self.field_country(),
            Field::Web => self.field_web(),
            Field::FirstContact => self.field_first_contact(),
            Field::Tags => self.field_tags(),
            Field::OurContact => self.field_our_contact(),
            Field::Worth => self.field_worth(),
            Field::Cadence => self.field_cadence(),
            Field::Need => self.field_need(),
            Field::Notes => self.field_notes(),
            Field::Intensity => self.axis_intensity(),
            Field::CustomerView => self.field_view_evidence(),
            Field::AskedOn => self.field_asked_on(),
            Field::PersonRole(_) => self.field_role(),
            Field::People => self.field_people(),
            Field::When => self.field_when(),
            Field::With => self.field_with(),
            Field::Text => self.field_text(),
            Field::Heard => self.field_heard(),
            Field::NextStep => self.field_next_step(),
            Field::NextStepDue => self.field_next_due(),
            Field::Columns => self.field_columns(),
            Field::PersonKnows(_) => self.field_knows(),
            Field::PersonFacts(_) => self.field_facts(),
            Field::PersonBirthday(_) => self.field_birthday(),
            Field::Promise => self.field_promise(),
            Field::PromiseDue => self.field_promise_due(),
            Field::Slot(slot) => self.slot(slot),
            Field::Own(_) | Field::OwnFields => self.field_own_fields(),
            Field::OwnName(_) => self.field_name(),
            Field::OwnOptions(_) => self.field_own_options(),
            Field::IdeaTitle => self.field_idea_title(),
            Field::IdeaText | Field::Post => self.field_idea_text(),
            Field::Reason => self.field_reason(),
            Field::Comment => self.field_comment(),
            Field::Question => self.field_question(),
            Field::OptionText(_) => self.field_option(),
            Field::Options => self.field_options(),
            Field::Closes => self.field_closes(),
            Field::GroupName => self.field_name(),
            Field::Topic => self.field_topic(),
            Field::Tips => self.field_tips(),
        }
    }

    /// Why a change was not made.
    pub fn refusal(self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::UnknownCustomer | Refusal::UnknownContact | Refusal::UnknownColumn => {
                self.refusal_gone()
            }
            Refusal::NeedsEvidence(_) => self.problem_needs_evidence(),
            Refusal::UnknownMatter => self.refusal_gone(),
            Refusal::TooManyContacts => self.refusal_too_many_contacts(),
            Refusal::TooManyMatters | Refusal::TooManyAssets => self.refusal_too_many_records(),
            Refusal::Unknown => self.refusal_unknown(),
            Refusal::AlreadyMerged => self.refusal_already_merged(),
            Refusal::Full => self.refusal_full(),
        }
    }
}
