import type { ImportNote } from '../reading/import-note.ts';

/** A firm of an exhibitor list. */
export interface ImportedFirm {
  name: string;
  /** ISO 3166-1 alpha-2, upper case; null where the list names none or none that is known. */
  country: string | null;
  categories: string[];
  /** An absolute `http` or `https` address. */
  website: string | null;
  stand?: string;
  /** A mail address of the firm, where the list gives one in place of a web site. */
  mail?: string;
}

/** What was read, and what was not and why; `where` in the notes is the number of the entry, from 1, and its name. */
export interface ReadFirms {
  firms: ImportedFirm[];
  report: ImportNote[];
}

/** An entry as it stands in the file, before anything is checked. */
export interface RawFirm {
  name: string | null;
  country: string | null;
  categories: string[];
  website: string | null;
  stand: string | null;
}

/** The entries of a list in their order, null where one is no firm, and the columns that nothing was read from. */
export interface RawFirms {
  entries: (RawFirm | null)[];
  unused: string[];
}
