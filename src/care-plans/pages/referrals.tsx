import type { ComponentChildren } from 'preact';
import type { Visit } from '../../house';
import { Card, Disc, EmptyState, Row, Rows, type TagLook } from '../../ui';
import { EntryFoot, type Names, PartPage, type Reader, SaidList, SaidWords } from '../../zib';
import type { Referral, ReferralState } from '../referrals';
import { isOther } from './words';

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
        <EmptyState>{t(staff ? 'care-plans.referrals-none-staff' : 'care-plans.referrals-none')}</EmptyState>
      ) : (
        <Card id="verwijzingen" title={t('care-plans.referrals-list')}>
          <Rows>
            {referrals.map((referral) => (
              <ReferralRow {...props} referral={referral} />
            ))}
          </Rows>
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

const Line = ({ children }: { children: ComponentChildren }) => <span class="pp-line">{children}</span>;

function ReferralRow({ visit, reader, names, referral }: ReferralsProps & { referral: Referral }) {
  const { t } = visit;
  const { to, what, on, by, when, reasons, remarks, state } = referral;
  const made =
    on === undefined
      ? undefined
      : by === undefined
        ? t('care-plans.referral-on', { date: on })
        : t('care-plans.referral-on-by', { date: on, name: by });
  return (
    <Row
      lead={<Disc icon="arrow-right" />}
      title={
        to.length === 0
          ? t('care-plans.referral-to-unknown')
          : t.rich('care-plans.referral-to', { to: <SaidList t={t} all={to} /> })
      }
      sub={
        <>
          {what !== undefined && (
            <Line>
              <SaidWords t={t} said={what} />
            </Line>
          )}
          {made !== undefined && <Line>{made}</Line>}
          {when !== undefined && <Line>{t('care-plans.referral-when', { when })}</Line>}
          {reasons.length > 0 && (
            <Line>{t('care-plans.because', { reasons: reasons.map(({ text }) => text).join(', ') })}</Line>
          )}
          {remarks.map((remark) => (
            <Line>{remark}</Line>
          ))}
          <EntryFoot visit={visit} reader={reader} entry={referral.entry} names={names} />
        </>
      }
      tag={{ look: LOOKS[state], label: t(`care-plans.referral-${state}`) }}
    />
  );
}
