import { z } from 'zod';
import type { Operation } from '#app/platform/api/operation.ts';
import { id, skillSchema } from './shared-schemas.ts';

const expectationSchema = z.object({
  skill: z.string(),
  skillId: id,
  skillKey: z.string(),
  expectedLevel: z.int().min(1).max(9),
  expectedLevelName: z.string(),
});

const roleLevelSchema = z.object({
  id: id.describe('What "addPerson" takes as "roleLevelId".'),
  key: z.string(),
  name: z.string(),
  seniority: z.int().min(1).describe('1 is the most junior role level of the role.'),
  grades: z.array(z.string()).nullable().describe('Civil service grades; null where no source gives them.'),
  expectations: z.array(expectationSchema).describe('By skill name.'),
});

const versionSchema = z.object({
  id,
  framework: z.string(),
  frameworkKey: z.string(),
  kind: z.enum(['gdad', 'job-description', 'own']),
  label: z.string().describe('Which version it is.'),
  scale: z.array(z.object({ level: z.int().min(1).max(9), levelName: z.string() })).describe('From the first step up.'),
  skills: z.array(skillSchema).describe('By name.'),
  roles: z
    .array(
      z.object({
        id,
        key: z.string(),
        name: z.string(),
        family: z.string().nullable(),
        roleLevels: z.array(roleLevelSchema).describe('The most junior first.'),
      }),
    )
    .describe('By name.'),
});

export const frameworkSchemas = { Expectation: expectationSchema, RoleLevel: roleLevelSchema, FrameworkVersion: versionSchema };

export const readFramework = {
  id: 'readFramework',
  method: 'GET',
  path: '/framework',
  summary: 'What is expected of whom',
  description: 'The framework versions that your organisation has adopted: scale, skills, roles, role levels, grades and expected levels.',
  needs: 'read-framework',
  answers: {
    200: { description: 'The adopted versions.', schema: z.object({ versions: z.array(versionSchema) }) },
  },
} as const satisfies Operation;
