import { startSession } from '#app/platform/session/session.server.ts';
import { action as hand } from '#app/routes/framework/import.tsx';
import { action, loader } from '#app/routes/framework/release/release.tsx';
import { loader as list } from '#app/routes/framework/release/releases.tsx';
import { addOrganisation } from './add-organisation.ts';
import { addUser } from './add-user.ts';
import type { TestDatabase } from './database.ts';
import { frameworkFiles, textFile } from './framework-files.ts';
import { sessionSubject } from './session-subject.ts';
import { answered } from './signed-in.ts';

const url = 'http://localhost:3000/framework/releases';
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

export type Files = { name: string; bytes: Uint8Array }[];

export const original = frameworkFiles('roles.csv', 'skills.csv');

/** The same documents with other words in them. */
export function changed(...replaced: [string, string][]): Files {
  return original.map(({ name, bytes }) => {
    const text = replaced.reduce((whole, [before, after]) => whole.replaceAll(before, after), new TextDecoder().decode(bytes));
    return textFile(name, text);
  });
}

/** Somebody who looks at the pages of releases, in an organisation of their own unless one is given. */
export async function signedInToReleases(database: TestDatabase, accessRole: 'administrator' | 'head-of-service' | 'team-manager' = 'head-of-service', into?: string) {
  const organisationId = into ?? (await addOrganisation(database));
  const { userId } = await addUser(database, organisationId, { grants: [{ accessRole, teamId: null }] });
  const cookie = (await startSession(new Request(url), sessionSubject(userId, organisationId))).split(';')[0] ?? '';
  const headers = { cookie };
  return {
    organisationId,
    /** Hands the files over and waits until they are read; answers the id of what came of it. */
    hand: async (files: Files) => {
      const body = new FormData();
      for (const { name, bytes } of files) body.append('files', new File([new Uint8Array(bytes)], name));
      const answer = await answered(() => hand({ request: new Request('http://localhost:3000/framework/import', { method: 'POST', body, headers }), params: {}, context }));
      if ('data' in answer) throw new Error(answer.data.problems[0]?.message);
      return answer.headers.get('location')!.split('/').at(-1)!;
    },
    open: async (releaseId: string, search = '') => loader({ request: new Request(`${url}/${releaseId}${search}`, { headers }), params: { releaseId }, context }),
    list: () => list({ request: new Request(url, { headers }), params: {}, context }),
    send: (releaseId: string, form: Record<string, string>) =>
      action({ request: new Request(`${url}/${releaseId}`, { method: 'POST', headers, body: new URLSearchParams(form) }), params: { releaseId }, context }),
  };
}

/** Where an answer leads. */
export const placeOf = (answer: unknown): string => {
  if (answer instanceof Response) return answer.headers.get('location') ?? '';
  throw new Error(`A redirect was expected, and not ${JSON.stringify(answer)}`);
};

/** Hands the files over, decides as it is proposed, and publishes. */
export async function publishFiles(by: Awaited<ReturnType<typeof signedInToReleases>>, files: Files): Promise<string> {
  const id = await by.hand(files);
  const { release } = await by.open(id);
  const choices = Object.fromEntries((release.preview?.asking ?? []).map(({ key, proposal, options }) => [`choice:${key}`, proposal ?? options[0]!.value]));
  await by.send(id, { do: 'decide', revision: String(release.revision), ...choices });
  const { release: decided } = await by.open(id);
  const place = placeOf(await by.send(id, { do: 'publish', revision: String(decided.revision) }));
  if (place !== `/framework/releases/${id}?notice=published`) throw new Error(`Publishing led to ${place}.`);
  return id;
}
