import { useSubmit } from '@remix-run/react';
import { useState, useSyncExternalStore } from 'react';

interface PasskeyProblem {
  field: string | null;
  message: string;
}

interface PasskeyUse {
  /** Makes a passkey, or asks for one. */
  kind: 'make' | 'ask';
  /** The address that answers what the browser is to do, in JSON, to the fields of the form. */
  optionsPath: string;
  /** What is sent to this page's action beside the passkey's answer. */
  extra?: Record<string, string>;
}

const notDone = 'No passkey was used: the browser or the device gave up, or you did. Try again';

/** The server's words for what the browser is to do; null where the answer is no such thing, as when the session has ended. */
async function askOptions(path: string, fields: FormData) {
  const answer = await fetch(path, { method: 'POST', body: fields });
  return (await answer.json().catch(() => null)) as { options?: unknown; problem?: PasskeyProblem } | null;
}

/** The library is fetched when it is needed: nobody else's page carries it. */
async function askDevice(kind: PasskeyUse['kind'], options: never): Promise<unknown> {
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser');
  return kind === 'make' ? startRegistration({ optionsJSON: options }) : startAuthentication({ optionsJSON: options });
}

const neverChanges = () => () => undefined;
const knowsPasskeys = () => typeof window.PublicKeyCredential === 'function';

/**
 * Has the browser make or show a passkey and sends its answer, as JSON in the field `passkey`, to the
 * action of this page. Only with JavaScript: `isReady` is false until it runs, and where the browser
 * knows no passkeys.
 */
export function usePasskey({ kind, optionsPath, extra }: PasskeyUse) {
  const submit = useSubmit();
  const isReady = useSyncExternalStore(neverChanges, knowsPasskeys, () => false);
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<PasskeyProblem[]>([]);

  async function start(fields: FormData): Promise<void> {
    setBusy(true);
    setProblems([]);
    try {
      const said = await askOptions(optionsPath, fields);
      if (said?.problem) setProblems([said.problem]);
      else if (!said?.options) window.location.reload();
      else {
        const shown = await askDevice(kind, said.options as never);
        submit({ ...extra, passkey: JSON.stringify(shown) }, { method: 'post' });
      }
    } catch (error) {
      const isKnown = (error as Error).name === 'InvalidStateError';
      setProblems([{ field: null, message: isKnown ? 'This device has a passkey for your account already' : notDone }]);
    } finally {
      setBusy(false);
    }
  }
  return { isReady, isBusy, problems, start };
}
