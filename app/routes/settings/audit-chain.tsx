import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface AuditChainProps {
  /** What a check has found; null where none was asked for. */
  chain: {
    checked: number;
    head: { position: number; hash: string };
    trimmed: { position: number };
    fault: { position: number; message: string } | null;
  } | null;
}

/** Whether what stands here is what was written. */
export function AuditChain({ chain }: AuditChainProps) {
  return (
    <section id="chain" className="max-w-prose">
      <h2 className="mb-close text-heading-m font-heading">Is the audit as it was written?</h2>
      {chain?.fault && (
        <Notice kind="information">
          <p className="font-strong">No. It is broken at event {chain.fault.position}.</p>
          <p>{chain.fault.message} Somebody has changed the database past this service: tell whoever looks after its security.</p>
        </Notice>
      )}
      {chain && !chain.fault && (
        <Notice>
          Yes: {chain.checked.toLocaleString('en-GB')} events are as they were written
          {chain.trimmed.position > 0 && `, after the first ${chain.trimmed.position.toLocaleString('en-GB')}, which retention has removed`}.
        </Notice>
      )}
      {chain && !chain.fault && chain.head.position > 0 && (
        <p className="mb-snug">
          Keep this line outside the service, and a rewritten audit can be told from this one:{' '}
          <code className="wrap-anywhere">{`${chain.head.position}:${chain.head.hash}`}</code>
        </p>
      )}
      <p className="mb-snug">
        Each event carries a fingerprint of itself and of the one before, so that one that was changed, removed or put in between is found.
      </p>
      <Form method="get" action="/settings/audit#chain">
        <input type="hidden" name="check" value="yes" />
        <Button look="secondary">Check the audit</Button>
      </Form>
    </section>
  );
}
