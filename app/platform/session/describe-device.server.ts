import Bowser from 'bowser';

/** What the library calls a thing otherwise than people do. */
const systems: Record<string, string> = { 'Chrome OS': 'ChromeOS' };

/**
 * What a browser says it is, in words: "Firefox on Windows", "Safari on iOS (mobile)". Only a help to
 * recognise one's own: anybody can send any text. Never throws; what cannot be told is called unknown.
 */
export function describeDevice(userAgent: string): string {
  if (userAgent === '') return 'Unknown browser';
  const { browser, os, platform } = Bowser.parse(userAgent);
  const name = browser.name || 'Unknown browser';
  const system = os.name ? ` on ${systems[os.name] ?? os.name}` : '';
  const kind = platform.type === 'mobile' || platform.type === 'tablet' ? ` (${platform.type})` : '';
  return `${name}${system}${kind}`;
}
