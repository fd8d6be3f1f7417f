import { Button } from './button.tsx';
import type { usePasskey } from './use-passkey.ts';

interface PasskeyButtonProps {
  passkey: ReturnType<typeof usePasskey>;
  /** What is asked with the options. */
  fields?: Record<string, string>;
  look?: 'primary' | 'secondary';
  children: string;
}

/** Asks for a passkey. Not drawn where it could do nothing: without JavaScript, or in a browser that knows no passkeys. */
export function PasskeyButton({ passkey, fields = {}, look = 'secondary', children }: PasskeyButtonProps) {
  if (!passkey.isReady) return null;
  const start = () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    // What goes wrong comes back as a problem, to be shown.
    void passkey.start(form);
  };
  return (
    <Button type="button" look={look} disabled={passkey.isBusy} onClick={start}>
      {children}
    </Button>
  );
}
