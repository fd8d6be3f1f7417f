import { openapiDocument } from '#app/platform/api/openapi-document.server.ts';
import { addPersonOperation, personSchemas } from './operations/add-person.ts';
import { listTeams, teamSchemas } from './operations/list-teams.ts';
import { frameworkSchemas, readFramework } from './operations/read-framework.ts';
import { readOpenapi } from './operations/read-openapi.ts';
import { personSkillSchemas, readPersonOperation } from './operations/read-person.ts';
import { countSchemas, readTeamCounts } from './operations/read-team-counts.ts';
import { flagSchemas, readTeamFlags } from './operations/read-team-flags.ts';
import { matrixSchemas, readTeamMatrixOperation } from './operations/read-team-matrix.ts';
import { assessmentSchemas, saveAssessmentsOperation } from './operations/save-assessments.ts';

/** Everything that the API does. */
export const operations = [
  readOpenapi,
  readFramework,
  listTeams,
  readTeamMatrixOperation,
  readTeamCounts,
  readTeamFlags,
  addPersonOperation,
  readPersonOperation,
  saveAssessmentsOperation,
];

const description = `Where teams stand against a capability framework, for other programs.

Send your key with every request: "Authorization: Bearer <key>". A key reads, or reads and writes, the data of one organisation.

A level is a number, so that it can be compared, and its name stands in the field beside it: "agreedLevel": 2, "agreedLevelName": "working". Level 0 is "not yet at the first level". A level that was not observed is null, like one that was never recorded; "state" tells the two apart.

An error is "application/problem+json". An id that is not your organisation's reads exactly like one that nobody has. Each key may send 600 requests a minute. Answers may get further fields; leave those that you do not know.`;

/** The document of the API, made once. */
export const document = openapiDocument({ title: 'Capability Map', version: '1', description, path: '/api/v1' }, operations, {
  ...frameworkSchemas,
  ...teamSchemas,
  ...matrixSchemas,
  ...countSchemas,
  ...flagSchemas,
  ...personSchemas,
  ...personSkillSchemas,
  ...assessmentSchemas,
});
