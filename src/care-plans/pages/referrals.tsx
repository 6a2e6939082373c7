import type { Visit } from '../../house';
import { Card, FactItem, FactLines, Facts, type TagLook } from '../../ui';
import { EntryFoot, type Names, PartPage, type Reader, SaidList, SaidWords } from '../../zib';
import type { Referral, ReferralState } from '../referrals';
import { Empty, isOther, Lines } from './words';

interface ReferralsProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly referrals: readonly Referral[];
  readonly names: Names;
}

/** DO-14: to whom, when, and how far it is. */
export function ReferralsPage(props: ReferralsProps) {
  const { visit, reader, referrals } = props;
  const { t } = visit;
  const staff = reader.kind === 'staff';
  return (
    <PartPage
      visit={visit}
      reader={reader}
      title={t('care-plans.referrals-title')}
      lead={t(isOther(visit) ? 'care-plans.referrals-lead-other' : 'care-plans.referrals-lead')}
      back={{ href: '/dossier', label: t('care-plans.back') }}
      aside={
        referrals.some(({ state }) => state === 'sent') && (
          <Card id="hulp" title={t('care-plans.referral-help')}>
            <p>{t('care-plans.referral-help-text')}</p>
          </Card>
        )
      }
    >
      {referrals.length === 0 ? (
        <Empty>{t(staff ? 'care-plans.referrals-none-staff' : 'care-plans.referrals-none')}</Empty>
      ) : (
        <Card id="verwijzingen" title={t('care-plans.referrals-list')}>
          <Facts>
            {referrals.map((referral) => (
              <ReferralItem {...props} referral={referral} />
            ))}
          </Facts>
        </Card>
      )}
    </PartPage>
  );
}

const LOOKS: Readonly<Record<ReferralState, TagLook>> = {
  prepared: 'neutral',
  sent: 'info',
  paused: 'att',
  done: 'ok',
  withdrawn: 'neutral',
  unknown: 'neutral',
};

function ReferralItem({ visit, reader, names, referral }: ReferralsProps & { referral: Referral }) {
  const { t } = visit;
  const { to, what, on, by, when, reasons, remarks, state } = referral;
  const lines = [
    ...(what === undefined ? [] : [{ label: t('care-plans.referral-what'), value: <SaidWords t={t} said={what} /> }]),
    ...(reasons.length === 0 ? [] : [{ label: t('care-plans.because'), value: <SaidList t={t} all={reasons} /> }]),
    ...(by === undefined ? [] : [{ label: t('care-plans.referral-by'), value: <bdi>{by}</bdi> }]),
    ...(when === undefined ? [] : [{ label: t('care-plans.referral-when'), value: <bdi>{when}</bdi> }]),
    ...(remarks.length === 0 ? [] : [{ label: t('care-plans.plan-remarks'), value: <Lines lines={remarks} /> }]),
  ];
  return (
    <FactItem
      title={
        to.length === 0
          ? t('care-plans.referral-to-unknown')
          : t.rich('care-plans.referral-to', { to: <SaidList t={t} all={to} /> })
      }
      sub={on === undefined ? undefined : t('care-plans.referral-on', { date: on })}
      tag={{ look: LOOKS[state], label: t(`care-plans.referral-${state}`) }}
    >
      {lines.length > 0 && <FactLines lines={lines} />}
      <EntryFoot visit={visit} reader={reader} entry={referral.entry} names={names} />
    </FactItem>
  );
}
