/** The story's actors and Spaces, under names that the chapters can use. */
import { adminOf, type Firm, HOST } from "./cast.ts";
import * as ids from "./ids.ts";

export const host = ids.organization(HOST.id);

const ofHost = (person: string) => ({ organization: host, person: ids.person(person) });

/** Main admin of the Host. */
export const linYue = ofHost("lin-yue");
/** Sub-admin of the Host with the Space permission. */
export const maLi = ofHost("ma-li");
/** An ordinary employee of the Host. */
export const wuHao = ofHost("wu-hao");
export const zhaoMin = ofHost("zhao-min");
/** Employed by the Host and by one of its suppliers. */
export const heYing = ids.person("he-ying");

/** The platform's support staff. */
export const support = { support: ids.staff("support-7") };

/** A partner's main admin. */
export const admin = (firm: Pick<Firm, "id">) => ({
  organization: ids.organization(firm.id),
  person: ids.person(adminOf(firm)),
});

export const supply = ids.space("supply");
export const dealers = ids.space("dealers");
export const quality = ids.space("quality-circle");

/** Departments of the Host that the Space of suppliers selects. */
export const supplyDepartments = ["procurement", "quality", "logistics"].map(ids.department);
