/** The races. */
import { defaultPolicy, type Policy, type World } from "../../src/index.ts";
import {
  adminOf,
  applies,
  command,
  freshId,
  hire,
  joins,
  organization,
  platform,
  reported,
  review,
  space,
  supported,
} from "./inputs.ts";
import {
  CLIENTS,
  count,
  each,
  grown,
  onlyOne,
  recordIn,
  type Scenario,
  times,
  worldOf,
} from "./scenario.ts";
import type { Remains, Trial } from "./trial.ts";

const invited = (host: string, data: object) =>
  command(host, "invitation.issue", { space: "s", ...data });

const spaceLimit: Scenario = {
  name: "10th and 11th Space",
  seed: () => worldOf(...organization("host"), ...times(9, (i) => space("host", `s${i}`)).flat()),
  run: (trial) =>
    each(trial, (i) => command("host", "space.create", { space: `new${i}`, name: "new" })),
  rule: (remains) =>
    recordIn<{ hosted: string[] }>(remains, "organization:host").hosted.length === 10
      ? onlyOne("SPACE_QUOTA_EXCEEDED")(remains)
      : "not 10 Spaces",
};

const memberLimit: Scenario = {
  name: "800th and 801st Member",
  seed: () => {
    let world = worldOf(...organization("host"), ...space("host", "s"));
    for (let i = 0; i < 799 + CLIENTS; i += 1) {
      const name = `member${i}`;
      const people = { people: [adminOf(name)] };
      const steps = i < 799 ? joins(name, "host", "s", people) : [applies(name, "s", people)];
      world = grown(world, ...organization(name), ...steps);
    }
    return world;
  },
  run: (trial) => each(trial, (i) => review("approve", "host", "s", `member${799 + i}`)),
  rule: (remains) =>
    recordIn<{ members: { count: number } }>(remains, "space:s").members.count === 800
      ? onlyOne("MEMBER_ORG_LIMIT_EXCEEDED")(remains)
      : "not 800 Members",
};

const joinLimit: Scenario = {
  name: "5th and 6th join",
  seed: () => {
    const hosts = times(4 + CLIENTS, (i) => `host${i}`);
    const spaces = hosts.flatMap((host) => [...organization(host), ...space(host, `of-${host}`)]);
    const steps = hosts.flatMap((host, i) =>
      i < 4 ? joins("member", host, `of-${host}`) : [applies("member", `of-${host}`)],
    );
    return worldOf(...spaces, ...organization("member"), ...steps);
  },
  run: (trial) =>
    each(trial, (i) => review("approve", `host${4 + i}`, `of-host${4 + i}`, "member")),
  rule: (remains) =>
    recordIn<{ joined: string[] }>(remains, "organization:member").joined.length === 5
      ? onlyOne("JOIN_LIMIT_EXCEEDED")(remains)
      : "not 5 Spaces joined",
};

const leaving: Policy = { ...defaultPolicy, memberExit: "own-admin" };

/** A Member of five Spaces leaves some of them while others approve it: nowhere is it a sixth time. */
const exits: Scenario = {
  name: "exit against approval",
  policies: times(CLIENTS, () => leaving),
  seed: () => {
    const hosts = times(5 + CLIENTS / 2, (i) => `host${i}`);
    const spaces = hosts.flatMap((host) => [...organization(host), ...space(host, `of-${host}`)]);
    // Whoever has joined five applies nowhere.
    const applications = hosts.slice(5).map((host) => applies("member", `of-${host}`));
    const joined = hosts.slice(0, 5).flatMap((host) => joins("member", host, `of-${host}`));
    return worldOf(...spaces, ...organization("member"), ...applications, ...joined);
  },
  run: (trial) =>
    each(trial, (i) => {
      const turn = Math.floor(i / 2);
      if (i % 2 === 1) return review("approve", `host${5 + turn}`, `of-host${5 + turn}`, "member");
      const named = { space: `of-host${turn}`, organization: "member" };
      return command("member", "association.leave", named);
    }),
  rule: (remains) => {
    const { joined } = recordIn<{ joined: string[] }>(remains, "organization:member");
    const refused = count(remains, "JOIN_LIMIT_EXCEEDED");
    const wanted = 5 - CLIENTS / 2 + (CLIENTS / 2 - refused);
    const known = count(remains, "accepted") + refused === CLIENTS;
    return known && joined.length === wanted ? null : `${joined.length} joined, ${refused} refused`;
  },
};

