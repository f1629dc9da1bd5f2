/** What one might try next with a thing: inputs begun, with what is known of it filled in. */
import type { Identity } from "interorg";
import type { Draft } from "../store.ts";
import type { Organization, Person, Picture, Space } from "../world/reading.ts";

/** An admin who may act for an organization. */
export function adminIn(picture: Picture, organization: string): Identity | undefined {
  const admins =
    picture.organizations.find((each) => each.organization === organization)?.record.admins ?? [];
  const able = admins.filter(({ role, spacePermission }) => role === "main" || spacePermission);
  const person = (able.find(({ role }) => role === "main") ?? able[0])?.person;
  return person === undefined ? undefined : ({ organization, person } as Identity);
}

export function draftsForPerson(person: Person, picture: Picture): Draft[] {
  const { organization, rosters, employment } = person;
  const who = { organization, person: person.person, number: employment.number };
  const by = adminIn(picture, organization);
  const drafts: Draft[] = [
    { type: "person.resigned", data: who },
    { type: "person.relocated", data: who },
    { type: "admin.changed", data: { ...who, role: "sub", spacePermission: true } },
  ];
  const [space] = rosters;
  if (space !== undefined) {
    const people = [person.person];
    drafts.push({ type: "scope.take-out", by, data: { space, organization, people } });
  }
  drafts.push({ type: "successor.set", by, data: { organization, person: person.person } });
  return drafts;
}

export function draftsForOrganization(each: Organization, picture: Picture): Draft[] {
  const { organization, record } = each;
  const by = adminIn(picture, organization);
  const invitation = picture.spaces.find(
    ({ space, record: { host } }) =>
      host !== organization && !record.joined.includes(space as never),
  )?.invitations[0];
  const drafts: Draft[] = [{ type: "person.hired", data: { organization } }];
  if (invitation !== undefined) {
    drafts.push({ type: "application.submit", by, data: { invitation, scope: { whole: true } } });
  }
  drafts.push(
    { type: "space.create", by, data: { scope: { whole: true } } },
    { type: "license.purchased", data: { organization } },
    { type: "organization.certification-changed", data: { organization } },
    { type: "organization.ended", data: { organization } },
  );
  return drafts;
}

export function draftsForSpace({ space, record, members, applications }: Space, picture: Picture) {
  const by = adminIn(picture, record.host);
  const drafts: Draft[] = [];
  for (const { application, organization } of applications) {
    drafts.push({ type: "application.approve", by, data: { space, organization, application } });
  }
  const member = members.find(({ host }) => !host)?.organization;
  drafts.push({ type: "invitation.issue", by, data: { space, form: "qr" } });
  if (member !== undefined) {
    drafts.push(
      { type: "visibility.set", by, data: { space, organization: member } },
      { type: "association.cancel", by, data: { space, organization: member } },
    );
  }
  drafts.push(
    { type: "person-cap.expand", data: { space } },
    { type: "space.dissolve", by, data: { space } },
  );
  return drafts;
}
