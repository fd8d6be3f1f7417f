import { TextField } from '#app/ui/text-field.tsx';

/** Where a new password is typed, with what it takes. */
export function NewPasswordField({ error }: { error: string | null }) {
  return (
    <TextField
      name="newPassword"
      type="password"
      label="New password"
      hint="At least 10 characters. Three random words are easy to keep and hard to guess."
      autoComplete="new-password"
      width="half"
      error={error}
    />
  );
}
