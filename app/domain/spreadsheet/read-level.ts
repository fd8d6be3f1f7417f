import { nameKey } from '#app/domain/framework/name-key.ts';

/** What a cell says of a skill: a level, that it was not observed, or (null) nothing; or what is wrong with it. */
export type LevelReading = { ok: true; answer: { level: number | null } | null } | { ok: false; message: string };

/** The steps of a scale, from the first up. */
export type Scale = readonly { ordinal: number; name: string }[];

const nothing: ReadonlySet<string> = new Set(['', '-', 'n/a', 'na', 'not assessed']);
const notObserved: ReadonlySet<string> = new Set(['n/o', 'n.o.', 'n.o', 'not observed', 'not-observed']);
/** What is longer is no number beside a name, and is not looked through. */
const longest = 120;
const number = /^(?:level |l)?(\d{1,2})(?:[.,]0+)?$/;
const numberFirst = /^(?:level |l)?(\d{1,2}) ?[-:=.)/ ] ?(\D.*)$/;
const numberLast = /^(.*[^\d\s([:-])[ :-]*[([]? ?(\d{1,2}) ?[)\]]?$/;

/**
 * The level that a cell says, on the scale of the skill: "3", "3.0", "Practitioner", "3 - Practitioner", "Practitioner (3)"; "n/o" for
 * not observed, a blank or a dash for nothing. 0 is below the first step. What lies between two steps, beyond the last, or is no
 * word of the scale is refused with the scale named, and so is a number beside the name of another step. Never throws.
 */
export function readLevel(text: string, scale: Scale): LevelReading {
  const key = nameKey(text.normalize('NFKC')).replace(/^[-–]+$/, '-');
  if (nothing.has(key)) return { ok: true, answer: null };
  if (notObserved.has(key)) return { ok: true, answer: { level: null } };
  const named = ordinalOf(key, scale);
  if (named !== null) return { ok: true, answer: { level: named } };
  if (key.length > longest) return refused(text, scale);
  const plain = number.exec(key);
  if (plain) return onScale(Number(plain[1]), text, scale);
  const [first, last] = [numberFirst.exec(key), numberLast.exec(key)];
  const [ordinal, name] = first ? [first[1], first[2]] : [last?.[2], last?.[1]];
  const told = name === undefined ? null : ordinalOf(name.trim(), scale);
  if (told === null) return refused(text, scale);
  if (told === Number(ordinal)) return { ok: true, answer: { level: told } };
  return { ok: false, message: `“${clip(text)}” says two levels: ${nameOf(told, scale)} is ${told}. Put right one of the two.` };
}

function ordinalOf(name: string, scale: Scale): number | null {
  return scale.find((step) => nameKey(step.name) === name)?.ordinal ?? null;
}

function nameOf(ordinal: number, scale: Scale): string {
  return scale.find((step) => step.ordinal === ordinal)?.name ?? String(ordinal);
}

function onScale(level: number, text: string, scale: Scale): LevelReading {
  return level <= Math.max(0, ...scale.map(({ ordinal }) => ordinal)) ? { ok: true, answer: { level } } : refused(text, scale);
}

function refused(text: string, scale: Scale): LevelReading {
  const steps = scale.map(({ ordinal, name }) => `${ordinal} ${name}`).join(', ');
  return { ok: false, message: `“${clip(text)}” is no level of this skill. Use one of 0, ${steps}, or n/o for not observed.` };
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
