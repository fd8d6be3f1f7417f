import { importLimits } from '#app/services/framework/import-limits.ts';

/** The name without folders and without characters that would act on a terminal or a page. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, importLimits.nameLength) || 'unnamed file';
}
