/** How a part of the record stands on a page: the same facts for the patient's side and for the care team. */
import type { ComponentChildren } from 'preact';
import type { OpenRecord } from '../access';
import { type Visit, WhomToCall } from '../house';
import { BackLink, Column, Columns, PageHead, Sheet, SheetHead, Wrap } from '../ui';
import type { AnyEntry } from './entries';
import type { Names } from './names';
import { PatientSees } from './patient-sees';
import { RecordStart } from './record-start';
import { SourceLine } from './source';

/** Who reads, and at what moment of care time. */
export type Reader = Pick<OpenRecord, 'kind' | 'at'>;

interface PartPageProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly title: ComponentChildren;
  /** Over the title: what kind of thing it is, or its date. */
  readonly eyebrow?: ComponentChildren;
  /** For the patient's side. */
  readonly lead?: ComponentChildren;
  readonly back: { readonly href: string; readonly label: string };
  /** Beside the facts, for the patient's side; whom to call stands under it. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** DO-10: every part says from which date it is. */
export function PartPage({ visit, reader, title, eyebrow, lead, back, aside, children }: PartPageProps) {
  const link = <BackLink href={visit.to(back.href)}>{back.label}</BackLink>;
  if (reader.kind === 'staff')
    return (
      <Sheet>
        {link}
        <SheetHead id="deel" title={title} />
        {eyebrow !== undefined && <p class="pp-small pp-muted">{eyebrow}</p>}
        <Column>{children}</Column>
        <RecordStart visit={visit} />
      </Sheet>
    );
  return (
    <Wrap>
      {link}
      <PageHead eyebrow={eyebrow} title={title} lead={lead} />
      <Columns ratio="8/4">
        <Column>
          {children}
          <RecordStart visit={visit} />
        </Column>
        <Column>
          {aside}
          <WhomToCall visit={visit} purpose="general" />
        </Column>
      </Columns>
    </Wrap>
  );
}

interface EntryFootProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly entry: AnyEntry;
  readonly names: Names;
}

/** DO-02: source and date under a fact; for the care team also whether the patient sees it. */
export function EntryFoot({ visit, reader, entry, names }: EntryFootProps) {
  return (
    <span class="pp-fact-foot">
      <SourceLine visit={visit} entry={entry} names={names} />
      {reader.kind === 'staff' && (
        <>
          {' '}
          <PatientSees visit={visit} entry={entry} at={reader.at} />
        </>
      )}
    </span>
  );
}
