import { z } from 'zod';
import type { Operation } from '#app/platform/api/operation.ts';

export const readOpenapi = {
  id: 'readOpenapi',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This document',
  needs: null,
  answers: { 200: { description: 'OpenAPI 3.1.', schema: z.record(z.string(), z.unknown()) } },
} as const satisfies Operation;
