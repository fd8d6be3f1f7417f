import { Details } from '#app/ui/details.tsx';

interface ProviderStepsProps {
  redirectAddress: string;
  signInAddress: string;
  slug: string;
}

/** What to enter where, and what to tell the members. */
export function ProviderSteps({ redirectAddress, signInAddress, slug }: ProviderStepsProps) {
  return (
    <>
      <dl className="mb-step grid max-w-prose gap-close">
        <dt className="font-strong">Redirect address, to register at the provider</dt>
        <dd className="mb-snug">
          <code className="wrap-anywhere">{redirectAddress}</code>
        </dd>
        <dt className="font-strong">Where your members sign in</dt>
        <dd>
          <code className="wrap-anywhere">{signInAddress}</code>
          <span className="block text-muted">
            Or with the short name <code className="wrap-anywhere">{slug}</code> on the sign-in page.
          </span>
        </dd>
      </dl>
      <Details summary="Steps for Microsoft Entra ID">
        <ol className="grid max-w-prose list-decimal gap-close pl-step">
          <li>In the Entra admin centre, under App registrations, make a new registration. Choose accounts in this organisational directory only.</li>
          <li>As redirect URI choose the platform Web, and enter the redirect address above.</li>
          <li>From its overview copy the application (client) ID into “Client ID” here.</li>
          <li>
            Copy the directory (tenant) ID into the issuer: <code className="wrap-anywhere">https://login.microsoftonline.com/&lt;tenant ID&gt;/v2.0</code>. The
            addresses with “common”, “organizations” or “consumers” in that place stand for every organisation at Microsoft and are refused.
          </li>
          <li>Under Certificates &amp; secrets make a client secret and copy its value (not its ID) into “Client secret” here. Note when it expires: from that day nobody can sign in until you enter a new one.</li>
          <li>Leave the implicit grant switched off. The permissions openid, profile and email are all that is used.</li>
        </ol>
      </Details>
      <Details summary="What a sign-in through the provider opens, and what it does not">
        <ul className="grid max-w-prose list-disc gap-close pl-step">
          <li>It signs in whoever was invited and accepted with it, or has linked it under “Your account”. An e-mail address alone signs nobody in.</li>
          <li>It opens this organisation and no other, and none of the pages where passwords, passkeys and codes are changed.</li>
          <li>
            Where this organisation requires a second factor, the provider is asked for one and has to say that it was shown. Entra’s v2.0 tokens
            do not usually say so. If a conditional access policy asks everybody, tick the box for that below. Otherwise its users are asked for a
            second factor of their own here, and those who have none can go no further.
          </li>
        </ul>
      </Details>
    </>
  );
}
