/** ST-02: find a patient by what a desk knows. The form is a POST, so that no BSN stands in an address. */
import type { ComponentChildren } from 'preact';
import { can, type EmployeeViewer, staffRecordRights } from '../access';
import { type DeskRoute, page, patientNumber, type StaffRoute, type Visit } from '../house';
import { fullName } from '../people';
import { type FormState, withErrors } from '../platform/forms';
import type { Translate } from '../platform/i18n';
import { formatDate } from '../platform/time';
import {
  Button,
  Card,
  CellNote,
  Column,
  DeskColumns,
  EmptyState,
  ErrorSummary,
  Input,
  Link,
  Note,
  Sheet,
  StaffTable,
  Tag,
} from '../ui';
import { searchForm } from './forms';
import { criteriaForLog, isEmptySearch, mostHits, type SearchCriteria } from './rules';
import { findPatients, type Identity } from './store';

export const searchPath = '/werkplek/zoeken';

/** The first page of a record that this employee's roles can open; undefined where they can open none. */
export const recordStart = ({ roles }: Pick<EmployeeViewer, 'roles'>, patient: string): string | undefined =>
  staffRecordRights(roles).includes('results') ? `/werkplek/patient/${patient}/uitslagen` : undefined;

interface SearchFormProps {
  t: Translate;
  state: FormState;
}

function SearchForm({ t, state }: SearchFormProps) {
  const field = (name: string) => ({
    t,
    name,
    value: state.typed[name],
    error: state.errors[name] && t(state.errors[name]),
  });
  return (
    <form action={searchPath} method="post" class="pp-stackv" noValidate>
      <Input {...field('achternaam')} label={t('registration.surname')} hint={t('registration.surname-hint')} />
      <Input
        {...field('geboortedatum')}
        label={t('common.birth-date')}
        hint={t('registration.birth-date-hint')}
        inputMode="numeric"
      />
      <Input {...field('nummer')} label={t('common.patient-number')} />
      <Input {...field('bsn')} label={t('common.bsn')} hint={t('registration.bsn-hint')} inputMode="numeric" mono />
      <Button icon="search">{t('common.search')}</Button>
    </form>
  );
}

/** The search with what it found beside it; before there is anything, how to search. */
export function SearchDesk({ t, state, children }: SearchFormProps & { children?: ComponentChildren }) {
  return (
    <DeskColumns>
      <Column>
        <Card id="zoek" title={t('registration.search-heading')}>
          <SearchForm t={t} state={state} />
        </Card>
      </Column>
      <Column>
        {children ?? (
          <Card id="uitleg" title={t('registration.how-heading')}>
            <p>{t('registration.how-text')}</p>
            <p class="pp-muted">{t('registration.how-logged')}</p>
          </Card>
        )}
      </Column>
    </DeskColumns>
  );
}

interface Found {
  readonly hits: readonly Identity[];
  readonly more: boolean;
}

function SearchPage({
  visit,
  viewer,
  state,
  found,
}: {
  visit: Visit;
  viewer: EmployeeViewer;
  state: FormState;
  found?: Found;
}) {
  const { t } = visit;
  const errors = Object.entries(state.errors).map(([name, key]) => ({ name, message: t(key) }));
  return (
    <Sheet title={t('staff.find-patient')} aside={t('registration.only-identity')}>
      <ErrorSummary t={t} errors={errors} />
      <SearchDesk t={t} state={state}>
        {found && <Hits t={t} viewer={viewer} found={found} />}
      </SearchDesk>
    </Sheet>
  );
}

function Hits({ t, viewer, found: { hits, more } }: { t: Translate; viewer: EmployeeViewer; found: Found }) {
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

/** The empty form shows nobody, so nothing of anybody is logged; the search itself is. */
const emptySearch: StaffRoute = {
  door: 'staff',
  method: 'GET',
  path: searchPath,
  why: 'an empty form; the search goes through the desk door',
  ability: 'find-patient',
  what: 'registration.search-form',
  keeps: [],
  async handle(viewer, visit) {
    const body = <SearchPage visit={visit} viewer={viewer} state={searchForm.empty()} />;
    return page(visit.t('staff.find-patient'), body);
  },
};

const search: DeskRoute = {
  door: 'desk',
  method: 'POST',
  path: searchPath,
  ability: 'find-patient',
  what: 'registration.search',
  keeps: [],
  criteria: ({ body }) => criteriaForLog(searchForm.read(body).state.typed),
  async handle(desk, visit) {
    const title = visit.t('staff.find-patient');
    const reading = searchForm.read(visit.body);
    const again = (state: FormState) => ({
      result: page(title, <SearchPage visit={visit} viewer={desk.viewer} state={state} />, { failed: true }),
      shown: [],
      failed: { because: 'form' },
    });
    if (!reading.ok) return again(reading.state);
    const { achternaam, geboortedatum, nummer, bsn } = reading.values;
    const criteria: SearchCriteria = { surname: achternaam, birthDate: geboortedatum, number: nummer, bsn };
    if (isEmptySearch(criteria)) return again(withErrors(reading.state, { achternaam: 'registration.nothing-typed' }));
    const found = await findPatients(desk, criteria);
    return {
      result: page(title, <SearchPage visit={visit} viewer={desk.viewer} state={reading.state} found={found} />),
      shown: found.hits.map(({ id }) => id),
    };
  },
};

export const searchRoutes = [emptySearch, search];
