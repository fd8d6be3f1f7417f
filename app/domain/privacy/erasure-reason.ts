/** Why a person is erased, in the words of the form. The audit keeps the key: no free text about a person. */
export const erasureReasons = {
  asked: 'They asked for it, and nothing requires that we keep it',
  'no-longer-needed': 'Their record is no longer needed',
  mistake: 'They were recorded by mistake, or twice',
  'court-or-regulator': 'A court or the Information Commissioner requires it',
} as const;

export type ErasureReason = keyof typeof erasureReasons;
