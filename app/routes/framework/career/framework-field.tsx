/** Keeps a form of a framework that is not the official one within that framework. */
export function FrameworkField({ version }: { version: { kind: string; frameworkKey: string } }) {
  return version.kind === 'gdad' ? null : <input type="hidden" name="framework" value={version.frameworkKey} />;
}
