// What the residents of these tests want and answer, procedure by procedure.

import type { Answers } from "./form.ts";
import type { Language } from "./visit.ts";

/** One resident's business. */
export type Business = {
  /** Identifier of the procedure. */
  id: string;
  /** Words typed in the search. */
  search: Record<Language, string>;
  /** Answers that decide the way through the form. */
  answers: Answers;
  /** A slip of the keyboard, made once. */
  slip: { step: string; name: string; wrong: string; right: string };
  /** What one changes from the review. */
  change: { step: string; name: string; value: string };
  /** What proves the access to the request afterwards. */
  proof: "email" | "birth_date";
};

/** An adult asks for their own full copy, by post. */
export const BIRTH: Business = {
  id: "acte-de-naissance",
  search: { fr: "naissance", ar: "الميلاد" },
  answers: { birth_place: "here", applicant: "self", document: "full_copy", parents_on_record: "two", delivery: "post" },
  slip: { step: "vous", name: "requester_birth_date.month", wrong: "13", right: "3" },
  change: { step: "document", name: "copies", value: "3" },
  proof: "birth_date",
};

/** Two parents enrol their children; the proof of address is missing. */
export const SCHOOL: Business = {
  id: "inscription-scolaire",
  search: { fr: "ecole", ar: "مدرسة" },
  answers: {
    start: "september",
    in_school: "yes",
    "child_birth_date.year": "2021",
    wanted_services: "canteen",
    has_home_proof: "no",
  },
  slip: { step: "contact", name: "email", wrong: "lea.martin@", right: "lea.martin@exemple.fr" },
  change: { step: "contact", name: "email", value: "lea.nouvelle@exemple.fr" },
  proof: "email",
};

/** Somebody reports a hole in a street and wants an answer. */
export const PROBLEM: Business = {
  id: "signaler-un-probleme",
  search: { fr: "lampadaire", ar: "مشكلة" },
  answers: {
    danger: "no",
    category: "road",
    "noticed_on.day": "1",
    "noticed_on.year": "2026",
  },
  slip: { step: "lieu", name: "place", wrong: "x", right: "12 rue du Lavoir" },
  change: { step: "lieu", name: "place", value: "14 rue du Lavoir" },
  proof: "email",
};

/** Everything that the sample catalogue offers. */
export const ALL = [BIRTH, SCHOOL, PROBLEM] as const;

/** The first and the second child. */
export const CHILDREN: readonly Answers[] = [
  { ...SCHOOL.answers, "child.given_names": "Nour" },
  { ...SCHOOL.answers, "child.given_names": "Élie", "child_birth_date.year": "2022", in_school: "no" },
];
