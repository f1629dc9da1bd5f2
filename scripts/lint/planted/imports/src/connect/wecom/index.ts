import { feishu } from "../feishu/index.ts"; // connect-alone

export const wecom = feishu;
