/** Who was found, and what this employee can do with each. */
import { can, type EmployeeViewer, staffRecordRights } from '../access';
import { patientNumber } from '../house';
import { fullName } from '../people';
import type { Translate } from '../platform/i18n';
import { formatDate } from '../platform/time';
import { Card, CellNote, EmptyState, Link, Note, StaffTable, Tag } from '../ui';
import { mostHits } from './rules';
import type { Identity } from './store';

/** The first page of a record that this employee's roles can open; undefined where they can open none. */
export const recordStart = ({ roles }: Pick<EmployeeViewer, 'roles'>, patient: string): string | undefined =>
  staffRecordRights(roles).includes('results') ? `/werkplek/patient/${patient}/uitslagen` : undefined;

export interface Found {
  readonly hits: readonly Identity[];
  readonly more: boolean;
}

export function Hits({ t, viewer, found: { hits, more } }: { t: Translate; viewer: EmployeeViewer; found: Found }) {
  if (hits.length === 0)
    return (
      <Card id="treffers" title={t('registration.no-hits-heading')}>
        <EmptyState>{t('registration.no-hits-text')}</EmptyState>
      </Card>
    );
  const opens = recordStart(viewer, '') !== undefined;
  const emergency = can(viewer.roles, 'open-emergency');
  const columns = [t('common.patient'), ...actionsHeading(t, viewer)];
  return (
    <section class="pp-card" aria-labelledby="treffers">
      <h2 class="pp-h2" id="treffers">
        {t('registration.hits', { count: hits.length })}
      </h2>
      {more && <Note>{t('registration.too-many', { count: mostHits })}</Note>}
      <StaffTable
        t={t}
        caption={t('registration.hits', { count: hits.length })}
        columns={columns}
        rows={hits.map((hit) => ({ cells: cellsOf(t, viewer, hit) }))}
      />
      {opens && (
        <p class="pp-small pp-muted pp-section--s">
          {t(emergency ? 'registration.open-or-emergency' : 'registration.open-with-relation')}
        </p>
      )}
    </section>
  );
}

const actionsHeading = (t: Translate, viewer: EmployeeViewer): string[] =>
  recordStart(viewer, '') !== undefined || can(viewer.roles, 'verify-bsn') ? [t('registration.actions')] : [];

function cellsOf(t: Translate, viewer: EmployeeViewer, hit: Identity) {
  return [
    <>
      <bdi>{fullName(hit.name)}</bdi>
      <BornAndNumber t={t} {...hit} />
      {hit.deceasedOn !== null ? (
        <Tag>{t('registration.deceased')}</Tag>
      ) : (
        <BsnTag t={t} verified={hit.bsnVerifiedAt !== null} />
      )}
    </>,
    ...(actionsHeading(t, viewer).length > 0 ? [<HitActions t={t} viewer={viewer} hit={hit} />] : []),
  ];
}

/** Under a name: what tells two people of one name apart. */
export function BornAndNumber({ t, birthDate, number }: Pick<Identity, 'birthDate' | 'number'> & { t: Translate }) {
  const born = birthDate === null ? t('common.unknown') : formatDate(t.language, birthDate, 'numeric');
  return (
    <CellNote>
      {t.rich('registration.born-and-number', {
        born,
        number: patientNumber(number),
        nb: (words) => <span class="pp-nb">{words}</span>,
      })}
    </CellNote>
  );
}

function BsnTag({ t, verified }: { t: Translate; verified: boolean }) {
  return verified ? (
    <Tag look="ok" icon="shield-check">
      {t('registration.verified-tag')}
    </Tag>
  ) : (
    <Tag look="att" icon="alert-triangle">
      {t('registration.unverified-tag')}
    </Tag>
  );
}

function HitActions({ t, viewer, hit }: { t: Translate; viewer: EmployeeViewer; hit: Identity }) {
  const record = recordStart(viewer, hit.id);
  const of = <span class="pp-vh"> {fullName(hit.name)}</span>;
  return (
    <div class="pp-actions">
      {record !== undefined && (
        <Link href={record}>
          {t('registration.open-record')}
          {of}
        </Link>
      )}
      {can(viewer.roles, 'open-emergency') && (
        <Link href={`/werkplek/noodtoegang/${hit.id}`}>
          {t('registration.emergency')}
          {of}
        </Link>
      )}
      {can(viewer.roles, 'verify-bsn') && (
        <Link href={`/werkplek/bsn/${hit.id}`}>
          {t(hit.bsnVerifiedAt === null ? 'registration.verify' : 'registration.see-verification')}
          {of}
        </Link>
      )}
    </div>
  );
}
