/** Which words a job description is made from, in one sentence, with the licence that official wording asks to be named. */
export function jobDescriptionSource(origin: { frameworkName: string; versionLabel: string; kind: string }): string {
  const from = `Drafted from the framework ${origin.frameworkName}, ${origin.versionLabel}.`;
  if (origin.kind !== 'gdad') return from;
  return `${from} Contains public sector information of the Government Digital and Data Capability Framework, Crown copyright, licensed under the Open Government Licence v3.0.`;
}
