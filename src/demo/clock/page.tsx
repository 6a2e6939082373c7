import { languageChoices, type Visit } from '../../house';
import { styleOf } from '../../organisations';
import { themePath } from '../../organisations/house-style';
import type { FormState } from '../../platform/forms';
import { formatDateTime } from '../../platform/time';
import { Button, ErrorSummary, FactLines, Input, LanguageLinks, Link, Main, Page, PageHead, Wrap } from '../../ui';

/** What time it is in the demonstration, and buttons to change that. */
export function ClockPage({ visit, now, form }: { visit: Visit; now: Date; form: FormState }) {
  const { t, program } = visit;
  const first = program.organisations.all()[0]?.slug ?? 'duinzicht';
  const errors = Object.entries(form.errors).map(([name, key]) => ({ name, message: t(key) }));
  const error = (name: string) => form.errors[name] && t(form.errors[name]);
  const moved = Math.abs(now.getTime() - program.wallClock.now().getTime()) > 60_000;
  const moment = (at: Date) => formatDateTime(t.language, at);
  const real = { label: t('demo.clock-real'), value: moment(program.wallClock.now()) };
  return (
    <Page
      t={t}
      title={t('demo.clock-title')}
      siteName="Inzage"
      entry="portal"
      themeHref={themePath(first, styleOf(first))}
      iconHref={`/assets/mark-${first}.svg`}
    >
      <Main>
        <Wrap>
          <PageHead eyebrow="Inzage" title={t('demo.clock-title')} lead={t('demo.clock-lead')}>
            <LanguageLinks label={t('common.language')} languages={languageChoices(visit)} />
          </PageHead>
          <ErrorSummary t={t} errors={errors} />
          <form class="pp-card pp-flow" method="post" action="/klok" noValidate>
            <FactLines
              lines={[{ label: t('demo.clock-care'), value: <b>{moment(now)}</b> }, ...(moved ? [real] : [])]}
            />
            <div class="pp-actions">
              <Button name="zet" value="dag" look="secondary">
                {t('demo.clock-day')}
              </Button>
              <Button name="zet" value="week" look="secondary">
                {t('demo.clock-week')}
              </Button>
              {moved && (
                <Button name="zet" value="nu" look="secondary">
                  {t('demo.clock-now')}
                </Button>
              )}
            </div>
          </form>
          <form class="pp-card pp-flow" method="post" action="/klok" noValidate>
            <h2 class="pp-h2">{t('demo.clock-other')}</h2>
            <Input
              t={t}
              name="dag"
              type="date"
              label={t('demo.clock-date')}
              value={form.typed.dag}
              error={error('dag')}
            />
            <Input
              t={t}
              name="tijd"
              label={t('demo.clock-time')}
              hint={t('demo.clock-time-hint')}
              value={form.typed.tijd}
              error={error('tijd')}
              maxLength={5}
            />
            <div class="pp-actions">
              <Button>{t('demo.clock-move')}</Button>
            </div>
          </form>
          <p class="pp-muted">{t('demo.clock-note')}</p>
          <p>
            <Link href="/">{t('demo.clock-back')}</Link>
          </p>
        </Wrap>
      </Main>
    </Page>
  );
}
