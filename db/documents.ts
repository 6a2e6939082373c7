/** The tables of documents to keep, as TypeScript sees them. */

export interface DocumentRequestTable {
  organisation_id: string;
  id: string;
  patient_id: string;
  owner_kind: 'person' | 'employee';
  owner_id: string;
  session_id: string;
  path: string;
  rights: string[];
  viewer: string;
  state: 'waiting' | 'made' | 'failed';
  tries: number;
  taken_until: Date | null;
  asked_at: Date;
  expires_at: Date;
}

export interface DocumentContentTable {
  organisation_id: string;
  id: string;
  patient_id: string;
  model: Buffer | null;
  pdf: Buffer | null;
}
