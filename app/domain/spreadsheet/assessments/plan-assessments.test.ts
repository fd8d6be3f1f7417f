import { describe, expect, it } from 'vitest';
import { answerKey } from './answer-key.ts';
import type { AssessmentFacts, AssessmentFile } from './assessment-facts.ts';
import { draftAssessments } from './draft-assessments.ts';
import { coastFacts, importable, importFile } from './import-fixture.ts';
import { planAssessments } from './plan-assessments.ts';

const longColumns = ['person', 'email', 'skill', 'source', 'level', 'date', 'note'];

function planOf(file: AssessmentFile, facts: AssessmentFacts = coastFacts, recorded: ReadonlySet<string> = new Set()) {
  return planAssessments(draftAssessments(file, facts), recorded);
}

/** Its problems as "C2: message", its fates, and how many answers it would add. */
function told(file: AssessmentFile, facts?: AssessmentFacts, recorded?: ReadonlySet<string>) {
  const { plan, answers } = planOf(file, facts, recorded);
  return {
    fates: plan.fates.map(({ fate }) => fate),
    problems: plan.fates.flatMap(({ problems }) => problems.map(({ row, column, message }) => `${column ?? ''}${row}: ${message}`)),
    added: answers.length,
    counts: plan.summary.counts,
  };
}

const long = (...rows: string[][]) => importFile('long', longColumns, rows);

