import { z } from 'zod';
import { type ErasureReason, erasureReasons } from '#app/domain/privacy/erasure-reason.ts';

const reasonKeys = Object.keys(erasureReasons) as ErasureReason[];

export const erasureInput = z.object({
  reason: z.enum(reasonKeys, 'Choose why the record is erased'),
  // Only compared, with names that may be older than what is refused in new ones.
  typedName: z.string('Type the name of the person').trim().min(1, 'Type the name of the person, as it stands above'),
  isEarly: z.literal('on').optional().transform((ticked) => ticked === 'on'),
  removesUser: z.literal('on').optional().transform((ticked) => ticked === 'on'),
});

export type ErasureInput = z.output<typeof erasureInput>;
