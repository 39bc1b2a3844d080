import { Hono } from 'hono';
import type { WebDeps } from '../../../../functions/web/deps.ts';
import { alertStepOn } from '../../../../local/alert-machine.ts';
import { webOn } from '../../../../local/web.ts';
import type { Member } from '../../../../shared/access/member.ts';
import { day, instant } from '../../../../shared/calendar/day.ts';
import type { Fact } from '../../../../shared/evidence/fact.ts';
import { ADDRESS, ON, smallWeb } from '../small-web.ts';

/** What somebody asks, and as what it is sent. */
type Init = {
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
};

const EVENING = Date.parse(`${ON}T19:00:00Z`);

export type AlertWeb = {
  readonly deps: WebDeps;
  readonly root: string;
  ask(member: Member, path: string, init?: Init): Promise<Response>;
  /** The API's answer as JSON. */
  api(member: Member, path: string): Promise<Answered>;
  close(): Promise<void>;
};
export type Answered = {
  readonly says: Record<string, unknown>;
  readonly tables: Record<string, { readonly rows: readonly Record<string, unknown>[] }>;
  readonly next?: string | null;
};

/** The small England on the evening of 4 December 2023, after the alert step ran on these days. */
export async function alertWeb({
  runs = ['2023-10-30', ON],
  facts,
}: {
  runs?: readonly string[];
  facts?: readonly Fact[];
} = {}): Promise<AlertWeb> {
  const small = await smallWeb(facts);
  const step = await alertStepOn(small.machine);
  for (const on of runs) {
    await step.run({ validAt: day(on), knownAt: instant(`${on}T18:00:00Z`), week: null });
  }
  let seconds = 0;
  // Each look at the clock is a second later, so that what is done has an order.
  const now = () => instant(new Date(EVENING + 1000 * seconds++).toISOString());
  const deps: WebDeps = { ...small.deps, now };
  const members = new Map<string, Member>();
  const app = webOn(deps, {
    signIn: new Hono(),
    formOrigins: [],
    counts: { add: async () => 1 },
    async identify(request) {
      const member = members.get(request.headers.get('x-test-subject') ?? '') ?? null;
      return { member, isSignedIn: member !== null, cookie: null, accessToken: null };
    },
  });
  async function ask(member: Member, path: string, { form, json }: Init = {}) {
    members.set(member.subject, member);
    const headers: Record<string, string> = { origin: ADDRESS, 'x-test-subject': member.subject };
    if (json !== undefined) headers['content-type'] = 'application/json';
    const body = json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json);
    return app.request(`${ADDRESS}${path}`, { headers, ...(body && { method: 'POST', body }) });
  }
  return {
    deps,
    root: small.machine.folder.root,
    ask,
    api: async (member, path) => (await (await ask(member, `/api/v1${path}`)).json()) as Answered,
    close: small.close,
  };
}

/** A page's text without its marks. */
export async function textOf(response: Response): Promise<string> {
  const html = await response.text();
  return html
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#39|quot|amp);/g, (_, name) => ({ '#39': "'", quot: '"', amp: '&' })[name as 'amp'])
    .replace(/\s+/g, ' ');
}