describe('a spreadsheet of assessments in long form', () => {
  it('says one answer a row, of whom, in what, as which source, for which day', () => {
    const { plan, answers } = planOf(long(['Ada Lind', '', 'lamp keeping', 'Self-assessment', '3 - Practitioner', '3/4/2026', ' Kept the light. '], ['', 'BEN@coast.example', 'Signalling', '', 'n/o', '', '']));
    expect(answers.map(({ person, skill, ...answer }) => ({ ...answer, person: person.id, skill: skill.id }))).toEqual([
      { person: 'ada', skill: 'lamps', source: 'self', level: 3, assessedOn: '2026-04-03', note: 'Kept the light.', undefinedConfirmed: false, cycleId: null, row: 2, column: 'E' },
      { person: 'ben', skill: 'signals', source: 'manager', level: null, assessedOn: '2026-05-01', note: null, undefinedConfirmed: false, cycleId: null, row: 3, column: 'E' },
    ]);
    expect(plan.fates.map(({ row, subject, fate, changes }) => ({ row, subject, fate, changes }))).toEqual([
      { row: 2, subject: 'Ada Lind', fate: 'add', changes: ['Lamp keeping: self level 3, 3 April 2026'] },
      { row: 3, subject: 'BEN@coast.example', fate: 'add', changes: ['Signalling: manager level not observed, 1 May 2026'] },
    ]);
    expect(plan.summary).toEqual({ rows: 2, counts: { add: 2, change: 0, same: 0, 'left-out': 0, refused: 0 } });
  });

  it('passes over blank rows and leaves out rows without a level', () => {
    expect(told(long(['', '', '', '', '', '', ''], ['Ada Lind', '', 'Lamp keeping', '', '-', '', ''], ['Nobody Known', '', 'Nothing known', '', '', '', '']))).toEqual({
      fates: ['left-out', 'left-out'], problems: [], added: 0, counts: { add: 0, change: 0, same: 0, 'left-out': 2, refused: 0 },
    });
  });

  it('names the cell of each thing that is wrong', () => {
    const { problems, counts, fates } = told(long(['Ada Lind', '', 'Lamp keeping', 'boss', '2', '31/02/2026', 'x'.repeat(4_001)], ['Ada Lind', '', '', '', '2', '', ''], ['', '', 'Signalling', '', '9', '', '']));
    expect(problems).toEqual([
      'D2: “boss” does not say who judged. Write self, manager or agreed.',
      'F2: There is no 31 February 2026: the nearest days are 28 February 2026 and 1 March 2026.',
      'G2: This note has 4001 characters; at most 4,000 are kept. Shorten it.',
      'C3: No skill is named here. Give its name.',
      'E4: “9” is no level of this skill. Use one of 0, 1 Awareness, 2 Working, 3 Practitioner, 4 Expert, or n/o for not observed.',
      'A4: Nobody is named here. Give a name or an e-mail address.',
    ]);
    expect(counts).toEqual({ add: 0, change: 0, same: 0, 'left-out': 0, refused: 3 });
    expect(fates).toEqual(['refused', 'refused', 'refused']);
  });

  it('takes nobody and no skill for a near one, and asks once for each name', () => {
    const file = long(['Ada Lindt', '', 'Lamp keepng', '', '2', '', ''], ['ada  lindt', '', 'Signalling', '', '2', '', ''], ['', 'ad@coast.example', 'Signalling', '', '2', '', '']);
    const { plan, answers } = planOf(file);
    expect(answers).toEqual([]);
    expect(plan.unknownNames).toEqual([
      { kind: 'skill', key: 'lamp keepng', name: 'Lamp keepng', suggestions: [{ id: 'lamps', name: 'Lamp keeping' }] },
      { kind: 'person', key: 'ada lindt', name: 'Ada Lindt', suggestions: [{ id: 'ada', name: 'Ada Lind, Lights' }] },
      { kind: 'person', key: 'ad@coast.example', name: 'ad@coast.example', suggestions: [] },
    ]);
    const names = { person: { 'ada lindt': 'ada', 'ad@coast.example': null }, skill: { 'lamp keepng': 'lamps' } };
    expect(told({ ...file, mapping: { ...file.mapping, names } })).toMatchObject({ fates: ['add', 'add', 'left-out'], problems: [], added: 2 });
  });

  it('takes no id that is not among the people and skills it was given', () => {
    const names = { person: { 'ada lindt': 'of-another-organisation', __proto__: 'ada' }, skill: { 'lamp keepng': 'of-another-organisation' } };
    const file = long(['Ada Lindt', '', 'Lamp keepng', '', '2', '', ''], ['constructor', '', 'Signalling', '', '2', '', '']);
    expect(told({ ...file, mapping: { ...file.mapping, names } })).toMatchObject({ fates: ['refused', 'refused'], added: 0 });
  });

  it('tells people of one name apart by address alone', () => {
    const facts = { ...coastFacts, people: [importable('one', 'Sam Lee'), importable('two', 'Sam Lee', { teamName: 'Boats' })] };
    const { plan } = planOf(long(['Sam Lee', '', 'Signalling', '', '2', '', '']), facts);
    expect(plan.fates[0]?.problems[0]).toMatchObject({ column: 'A', message: expect.stringContaining('More than one person has this name'), suggestions: [{ id: 'one', name: 'Sam Lee, Lights' }, { id: 'two', name: 'Sam Lee, Boats' }] });
    expect(planOf(long(['Sam Lee', 'two@coast.example', 'Signalling', '', '2', '', '']), facts).answers[0]?.person.id).toBe('two');
  });

  it('refuses an address that is another person’s than the name, and tells of one that looks alike', () => {
    const facts = { ...coastFacts, people: [importable('ada', 'Ada Lind', { email: 'adelaide.lind@coast.example' }), importable('ben', 'Ben Holm')] };
    expect(told(long(['Ada Lind', 'ben@coast.example', 'Signalling', '', '2', '', '']), facts).problems).toEqual(['B2: This is the address of Ben Holm, and the row names Ada Lind. Put right one of the two.']);
    const { plan } = planOf(long(['', 'adelaide.linԁ@coast.example', 'Signalling', '', '2', '', '']), facts);
    expect(plan.fates[0]?.problems[0]).toMatchObject({ column: 'B', message: expect.stringContaining('looks much like adelaide.lind@coast.example'), suggestions: [{ id: 'ada', name: 'Ada Lind, Lights' }] });
    // Somebody who has another name since.
    expect(planOf(long(['Ada Lind-Moe', 'adelaide.lind@coast.example', 'Signalling', '', '2', '', '']), facts).answers).toHaveLength(1);
  });

  it('refuses what no page would take: days to come, one’s own level as a manager, people in a round before both are in', () => {
    const round = { id: 'round', name: 'Spring 2026', opensOn: '2026-04-01', closesOn: '2026-05-31', isRevealed: false };
    const facts = { ...coastFacts, people: [importable('ada', 'Ada Lind', { sources: ['self'], isImporter: true }), importable('ben', 'Ben Holm', { round, leavesOn: '2026-05-15' }), importable('cyd', 'Cyd Ras', { sources: ['self', 'agreed'] })] };
    const rows = (['self', 'manager', 'agreed'] as const).map((source) => ['Ben Holm', '', 'Signalling', source, '2', '', '']);
    expect(told(long(['Ada Lind', '', 'Signalling', 'agreed', '2', '', ''], ['Cyd Ras', '', 'Signalling', 'manager', '2', '', ''], ['Cyd Ras', '', 'Signalling', 'self', '2', '02/06/2026', ''], ...rows), facts).problems).toEqual([
      'D2: This is you: nobody gives their own agreed level. Leave the row out.',
      'D3: You may not record manager levels of Cyd Ras. Leave the row out, or ask somebody who may.',
      'F4: 2 June 2026 is still to come. Put the day right.',
      ...[5, 6, 7].map((row) => `A${row}: Ben Holm takes part in Spring 2026. Nothing is recorded past that round before both sides have answered: answer on its pages, or leave the row out.`),
    ]);
    const shown = { ...facts, people: [importable('ben', 'Ben Holm', { round: { ...round, isRevealed: true }, leavesOn: '2026-05-15' })] };
    const { answers } = planOf(long(['Ben Holm', '', 'Signalling', 'agreed', '2', '', ''], ['Ben Holm', '', 'Signalling', 'agreed', '2', '1 March 2026', '']), shown);
    expect(answers.map(({ cycleId }) => cycleId)).toEqual(['round', null]);
    expect(told(long(['Ben Holm', '', 'Signalling', 'agreed', '2', '16/05/2026', '']), shown).problems).toEqual(['F2: Ben Holm was last present on 15 May 2026. Put the day right, or their leaving date.']);
  });

  it('warns of days before somebody started, once for each person and day', () => {
    const rows = ['Signalling', 'Lamp keeping'].map((skill) => ['Ada Lind', '', skill, '', '2', '31/12/2024', '']);
    const { plan, answers } = planOf(long(...rows));
    expect(plan.warnings).toEqual([{ key: 'before-start/ada/2024-12-31', row: 2, message: '31 December 2024 is before Ada Lind started, on 1 January 2025.' }]);
    expect(answers).toHaveLength(2);
  });

  it('warns of characters that turn the direction of writing, in names and in notes that it would keep', () => {
    const turned = long(['Ada \u202aLind\u202c', '', 'Signalling', '', '2', '', ''], ['Ben Holm', '', 'Signalling', '', '2', '', 'Saw \u202eretaw'], ['Cyd Ras', '', 'Signalling', '', '2', '', 'Saw\u200e water']);
    const { plan, answers } = planOf(turned);
    expect(plan.warnings?.map(({ row, message }) => `${row}: ${message.slice(0, 8)}`)).toEqual(['2: Column A', '3: Column G']);
    expect(answers.map(({ person, note }) => [person.id, note])).toEqual([['ada', null], ['ben', 'Saw retaw'], ['cyd', 'Saw water']]);
  });

  it('asks before it takes a level that the framework does not define', () => {
    const file = long(['Ada Lind', '', 'Chart reading', '', '1', '', '']);
    expect(told(file).problems).toEqual(['E2: The framework does not define level 1 of Chart reading. If it is meant all the same, accept undefined levels for this file; otherwise put it right.']);
    expect(planOf({ ...file, mapping: { ...file.mapping, acceptUndefined: true } }).answers).toMatchObject([{ level: 1, undefinedConfirmed: true }]);
  });

  it('takes the same answer twice for one, and refuses two that differ', () => {
    const row = (level: string, note = '') => ['Ada Lind', '', 'Signalling', 'agreed', level, '', note];
    expect(told(long(row('2'), row('2.0'), row('3'), row('2', 'Other')))).toEqual({
      fates: ['add', 'same', 'refused', 'refused'],
      problems: [
        'E4: The agreed level of Ada Lind in Signalling on 1 May 2026 stands in E2 too, as 2. Delete one of the two.',
        'E5: The agreed level of Ada Lind in Signalling on 1 May 2026 stands in E2 too, with another note. Delete one of the two.',
      ],
      added: 1,
      counts: { add: 1, change: 0, same: 1, 'left-out': 0, refused: 2 },
    });
  });

  it('knows what is recorded already, by everything that it says', () => {
    const file = long(['Ada Lind', '', 'Signalling', 'agreed', '2', '', 'Seen'], ['Ada Lind', '', 'Signalling', 'self', '2', '', 'Seen']);
    const key = { personId: 'ada', skillId: 'signals', source: 'agreed' as const, assessedOn: '2026-05-01', level: 2, note: 'Seen' };
    expect(told(file, coastFacts, new Set([answerKey(key)]))).toMatchObject({ fates: ['same', 'add'], added: 1 });
    for (const other of [{ level: 3 }, { level: null }, { note: null }, { assessedOn: '2026-05-02' }, { personId: 'ben' }, { skillId: 'lamps' }]) {
      expect(told(file, coastFacts, new Set([answerKey({ ...key, ...other })])).fates, JSON.stringify(other)).toEqual(['add', 'add']);
    }
  });
});

