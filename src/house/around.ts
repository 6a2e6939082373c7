import type {
  EmployeeViewer,
  LiveSession,
  OtherRecord,
  PersonViewer,
  RecordOwner,
  RecordRight,
  ViewerKind,
} from '../access';

export interface OpenedNow {
  readonly owner: RecordOwner;
  readonly kind: ViewerKind;
  readonly basis: string;
  readonly held: readonly RecordRight[];
  readonly others: readonly OtherRecord[];
  readonly at: Date;
}

/** What stands around a page's own content. */
export type Around =
  | { readonly side: 'chooser' }
  | { readonly side: 'public' }
  | {
      readonly side: 'signed-in';
      readonly session: LiveSession<PersonViewer>;
      /** What the reader may open, where the page asks for it: the menu of the own record stands around it then. */
      readonly records?: readonly OtherRecord[];
    }
  | { readonly side: 'staff'; readonly session: LiveSession<EmployeeViewer> }
  | {
      readonly side: 'record';
      readonly session: LiveSession<PersonViewer> | LiveSession<EmployeeViewer>;
      readonly open: OpenedNow;
    };
