/** The desk: who is registered here, and is it really them (ST-02, IN-03). */
import { room } from '../house';
import { searchRoutes } from './search';
import { verifyRoutes } from './verify';

export { searchForm } from './forms';
export { BornAndNumber, recordStart } from './hits';
export { withoutBsn } from './rules';
export { SearchDesk, searchPath } from './search';
export { findIdentity, type Identity } from './store';

export const registration = room({ name: 'registration', routes: [...searchRoutes, ...verifyRoutes] });
