/** Time as people in the Netherlands live it: clocks, calendar days, working days, and how all are shown. */
export { ageOn, birthdayMoment, birthdayOn } from './age';
export {
  addDays,
  addMonths,
  addYears,
  amsterdam,
  type CalendarDate,
  dateIn,
  daysBetween,
  isCalendarDate,
  momentOn,
  startOfDay,
} from './calendar';
export { type Clock, fixedClock, type OffsetClock, offsetClock, systemClock } from './clock';
export {
  clockTime,
  type DateStyle,
  type FormatLanguage,
  formatDate,
  formatDateTime,
  formatNumber,
  formatQuantity,
  formatRecordedDate,
  formatTime,
  noBreak,
} from './format';
export { addWorkingDays, type ClosedDays, isWorkingDay, nlHolidays } from './working-days';
