/** Who may see what, through which door, and what is written down about it. */
export { auditVerify } from './audit/command';
export { type AuditAgent, type AuditLine, writeAudit } from './audit/event';
export { type LogFilter, type LogLine, type LogQuestion, patientLog } from './audit/patient-log';
export { type SealHead, sealLog, type Verification, verifySeals } from './audit/seal';
export { type AccessPolicy, keptFrom } from './decide';
export {
  askForDocument,
  type DocumentState,
  documentChannel,
  documentMinutes,
  documentSeal,
  documentState,
  documentsAtOnce,
  documentTries,
  takeDocument,
} from './documents';
export { type Claim, openRecord, type Purpose, recordsToChoose, standingOf, unconfirmed, type Which } from './door';
export { type DraftKey, draftHours, dropDraft, findDraft, saveDraft } from './drafts';
export {
  type EmergencyRow,
  emergenciesToReview,
  emergencyHours,
  openEmergency,
  reasonLength,
  reviewEmergency,
} from './emergency';
export type { RecordOwner } from './facts';
export { type AccessGiven, accessGiven, type GivenAccess, type TreatingClinic } from './given';
export { type House, isRefusal, type Refusal, refusal } from './house';
export { takeOnce } from './once';
export {
  type DoorPurpose,
  type OpenDesk,
  type OpenLog,
  type OpenWorklist,
  openDesk,
  openLog,
  openWorklist,
  type Shown,
} from './other-doors';
export { proxiesPolicy } from './policy';
export type { OpenRecord, OtherRecord } from './record';
export {
  recordTreatmentRelation,
  recordTreatmentRelations,
  relationOfAppointment,
  type TreatmentRelation,
} from './relations';
export {
  type Ability,
  abilities,
  can,
  isRole,
  type RecordRight,
  type Role,
  recordRights,
  roleRights,
  roles,
  staffRecordRights,
} from './rights';
export {
  claimedPerson,
  type EndedSession,
  endSession,
  findPersonSession,
  findStaffSession,
  hashToken,
  type Level,
  type LiveSession,
  newToken,
  type SessionKind,
  type SessionLimits,
  startPersonSession,
  startStaffSession,
} from './sessions';
export type { EmployeeViewer, PersonViewer, Viewer, ViewerKind } from './viewer';
