import type { ProviderFault } from '#app/platform/oidc/provider-fault.ts';

const manyTenants = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)\b/;

/** What is wrong with the provider that an administrator has entered, and what to do. Never what the provider itself has written. */
export function describeFault(fault: ProviderFault, issuer: string): string {
  if (manyTenants.test(issuer)) {
    return 'This address stands for every organisation at Microsoft. Enter the one with your own directory (tenant) ID: https://login.microsoftonline.com/<tenant ID>/v2.0';
  }
  switch (fault.kind) {
    case 'not-https':
      return 'Enter an issuer that begins with https://';
    case 'not-public':
      return 'Enter an issuer at a public address: this one belongs to a local or private network, which is not asked';
    case 'unreachable':
      return 'Nothing answered there in time. Check the issuer, or try again in a few minutes';
    case 'other-issuer':
      return fault.statedIssuer !== null && fault.statedIssuer.length <= 300
        ? `The provider there calls itself ${fault.statedIssuer}, which is not the same sign for sign. Enter its own issuer`
        : 'The provider there calls itself something else. Enter its own issuer, sign for sign';
    default:
      return 'There is no provider for single sign-on at this address (no usable discovery document). Check the issuer';
  }
}
