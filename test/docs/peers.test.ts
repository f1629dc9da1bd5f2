// Aim: the page about peers claims nothing of interorg that no rule says, and nothing of others without
// a link to where it is said. Method: the page line by line, against the register of rules.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addressOf } from "../../scripts/docs/markdown.ts";
import { root } from "../../scripts/lib/evidence.ts";
import { ruleById } from "../../src/catalogue/index.ts";

const lines = readFileSync(join(root, "docs/explanation/peers.md"), "utf8").split("\n");

/** Rules linked by a piece of text. */
const LINKED = /\[([A-Z]+-\d{2})\]\(([^)]*)\)/gu;
const isLinked = (text: string): boolean => [...text.matchAll(LINKED)].length > 0;

/** Whose pages are whose own. */
const HOSTS: { readonly [peer: string]: readonly string[] } = {
  DingTalk: ["aliwork.com", "dingtalk.com"],
  WeCom: ["work.weixin.qq.com"],
  Feishu: ["larksuite.com", "larkoffice.com", "feishu.cn"],
  Entra: ["microsoft.com"],
  "Slack Connect": ["slack.com"],
  "better-auth": ["better-auth.com"],
};

/** The rows of the tables: who, and what is said. */
const rows = lines.flatMap((line) => {
  const [, who, what] = /^\| ([^|]*\S) \| (.*) \|$/u.exec(line) ?? [];
  return who === undefined || what === undefined || who === "---" ? [] : [{ who, what }];
});

test("every rule that is named is in the register and active, and its link leads to it", () => {
  let named = 0;
  for (const line of lines) {
    for (const [, id = "", address] of line.matchAll(LINKED)) {
      named += 1;
      const rule = ruleById(id);
      expect(rule?.status, id).toBe("active");
      if (rule !== undefined) expect(address, id).toBe(addressOf(rule, "../rules/"));
    }
    expect(line.replaceAll(LINKED, ""), "an id without a link").not.toMatch(/\b[A-Z]{2,}-\d{2}\b/u);
  }
  expect(named).toBeGreaterThan(60);
});

test("every line about interorg names a rule, and in the tables every clause", () => {
  for (const line of lines.filter((each) => /interorg|this library/iu.test(each))) {
    expect(isLinked(line), line).toBe(true);
  }
  for (const { what } of rows.filter(({ who }) => who === "**interorg**")) {
    for (const clause of what.split(/[;.](?=\s|$)/u).filter((each) => each.trim() !== "")) {
      expect(isLinked(clause), clause).toBe(true);
    }
  }
});

test("every point is made about each peer, in one order, and then about interorg", () => {
  const order = rows.map(({ who }) => who).filter((who, at, all) => who !== all[at - 1]);
  const round = [...Object.keys(HOSTS), "**interorg**"];
  expect(order.length).toBeGreaterThan(round.length);
  expect(order).toEqual(order.map((_, at) => round[at % round.length]));
  expect(order.at(-1)).toBe("**interorg**");
});

test("what is said of a peer links to where it is said; pages of others are marked", () => {
  for (const { who, what } of rows.filter((row) => row.who !== "**interorg**")) {
    for (const sentence of what.split(/\.(?=\s|$)/u).filter((each) => each.trim() !== "")) {
      expect(sentence, who).toMatch(/\]\(https?:|[Nn]othing found/u);
    }
    const links = what.matchAll(/\]\((https?:[^)]*)\)(, \*\(others\)\*)?/gu);
    for (const [, url = "", mark] of links) {
      const { hostname } = new URL(url);
      const own = HOSTS[who]?.some((host) => hostname === host || hostname.endsWith(`.${host}`));
      expect(mark === undefined, `${who}: ${url}`).toBe(own);
    }
  }
});
