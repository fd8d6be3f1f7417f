import { Outlet } from '@remix-run/react';
import { PlainFrame } from '#app/ui/plain-frame.tsx';

export const handle = { access: 'public' };

/** The frame of pages that know nobody yet: sign-in and the first run. */
export default function PlainLayout() {
  return (
    <PlainFrame>
      <Outlet />
    </PlainFrame>
  );
}
