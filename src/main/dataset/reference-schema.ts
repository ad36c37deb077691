/**
 * Tables of `reference.sqlite`, written once and read-only. Published to everyone: nothing here may come from a case file.
 * `folded` columns hold `fold(text)`: lower case, no accents, no punctuation.
 */
export const REFERENCE_SCHEMA = `
CREATE TABLE occupation (rome TEXT PRIMARY KEY, label TEXT NOT NULL, definition TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE occupation_title (
  id INTEGER PRIMARY KEY, rome TEXT NOT NULL REFERENCES occupation, title TEXT NOT NULL, is_principal INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE occupation_title_fts USING fts5(folded, content='', tokenize="unicode61", prefix='1 2 3');
CREATE TABLE mobility (
  rome TEXT NOT NULL, target_rome TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (rome, target_rome, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE sector (naf TEXT PRIMARY KEY, label TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE hire_pair (
  rome TEXT NOT NULL, naf TEXT NOT NULL, hires INTEGER NOT NULL, PRIMARY KEY (rome, naf)
) STRICT, WITHOUT ROWID;
CREATE INDEX hire_pair_by_naf ON hire_pair (naf, hires);
CREATE TABLE contact_mode (
  position INTEGER PRIMARY KEY, division TEXT NOT NULL, rome TEXT NOT NULL, mode TEXT NOT NULL
) STRICT;
CREATE TABLE tension (
  rome TEXT NOT NULL, family_code TEXT NOT NULL, family_label TEXT NOT NULL, percent REAL NOT NULL,
  PRIMARY KEY (rome, family_code)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry_rate (
  naf_prefix TEXT PRIMARY KEY, sector_label TEXT NOT NULL, rate REAL NOT NULL, scope TEXT NOT NULL,
  source TEXT NOT NULL, year TEXT NOT NULL, link TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE commune (
  code TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL, departement TEXT NOT NULL,
  lat REAL, lon REAL, postcode_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX commune_by_name ON commune (folded);
CREATE TABLE postcode (
  postcode TEXT NOT NULL, commune_code TEXT NOT NULL REFERENCES commune, PRIMARY KEY (postcode, commune_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX postcode_by_commune ON postcode (commune_code);
CREATE TABLE establishment (
  siret TEXT PRIMARY KEY, legal_unit TEXT NOT NULL, name TEXT, legal_name TEXT, naf TEXT NOT NULL, band TEXT NOT NULL,
  address TEXT NOT NULL, postcode TEXT NOT NULL, commune_code TEXT NOT NULL, lat REAL, lon REAL,
  position_basis TEXT NOT NULL, yearly_hires INTEGER, employer_group TEXT NOT NULL, unranked TEXT,
  phone TEXT, email TEXT, website TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE hires_forecast (
  siret TEXT PRIMARY KEY REFERENCES establishment, from_month TEXT NOT NULL, to_month TEXT NOT NULL,
  expected REAL NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX establishment_by_legal_unit ON establishment (legal_unit);
CREATE INDEX establishment_with_contact ON establishment (siret) WHERE phone IS NOT NULL;
CREATE TABLE same_door (
  siret TEXT PRIMARY KEY REFERENCES establishment, shown_siret TEXT NOT NULL REFERENCES establishment
) STRICT, WITHOUT ROWID;
CREATE INDEX same_door_by_shown ON same_door (shown_siret);
`;
