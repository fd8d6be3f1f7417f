import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Source {
  path: string;
  text: string;
}

/** What the product is made of, without its tests and without remarks. */
const sources: Source[] = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ path: `app/${name}`, text: withoutRemarks(readFileSync(`app/${name}`, 'utf8')) }));

function withoutRemarks(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

const having = (pattern: RegExp, among: readonly Source[] = sources) => among.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
const planted = (text: string): Source[] => [{ path: 'planted.ts', text }];

/** Patterns made of fixed pieces, of the number of a row, and of names and words with every sign of a pattern escaped. */
const patternsOfEscapedText = [
  'app/domain/framework/release/notes/name-finder.ts',
  'app/domain/framework/release/notes/read-move-claims.ts',
  'app/domain/framework/release/notes/read-state-claims.ts',
  'app/domain/framework/release/wording/judge-wording.ts',
  'app/services/framework/import/locate-problem.server.ts',
];

/** What no file of the product does, with a line that does it; and the files that may. */
const never: Record<string, [pattern: RegExp, breach: string, but?: readonly string[]]> = {
  'keeps anything in the browser': [/\b(localStorage|sessionStorage|indexedDB|caches\.open)\b|document\.cookie/, `localStorage.setItem('a', b);`, ['app/routes/teams/grid/use-grid-store.ts']],
  'talks to other windows': [/\bpostMessage\b|addEventListener\(\s*'message'/, `window.addEventListener('message', take);`, ['app/platform/files/answer-in-worker.server.ts']],
  'starts a program': [/child_process/, `import { exec } from 'node:child_process';`],
  'makes a pattern of a text': [/new RegExp\(|[^.\w]RegExp\(/, 'text.match(new RegExp(typed));', patternsOfEscapedText],
  'reads templates or foreign objects': [/from '(node:v8|node:vm|[^.#'][^']*(yaml|handlebars|ejs|pug)[^']*)'/, `import { parse } from 'js-yaml';`, ['app/platform/bound-memory.server.ts']],
  'reads XML but in spreadsheets, after they were checked': [/from '(?![.#])[^']*(xml|xlsx|sax)[^']*'/, `import { parse } from 'fast-xml-parser';`, ['app/platform/files/cell-text.server.ts', 'app/platform/files/read-workbook.server.ts', 'app/platform/files/write-workbook.server.ts']],
  'lets other sites read its answers': [/access-control-allow/i, `headers.set('Access-Control-Allow-Origin', '*');`],
  'sends people’s data to others to count them': [/googletagmanager|google-analytics|plausible|matomo|sentry|sendBeacon/i, 'navigator.sendBeacon(url, data);'],
  'checks certificates loosely': [/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/, 'const tls = { rejectUnauthorized: false };'],
  'hashes by anything but SHA-256': [/\bcreate(?:Hash|Hmac)\((?!'sha256')|\bsubtle\./, `createHash('sha1').update(a);`],
  'puts text into SQL': [/sql\.raw\(|\.query\(\s*(?:`[^`]*\$\{|'[^']*'\s*\+|text:\s*`[^`]*\$\{)/, 'await pool.query(`select * from team where name = ${name}`);'],
};

describe('the source of the product', () => {
  it.each(Object.entries(never))('nowhere %s, and would be seen to', (_what, [pattern, breach, but]) => {
    expect(sources.length).toBeGreaterThan(300);
    expect(having(pattern).sort()).toEqual(but ?? []);
    expect(having(pattern, planted(breach))).toEqual(['planted.ts']);
  });

  it('takes nothing from V8 but the setting that bounds the memory', () => {
    const takes = /import \{(?! setFlagsFromString \})[^}]*\} from 'node:v8'|import \*[^;]*'node:v8'/;
    expect(having(takes)).toEqual([]);
    expect(having(takes, planted("import { deserialize } from 'node:v8';"))).toEqual(['planted.ts']);
    expect(having(takes, planted("import * as v8 from 'node:v8';"))).toEqual(['planted.ts']);
  });

  it('encrypts in one place, with AES-256 in Galois/counter mode and a whole tag', () => {
    const encrypts = /\b(?:create(?:Cipher|Decipher)\w*|(?:public|private)(?:Encrypt|Decrypt)|scrypt\w*|pbkdf2\w*|generateKey\w*)\(/;
    expect(having(encrypts)).toEqual(['app/platform/secret/secret-box.server.ts']);
    expect(having(encrypts, planted(`createCipheriv('aes-256-ecb', key, null);`))).toEqual(['planted.ts']);
    const { text } = sources.find(({ path }) => path.endsWith('secret-box.server.ts'))!;
    expect([...text.matchAll(/create(?:Cipher|Decipher)iv\((\w+),/g)].map(([, named]) => named)).toEqual(['algorithm', 'algorithm']);
    expect(text).toContain(`const algorithm = 'aes-256-gcm';`);
    expect(text).toContain('authTagLength: tagBytes');
    expect(text).toContain('const tagBytes = 16;');
  });

  it('goes out to the network in two places: the mail server, and providers behind their guard', () => {
    const outward = /from '(undici|nodemailer|node:https?|node:net|node:tls|node:dgram)'|[^.\w]fetch\(/;
    // The server itself, which is asked; and what only tells whether a text is an address.
    const inward = ['platform/http/forwarded-headers', 'platform/http/listen', 'platform/start-server'].map((name) => `app/${name}.server.ts`);
    inward.push('app/platform/oidc/public-address.ts');
    // In a browser: our own policy lets it reach our own address alone.
    const pageParts = ['app/routes/teams/grid/send-cells.ts', 'app/charts/heatmap/canvas/fetch-told.ts'];
    const isOfThePage = (path: string) => path.startsWith('app/ui/') || pageParts.includes(path);
    expect(having(outward).filter((path) => !inward.includes(path) && !isOfThePage(path)).sort()).toEqual([
      'app/platform/mail/send-mail.server.ts',
      'app/platform/oidc/guarded-fetch.server.ts',
    ]);
    expect(having(outward, planted(`await fetch('https://elsewhere.example');`))).toEqual(['planted.ts']);
  });
});

/** Every field whose name or label says password, with the attributes that it is drawn with. */
function passwordFields(among: readonly Source[]): { path: string; field: string }[] {
  return among.flatMap(({ path, text }) =>
    [...text.matchAll(/<(?:TextField|input)\b(?:(?!\/>)[\s\S])*?name="\w*[pP]assword"(?:(?!\/>)[\s\S])*?\/>/g)].map(([field]) => ({ path, field })),
  );
}

const isMasked = ({ field }: { field: string }) => field.includes('type="password"');
const letsManagersIn = ({ field }: { field: string }) => /autoComplete="(current|new)-password"/.test(field) && !/onPaste|onCopy|onDrop|readOnly/.test(field);

describe('fields for passwords', () => {
  it('are masked, and let password managers and pasting work', () => {
    const fields = passwordFields(sources);
    expect(fields.length).toBeGreaterThan(4);
    expect(fields.filter((field) => !isMasked(field) || !letsManagersIn(field))).toEqual([]);
  });

  it.each([
    '<TextField name="password" label="Password" autoComplete="current-password" />',
    '<TextField name="newPassword" type="password" autoComplete="off" />',
    '<input name="password" type="password" autoComplete="new-password" onPaste={refuse} />',
  ])('the control: %s is noticed', (text) => {
    const [field] = passwordFields(planted(text));
    expect(isMasked(field!) && letsManagersIn(field!)).toBe(false);
  });
});