describe('a spreadsheet of assessments in wide form', () => {
  const columns = ['person', 'lamps', 'signals', 'charts', 'date', 'note'];

  it('says an answer a cell, and nothing where it is blank', () => {
    const { plan, answers } = planOf(importFile('wide', columns, [['Ada Lind', '3', '', 'n/o', '2/3/2026', 'Seen'], ['Ben Holm', '', '-', '', '', ''], ['Cyd Ras', '1', '2', '4', '', '']]));
    expect(answers.map(({ person, skill, level, assessedOn, note, column }) => [person.id, skill.id, level, assessedOn, note, column])).toEqual([
      ['ada', 'lamps', 3, '2026-03-02', 'Seen', 'B'], ['ada', 'charts', null, '2026-03-02', 'Seen', 'D'],
      ['cyd', 'lamps', 1, '2026-05-01', null, 'B'], ['cyd', 'signals', 2, '2026-05-01', null, 'C'], ['cyd', 'charts', 4, '2026-05-01', null, 'D'],
    ]);
    expect(plan.fates.map(({ fate }) => fate)).toEqual(['add', 'left-out', 'add']);
    expect(plan.summary).toEqual({ rows: 3, counts: { add: 5, change: 0, same: 0, 'left-out': 0, refused: 0 } });
  });

  it('has one fate a row, of all its answers, and tells of a whole row once', () => {
    const { plan } = planOf(importFile('wide', columns, [['Ada Lind', '3', '2.5', '1', '', ''], ['Nobody Known', '1', '2', '4', '', ''], ['Ben Holm', '1', '2', '4', '1/7/2026', '']]));
    expect(plan.fates.map(({ fate, problems, changes }) => [fate, changes, problems.map(({ column }) => column)])).toEqual([['refused', [], ['C', 'D']], ['refused', [], ['A']], ['refused', [], ['E']]]);
    expect(plan.summary.counts).toMatchObject({ add: 1, refused: 8 });
  });

  it('asks for a day where nothing says one', () => {
    expect(told(importFile('wide', ['person', 'lamps'], [['Ada Lind', '3']], { assessedOn: null })).problems).toEqual(['2: Nothing says which day these levels are for. Give the day here, or one for the whole file.']);
  });

  it('counts the levels of a row with many', () => {
    const skills = Array.from({ length: 5 }, (_, at) => ({ ...coastFacts.skills[0]!, id: `skill-${at}`, name: `Skill ${at}` }));
    const file = importFile('wide', ['person'], [['Ada Lind', '1', '2', '3', '4', '0']]);
    file.mapping.columns.push(...skills.map(({ id }) => ({ skillId: id })));
    expect(planOf(file, { ...coastFacts, skills }).plan.fates[0]?.changes).toEqual(['5 manager levels of 1 May 2026']);
  });
});

