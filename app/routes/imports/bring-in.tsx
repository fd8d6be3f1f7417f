import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import type { PresentedPreview } from './present-preview.ts';

interface BringInProps {
  preview: PresentedPreview;
  revision: number;
  id: string;
  format: 'csv' | 'xlsx' | 'ods';
  kind: 'people' | 'assessments';
}

/** The one button that stores anything, and the ways out: the file with its problems, throwing it away. */
export function BringIn({ preview, revision, id, format, kind }: BringInProps) {
  const what = kind === 'people' ? (preview.toWrite === 1 ? 'person' : 'people') : preview.toWrite === 1 ? 'assessment' : 'assessments';
  return (
    <div className="mb-part">
      {preview.refused > 0 && (
        <p className="mb-snug max-w-prose">
          <a href={`/imports/${id}/problems/${format}`} download>
            Download the spreadsheet with a column of what is wrong
          </a>{' '}
          ({format.toUpperCase()}), put it right there and hand it in again.
        </p>
      )}
      <Form method="post" className="flex flex-wrap gap-snug">
        <input type="hidden" name="revision" value={revision} />
        {preview.canBringIn && (
          <Button name="do" value="bring-in">
            Bring in {preview.toWrite.toLocaleString('en-GB')} {what}
          </Button>
        )}
        <Button look="secondary" name="do" value="discard">
          Throw this import away
        </Button>
      </Form>
    </div>
  );
}
