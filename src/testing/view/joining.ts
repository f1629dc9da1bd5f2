/** What a view holds of applications and invitations: where one's own stand, and what others' would bring. */
import { tableEach } from "../../core/table.ts";
import type { Queries } from "../../queries/model.ts";
import type { Container, InvitationRecord } from "../../spaces/model.ts";
import { containerOf } from "../../spaces/select/container.ts";
import { mayKnowOf } from "../../spaces/select/doors.ts";
import type { AnsweredQuestion, Topics } from "./areas.ts";

/** The ids of a kind of record, with the Space or Trunk of each. */
function allOf(
  { tx }: Topics,
  kind: "application" | "invitation",
): (readonly [string, Container])[] {
  const found: (readonly [string, Container])[] = [];
  tableEach(
    tx.table,
    () => false,
    (each, owner, _own, value) => {
      if (each === kind) found.push([owner, containerOf(value as InvitationRecord)]);
    },
  );
  return found.sort(([one], [other]) => (one < other ? -1 : 1));
}

function withoutRefusal(asked: AnsweredQuestion): AnsweredQuestion {
  if (!("value" in asked.answer)) return asked;
  const { refusal: _, ...value } = asked.answer.value as { readonly refusal?: unknown };
  return { ...asked, answer: { value } as never };
}

/** Whoever holds a link to a Trunk learns that it is below their own, of which they may know nothing else. */
const closesCircle = (value: unknown): boolean =>
  (value as Queries["invitation.look"]["answer"]).refusal?.code === "HIERARCHY_CYCLE";

/**
 * All answers about applications and invitations. Whoever holds a link learns whether it is meant for others
 * (JOIN-13); what it leads to is looked at here by those who may know of that anyhow.
 *
 * @param foretells whether they say what acting would be refused with
 */
export function answersOfJoining(topics: Topics, foretells: boolean): AnsweredQuestion[] {
  const { tx, viewer, ask } = topics;
  const applications = allOf(topics, "application").map(([application, of]) => ({
    type: "admin.application" as const,
    about: { application },
    answer: ask("admin.application", { viewer, ...of, application }),
  }));
  const looked = allOf(topics, "invitation").flatMap(([invitation, of]) => {
    const answer = ask("invitation.look", { viewer, invitation });
    const isShown =
      "value" in answer
        ? mayKnowOf(tx, of, viewer.organization) || (foretells && closesCircle(answer.value))
        : answer.refused === "INVITATION_NOT_ADDRESSED";
    return isShown ? [{ type: "invitation.look" as const, about: { invitation }, answer }] : [];
  });
  const all: AnsweredQuestion[] = [
    { type: "application.own", about: {}, answer: ask("application.own", { viewer }) },
    ...applications.filter(({ answer }) => "value" in answer),
    ...looked,
  ];
  return foretells ? all : all.map(withoutRefusal);
}
