import { slugKey } from '#app/domain/framework/slug-key.ts';

/** The name of a file that holds a part of a version, made of letters, digits and hyphens alone: "gdad-september-2025-roles.csv". */
export function versionFileName({ frameworkKey, label }: { frameworkKey: string; label: string }, what: string): string {
  return `${slugKey(frameworkKey)}-${slugKey(label)}-${what}`;
}
