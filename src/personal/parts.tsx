import type { Visit } from '../house';
import { dateIn } from '../platform/time';
import { Card, EmptyState, Link, SummaryList, telephone } from '../ui';
import { conceptTexts, type Names, SaidList } from '../zib';
import * as details from './details';
import type { PartProps } from './props';

/** Addresses, telephone, e-mail. */
export function ReachPart({ visit, record, data: { patient } }: PartProps) {
  const { t } = visit;
  const day = dateIn(record.at);
  const addresses = details.addressesOf(patient?.address, day);
  return (
    <Card id="bereik" title={t('personal.reach-heading')}>
      <SummaryList
        wide
        items={[
          ...(addresses.length === 0
            ? [{ label: t('common.address'), value: t('personal.not-known') }]
            : addresses.map(({ kind, lines }) => ({
                label: t(`personal.address-${kind}`),
                value: (
                  <address lang="nl">
                    {lines.map((line) => (
                      <div>{line}</div>
                    ))}
                  </address>
                ),
              }))),
          ...phoneItems(visit, details.phonesOf(patient?.telecom, day)),
          ...emailItems(visit, details.emailsOf(patient?.telecom, day)),
        ]}
      />
    </Card>
  );
}

function phoneItems({ t }: Visit, phones: readonly details.Phone[]) {
  if (phones.length === 0) return [{ label: t('common.phone'), value: t('personal.not-known') }];
  return phones.map(({ kind, number, comment }) => ({
    label: t(`personal.phone-${kind}`),
    value: (
      <>
        <bdi class="pp-num">{number}</bdi>
        {comment !== undefined && (
          <span class="pp-small pp-muted" lang="nl">
            {' '}
            {comment}
          </span>
        )}
      </>
    ),
  }));
}

function emailItems({ t }: Visit, emails: readonly string[]) {
  if (emails.length === 0) return [{ label: t('common.email'), value: t('personal.not-known') }];
  return emails.map((email) => ({ label: t('common.email'), value: <bdi>{email}</bdi> }));
}

/** Whom we call when something is the matter. */
export function ContactPersons({ visit, record, data: { patient, related } }: PartProps) {
  const { t } = visit;
  const contacts = details.contactsOf(patient, related, dateIn(record.at));
  return (
    <Card id="contactpersonen" title={t('personal.contacts-heading')}>
      {contacts.length === 0 ? (
        <EmptyState>{t('personal.contacts-none')}</EmptyState>
      ) : (
        <SummaryList wide items={contacts.map((contact) => contactItem(visit, contact))} />
      )}
    </Card>
  );
}

function contactItem({ t }: Visit, { name, relations, phones, emails }: details.ContactPerson) {
  const related = conceptTexts(relations);
  return {
    label: <bdi lang="nl">{name ?? t('personal.name-unknown')}</bdi>,
    value: (
      <>
        {related.length > 0 && (
          <div>
            <SaidList t={t} all={related} />
          </div>
        )}
        {phones.map(({ number }) => (
          <div>
            <Link href={telephone(number)}>
              <bdi class="pp-num">{number}</bdi>
            </Link>
          </div>
        ))}
        {emails.map((email) => (
          <div>
            <bdi>{email}</bdi>
          </div>
        ))}
        {related.length + phones.length + emails.length === 0 && t('personal.not-known')}
      </>
    ),
  };
}

/** GP, pharmacy, insurer. */
export function CarePart({ visit: { t }, record, data: { patient, coverages, names } }: PartProps) {
  const insurances = details.insurancesOf(coverages, dateIn(record.at));
  return (
    <Card id="zorg" title={t('personal.care-heading')}>
      <SummaryList
        wide
        items={[
          { label: t('personal.gp'), value: named(names, patient?.generalPractitioner) ?? t('personal.not-known') },
          {
            label: t('personal.pharmacy'),
            value: named(names, details.pharmaciesOf(patient)) ?? t('personal.not-known'),
          },
          ...(insurances.length === 0 ? [{ label: t('personal.insurer'), value: t('personal.not-known') }] : []),
          ...insurances.map(({ payor, type, number }) => ({
            label: t('personal.insurer'),
            value: (
              <>
                <div>{named(names, payor) ?? t('personal.name-unknown')}</div>
                {type !== undefined && (
                  <div>
                    <SaidList t={t} all={conceptTexts([type])} />
                  </div>
                )}
                {number !== undefined && <div>{t('personal.insurance-number', { number })}</div>}
              </>
            ),
          })),
        ]}
      />
    </Card>
  );
}

function named(names: Names, references: readonly Parameters<Names['of']>[0][] | undefined) {
  const known = [...new Set((references ?? []).flatMap((reference) => names.of(reference) ?? []))];
  if (known.length === 0) return undefined;
  return known.map((name) => (
    <div>
      <bdi lang="nl">{name}</bdi>
    </div>
  ));
}
