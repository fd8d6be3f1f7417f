import { Notice } from '#app/ui/notice.tsx';

interface MadeKeyProps {
  name: string;
  secret: string;
  /** Of this service, as other programs reach it. */
  origin: string;
}

/** A key that has just been made: the one time that it can be read, and how to use it. */
export function MadeKey({ name, secret, origin }: MadeKeyProps) {
  return (
    <Notice>
      <h2 className="mb-close inline text-heading-m font-heading">The key for {name} is made</h2>
      <p className="my-close">Copy it now and keep it like a password. It is shown this once and stored nowhere.</p>
      <p className="mb-close">
        <code className="block bg-paper p-snug break-all select-all">{secret}</code>
      </p>
      <p className="mb-close">Send it with every request to the API:</p>
      <p className="mb-close">
        <code className="block bg-paper p-snug break-all">{`curl -H "Authorization: Bearer ${secret}" ${origin}/api/v1/teams`}</code>
      </p>
      <p>
        {/* A document for programs, and no page of ours. */}
        <a href="/api/v1/openapi.json">What the API answers (OpenAPI)</a>
      </p>
    </Notice>
  );
}
