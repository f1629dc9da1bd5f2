/**
 * What follows from what, in the order in which it does. After each generation of events the rows are
 * gone through from the top, each for the events of its own types; what they emit is the next
 * generation. The last rows wait until nothing else follows. Above each row stand the ids of its rules.
 */
import { relist, unlistResigned, withdrawDissolved, withdrawEnded } from "../apps/leaving.ts";
import { noteAudiences } from "../apps/settings.ts";
import { wakeEntered } from "../directory/waking.ts";
import {
  endWithHost,
  goToHost,
  goToTrunk,
  handOver,
  handOverAbsent,
  handOverHere,
  standIn,
} from "../flows/handover.ts";
import { forgetGivenBack, keepTaken } from "../flows/keeping.ts";
import { standInAgain, takeUpAtHost, takeUpHere } from "../flows/returning.ts";
import { noteFlows } from "../flows/settings.ts";
import { endWithEmployment } from "../flows/standing-in.ts";
import {
  endGroups,
  leaveBooks,
  leaveOtherwise,
  leaveOwnBook,
  leaveResigning,
} from "../groups/leaving.ts";
import { rejoin, rejoinBelow } from "../groups/returning.ts";
import { endLinks } from "../hierarchy/ending.ts";
import { relineage } from "../hierarchy/lineage.ts";
import { remount } from "../hierarchy/mounts.ts";
import { endOffices, leaveOffices, leaveOwnOffices, resumeOffices } from "../hierarchy/offices.ts";
import { noteHierarchy } from "../hierarchy/settings.ts";
import { resumeStaff } from "../industry/staff.ts";
import { coverBelow, voidChoices } from "../licenses/covering.ts";
import { endMemberUnit, endPool, endUnitsOf } from "../licenses/ending.ts";
import { releaseAtHost, releaseLeft, releaseResigned } from "../licenses/releasing.ts";
import { reserveSuspended } from "../licenses/reserving.ts";
import { returnLicenses } from "../licenses/returning.ts";
import { releaseAbsent } from "../licenses/seats.ts";
import { serveDeferred } from "../licenses/serving.ts";
import { noteAutomatic } from "../licenses/settings.ts";
import { dropCounterparts, nameCounterpartAgain } from "../roster/counterparts.ts";
import { bringTogether, leaveTogether, serveWaiting } from "../roster/leaving.ts";
import { nameAgain } from "../roster/returning.ts";
import { noteScopes } from "../roster/settings.ts";
import { sync } from "../roster/sync.ts";
import { leaveDissolved, leaveEnded } from "../spaces/ending.ts";
import { noteSights } from "../spaces/settings.ts";
import { all, type Cascade, cascade, inSpace, last, on } from "./consequences.ts";

