import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { ChangeNote, ImportNotice } from '#app/domain/framework/framework-facts.ts';
import type { MergeReading } from '#app/domain/framework/merging/rank-readings.ts';
import { slugKey } from '#app/domain/framework/slug-key.ts';
import { officialFramework } from './official-framework.ts';

/** A document with what was noticed in it, and what it says of earlier changes. */
export interface NoticedReading extends MergeReading {
  notices: ImportNotice[];
  changeNotes?: ChangeNote[];
}

/** Documents that belong to one framework. */
export interface ReadingGroup {
  frameworkKey: string;
  frameworkName: string;
  kind: 'gdad' | 'job-description' | 'own';
  readings: NoticedReading[];
}

/**
 * Which framework each document is laid over: the official downloads, role pages and change notes over the
 * official one; a job description over one of its own, named after its post; a framework of the organisation's own
 * over the one that has the name it gives itself. In the order of the keys, in which they are locked.
 */
export function groupReadings(readings: readonly NoticedReading[]): ReadingGroup[] {
  const groups = new Map<string, ReadingGroup>();
  for (const reading of readings) {
    const group = groupOf(reading);
    const known = groups.get(group.frameworkKey);
    if (known) known.readings.push(reading);
    else groups.set(group.frameworkKey, group);
  }
  return [...groups.values()].sort((one, other) => compareNames(one.frameworkKey, other.frameworkKey));
}

function groupOf(reading: NoticedReading): ReadingGroup {
  if (reading.kind === 'own-framework') {
    const frameworkName = reading.frameworkName ?? 'Own framework';
    // The official framework keeps its address.
    return { frameworkKey: slugKey(frameworkName, new Set([officialFramework.key])), frameworkName, kind: 'own', readings: [reading] };
  }
  if (reading.kind !== 'job-description') {
    const { key, name, kind } = officialFramework;
    return { frameworkKey: key, frameworkName: name, kind, readings: [reading] };
  }
  const frameworkName = `${reading.facts.roles[0]?.name ?? 'Post'} person specification`;
  return { frameworkKey: slugKey(frameworkName), frameworkName, kind: 'job-description', readings: [reading] };
}
