import { rules } from "../rule.ts";

/** DIR: directories that err: what has no number, comes late or twice. The page is silent. */
export const DIRECTORY_RULES = /* @__PURE__ */ rules([
  {
    id: "DIR-01",
    title: "A fact without a number is about the employment in force",
    source: [],
    reading:
      "A fact or a list line about a person may leave out the number of the employment, and is " +
      "then about the one in force at its time. Of somebody out of service, what is later than " +
      "the departure is unknown until the hire arrives, and what is not later is passed over. A " +
      "hire of somebody out of service begins a new employment; of somebody in service it is " +
      "passed over.",
    strength: "recommended",
    kind: "guard",
    raises: ["UNKNOWN_PERSON"],
    ambiguities: ["AMB-100", "AMB-102"],
    status: "active",
  },
  {
    id: "DIR-02",
    title: "Time orders what has no number",
    source: [],
    reading:
      "Of each person in an organization the latest word of each kind is known: hired, left, " +
      "reinstated. Such a word without a number is late, and passed over, if one of another kind " +
      "is later, or one of its own kind not earlier; any other fact, if it is from before the " +
      "employment began. A word that is already so is noted as the latest of its kind. Lines of " +
      "lists are no such word. With a number, the number decides.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-101"],
    status: "active",
  },
  {
    id: "DIR-03",
    title: "A number is the source's, or the library's until there is one",
    source: [],
    reading:
      "An employment begun without a number gets the one above the latest known of that person " +
      "there, 1 if there is none. The first number that a list line gives for it is adopted if " +
      "it is higher, and changes nothing else; a hire with a higher number begins another " +
      "employment. A lower number in a list line is passed over, and the line is followed as if " +
      "it had none.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-103"],
    status: "active",
  },
  {
    id: "DIR-04",
    title: "A list comes in parts and removes only when complete",
    source: [],
    reading:
      "Each part of a full list names the list and says how many parts of departments and of " +
      "people it has; of what it has no part it says nothing. What a part names takes effect at " +
      "once, in whatever order parts come; what a line leaves out stays. Nobody and nothing is " +
      "missing until all parts have come. A line counts as of its part's time, the list as of the " +
      "earliest of them, and later facts protect what they are about. A part sent again counts " +
      "once; one that does not fit its list is passed over. A complete list takes the place of " +
      "older ones, of which further parts are passed over.",
    strength: "recommended",
    kind: "effect",
    raises: ["UNKNOWN_DEPARTMENT"],
    ambiguities: ["AMB-110"],
    status: "active",
  },
  {
    id: "DIR-05",
    title: "What a list is full for",
    source: [],
    reading:
      "A full list is full for the whole organization, or for up to 100 departments with all that is " +
      "below them. In these are the people placed there, and the departments below those named, which " +
      "are never missing themselves. A line sets a person's placements inside and leaves those outside; " +
      "what it says beyond is passed over. Whoever is inside and not named loses the placements inside, " +
      "and has left if none is left, or stays without a department. Lists of different extents stand " +
      "side by side; a newer one takes the place of those of the same departments.",
    strength: "recommended",
    kind: "effect",
    raises: ["UNKNOWN_DEPARTMENT"],
    options: ["extentMissing"],
    ambiguities: ["AMB-111"],
    status: "active",
  },
  {
    id: "DIR-06",
    title: "Several sources, each for what it brought",
    source: [],
    reading:
      "Facts and lists may name one of up to 16 sources of a directory. A source vouches for whom and " +
      "what it brought or lists. What it no longer names loses its voucher and what it brought of where " +
      "somebody is, and goes with the last voucher. Without a source a fact or list is the organization's " +
      "own word, about everything; what that set gives way to the next line of a source. A person's " +
      "departments are those of all sources together; all else is said by the oldest that vouches, and a " +
      "number by whoever gave it. A source has no other say in what it does not vouch for.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    numbers: ["directorySources"],
    ambiguities: ["AMB-112"],
    status: "active",
  },
  {
    id: "DIR-07",
    title: "A list that lacks too much is held",
    source: [],
    reading:
      "If more than a share of the people known is missing from a complete list, and not fewer " +
      "than a number, or the same of departments, the list is held: nobody leaves by it and no " +
      "department goes. A list, or its half, that names nobody while somebody is known is always " +
      "held. What it names stays as it says. An authorized admin confirms it, and who is still " +
      "missing then leaves, or discards it; a newer complete list takes its place.",
    strength: "recommended",
    kind: "effect",
    raises: ["NOT_AUTHORIZED_ADMIN"],
    numbers: ["reconciliationHoldPercent", "reconciliationHoldAtLeast"],
    ambiguities: ["AMB-109"],
    status: "active",
  },
  {
    id: "DIR-08",
    title: "Lists remove, and bring back, in steps",
    source: [],
    reading:
      "A part of a list brings back as many people as one step takes and puts its other lines of " +
      "them off. With a complete list that is not held, or is confirmed, people whose lines were " +
      "put off come back, then people who are missing leave in the order of hires, together as many " +
      "as one step takes; when none is left, departments go, children first, and the list is done. " +
      "If somebody remains, the outcome says how many, and each directory.continued does one step " +
      "more. Every candidate is judged anew, and what has come between wins.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    numbers: ["reconciliationStep"],
    ambiguities: ["AMB-110"],
    status: "active",
  },
  {
    id: "DIR-09",
    title: "Removing much by hand",
    source: [],
    reading:
      "A preview of any input sums up what it would take. Under removalConfirmation = required, what " +
      "would take more than reconciliationHoldPercent of an organization's people off the Roster of " +
      "one Space, and at least reconciliationHoldAtLeast, has to be confirmed: scope.set and " +
      "scope.take-out say how many they take out; a fact that a department is removed or moved is " +
      "recorded and held, the tree standing as it was, until an authorized admin confirms or " +
      "discards it, or a newer word on that department takes its place.",
    strength: "recommended",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN"],
    options: ["removalConfirmation"],
    ambiguities: ["AMB-113"],
    status: "active",
  },
  {
    id: "DIR-10",
    title: "Missing once is dormant, not gone",
    source: [],
    reading:
      "A department that a complete list lacks, with nobody in it and nothing awake below it, is " +
      "dormant: it stands as it is, with every setting that names it in force. If somebody is in " +
      "it, it stays and is passed over. It is awake again when a list names it, when a fact about " +
      "it is newer than the list, or when somebody or another department comes into it or below " +
      "it. It is removed by a list so many days after the first one that lacked it, by a fact, or " +
      "when an authorized admin confirms it.",
    strength: "recommended",
    kind: "effect",
    raises: ["NOT_AUTHORIZED_ADMIN", "UNKNOWN_DEPARTMENT"],
    numbers: ["departmentMissingDays"],
    ambiguities: ["AMB-114"],
    status: "active",
  },
  {
    id: "DIR-11",
    title: "Settings that name what is gone are inert",
    source: [],
    reading:
      "What a scope, the automatic departments of a unit, an authorized list, a permission or a " +
      "flow's approvers say of a department that is removed has no effect, is kept, and is told " +
      "to the admins whose setting it is. It is in force again at once if the department exists " +
      "again within the retention, counted from the removal. It is dropped when the setting is " +
      "set as a whole, when an admin takes it out, or when the retention is over. An exclusion " +
      "is kept without end (ROSTER-16).",
    strength: "recommended",
    kind: "effect",
    raises: [],
    numbers: ["departureRetentionDays"],
    ambiguities: ["AMB-114"],
    status: "active",
  },
  {
    id: "DIR-12",
    title: "In, or out of, one department",
    source: [],
    reading:
      "Word that a person entered or left one department adds or takes away that placement and " +
      "leaves all others as they are. Its revision must be above the last one of this placement " +
      "and of all placements together; of single placements the last 128 are remembered. A " +
      "removed department is passed over, a 65th placement too.",
    strength: "recommended",
    kind: "effect",
    raises: ["UNKNOWN_PERSON", "UNKNOWN_DEPARTMENT"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DIR-13",
    title: "Many changes, one step",
    source: [],
    reading:
      "One input holds up to 500 changes of one directory. They take effect in the order given, " +
      "and what follows from them follows once, from where everybody was before to where they are " +
      "after: whoever is in scope before and after under the same employment is not interrupted. " +
      "A move that would close a circle is tried again once others have opened the way, then " +
      "flagged. If something named is unknown, earlier changes considered, nothing happens, and " +
      "the refusal says at which change.",
    strength: "recommended",
    kind: "effect",
    raises: ["UNKNOWN_PERSON", "UNKNOWN_DEPARTMENT"],
    ambiguities: ["AMB-116"],
    status: "active",
  },
  {
    id: "DIR-14",
    title: "A person gets another id",
    source: [],
    reading:
      "A person who is renamed is the same: placements, offices, Rosters, groups, licenses, lists, " +
      "tasks and all else bound to them are the new id's. Nobody enters or leaves, nothing is " +
      "counted anew, and whoever a departure would tell is told of both ids. An id that somebody " +
      "else there has or had is flagged, and nothing changes; one's own former id may be taken " +
      "again. What was done before shows the id of its time beside the present one.",
    strength: "recommended",
    kind: "effect",
    raises: ["UNKNOWN_PERSON"],
    ambiguities: ["AMB-117", "AMB-118"],
    status: "active",
  },
  {
    id: "DIR-15",
    title: "Words that still use the former id",
    source: [],
    reading:
      "A fact or a list line that names a former id and is not later than the rename is about whoever " +
      "was renamed; a later one is about whoever has that id then: nobody, or after a later hire a " +
      "newcomer, whose number is above those of the former holders and who inherits nothing. " +
      "Commands know the present id alone. A question that names a former id is answered with the " +
      "present one to those who may see the person, as long as nobody else has it. At most 20 " +
      "former ids of one person or department are followed, the oldest forgotten first.",
    strength: "recommended",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DIR-16",
    title: "A department gets another id",
    source: [],
    reading:
      "A department that gets another id is what it was, with its place, sub-departments, people, " +
      "heads and whatever setting names it. Nobody moves, however many are in it. An id that " +
      "another department there has or had is flagged, and nothing changes.",
    strength: "recommended",
    kind: "effect",
    raises: ["UNKNOWN_DEPARTMENT"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DIR-17",
    title: "A person is suspended, and resumed",
    source: [],
    reading:
      "Somebody suspended stays in service and keeps everything: placements, places on Rosters and " +
      "waiting lists, groups, entries, open tasks (FLOW-19), and the licenses, unless the policy " +
      "releases these until they are resumed (CAP-08). " +
      "They cannot act: every command and every question by them in the name of that organization " +
      "is refused, and an admin who is suspended administers nothing. They are seen as before, " +
      "marked as suspended. Whoever is resumed may act again at once.",
    strength: "recommended",
    kind: "guard",
    raises: ["UNKNOWN_PERSON"],
    options: ["suspendedSeats"],
    ambiguities: ["AMB-120"],
    status: "active",
  },
  {
    id: "DIR-18",
    title: "An organization is suspended, and resumed",
    source: [],
    reading:
      "All people of a suspended organization are as if suspended, without stand-ins; its " +
      "directory goes on following facts. Nothing is counted out, no license moves, and all " +
      "works again as it then stands once it is resumed. Others go on using its Spaces and apps, " +
      "unless the policy closes what EDITION-01 closes.",
    strength: "recommended",
    kind: "guard",
    raises: ["SOURCE_NOT_RESPONSIBLE", "ACTOR_SUSPENDED"],
    options: ["suspendedHostApps"],
    ambiguities: ["AMB-122"],
    status: "active",
  },
  {
    id: "DIR-19",
    title: "The end of an organization is taken back, as far as it goes",
    source: [],
    reading:
      "Within the retention an organization that ended may exist again, with its name, edition, " +
      "directory, admins, quotas, apps and flow definitions as they were; its people are in service " +
      "again. What needed the word of others, or ended with its instances and pool, does not come " +
      "back. Facts that came in between were passed over, so a full list should follow. Whoever may " +
      "come back should be suspended, not ended.",
    strength: "recommended",
    kind: "effect",
    raises: ["UNKNOWN_ORGANIZATION", "SOURCE_NOT_RESPONSIBLE"],
    numbers: ["departureRetentionDays"],
    ambiguities: ["AMB-123"],
    status: "active",
  },
  {
    id: "DIR-20",
    title: "The source may ask what is known",
    source: [],
    reading:
      "The organization, as whoever may report its facts, and its able admins may ask about its own " +
      "directory: one person and what is kept of them, people and departments, lists in progress or " +
      "held with those who would leave, facts that are held, departures that can be taken back, and " +
      "settings of its own that name what is gone. Nobody else learns anything by these questions. " +
      "Pages have at most 100 items; each is as of its moment, people in the order of hires.",
    strength: "recommended",
    kind: "guard",
    raises: [
      "UNKNOWN_ORGANIZATION",
      "ACTOR_SUSPENDED",
      "NOT_AUTHORIZED_ADMIN",
      "UNKNOWN_PERSON",
      "UNKNOWN_DEPARTMENT",
    ],
    ambiguities: [],
    status: "active",
  },
]);
