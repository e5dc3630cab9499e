//! The articles' words for every value of the domain.

use super::Language;
use crate::domain::{
    Channel, ColumnKey, ContactForm, ContactWish, Direction, Grouping, Intensity, Kind, Mode, Mood,
    Phase, Purpose, RelationType, Scheme, Settings, Source, Standing, View,
};

impl Language {
    /// A phase on its own, as the own scheme shows it before it has columns.
    pub fn phase(self, phase: Phase) -> &'static str {
        match phase {
            Phase::Acquire => self.phase_acquire(),
            Phase::FirstDeal => self.phase_first_deal(),
            Phase::Bind => self.phase_bind(),
            Phase::Develop => self.phase_develop(),
            Phase::Care => self.phase_care(),
        }
    }

    /// A column of a named scheme. The articles give the same stage other names (`domain` 6.1).
    pub fn stage(self, scheme: Scheme, column: Phase) -> &'static str {
        match (scheme, column) {
            (Scheme::A, Phase::Acquire) => self.scheme_a_acquire(),
            (Scheme::A, Phase::FirstDeal) => self.scheme_a_first_deal(),
            (Scheme::A, _) => self.scheme_a_bind(),
            (Scheme::B, Phase::Acquire) => self.scheme_b_acquire(),
            (Scheme::B, Phase::Care) => self.scheme_b_care(),
            (Scheme::B, _) => self.scheme_b_bind(),
            (Scheme::C, Phase::Acquire) => self.scheme_c_acquire(),
            (Scheme::C, Phase::Develop) => self.scheme_c_develop(),
            (Scheme::C, Phase::Care) => self.scheme_c_care(),
            (Scheme::C, _) => self.scheme_c_bind(),
            (Scheme::Own, phase) => self.phase(phase),
        }
    }

    /// A scheme, by its columns.
    pub fn scheme(self, scheme: Scheme) -> String {
        match scheme {
            Scheme::Own => self.scheme_own().to_owned(),
            named => {
                let names = named.columns().iter().map(|column| self.stage(named, *column));
                names.collect::<Vec<_>>().join(" / ")
            }
        }
    }

    /// Where a scheme comes from and what to mind.
    pub fn scheme_hint(self, scheme: Scheme) -> &'static str {
        match scheme {
            Scheme::A => self.scheme_a_hint(),
            Scheme::B => self.scheme_b_hint(),
            Scheme::C => self.scheme_c_hint(),
            Scheme::Own => self.scheme_own_hint(),
        }
    }

    /// What a board is grouped by.
    pub fn grouping(self, grouping: Grouping) -> &'static str {
        match grouping {
            Grouping::Phase(_) => self.axis_phase(),
            Grouping::Type => self.axis_type(),
            Grouping::Mode => self.axis_mode(),
            Grouping::Intensity => self.axis_intensity(),
            Grouping::CustomerView => self.axis_customer_view(),
        }
    }

    /// The head of a column.
    pub fn column(self, key: ColumnKey, grouping: Grouping, settings: &Settings) -> String {
        let scheme = match grouping {
            Grouping::Phase(scheme) => scheme,
            _ => Scheme::Own,
        };
        match key {
            ColumnKey::Phase(phase) => self.stage(scheme, phase).to_owned(),
            ColumnKey::Own(id) => {
                let column = settings.columns.iter().find(|column| column.id == id);
                column.map(|column| column.name.clone()).unwrap_or_default()
            }
            ColumnKey::Type(value) => self.relation_type(value).to_owned(),
            ColumnKey::Mode(value) => self.mode(value).to_owned(),
            ColumnKey::Intensity(value) => self.intensity(value).to_owned(),
            ColumnKey::View(view) => self.view(view).to_owned(),
        }
    }

    /// A main type.
    pub fn relation_type(self, value: Option<RelationType>) -> &'static str {
        match value {
            None => self.unset(),
            Some(RelationType::Transactional) => self.type_transactional(),
            Some(RelationType::LongTerm) => self.type_long_term(),
            Some(RelationType::Personal) => self.type_personal(),
            Some(RelationType::Automated) => self.type_automated(),
            Some(RelationType::CoCreation) => self.type_co_creation(),
        }
    }

    /// A mode.
    pub fn mode(self, value: Option<Mode>) -> &'static str {
        match value {
            None => self.unset(),
            Some(Mode::Transactional) => self.mode_transactional(),
            Some(Mode::Reactive) => self.mode_reactive(),
            Some(Mode::Proactive) => self.mode_proactive(),
            Some(Mode::Participatory) => self.mode_participatory(),
        }
    }

    /// An intensity.
    pub fn intensity(self, value: Option<Intensity>) -> &'static str {
        match value {
            None => self.unset(),
            Some(Intensity::Loose) => self.intensity_loose(),
            Some(Intensity::Stable) => self.intensity_stable(),
            Some(Intensity::Emotional) => self.intensity_emotional(),
        }
    }

    /// A view of the relationship.
    pub fn view(self, view: View) -> &'static str {
        match view {
            View::Unknown => self.view_unknown(),
            View::Transaction => self.view_transaction(),
            View::Relation => self.view_relation(),
        }
    }

    /// A mood.
    pub fn mood(self, mood: Mood) -> &'static str {
        match mood {
            Mood::Angry => self.mood_1(),
            Mood::Cool => self.mood_2(),
            Mood::Neutral => self.mood_3(),
            Mood::Friendly => self.mood_4(),
            Mood::Warm => self.mood_5(),
        }
    }

    /// A channel.
    pub fn channel(self, channel: Channel) -> &'static str {
        match channel {
            Channel::Call => self.channel_call(),
            Channel::Visit => self.channel_visit(),
            Channel::Email => self.channel_email(),
            Channel::Chat => self.channel_chat(),
            Channel::Event => self.channel_event(),
            Channel::Letter => self.channel_letter(),
            Channel::Social => self.channel_social(),
            Channel::Web => self.channel_web(),
        }
    }

    /// A direction.
    pub fn direction(self, direction: Direction) -> &'static str {
        match direction {
            Direction::Outbound => self.direction_out(),
            Direction::Inbound => self.direction_in(),
        }
    }

    /// A purpose.
    pub fn purpose(self, purpose: Purpose) -> &'static str {
        match purpose {
            Purpose::Sale => self.purpose_sale(),
            Purpose::Service => self.purpose_service(),
            Purpose::Care => self.purpose_care(),
            Purpose::Advice => self.purpose_advice(),
            Purpose::Gesture => self.purpose_gesture(),
        }
    }

    /// A first touch point.
    pub fn source(self, source: Source) -> &'static str {
        match source {
            Source::Advertising => self.source_advertising(),
            Source::SocialMedia => self.source_social_media(),
            Source::Website => self.source_website(),
            Source::Search => self.source_search(),
            Source::Fair => self.source_fair(),
            Source::Referral => self.source_referral(),
            Source::WalkIn => self.source_walk_in(),
            Source::Outreach => self.source_outreach(),
            Source::Other => self.source_other(),
        }
    }

    /// A contact wish.
    pub fn contact_wish(self, wish: ContactWish) -> &'static str {
        match wish {
            ContactWish::Welcome => self.wish_welcome(),
            ContactWish::SelfService => self.wish_self_service(),
        }
    }

    /// A form of contact.
    pub fn contact_form(self, form: ContactForm) -> &'static str {
        match form {
            ContactForm::Personal => self.form_of_contact_personal(),
            ContactForm::Digital => self.form_of_contact_digital(),
            ContactForm::Combined => self.form_of_contact_combined(),
        }
    }

    /// Firm or person.
    pub fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Firm => self.kind_firm(),
            Kind::Person => self.kind_person(),
        }
    }

    /// On the board or off it.
    pub fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Active => self.standing_active(),
            Standing::Resting => self.standing_resting(),
            Standing::Lost => self.standing_lost(),
            Standing::Archived => self.standing_archived(),
        }
    }
}
