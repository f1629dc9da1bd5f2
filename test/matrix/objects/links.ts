import { AS_BRANCH, known, type Link, of, ofBranch, ofTrunk } from "./linked.ts";
import { having, type Objects } from "./objects.ts";

const mounted = (link: Link, alias: string | null = "New", mount: string | null = null) => ({
  ...link,
  alias,
  mount,
});

const nobody = { organizations: [], departments: [] };
const seen = (link: Link, except: { organizations?: string[]; departments?: string[] } = {}) => ({
  ...link,
  hidden: true,
  hiddenExcept: { ...nobody, ...except },
  ownOnly: true,
  ownOnlyExcept: nobody,
});

const released = (link: Link, is = true) => ({ ...link, released: is });
const reaching = (link: Link, reach: "trunk" | "all-above" = "trunk") => ({ ...link, reach });
const sharing = (link: Link, shared: string[] = ["attendance"]) => ({ ...link, shared });

export const linksObjects: Objects<
  | "link.mount"
  | "link.see"
  | "link.release"
  | "link.cancel"
  | "link.reach"
  | "link.share"
  | "link.leave"
  | "link.stay"
> = {
  "link.mount": {
    ...ofTrunk(mounted),
    "as it is": () => mounted(known, "East"),
    "alias taken": () => mounted(known, "West"),
    "foreign department": () => mounted(known, null, "member-desk"),
    "missing department": () => mounted(known, null, "no-such-department"),
  },
  "link.see": {
    ...ofTrunk(seen),
    "as it is": () => ({ ...seen(known), hidden: false }),
    "foreign department": () => seen(known, { departments: ["member-desk"] }),
    "missing department": () => seen(known, { departments: ["no-such-department"] }),
    "foreign exception": () => seen(known, { organizations: ["far-member"] }),
    "missing exception": () => seen(known, { organizations: ["no-such-organization"] }),
  },
  "link.release": { ...ofTrunk(released), "as it is": () => released(known, false) },
  "link.cancel": ofTrunk((link) => link),
  "link.reach": {
    ...ofBranch(reaching),
    "as it is": (party) =>
      having(of(AS_BRANCH, party) ?? known, (link) => reaching(link, "all-above")),
  },
  "link.share": {
    ...ofBranch(sharing),
    "as it is": (party) => having(of(AS_BRANCH, party) ?? known, (link) => sharing(link, [])),
  },
  "link.leave": ofBranch((link) => link),
  "link.stay": ofBranch((link) => link),
};
