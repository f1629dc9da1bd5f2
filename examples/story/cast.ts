/** Who takes part in the story. All of them are invented. */

/** Eight in the morning of the story's day, epoch milliseconds. */
export const MORNING = Date.UTC(2026, 2, 2, 0, 0);

/** An organization of the story. */
export interface Firm {
  readonly id: string;
  /** The short name that tables use. */
  readonly short: string;
  readonly name: string;
  readonly certified: boolean;
  readonly edition: "free" | "light" | "professional" | "exclusive";
  readonly people: number;
}

const firm = (
  id: string,
  name: string,
  people: number,
  edition: Firm["edition"] = "free",
  certified = true,
): Firm => ({ id, short: name.split(" ")[0] as string, name, certified, edition, people });

/** The Host: a manufacturer. */
export const HOST = firm("qingyuan", "Qingyuan Manufacturing 清源制造", 10_000, "exclusive");

/** Those who come into the Space of suppliers, and with which partner type. */
export const SUPPLIERS = [
  firm("jiangnan", "Jiangnan Castings 江南铸造", 140, "professional"),
  firm("huaxin", "Huaxin Electronics 华芯电子", 120, "exclusive"),
  firm("beihai", "Beihai Coatings 北海涂料", 110, "light"),
  firm("yuelong", "Yuelong Packaging 粤隆包装", 90),
  firm("tianma", "Tianma Haulage 天马运输", 80, "free", false),
  firm("nordlys", "Nordlys Bearings", 60, "light", false),
  firm("longmen", "Longmen Tooling 龙门模具", 50),
] as const;

/** Those who come into the Space of dealers. */
export const DEALERS = [
  firm("hengtong", "Hengtong Trading 恒通商贸", 100, "professional"),
  firm("xinghe", "Xinghe Retail 星禾零售", 90),
  firm("lanhai", "Lanhai Stores 岚海门店", 70, "light", false),
  firm("meridian", "Meridian Sales", 50),
  firm("kunlun", "Kunlun Staffing 坤伦人力", 40, "free", false),
] as const;

/** Those who apply and do not come in. */
export const TURNED_AWAY = firm("yunfei", "Yunfei Parts 云霏配件", 25, "free", false);
export const SECOND_THOUGHTS = firm("sakura", "Sakura Precision", 20);

export const PARTNERS: readonly Firm[] = [...SUPPLIERS, ...DEALERS, TURNED_AWAY, SECOND_THOUGHTS];

/** A partner's main admin. */
export const adminOf = (firm: Pick<Firm, "id">): string => `admin-${firm.id}`;

/** People of the Host whom the story follows, with the department they start in. */
export const FOLLOWED = [
  { person: "lin-yue", name: "Lin Yue 林悦", title: "Chief information officer", in: "office" },
  { person: "ma-li", name: "Ma Li 马丽", title: "Partner manager", in: "procurement" },
  { person: "wu-hao", name: "Wu Hao 吴昊", title: "Buyer", in: "procurement" },
  { person: "zhao-min", name: "Zhao Min 赵敏", title: "Planner", in: "procurement" },
  { person: "he-ying", name: "He Ying 何颖", title: "Inspector", in: "quality" },
] as const;

/** The Host's departments below its root, with the share of its people in each. */
export const CENTERS = [
  { id: "office", name: "Executive office 总裁办", share: 1 },
  { id: "procurement", name: "Procurement 采购中心", share: 9 },
  { id: "quality", name: "Quality 质量中心", share: 6 },
  { id: "logistics", name: "Logistics 物流中心", share: 6 },
  { id: "manufacturing", name: "Manufacturing 制造中心", share: 38 },
  { id: "research", name: "Research 研发中心", share: 14 },
  { id: "sales", name: "Sales 销售中心", share: 13 },
  { id: "service", name: "Service 服务中心", share: 6 },
  { id: "finance", name: "Finance 财务中心", share: 4 },
  { id: "people", name: "People 人力资源", share: 3 },
] as const;
