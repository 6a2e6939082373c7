import type { Visit } from '../../house';
import { WhomToCall } from '../../house';
import { formatDate } from '../../platform/time';
import { BackLink, Card, Column, Columns, Link, Note, PageHead, PrintButton, SummaryList, Wrap } from '../../ui';
import { type Leaflet, type Section, textIn } from '../leaflet';

/** One leaflet: to read, and to print. */
export function LeafletPage({ visit, leaflet }: { visit: Visit; leaflet: Leaflet }) {
  const { t, language } = visit;
  const text = textIn(leaflet, language);
  return (
    <Wrap>
      <BackLink href="/folders">{t('leaflets.back')}</BackLink>
      <PageHead eyebrow={t(`leaflets.subject-${leaflet.subject}`)} title={text.title} lead={text.summary} />
      <Columns ratio="8/4">
        <Column>
          {text.reviewed === null && <Note look="info">{t('leaflets.not-reviewed')}</Note>}
          {text.sections.map((section, index) => (
            <SectionCard section={section} id={`deel-${index + 1}`} />
          ))}
        </Column>
        <Column>
          <Contents visit={visit} sections={text.sections} />
          <WhomToCall visit={visit} purpose="general" />
          <About visit={visit} leaflet={leaflet} />
        </Column>
      </Columns>
    </Wrap>
  );
}

function SectionCard({ section, id }: { section: Section; id: string }) {
  const { heading, text = [], list, steps, after = [], urgent } = section;
  return (
    <Card id={id} title={heading}>
      <div class="pp-leaflet">
        {text.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        {list !== undefined && (
          <ul>
            {list.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        )}
        {steps !== undefined && (
          <ol>
            {steps.map((item) => (
              <li>{item}</li>
            ))}
          </ol>
        )}
        {after.map((paragraph) => (urgent ? <Note look="urgent">{paragraph}</Note> : <p>{paragraph}</p>))}
      </div>
    </Card>
  );
}

function Contents({ visit, sections }: { visit: Visit; sections: readonly Section[] }) {
  return (
    <div class="pp-noprint">
      <Card id="inhoudsopgave" title={visit.t('leaflets.contents')}>
        <ul class="pp-list">
          {sections.map(({ heading }, index) => (
            <li>
              <Link href={`#deel-${index + 1}`}>{heading}</Link>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

/** Who made it, which version, who read it. */
function About({ visit, leaflet }: { visit: Visit; leaflet: Leaflet }) {
  const { t, language } = visit;
  const { reviewed } = textIn(leaflet, language);
  return (
    <Card id="over" title={t('leaflets.about')}>
      <SummaryList
        items={[
          { label: t('leaflets.maker'), value: leaflet.maker },
          { label: t('leaflets.version'), value: `${leaflet.version}` },
          { label: t('common.date'), value: formatDate(language, leaflet.date) },
          {
            label: t('leaflets.reviewed'),
            value:
              reviewed === null
                ? t('leaflets.reviewed-not')
                : t('leaflets.reviewed-by', { name: reviewed.by, date: formatDate(language, reviewed.on) }),
          },
        ]}
      />
      <div class="pp-stackv pp-section--s">
        <p class="pp-small pp-muted">{t('leaflets.general')}</p>
        <p class="pp-actions">
          <PrintButton>{t('leaflets.print')}</PrintButton>
        </p>
      </div>
    </Card>
  );
}
