//! The words of records: kinds, stages, choices, conditions.

use super::Language;
use crate::domain::{AssetKind, Condition, DealStage, EventKind, Level, MatterKind};

impl Language {
    /// A kind of matter.
    pub fn matter_kind(self, value: MatterKind) -> &'static str {
        match value {
            MatterKind::Deal => self.record_kind_deal(),
            MatterKind::Subscription => self.record_kind_subscription(),
            MatterKind::Case => self.record_kind_case(),
            MatterKind::Promise => self.record_kind_promise(),
            MatterKind::Task => self.record_kind_task(),
            MatterKind::Gesture => self.record_kind_gesture(),
            MatterKind::Review => self.record_kind_review(),
            MatterKind::Consent => self.record_kind_consent(),
            MatterKind::Argument => self.record_kind_argument(),
            MatterKind::Checklist => self.record_kind_checklist(),
            MatterKind::Deed => self.record_kind_deed(),
        }
    }

    /// A kind of asset.
    pub fn asset_kind(self, value: AssetKind) -> &'static str {
        match value {
            AssetKind::Product => self.record_kind_product(),
            AssetKind::Message => self.record_kind_message(),
            AssetKind::Procedure => self.record_kind_procedure(),
        }
    }

    /// A stage of a deal.
    pub fn deal_stage(self, value: DealStage) -> &'static str {
        match value {
            DealStage::Inquiry => self.record_stage_inquiry(),
            DealStage::Quote => self.record_stage_quote(),
            DealStage::Accepted => self.record_stage_accepted(),
            DealStage::Ordered => self.record_stage_ordered(),
            DealStage::Delivered => self.record_stage_delivered(),
            DealStage::Paid => self.record_stage_paid(),
            DealStage::Lost => self.record_stage_lost(),
        }
    }

    /// A condition.
    pub fn condition(self, value: Condition) -> &'static str {
        match value {
            Condition::Product => self.record_condition_product(),
            Condition::Process => self.record_condition_process(),
            Condition::Values => self.record_condition_values(),
            Condition::Reorder => self.record_condition_reorder(),
            Condition::Surroundings => self.record_condition_surroundings(),
            Condition::Need => self.record_condition_need(),
            Condition::Relationship => self.record_condition_relationship(),
            Condition::Standing => self.record_condition_standing(),
            Condition::Easy => self.record_condition_easy(),
            Condition::Synergy => self.record_condition_synergy(),
            Condition::Persons => self.record_condition_persons(),
            Condition::Human => self.record_condition_human(),
        }
    }

    /// Which events are shown.
    pub fn event_kind(self, value: EventKind) -> &'static str {
        match value {
            EventKind::Contact => self.record_filter_kind_contact(),
            EventKind::Deal => self.record_filter_kind_deal(),
            EventKind::Case => self.record_filter_kind_case(),
            EventKind::Promise => self.record_filter_kind_promise(),
            EventKind::Gesture => self.record_filter_kind_gesture(),
            EventKind::Change => self.record_filter_kind_change(),
        }
    }

    /// A rating with its word.
    pub fn level(self, level: Level) -> &'static str {
        match level.get() {
            1 => self.record_level_1(),
            2 => self.record_level_2(),
            3 => self.record_level_3(),
            4 => self.record_level_4(),
            _ => self.record_level_5(),
        }
    }

    /// The word of a choice in a sheet, by its key. The keys of all sheets differ from each other.
    pub fn choice(self, key: &str) -> &'static str {
        match key {
            "yes" => self.record_choice_yes(),
            "no" => self.record_choice_no(),
            "first" => self.record_choice_first(),
            "again" => self.record_choice_again(),
            "cross-sell" => self.record_choice_cross_sell(),
            "up-sell" => self.record_choice_up_sell(),
            "month" => self.record_choice_month(),
            "quarter" => self.record_choice_quarter(),
            "half-year" => self.record_choice_half_year(),
            "year" => self.record_choice_year(),
            "complaint" => self.record_choice_complaint(),
            "question" => self.record_choice_question(),
            "foreseen" => self.record_choice_foreseen(),
            "consent" => self.record_choice_consent(),
            "contract" => self.record_choice_contract(),
            "interest" => self.record_choice_interest(),
            "law" => self.record_choice_law(),
            "hard-time" => self.record_choice_hard_time(),
            "adjustment" => self.record_choice_adjustment(),
            "tip" => self.record_choice_tip(),
            "openness" => self.record_choice_openness(),
            "personal" => self.record_choice_personal(),
            "automated" => self.record_choice_automated(),
            "price" => self.record_choice_price(),
            "availability" => self.record_choice_availability(),
            "quality" => self.record_choice_quality(),
            "service" => self.record_choice_service(),
            "speed" => self.record_choice_speed(),
            "advice" => self.record_choice_advice(),
            "persons" => self.record_choice_persons(),
            "sustainability" => self.record_choice_sustainability(),
            "health" => self.record_choice_health(),
            _ => "",
        }
    }
}
