//! The one table of pages. Each is rendered whole before its first byte leaves (`SsrMode::Async`):
//! statuses are true, and nothing needs JavaScript to appear.

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{Outlet, ParentRoute, Route, Router, Routes},
    path,
};

use crate::pages::{
    drafts::erase::Erase,
    drafts::item::ItemPage,
    drafts::review::Review,
    drafts::step::StepPage,
    errors::{ErrorKind, ErrorPage, NotFound},
    finish::{Finish, Finished},
    hand_over::code::{CodeOfDraft, CodeOfRequest},
    hand_over::give::{HandOverDraft, HandOverRequest},
    hand_over::take_up::TakeUp,
    help::Help,
    home::Home,
    legal::Legal,
    legal::accessibility::Accessibility,
    legal::privacy::Privacy,
    opinions::ask::{AskAboutPage, AskAtPlacePage, AskPage},
    opinions::invitation::InvitationPage,
    opinions::more::{MorePage, ThanksPage},
    opinions::poster::PosterPage,
    places::PlacePage,
    procedures::Procedures,
    procedures::procedure::ProcedurePage,
    procedures::themes::Themes,
    quality::{QualityOfPage, QualityPage},
    requests::complain::ComplainPage,
    requests::documents::DocumentsPage,
    requests::follow::Follow,
    requests::messages::MessagesPage,
    requests::notices::NoticesPage,
    requests::receipt::Receipt,
    requests::record::RecordPage,
    requests::request::RequestPage,
    requests::turn::TurnPage,
    requests::withdraw::WithdrawPage,
    site_map::SiteMap,
    visits::Visits,
    visits::draft_times::DraftTimesPage,
    visits::moving::MovePage,
    visits::need::VisitPage,
    visits::people::{PeoplePage, PeopleTimesPage},
    visits::reminder::ReminderPage,
    visits::times::TimesPage,
    visits::waiting::{join::JoinPage, place::WaitingPage},
    write::WritePage,
};

/// The content of `<main>`, by address.
#[component]
pub fn Pages() -> impl IntoView {
    // A post that could not be handled: its page replaces the one of the address.
    if let Some(kind) = use_context::<ErrorKind>() {
        return view! { <ErrorPage kind/> }.into_any();
    }
    view! {
        <Router>
            <Routes fallback=NotFound>
                <ParentRoute path=path!("/:lang") view=Outlet ssr=SsrMode::Async>
                    <Route path=path!("") view=Home ssr=SsrMode::Async/>
                    <Route path=path!("demarches") view=Procedures ssr=SsrMode::Async/>
                    <Route path=path!("demarches/:procedure") view=ProcedurePage ssr=SsrMode::Async/>
                    <Route path=path!("themes") view=Themes ssr=SsrMode::Async/>
                    <Route path=path!("brouillons/:draft/etapes/:step") view=StepPage ssr=SsrMode::Async/>
                    <Route path=path!("brouillons/:draft/etapes/:step/:item") view=ItemPage ssr=SsrMode::Async/>
                    <Route path=path!("brouillons/:draft/verification") view=Review ssr=SsrMode::Async/>
                    <Route path=path!("brouillons/:draft/horaires") view=DraftTimesPage ssr=SsrMode::Async/>
                    <Route path=path!("brouillons/:draft/effacer") view=Erase ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/recepisse") view=Receipt ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request") view=RequestPage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/messages") view=MessagesPage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/documents") view=DocumentsPage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/avis") view=NoticesPage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/dossier") view=RecordPage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/retrait") view=WithdrawPage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/horaires") view=MovePage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/tour") view=TurnPage ssr=SsrMode::Async/>
                    <Route path=path!("lieux/:place") view=PlacePage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/personnes") view=PeoplePage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/personnes/horaires") view=PeopleTimesPage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/votre-avis/:moment") view=AskPage ssr=SsrMode::Async/>
                    <Route path=path!("lieux/:place/votre-avis") view=AskAtPlacePage ssr=SsrMode::Async/>
                    <Route path=path!("lieux/:place/affiche") view=PosterPage ssr=SsrMode::Async/>
                    <Route path=path!("pages/:page/votre-avis") view=AskAboutPage ssr=SsrMode::Async/>
                    <Route path=path!("votre-avis/:word") view=InvitationPage ssr=SsrMode::Async/>
                    <Route path=path!("votre-avis/:word/:step") view=MorePage ssr=SsrMode::Async/>
                    <Route path=path!("votre-avis") view=ThanksPage ssr=SsrMode::Async/>
                    <Route path=path!("qualite") view=QualityPage ssr=SsrMode::Async/>
                    <Route path=path!("qualite/:about/:id") view=QualityOfPage ssr=SsrMode::Async/>
                    <Route path=path!("terminer") view=Finish ssr=SsrMode::Async/>
                    <Route path=path!("termine") view=Finished ssr=SsrMode::Async/>
                    <Route path=path!("suivi") view=Follow ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/transmettre") view=HandOverRequest ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/transmettre/:code") view=CodeOfRequest ssr=SsrMode::Async/>
                    <Route path=path!("brouillons/:draft/transmettre") view=HandOverDraft ssr=SsrMode::Async/>
                    <Route path=path!("brouillons/:draft/transmettre/:code") view=CodeOfDraft ssr=SsrMode::Async/>
                    <Route path=path!("reprendre") view=TakeUp ssr=SsrMode::Async/>
                    <Route path=path!("rendez-vous") view=Visits ssr=SsrMode::Async/>
                    <Route path=path!("rendez-vous/:kind") view=VisitPage ssr=SsrMode::Async/>
                    <Route path=path!("rendez-vous/:kind/horaires") view=TimesPage ssr=SsrMode::Async/>
                    <Route path=path!("rendez-vous/:kind/attente") view=JoinPage ssr=SsrMode::Async/>
                    <Route path=path!("attente/:word") view=WaitingPage ssr=SsrMode::Async/>
                    <Route path=path!("rappel/:word") view=ReminderPage ssr=SsrMode::Async/>
                    <Route path=path!("demandes/:request/reclamation") view=ComplainPage ssr=SsrMode::Async/>
                    <Route path=path!("nous-ecrire") view=WritePage ssr=SsrMode::Async/>
                    <Route path=path!("aide") view=Help ssr=SsrMode::Async/>
                    <Route path=path!("accessibilite") view=Accessibility ssr=SsrMode::Async/>
                    <Route path=path!("donnees-personnelles") view=Privacy ssr=SsrMode::Async/>
                    <Route path=path!("mentions-legales") view=Legal ssr=SsrMode::Async/>
                    <Route path=path!("plan-du-site") view=SiteMap ssr=SsrMode::Async/>
                </ParentRoute>
            </Routes>
        </Router>
    }
    .into_any()
}