/** An organization that is invited is invited again, by name and in batches, while it applies. */
const invitedAgain: Scenario = {
  name: "re-invite against accept",
  seed: () =>
    worldOf(
      ...organization("host"),
      ...organization("guest"),
      ...space("host", "s"),
      supported("batch-invitation.enable", { organization: "host" }),
      invited("host", { invitation: "named", form: "link", for: ["guest"], expiresAt: 5_000 }),
    ),
  run: (trial) =>
    each(trial, (i) => {
      if (i === 0) {
        const data = { application: "a", invitation: "named" };
        return command("guest", "application.submit", data);
      }
      const invitation = `again${i}`;
      if (i % 2 === 0) {
        const invitations = [{ invitation, organization: "guest" }];
        return command("host", "invitation.batch", { space: "s", invitations });
      }
      return invited("host", { invitation, form: "link", for: ["guest"], expiresAt: 9_000 });
    }),
  // Before it has applied the invitation goes on; after that a batch passes it over.
  rule: (remains) => {
    const made = [...remains.changed].filter(
      ([key, record]) => key.startsWith("invitation:") && record !== null,
    );
    const named = recordIn<{ uses: number; expiresAt: number | null }>(remains, "invitation:named");
    if (count(remains, "accepted") !== CLIENTS) return "not all were accepted";
    const isExtended = named.expiresAt === null || named.expiresAt === 9_000;
    return made.length === 1 && named.uses === 1 && isExtended
      ? null
      : `${made.length} invitations, ${JSON.stringify(named)}`;
  },
};

/** A Space of 2999 people, with 4 organizations that put people in and 4 that hire into scope. */
const personLimit: Scenario = {
  name: "3000th and 3001st person",
  seed: () => {
    const host = [...organization("host"), ...space("host", "s", { whole: true })];
    const small = times(CLIENTS, (i) => [
      ...organization(`small${i}`),
      ...joins(`small${i}`, "host", "s", i < 4 ? {} : { whole: true }),
    ]);
    // 1 admin of the Host and 4 of the organizations that take part as a whole are there already.
    return worldOf(...host, ...small.flat(), ...times(2994, (i) => hire("host", `p${i}`)));
  },
  run: (trial) =>
    each(trial, (i) => {
      const name = `small${i}`;
      if (i >= 4) return hire(name, `new${i}`);
      const data = { space: "s", organization: name, people: [adminOf(name)] };
      return command(name, "scope.put-in", data);
    }),
  rule: (remains) => {
    const { persons, queued } = recordIn<{ persons: number; queued: { count: number } }>(
      remains,
      "space:s",
    );
    const entered = count(remains, "accepted") - queued.count;
    return persons === 3000 && entered === 1 ? null : `${persons} persons, ${entered} entered`;
  },
};

const decertified: Scenario = {
  name: "create against decertification",
  seed: () => worldOf(...organization("host")),
  run: (trial) =>
    each(trial, (i) => {
      const change = { organization: "host", certified: false };
      if (i === 3) return platform("organization.certification-changed", change);
      return command("host", "space.create", { space: `s${i}`, name: "s" });
    }),
  // No Space comes after the certification has gone: that is what the serial order shows.
  rule: (remains) => {
    const spaces = recordIn<{ hosted: string[] }>(remains, "organization:host").hosted.length;
    const created = count(remains, "accepted") - 1;
    const refused = count(remains, "HOST_NOT_CERTIFIED");
    return spaces === created && created + refused === CLIENTS - 1 ? null : "counts do not fit";
  },
};

/** A person who resigns while applications that would bring them in are approved. */
const resigned: Scenario = {
  name: "resign against approve",
  seed: () => {
    const hosts = times(4, (i) => [...organization(`host${i}`), ...space(`host${i}`, `s${i}`)]);
    const people = times(4, (i) => hire("member", `p${i}`));
    const applications = times(4, (i) => applies("member", `s${i}`, { whole: true }));
    return worldOf(...hosts.flat(), ...organization("member"), ...people, ...applications);
  },
  run: (trial) =>
    each(trial, (i) =>
      i < 4
        ? review("approve", `host${i}`, `s${i}`, "member")
        : reported("member", "person.resigned", { person: `p${i - 4}`, number: 1 }),
    ),
  rule: (remains) => {
    for (let i = 0; i < 4; i += 1) {
      const { persons } = recordIn<{ persons: number }>(remains, `space:s${i}`);
      if (persons !== 1) return `${persons} people in a Space, where only the admin is left`;
    }
    return null;
  },
};

const reviewed: Scenario = {
  name: "two reviews of one application",
  seed: () =>
    worldOf(
      ...organization("host"),
      ...space("host", "s"),
      ...organization("member"),
      applies("member", "s", { whole: true }),
    ),
  run: (trial) =>
    each(trial, (i) => review(i % 2 === 0 ? "approve" : "reject", "host", "s", "member")),
  rule: onlyOne("APPLICATION_NOT_PENDING"),
};

const sentTwice: Scenario = {
  name: "one input id from every client",
  seed: () => worldOf(...organization("host")),
  run: async (trial) => {
    const id = freshId();
    const make = (name: string) => command("host", "space.create", { space: "s", name }, id);
    await each(trial, (i) => make(i < 6 ? "s" : "another"));
  },
  rule: (remains) => {
    const first = remains.answers.filter(
      ({ result }) => result.kind === "accepted" && !result.repeated,
    );
    const reused = count(remains, "INPUT_ID_REUSED");
    const fits = reused === 2 || reused === 6;
    return first.length === 1 && fits && remains.settled.length === 1 ? null : "not settled once";
  },
};

