/**
 * The corridor between the doors and the rooms: how a room declares its routes, and what turns them into pages. Every
 * route states its door, its rights and for whom it exists.
 */
export type { Around } from './around';
export { DocumentActions } from './document-pages';
export { wordsOf } from './document-words';
export { recordDocument } from './documents';
export { languageCookie } from './make-visit';
export { type Mounted, mount, mountedRoutes, ownerOf, pathOnly, pathsOf } from './mount';
export type { Program } from './program';
export { data, done, file, notFound, type PageReply, page, type Reply, redirect } from './reply';
export {
  type HomeTile,
  type MenuEntry,
  type PublicLink,
  type QuickLink,
  type RecordSection,
  type Room,
  room,
  type SectionCount,
  type SectionFact,
  type StaffTab,
  type SummaryContent,
  type SummaryPart,
  type TileContent,
} from './room';
export {
  type DeskRoute,
  isStaffRecord,
  type LogRoute,
  type OpenRoute,
  type RecordRoute,
  type Route,
  recordAction,
  recordPage,
  type SessionRoute,
  type StaffRoute,
  staffRecordAction,
  staffRecordPage,
} from './route';
export { cookies, endSessionsHere, giveSession } from './session';
export { languageChoices, siteOf } from './sides';
export type { Visit } from './visit';
export { WhomToCall } from './whom-to-call';
export { birthDateInWords, formalName, greetingName, patientNumber, sexInWords } from './words';