describe('the columns of a spreadsheet of assessments', () => {
  it('say whom, what and which level, each once, or no row is read', () => {
    const problemsOf = (file: AssessmentFile) => {
      const { problems, fates, counts, added } = told(file);
      expect([fates, counts.refused, added]).toEqual([['refused'], 1, 0]);
      return problems;
    };
    expect(problemsOf(importFile('long', ['ignored'], [['x']]))).toEqual([
      '1: No column says whom a row is about. Choose the column of names or of e-mail addresses.', '1: No column says which skill a row is about. Choose one.', '1: No column holds the levels. Choose one.',
    ]);
    expect(problemsOf(importFile('wide', ['person', 'date'], [['x', '']]))).toEqual(['1: No column is set to a skill. Choose the skill of each column that holds levels.']);
    expect(problemsOf(importFile('wide', ['person', 'lamps', 'lamps'], []))).toEqual(['C1: This column and column B are set to the same. Set one of them to something else.']);
    const foreign = importFile('wide', ['person', 'lamps'], [['Ada Lind', '3']]);
    foreign.mapping.columns[1] = { skillId: 'of-another-organisation' };
    expect(problemsOf(foreign)).toEqual(['B1: This column is set to a skill that is in no framework that your organisation has adopted. Choose another, or ignore the column.']);
    const file = importFile('wide', ['person', 'lamps'], [['Ada Lind', '3']]);
    expect(problemsOf({ ...file, mapping: { ...file.mapping, shape: 'people' } })[0]).toContain('set up as one of people');
    expect(problemsOf({ ...file, mapping: { ...file.mapping, sheet: 7 } })).toEqual(['1: The file has no such sheet. Choose one that it has.']);
  });
});