/** Each creates an invitation, and applies with the next one's, which it finds absent or not. */
export const absentKeys: Scenario = {
  name: "absent keys that others create",
  seed: () =>
    worldOf(
      ...times(CLIENTS, (i) => [...organization(`host${i}`), ...space(`host${i}`, `s${i}`)]).flat(),
    ),
  run: async (trial) => {
    const pair = (i: number) => {
      const invitation = { space: `s${i}`, invitation: `by-${i}`, form: "link" };
      const other = { application: `a${i}`, invitation: `by-${i ^ 1}` };
      return [
        command(`host${i}`, "invitation.issue", invitation),
        command(`host${i}`, "application.submit", other),
      ];
    };
    await Promise.all(times(CLIENTS, (i) => trial.sendAll(i, pair(i))));
  },
  // Of each pair one comes second, and finds the other's invitation.
  rule: (remains) =>
    count(remains, "INVITATION_NOT_VALID") === CLIENTS / 2 &&
    count(remains, "accepted") === CLIENTS + CLIENTS / 2
      ? null
      : "both of a pair found nothing",
};

const roomier: Policy = { ...defaultPolicy, certifiedSpaceQuota: 12 };

const policies: Scenario = {
  name: "two hosts with different policies",
  seed: () => worldOf(...organization("host"), ...times(9, (i) => space("host", `s${i}`)).flat()),
  policies: times(CLIENTS, (i) => (i < 4 ? defaultPolicy : roomier)),
  run: async (trial) => {
    await each(trial, (i) => command("host", "space.create", { space: `a${i}`, name: "new" }));
    await Promise.all([
      trial.clients[7]?.host.adoptPolicy(),
      each(trial, (i) => command("host", "space.create", { space: `b${i}`, name: "new" })),
    ]);
    await each(trial, (i) => command("host", "space.create", { space: `c${i}`, name: "new" }));
  },
  rule: policyRule,
};

function policyRule(remains: Remains): string | null {
  const stamps = new Map(remains.settled.map(({ input, stamp }) => [input, stamp]));
  const of = (policy: Policy): number[] =>
    remains.answers.filter((a) => a.policy === policy).map((a) => stamps.get(a.input.id) ?? 0);
  const spaces = recordIn<{ hosted: string[] }>(remains, "organization:host").hosted.length;
  if (Math.max(...of(defaultPolicy)) >= Math.min(...of(roomier))) return "policies were mixed";
  return spaces === 12 ? null : `${spaces} Spaces where the later policy has 12`;
}

/** The applicant of 3000 people, whose directory never stands still. */
function busyDirectory(): World {
  const staff = times(2999, (i) => hire("big", `p${i}`));
  const host = [...organization("host"), ...space("host", "s"), ...organization("big")];
  return worldOf(...host, ...staff, applies("big", "s", { whole: true }));
}

let turn = 0;

const largeApproval: Scenario = {
  name: "approval of 3000 beside a stream of facts",
  seed: busyDirectory,
  clients: CLIENTS + 1,
  rarely: 20,
  run: async (trial) => {
    let approved = false;
    const approve = trial.send(CLIENTS, review("approve", "host", "s", "big")).then(() => {
      approved = true;
    });
    await Promise.all([approve, ...times(CLIENTS, (i) => stream(trial, i, () => approved))]);
  },
  rule: ({ answers }) =>
    answers.some(
      ({ input, result }) => input.type.endsWith("approve") && result.kind === "accepted",
    )
      ? null
      : "not approved",
};

/**
 * Hires and resignations in turn, so that the number of people stays at 3000 or below, from some
 * clients; from the others changes that only read what the approval writes.
 */
async function stream(trial: Trial, client: number, done: () => boolean): Promise<void> {
  for (let sent = 0; !done() || sent === 0; sent += 1) {
    turn += 1;
    if (client >= 3) {
      const fields = { person: `p${2900 + client}`, number: 1, fields: { name: `n${turn}` } };
      await trial.send(client, reported("big", "person.fields-changed", fields));
      continue;
    }
    const leaver = { person: `p${client * 300 + sent}`, number: 1 };
    await trial.send(client, reported("big", "person.resigned", leaver));
    await trial.send(client, hire("big", `new${turn}`));
  }
}

/** The scenarios that must hold. */
export const SCENARIOS: readonly Scenario[] = [
  spaceLimit,
  memberLimit,
  joinLimit,
  personLimit,
  decertified,
  resigned,
  reviewed,
  exits,
  invitedAgain,
  sentTwice,
  absentKeys,
  policies,
  largeApproval,
];

/** What breaks when only the keys written are checked. */
export const WRITE_SKEW: Scenario = resigned;
