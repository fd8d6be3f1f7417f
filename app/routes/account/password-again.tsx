import type { Problem } from '#app/platform/context.ts';
import { TextField } from '#app/ui/text-field.tsx';

/** The password once more, from whoever changes what opens an account. */
export function PasswordAgain({ problems, name = 'password' }: { problems: readonly Problem[]; name?: string }) {
  return (
    <TextField
      name={name}
      type="password"
      label="Your password"
      hint="To make sure that it is you."
      autoComplete="current-password"
      width="half"
      error={problems.find(({ field }) => field === name)?.message}
    />
  );
}
