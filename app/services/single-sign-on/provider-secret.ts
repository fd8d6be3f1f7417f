/** What a provider's client secret is sealed for: it opens for nothing else. */
export const providerSecretPurpose = 'identity-provider-client-secret';
