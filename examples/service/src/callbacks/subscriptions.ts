/** Which callbacks there are: under which name, from which platform, about which organization. */
import * as z from "zod";

const text = z.string().min(1).max(200);
const aesKey = z.string().regex(/^[A-Za-z0-9+/]{43}$/);
const shared = {
  /** The organization's id here. */
  organization: z.string().min(1).max(128),
  /** Where look-ups go: it adds the app's access token, and answers with what the platform did. */
  gateway: z.url().optional(),
};
const subscription = z.discriminatedUnion("platform", [
  z.strictObject({
    platform: z.literal("dingtalk"),
    token: text,
    aesKey,
    receiver: text,
    ...shared,
  }),
  z.strictObject({ platform: z.literal("wecom"), token: text, aesKey, receiver: text, ...shared }),
  z.strictObject({ platform: z.literal("feishu"), token: text, encryptKey: text, ...shared }),
]);

/** One callback that a platform was told of. */
export type Subscription = z.infer<typeof subscription>;

/** The callbacks by the name in their path. */
export type Subscriptions = ReadonlyMap<string, Subscription>;

const file = z.record(z.string().regex(/^[a-z0-9-]{1,64}$/), subscription);

/** Callbacks out of parsed JSON; throws an error that says where it is wrong. */
export function subscriptionsFrom(json: unknown): Subscriptions {
  const parsed = file.safeParse(json);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return new Map(Object.entries(parsed.data));
}
