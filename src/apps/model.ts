/** The vocabulary of apps: Host apps, publication, authorized lists, features, data, Space apps. */
export type * from "./model/events.ts";
export type * from "./model/inputs.ts";
export type * from "./model/records.ts";
