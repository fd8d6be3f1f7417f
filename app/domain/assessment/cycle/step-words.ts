import type { CycleStep } from './cycle-facts.ts';

/** The steps of a round as screens and mails name them. */
export const stepWords: Record<CycleStep, string> = {
  self: 'Own levels',
  manager: 'Manager’s levels',
  conversation: 'Conversation',
  moderation: 'Moderation',
};
