import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Problem } from '#app/platform/context.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { OwnHeader } from './own-header.tsx';
import { ownLink } from './own-link.ts';

interface OwnFormProps {
  frameworkKey: string;
  frameworkName: string;
  title: string;
  lead: string;
  revision: number;
  problems: readonly Problem[];
  submit?: string;
  children: ReactNode;
}

/** A page that writes one addition: heading, what it is about, fields and the way back. */
export function OwnForm({ frameworkKey, frameworkName, title, lead, revision, problems, submit = 'Save', children }: OwnFormProps) {
  return (
    <>
      <OwnHeader frameworkKey={frameworkKey} page={title} />
      <ErrorSummary problems={problems} />
      <Page title={title} lead={lead} facts={{ frameworkVersion: frameworkName }}>
        <Form method="post">
          <input type="hidden" name="revision" value={revision} />
          {children}
          <p className="mb-step max-w-prose">Nothing reaches the framework before you publish your additions.</p>
          <div className="flex flex-wrap items-center gap-step">
            <Button>{submit}</Button>
            <TextLink to={ownLink(frameworkKey)}>Cancel</TextLink>
          </div>
        </Form>
      </Page>
    </>
  );
}
