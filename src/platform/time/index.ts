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
export { type Clock, fixedClock, systemClock } from './clock';
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
export { daysLater, moveClock, movedClock, moveIn } from './moved';
export { addWorkingDays, type ClosedDays, isWorkingDay, nlHolidays } from './working-days';
