//! What residents do about a request. Nothing that they do waits for the back office.

use app::{
    paths::{Carried, Path},
    t_in,
};
use domain::locale::Locale;
use http::StatusCode;

use super::Life;
use crate::support::{PDF, Page};

impl Life<'_> {
    /// Writes a message, with a file or without.
    pub(super) async fn resident_writes(&self, text: &str, file: bool) {
        let form = self.thread().await.form("#step-form").with("text", text);
        let form = if file {
            form.choose("files", "photo.pdf", PDF)
        } else {
            form
        };
        let thread = self.sends(&form.press("send")).await;
        assert!(thread.all(".thread__text").iter().any(|said| said == text));
    }

    /// Corrects the number of copies, if the page offers to.
    pub(super) async fn resident_corrects(&self, copies: &str) -> bool {
        let page = self.request().await;
        let button = "main form[action$='/correction']";
        if !page.has(button) {
            return false;
        }
        let review = self.sent.resident.go_on(&page.form(button)).await;
        // It was decided meanwhile, and the page before did not know it.
        if review.path.starts_with(&page.path) {
            return false;
        }
        let review = self.sent.retype_copies(&review, copies).await;
        if review.has("#send-form") {
            self.sends(&review.form("#send-form")).await;
        }
        true
    }

    /// Gives every document that the page asks for.
    pub(super) async fn resident_gives(&self, filename: &str) -> usize {
        let path = Path::Documents(self.sent.request.clone());
        let page = self.page(&path).await;
        let asked = page.attributes("main #step-form input[type=file]", "name");
        if asked.is_empty() {
            return 0;
        }
        let form = page.form("#step-form");
        let form = asked
            .iter()
            .fold(form, |form, key| form.choose(key, filename, PDF));
        let page = self.sends(&form.press("send")).await;
        let done = t_in!(Locale::French, "done-documents-title");
        assert!(page.main().contains(&done), "{}", page.main());
        asked.len()
    }

    /// Asks for more time, if the page offers to.
    pub(super) async fn resident_asks_for_time(&self) -> bool {
        let path = Path::Documents(self.sent.request.clone());
        self.presses(&self.page(&path).await, "/delai").await
    }

    /// Withdraws, if the page offers to.
    pub(super) async fn resident_withdraws(&self) -> bool {
        let page = self.request().await;
        if !page.has("main a[href$='/retrait']") {
            return false;
        }
        let path = Path::Withdraw(self.sent.request.clone());
        let page = self.page(&path).await;
        // It was decided meanwhile, and the page before did not know it.
        if !page.has("#step-form") {
            let title = t_in!(Locale::French, "withdraw-impossible-title");
            assert!(page.main().contains(&title), "{}", page.main());
            return false;
        }
        let form = page.form("#step-form");
        self.sends(&form.with("reason", "Plus besoin.")).await;
        true
    }

    /// Hands the request over to a helper, who writes from a browser of their own.
    pub(super) async fn helper_writes(&self, text: &str) {
        let carried = Carried::Request(self.sent.request.clone());
        let form = self.page(&Path::HandOver(carried)).await.form("#step-form");
        let form = form.with("purpose", "helper").with("scope", "act");
        let code = self.sends(&form.with("life", "day")).await;
        let code = code.one(".hand-over-code__whole");
        let helper = self.town.resident(Locale::French);
        let form = helper.open(&Path::TakeUp).await.form("#step-form");
        let page = helper.go_on(&form.with("code", &code)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        let thread = Path::Messages(self.sent.request.clone());
        let form = helper.open(&thread).await.form("#step-form");
        let thread = helper.go_on(&form.with("text", text).press("send")).await;
        assert!(thread.all(".thread__text").iter().any(|said| said == text));
        self.goes_on().await;
    }

    async fn presses(&self, page: &Page, button: &str) -> bool {
        let form = format!("main form[action$='{button}']");
        let offered = page.has(&form);
        if offered {
            self.sends(&page.form(&form)).await;
        }
        offered
    }
}
