import { z } from 'zod';
import { plainText } from '#app/platform/typed-values.ts';

/** Why a person is erased, in the words of the form. The audit keeps the key: no free text about a person. */
export const erasureReasons = {
  asked: 'They asked for it, and nothing requires that we keep it',
  'no-longer-needed': 'Their record is no longer needed',
  mistake: 'They were recorded by mistake, or twice',
  'court-or-regulator': 'A court or the Information Commissioner requires it',
} as const;

const reasonKeys = Object.keys(erasureReasons) as (keyof typeof erasureReasons)[];

export const erasureInput = z.object({
  reason: z.enum(reasonKeys, 'Choose why the record is erased'),
  typedName: plainText('Type the name of the person').trim().min(1, 'Type the name of the person, as it stands above'),
  isEarly: z.literal('on').optional().transform((ticked) => ticked === 'on'),
  removesUser: z.literal('on').optional().transform((ticked) => ticked === 'on'),
});

export type ErasureInput = z.output<typeof erasureInput>;
