import { rules } from "../rule.ts";

/** FOLDER: the Space's own departments. */
export const FOLDER_RULES = /* @__PURE__ */ rules([
  {
    id: "FOLDER-01",
    title: "Space admins edit Folders, and no more",
    source: [{ sentence: "S105", text: "上下游组织的管理员只能编辑上下游组织的部门或目录" }],
    reading:
      "A Space admin may create, rename, move and remove Folders of the Space; admins of Members " +
      "and ordinary people may not. Folders form a tree: a move that would make a cycle is " +
      "refused, and so is removing a Folder that is not empty.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_SPACE_ADMIN", "UNKNOWN_FOLDER"],
    ambiguities: ["AMB-46"],
    status: "active",
  },
  {
    id: "FOLDER-02",
    title: "A Member sits in one Folder",
    source: [{ sentence: "S105", text: "把成员组织放在不同的部门或目录下" }],
    reading:
      "When a Space admin places a Member in a Folder, the whole Member organization is in that " +
      "Folder and in no other. A new Member is at the root.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_SPACE_ADMIN", "UNKNOWN_FOLDER", "NOT_A_MEMBER"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FOLDER-03",
    title: "Folders grant nothing",
    source: [
      { sentence: "S97", text: "对每一个加入上下游组织的组织设置可见性" },
      { sentence: "S105", text: "把成员组织放在不同的部门或目录下" },
    ],
    reading: "Placement changes neither visibility nor Roster nor licenses nor app authorization.",
    strength: "derived",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
]);
