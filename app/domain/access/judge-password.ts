const shortest = 10;
const longest = 200;

/** Long enough and yet among the first that are tried; compared without case, blanks and signs. */
const wellKnown = new Set([
  '1234567890', '0123456789', '0987654321', '12345678910', '123456789a', '1q2w3e4r5t', '1q2w3e4r5t6y', '1qaz2wsx3edc',
  'abcdefghij', 'abcdefghijk', 'administrator', 'asdfghjkl', 'asdfghjkl1', 'capabilitymap', 'changeme123', 'changemenow',
  'iloveyou123', 'letmein123', 'letmeinplease', 'liverpool1', 'manchester', 'password01', 'password10', 'password12',
  'password123', 'password1234', 'password12345', 'passwordpassword', 'passw0rd123', 'qwerty12345', 'qwerty123456',
  'qwertyuiop', 'qwertyuiop1', 'qwertyuiop123', 'superman123', 'trustno1trustno1', 'welcome123', 'welcome1234',
]);

/**
 * What is wrong with a new password, as a sentence for the person; null when it will do. Length
 * counts and a mixture of signs is not asked for, as the National Cyber Security Centre advises:
 * 10 to 200 characters, not the e-mail address, not one of those that are guessed first, not one
 * character or a short run repeated.
 */
export function judgePassword(password: string, email: string): string | null {
  const length = [...password].length;
  if (length < shortest) return `Enter a password of at least ${shortest} characters, such as three random words`;
  if (length > longest) return `Enter a password of at most ${longest} characters`;
  const bare = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const bareEmail = email.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (bareEmail !== '' && bare === bareEmail) return 'Enter a password that is not your e-mail address';
  const isRepeated = /^(.{1,3})\1+$/u.test(password);
  if (isRepeated || wellKnown.has(bare)) return 'Enter a password that is harder to guess, such as three random words';
  return null;
}
