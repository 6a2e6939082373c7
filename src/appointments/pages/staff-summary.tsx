import type { Visit } from '../../house';
import { BackLink, Sheet, SheetHead } from '../../ui';
import { type Entry, type Names, PatientSees } from '../../zib';
import type { Appointment } from '../store';
import { whenText } from '../words';
import { Summary } from './summary';

interface StaffSummaryProps {
  readonly visit: Visit;
  readonly appointment: Appointment;
  readonly summaries: readonly Entry<'Composition'>[];
  readonly names: Names;
  readonly at: Date;
}

/** AP-10 for the care team: what was written down, and whether the patient sees it. */
export function StaffSummaryPage({ visit, appointment, summaries, names, at }: StaffSummaryProps) {
  const { t } = visit;
  return (
    <Sheet>
      <BackLink href={visit.to('/afspraken')}>{t('appointments.back')}</BackLink>
      {summaries.map((entry) => (
        <>
          <SheetHead
            id={`van-${entry.id}`}
            title={`${t('appointments.summary')}, ${whenText(t, appointment)}`}
            actions={<PatientSees visit={visit} entry={entry} at={at} />}
          />
          <Summary visit={visit} entry={entry} names={names} />
        </>
      ))}
    </Sheet>
  );
}
