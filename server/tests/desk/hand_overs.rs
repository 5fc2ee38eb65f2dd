//! Handing over: a code carries a request or a draft elsewhere, so far, for so long, and no further.

mod keeping;
mod scopes;
mod shared;
mod uses;

use app::ports::{Absence, Carried, Draft, HandOver};
use domain::hand_over::{Device, Life, Purpose, Scope};
use jiff::SignedDuration;
use server::portal::{FollowError, Gift, Visitor};

use crate::town::{ORIGIN, Town};

const HOUR: SignedDuration = SignedDuration::from_hours(1);

const fn gift(purpose: Purpose, scope: Scope, life: Life) -> Gift {
    Gift {
        purpose,
        scope,
        life,
    }
}

const LOOK: Gift = gift(Purpose::Helper, Scope::Read, Life::Hour);
const ACT: Gift = gift(Purpose::Counter, Scope::Act, Life::Week);
const GO_ON: Gift = gift(Purpose::Counter, Scope::Continue, Life::Day);
const MINE: Gift = gift(Purpose::Device, Scope::Continue, Life::Hour);

impl Town {
    fn key(&self, resident: &Visitor) -> String {
        self.desk.view(*resident, String::new()).form_key()
    }

    async fn codes(&self, resident: &Visitor, carried: &Carried) -> Vec<HandOver> {
        let view = self.desk.view(*resident, String::new());
        view.hand_overs(carried).await.unwrap()
    }

    /// Gives a code; its identifier and itself.
    async fn give(&self, resident: &Visitor, carried: &Carried, gift: Gift) -> (String, String) {
        let key = self.key(resident);
        let given = self.desk.hand_over(resident, carried, gift, &key).await;
        let id = given.unwrap();
        let codes = self.codes(resident, carried).await;
        let code = codes.iter().find(|code| code.id == id).unwrap();
        (id, code.code.unwrap().to_string())
    }

    async fn take_up(&self, code: &str, visitor: &Visitor) -> Result<Carried, FollowError> {
        let desk = &self.desk;
        desk.take_up(code, visitor, ORIGIN, Device::Phone).await
    }

    async fn absence(&self, visitor: &Visitor, request: &str) -> Absence {
        let view = self.desk.view(*visitor, String::new());
        view.request(request).await.unwrap_err()
    }

    async fn draft_of(&self, visitor: &Visitor, draft: &str) -> Result<Draft, Absence> {
        self.desk.view(*visitor, String::new()).draft(draft).await
    }
}
