/** Where notices go. */
import type { Notice } from "interorg";
import type { NoticeItem } from "interorg/host";
import type { SqlRunner } from "interorg/postgres";
import type { Logger } from "../log.ts";
import { outboxTables } from "./tables.ts";

/** A notice on its way; it may come again, under the same key. */
export interface Delivery extends NoticeItem {
  /** `(scope, input, seq)` as one text: what the receiver tells a copy by. */
  readonly key: string;
}

/**
 * Takes deliveries: a message queue, a mail gateway, a webhook. Whatever it throws is tried again; it
 * has to give up by itself, for the service waits for it when it stops.
 */
export interface Sink {
  readonly deliver: (delivery: Delivery) => Promise<void>;
}

/** Adds the key to a notice out of the tail. */
export function deliveryOf(item: NoticeItem): Delivery {
  return { ...item, key: JSON.stringify([item.scope, item.input, item.seq]) };
}

const recipients = ({ to }: Notice): string => JSON.stringify(to);

/**
 * The default sink: a table with one row a notice, however often it comes, and a line in the log.
 * Roles such as "the main admins of acme" stay roles: who they are is looked up when the row is sent.
 */
export function tableSink(sql: SqlRunner, schema: string, log: Logger): Sink {
  const { deliveries } = outboxTables(schema);
  return {
    deliver: async ({ scope, input, seq, notice }) => {
      const { rows } = await sql.query(
        `insert into ${deliveries} as d (scope, input, seq, kind, recipients)
          values ($1, $2, $3::int, $4, $5::jsonb)
          on conflict (scope, input, seq) do update set times = d.times + 1
          returning times`,
        [scope ?? "", input, String(seq), notice.kind, recipients(notice)],
      );
      log.info(
        { scope, input, seq, kind: notice.kind, times: Number(rows[0]?.["times"]) },
        "notice",
      );
    },
  };
}
