import { countInWords } from './count-in-words.ts';
import type { PresentedStep } from './presented-release.ts';

interface ReleaseAtStep {
  /** Of the release's page. */
  address: string;
  frameworkName: string;
  label: string;
  /** The label of the version in use; null where there is none. */
  adoptedLabel: string | null;
  /** Of a published release, the label of the version before it; null where there was none. */
  versionBeforeLabel: string | null;
  /** What it does to people, in one sentence; null where that is not known. */
  impact: string | null;
  conflicts: number;
  /** How many changes of each kind; null where there are none. */
  changes: string | null;
}

/** The question before a release is published: exactly what will happen. */
export function publishStep({ address, frameworkName, label, adoptedLabel, impact, conflicts, changes }: ReleaseAtStep): PresentedStep {
  return {
    act: 'publish',
    title: `Publish “${label}” of ${frameworkName}?`,
    sentences: [
      adoptedLabel === null
        ? `${frameworkName} is put to use, as “${label}”.`
        : `“${label}” is put to use in place of “${adoptedLabel}”, which stays readable with everything that was assessed under it.`,
      ...(changes === null ? [] : [`These changes are taken over as they were decided: ${changes}.`]),
      ...(impact === null ? [] : [impact]),
      'No recorded level is changed.',
      ...(conflicts === 0 ? [] : [`${countInWords(conflicts, 'addition', 'additions')} of your own and the release clash; the page before says how.`]),
      'It can be taken back until somebody is first assessed under the new version.',
    ],
    button: 'Publish now',
    isWarning: false,
    back: { to: address, label: 'Look at the changes again' },
  };
}

/** The question before a release is discarded. */
export function discardStep({ address, frameworkName, label }: ReleaseAtStep): PresentedStep {
  return {
    act: 'discard',
    title: `Discard “${label}”${frameworkName === '' ? '' : ` of ${frameworkName}`}?`,
    sentences: [
      'What was read and what was decided about it is given up. The version in use stays as it is.',
      'To come back to it, import the documents again.',
    ],
    button: 'Discard it',
    isWarning: true,
    back: { to: address, label: 'Keep it' },
  };
}

/** The question before a published release is taken back. */
export function withdrawStep({ address, frameworkName, label, versionBeforeLabel }: ReleaseAtStep): PresentedStep {
  return {
    act: 'withdraw',
    title: `Take back “${label}” of ${frameworkName}?`,
    sentences: [
      versionBeforeLabel === null
        ? `${frameworkName} is no longer in use; nothing is expected of anybody by it.`
        : `“${versionBeforeLabel}” is put to use again, with its names and expected levels.`,
      'No recorded level is changed: nobody was assessed under this version yet.',
      'To put it to use later, import its documents again.',
    ],
    button: 'Take it back',
    isWarning: true,
    back: { to: address, label: 'Leave it in use' },
  };
}
