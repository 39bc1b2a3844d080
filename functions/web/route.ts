import type * as z from 'zod';
import type { AuditVerb } from '../../shared/access/audit-entry.ts';
import type { Action } from '../../shared/access/may.ts';
import type { Member } from '../../shared/access/member.ts';
import type { Resource } from '../../shared/access/resource.ts';
import type { Clocks } from '../../shared/calendar/clocks.ts';
import type { Instant } from '../../shared/calendar/day.ts';
import type { Table } from '../../shared/coverage/table.ts';
import type { WebDeps } from './deps.ts';

/** One request, read: what is asked, by whom, under which clocks, and when. */
export type Asked<Ask = unknown> = {
  readonly ask: Ask;
  readonly member: Member;
  readonly clocks: Clocks;
  /** The clocks and everything else as they were asked for, for links that ask the same of something else. */
  readonly query: URLSearchParams;
  readonly moment: Instant;
};

/** What a route has to tell, before anybody draws it: page, JSON and CSV are made from the same. */
export type Answer<Says = unknown> = {
  /** Beside the tables; its schema is the route's `answers`. */
  readonly says: Says;
  /** CSV has the first. */
  readonly tables: readonly Table[];
  /** Of a list in parts: what `cursor` has to be for the next; null: this was the last. */
  readonly next?: string | null;
};

/** A page before it is drawn: which template under `views/`, and what it is given. Nothing is worked out in the template. */
export type View = {
  readonly view: string;
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
};

type Common<Ask> = {
  /** Of the page; the API has the same beneath `/api/v1`. In Hono's words: `/practices/:code`. */
  readonly path: `/${string}`;
  /** One sentence for the API's documentation. */
  readonly about: string;
  /** Path and query, as words: `z.object({ code: …, status: z.string().optional() })`. What it does not name is ignored. */
  readonly ask: z.ZodType<Ask>;
  readonly action: Action;
  /** What the action is done to; null: it is not there. Who may not has the same answer. */
  readonly on: (deps: WebDeps, asked: Asked<Ask>) => Promise<Resource | null>;
};

/** Something to read. */
export type Reading<Ask, Says> = Common<Ask> & {
  /** Takes the three clocks from the query. */
  readonly clocks?: true;
  /** The answer follows from the ledger and what is asked alone: the page may be kept until there is news. */
  readonly keep?: true | ((answer: Answer<Says>) => boolean);
  readonly answers: z.ZodType<Says>;
  /** Null: it is not there. */
  readonly answer: (deps: WebDeps, asked: Asked<Ask>) => Promise<Answer<Says> | null>;
  readonly page: (answer: Answer<Says>, asked: Asked<Ask>) => View;
};

/** A file to take away. */
export type Download<Ask> = Common<Ask> & {
  readonly file: (deps: WebDeps, asked: Asked<Ask>) => Promise<WebFile | null>;
  readonly audit?: (deps: WebDeps, asked: Asked<Ask>) => Promise<Done['audit']>;
};

/** A file with a type that is ours to say, never the sender's. */
export type WebFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

/** Something to do: a form of a page, or JSON by the API. */
export type Doing<Ask, Form> = Common<Ask> & {
  /** Fields by name, each a text, or a `File`. */
  readonly form: z.ZodType<Form>;
  /** How long the request may be; 64 KiB where nothing is said. */
  readonly mostBytes?: number;
  readonly act: (deps: WebDeps, asked: Asked<Ask>, form: Form) => Promise<Done | Wrong>;
  /** The page with the form again, with what is wrong; the framework lists that above it. */
  readonly again: (deps: WebDeps, asked: Asked<Ask>, tried: Tried) => Promise<View>;
};

export type Done = {
  /** Where the browser goes next: a path of ours; or the page that is the answer. */
  readonly to: string | View;
  /** What the API answers. */
  readonly says: unknown;
  readonly audit: {
    readonly did: AuditVerb;
    /** An id or a code, never free text. */
    readonly what: string | null;
    readonly icb: string | null;
  };
};

/** What is wrong with a form: by field, in words that say how to mend it. */
export type Wrong = { readonly wrong: readonly WrongField[] };
export type WrongField = { readonly field: string | null; readonly says: string };
export type Tried = Wrong & {
  /** What was typed, by field, to be shown again; files are not. */
  readonly typed: Readonly<Record<string, string>>;
};

/** A route as the app has it: what it asks is its own matter. */
export type Route =
  // biome-ignore lint/suspicious/noExplicitAny: each route keeps its own types inside.
  | { readonly is: 'reading'; readonly route: Reading<any, any> }
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  | { readonly is: 'download'; readonly route: Download<any> }
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  | { readonly is: 'doing'; readonly route: Doing<any, any> };

export function reading<Ask, Says>(route: Reading<Ask, Says>): Route {
  return { is: 'reading', route };
}
export function download<Ask>(route: Download<Ask>): Route {
  return { is: 'download', route };
}
export function doing<Ask, Form>(route: Doing<Ask, Form>): Route {
  return { is: 'doing', route };
}
