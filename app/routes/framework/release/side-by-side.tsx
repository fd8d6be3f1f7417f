import { markChangedWords, type WordRun } from '#app/domain/framework/release/wording/mark-changed-words.ts';

interface SideBySideProps {
  before: readonly string[];
  after: readonly string[];
}

/** Lines as they were and as they are; below each other on a small screen. Words that only one side has are marked. */
export function SideBySide({ before, after }: SideBySideProps) {
  if (before.length === 0 || after.length === 0) return <OneSide before={before} after={after} />;
  const { was, is } = pairUp(before, after);
  return (
    <div className="mb-snug grid gap-snug text-dense sm:grid-cols-2 sm:gap-step">
      <Side head="As it is" lines={was} look="border-edge" mark="del" />
      <Side head="As it becomes" lines={is} look="border-action" mark="ins" />
    </div>
  );
}

/** What comes or goes whole: there is nothing to set it against. */
function OneSide({ before, after }: SideBySideProps) {
  const isNew = before.length === 0;
  const lines = (isNew ? after : before).map((line): WordRun[] => [{ text: line, isChanged: false }]);
  return (
    <div className="mb-snug text-dense">
      <Side head={isNew ? 'What comes' : 'What goes'} lines={lines} look={isNew ? 'border-action' : 'border-edge'} mark={isNew ? 'ins' : 'del'} />
    </div>
  );
}

/** Lines that stand on both sides are paired; the rest are, in their order, the old and new words of each other. */
function pairUp(before: readonly string[], after: readonly string[]): { was: WordRun[][]; is: WordRun[][] } {
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const lost = before.filter((line) => !inAfter.has(line));
  const come = after.filter((line) => !inBefore.has(line));
  const pairs = lost.map((line, at) => markChangedWords(line, come[at] ?? ''));
  const same = (line: string): WordRun[] => [{ text: line, isChanged: false }];
  const changed = (line: string): WordRun[] => [{ text: line, isChanged: true }];
  return {
    was: before.map((line) => (inAfter.has(line) ? same(line) : pairs[lost.indexOf(line)]!.before)),
    is: after.map((line) => (inBefore.has(line) ? same(line) : (pairs[come.indexOf(line)]?.after ?? changed(line)))),
  };
}

interface SideProps {
  head: string;
  lines: readonly WordRun[][];
  look: string;
  /** What the element says of words that the other side has not. */
  mark: 'del' | 'ins';
}

function Side({ head, lines, look, mark: Mark }: SideProps) {
  return (
    <div className={`min-w-0 border-l-4 pl-snug ${look}`}>
      <p className="mb-hair font-strong">{head}</p>
      <ul className="grid gap-hair">
        {lines.map((runs, at) => (
          <li key={at} className="wrap-anywhere">
            {runs.map(({ text, isChanged }, place) =>
              isChanged ? (
                <Mark key={place} className={Mark === 'ins' ? 'bg-success-panel font-strong no-underline' : 'bg-danger-panel'}>
                  {text}
                </Mark>
              ) : (
                text
              ),
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
