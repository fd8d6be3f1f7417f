import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';

/** As many as the largest organisation that is expected to bring its own spreadsheet. */
export const importedPeople = 5_000;
const importedSkills = 13;

/** Somebody of the spreadsheet, whom the organisation has under the same address. */
export function importedPerson(at: number): { name: string; email: string } {
  const number = String(at + 1).padStart(5, '0');
  return { name: `Person ${number} of the service`, email: `person.${number}@bench.example` };
}

/** The rows of the spreadsheet that everybody has: people down, skills across; 65,000 levels. */
export function wideSheet(): string[][] {
  const skills = loadCatalogue().facts.skills.slice(0, importedSkills);
  const header = ['Name', 'E-mail', 'Assessed on', ...skills.map(({ name }) => name)];
  const rows = Array.from({ length: importedPeople }, (_, at) => {
    const { name, email } = importedPerson(at);
    return [name, email, '01/05/2026', ...skills.map((_skill, place) => String(((at * 7 + place * 3) % 4) + 1))];
  });
  return [header, ...rows];
}