/** The table. */
export const CASCADE: Cascade = /* @__PURE__ */ cascade(
  // HAND-05 SPACE-07 EXIT-01
  /* @__PURE__ */ on("organization.ended", endWithHost, leaveEnded),
  // UNLINK-04
  /* @__PURE__ */ on("organization.ended", withdrawEnded, endLinks),
  // HIER-03 HIER-04 UNLINK-03
  /* @__PURE__ */ all(["link.cancelled", "link.formed", "link.moved", "link.reach-set"], relineage),
  // MOUNT-03
  /* @__PURE__ */ on("department.removed", remount),
  // SPACE-07
  /* @__PURE__ */ on("space.dissolved", leaveDissolved),
  // EXIT-01 EXIT-04 SPACE-07
  /* @__PURE__ */ all(["association.cancelled"], leaveTogether),
  // RESIGN-07
  /* @__PURE__ */ on("person.reinstated", resumeStaff, nameAgain),
  // DIR-10
  /* @__PURE__ */ all(
    [
      "department.created",
      "department.moved",
      "person.hired",
      "person.reinstated",
      "person.relocated",
    ],
    wakeEntered,
  ),
  // ROSTER-05 ROSTER-07 ROSTER-08 ROSTER-09 ROSTER-10
  /* @__PURE__ */ all(
    [
      "department.moved",
      "department.removed",
      "person.hired",
      "person.reinstated",
      "person.relocated",
      "person.resigned",
    ],
    sync,
  ),
  // CAP-02 CAP-04
  /* @__PURE__ */ on("person.recounted", bringTogether),
  // GROUP-04 GROUP-05
  /* @__PURE__ */ inSpace("roster.left", leaveResigning, leaveOtherwise),
  // PARTNER-03 RESIGN-01
  /* @__PURE__ */ inSpace("roster.left", dropCounterparts),
  // TALK-01 BRANCH-06
  /* @__PURE__ */ all(["roster.left", "lineage.changed"], leaveBooks),
  // TALK-01 GROUP-04
  /* @__PURE__ */ on("person.resigned", leaveOwnBook),
  // TALK-01 UNLINK-04
  /* @__PURE__ */ on("organization.ended", endGroups),
  // SPACE-07
  /* @__PURE__ */ on("space.dissolved", withdrawDissolved),
  // RESIGN-01
  /* @__PURE__ */ on("person.resigned", unlistResigned),
  // RESIGN-07
  /* @__PURE__ */ on("person.reinstated", relist, standInAgain, takeUpAtHost),
  // HAND-05
  /* @__PURE__ */ on("association.cancelled", goToHost),
  // FLOW-14 RESIGN-01
  /* @__PURE__ */ on("person.resigned", endWithEmployment),
  // HAND-02 HAND-05 EXIT-04
  /* @__PURE__ */ on("person.resigned", handOver),
  // BRANCH-06 UNLINK-03
  /* @__PURE__ */ all(["roster.left", "lineage.changed"], handOverAbsent),
  // UNLINK-03 HAND-05
  /* @__PURE__ */ on("lineage.changed", goToTrunk),
  // FLOW-19
  /* @__PURE__ */ on("person.suspended", standIn),
  // HAND-02 HAND-05 EXIT-04
  /* @__PURE__ */ inSpace("roster.left", handOverHere),
  // UNLINK-03
  /* @__PURE__ */ on("lineage.changed", endOffices),
  // LIAISON-04 BRANCH-06
  /* @__PURE__ */ all(["roster.left", "lineage.changed"], leaveOffices),
  // LIAISON-04
  /* @__PURE__ */ on("person.resigned", leaveOwnOffices),
  // LIC-15
  /* @__PURE__ */ on("organization.ended", endPool),
  // SEAT-02 BRANCH-06
  /* @__PURE__ */ all(["roster.left", "lineage.changed"], releaseAbsent),
  // UNLINK-03
  /* @__PURE__ */ all(["lineage.changed"], voidChoices),
  // SEAT-03
  /* @__PURE__ */ all(["lineage.changed"], coverBelow),
  // LIC-12 RESIGN-01 RESIGN-03
  /* @__PURE__ */ on("person.resigned", releaseAtHost),
  // LIC-12 RESIGN-01 RESIGN-03
  /* @__PURE__ */ inSpace("roster.left", releaseResigned),
  // LIC-13 EXIT-04
  /* @__PURE__ */ inSpace("roster.left", releaseLeft),
  // DIR-11
  /* @__PURE__ */ all(["department.created", "department.removed"], noteScopes),
  // DIR-11
  /* @__PURE__ */ all(["department.created", "department.removed"], noteAutomatic),
  // DIR-11
  /* @__PURE__ */ all(["department.created", "department.removed"], noteAudiences),
  // DIR-11
  /* @__PURE__ */ all(["department.created", "department.removed"], noteSights),
  // DIR-11
  /* @__PURE__ */ all(["department.created", "department.removed"], noteFlows),
  // DIR-11
  /* @__PURE__ */ all(["department.created", "department.removed"], noteHierarchy),
  // CAP-05
  /* @__PURE__ */ last(
    all(
      [
        "organization.certification-changed",
        "person-cap.expanded",
        "person.recounted",
        "roster.left",
      ],
      serveWaiting,
    ),
  ),
  // LIC-15 SPACE-07
  /* @__PURE__ */ last(on("space.dissolved", endUnitsOf)),
  // LIC-15 EXIT-01
  /* @__PURE__ */ last(on("association.cancelled", endMemberUnit)),
  // RESIGN-07
  /* @__PURE__ */ last(inSpace("roster.entered", rejoin, nameCounterpartAgain, takeUpHere)),
  // RESIGN-07
  /* @__PURE__ */ last(on("person.reinstated", rejoinBelow, resumeOffices)),
  // DIR-17 EXIT-08
  /* @__PURE__ */ last(all(["association.suspended", "person.suspended"], reserveSuspended)),
  // CAP-08 DIR-17 EXIT-08 RESIGN-07
  /* @__PURE__ */ last(
    all(
      ["association.resumed", "person.reinstated", "person.resumed", "roster.entered"],
      returnLicenses,
    ),
  ),
  // LIC-10 LIC-11 LIC-16
  /* @__PURE__ */ last(
    all(
      [
        "department.moved",
        "department.removed",
        "license.covered",
        "license.granted",
        "license.limited",
        "license.purchased",
        "license.released",
        "license.reserved",
        "license.undeferred",
        "lineage.changed",
        "person.recounted",
        "person.relocated",
        "roster.entered",
      ],
      serveDeferred,
    ),
  ),
  // RESIGN-05
  /* @__PURE__ */ last(all(["person.resigned"], keepTaken)),
  // RESIGN-05 RESIGN-07
  /* @__PURE__ */ last(
    all(["person.reinstated", "roster.entered", "waiting.left"], forgetGivenBack),
  ),
);
