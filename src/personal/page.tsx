import { birthDateInWords, patientNumber, sexInWords, WhomToCall } from '../house';
import { fullName } from '../people';
import { dateIn, formatDate } from '../platform/time';
import { BackLink, Card, Column, Columns, Note, PageHead, SummaryList, Tag, Wrap } from '../ui';
import { conceptTexts, SaidList } from '../zib';
import * as details from './details';
import { CarePart, ContactPersons, ReachPart } from './parts';
import type { PartProps } from './props';

/** DO-07, DO-11: what the organisation knows of somebody beside the care. */
export function PersonalPage(props: PartProps) {
  const { visit, record } = props;
  const { t } = visit;
  const own = record.kind === 'self';
  return (
    <Wrap>
      <BackLink href={visit.to('/overzicht')}>{t('personal.back')}</BackLink>
      <PageHead
        title={t(own ? 'personal.title' : 'personal.title-other')}
        lead={t(own ? 'personal.lead' : 'personal.lead-other')}
      />
      <Columns ratio="8/4">
        <Column>
          <PersonalCards {...props} />
        </Column>
        <Column>
          <Card id="wijzigen" title={t('personal.change-heading')}>
            <div class="pp-stackv">
              <p>{t('personal.change-reach')}</p>
              <p>{t('personal.change-identity')}</p>
            </div>
          </Card>
          <WhomToCall visit={visit} purpose="registration" />
        </Column>
      </Columns>
    </Wrap>
  );
}

/** The same cards for the patient's side and the care team's. */
export function PersonalCards(props: PartProps) {
  return (
    <>
      <IdentityPart {...props} />
      <ReachPart {...props} />
      <ContactPersons {...props} />
      <CarePart {...props} />
      <LanguagePart {...props} />
      <Source {...props} />
    </>
  );
}

function IdentityPart({ visit: { t }, record: { owner }, data: { patient } }: PartProps) {
  const first = details.firstNames(patient);
  const nationalities = conceptTexts(details.nationalitiesOf(patient));
  const marital = conceptTexts([patient?.maritalStatus]);
  const ending = details.bsnEnding(patient);
  return (
    <Card id="wie" title={t('personal.who-heading')}>
      <SummaryList
        wide
        items={[
          { label: t('common.name'), value: <bdi lang="nl">{fullName(owner.name)}</bdi> },
          ...(first === undefined ? [] : [{ label: t('personal.first-names'), value: <bdi lang="nl">{first}</bdi> }]),
          ...(owner.name.given === null || owner.name.given === first
            ? []
            : [{ label: t('personal.called'), value: <bdi lang="nl">{owner.name.given}</bdi> }]),
          { label: t('common.birth-date'), value: birthDateInWords(t, owner) },
          { label: t('common.sex'), value: sexInWords(t, owner.sex) },
          ...(nationalities.length === 0
            ? []
            : [{ label: t('personal.nationality'), value: <SaidList t={t} all={nationalities} /> }]),
          ...(marital.length === 0 ? [] : [{ label: t('personal.marital'), value: <SaidList t={t} all={marital} /> }]),
          { label: t('common.patient-number'), value: <bdi class="pp-num">{patientNumber(owner.number)}</bdi> },
          {
            label: t('common.bsn'),
            value: (
              <>
                {ending === undefined ? t('personal.bsn-unknown') : t('personal.bsn-ending', { digits: ending })}{' '}
                {owner.bsnVerified ? (
                  <Tag look="ok" icon="shield-check">
                    {t('personal.bsn-verified')}
                  </Tag>
                ) : (
                  <Tag look="att" icon="alert-triangle">
                    {t('personal.bsn-unverified')}
                  </Tag>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function LanguagePart({ visit: { t }, data: { patient } }: PartProps) {
  const languages = details.languagesOf(patient);
  const interpreter = details.needsInterpreter(patient);
  return (
    <Card id="taal" title={t('personal.language-heading')}>
      <SummaryList
        wide
        items={[
          {
            label: t('personal.languages'),
            value:
              languages.length === 0
                ? t('personal.not-known')
                : languages.map(({ language, preferred }) => (
                    <div>
                      <SaidList t={t} all={conceptTexts([language])} /> {preferred && t('personal.preferred')}
                    </div>
                  )),
          },
          {
            label: t('personal.interpreter'),
            value: interpreter === undefined ? t('personal.not-known') : t(interpreter ? 'common.yes' : 'common.no'),
          },
        ]}
      />
    </Card>
  );
}

/** DO-02: where it comes from, and when it came. */
function Source({ visit: { t, organisation, language }, data: { receivedAt } }: PartProps) {
  if (receivedAt === undefined) return <Note look="info">{t('personal.nothing-more')}</Note>;
  return (
    <p class="pp-small pp-muted">
      {t('personal.source', { name: organisation.about.name, date: formatDate(language, dateIn(receivedAt)) })}
    </p>
  );
}
