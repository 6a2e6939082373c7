/** Results of tests: what patients see and when, and what clinicians decide about it (RE-01 to RE-13). */
import { room } from '../house';
import { patientRoutes } from './patient';
import { staffRoutes } from './staff';
import { resultsTile } from './tile';

export type { ResultCategory } from './categories';
export { categoryOf, categoryOfReport, type ResultCode } from './category';
export { decideReleases, type ResultRecord } from './family';
export {
  applyRelease,
  lockResults,
  releaseRow,
  type StoredRelease,
  saveReleases,
  storedDecisions,
  storedReleases,
} from './ingest';
export { UrgentNote } from './pages/urgent';
export type { ResultStatus } from './rules';
export { type PolicyVersion, policyAt, policyTimeline } from './timeline';

export const results = room({
  name: 'results',
  routes: [...patientRoutes, ...staffRoutes],
  menu: [{ id: 'results', order: 40, icon: 'flask', label: 'results.title', path: '/uitslagen', right: 'results' }],
  tiles: [resultsTile],
  staffTabs: [
    { id: 'results', order: 20, icon: 'flask', label: 'results.title', path: '/uitslagen', right: 'results' },
  ],
});
