/** ST-02: find a patient by what a desk knows. The form is a POST, so that no BSN stands in an address. */
import type { ComponentChildren } from 'preact';
import type { EmployeeViewer } from '../access';
import { type DeskRoute, page, type StaffRoute, type Visit } from '../house';
import { type FormState, withErrors } from '../platform/forms';
import type { Translate } from '../platform/i18n';
import { Button, Card, Column, DeskColumns, ErrorSummary, Input, Sheet } from '../ui';
import { searchForm } from './forms';
import { type Found, Hits } from './hits';
import { criteriaForLog, isEmptySearch, type SearchCriteria } from './rules';
import { findPatients } from './store';

export const searchPath = '/werkplek/zoeken';

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
