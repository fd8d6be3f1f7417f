import { exportedFunctions } from '../source/exported-functions.ts';
import type { Finding, HouseRule, SourceFile } from '../source/source-file.ts';
import { findingAt, isTest } from '../source/syntax.ts';

const places = /^app\/(services|domain)\/.*\.tsx?$|^app\/charts\/(.*[/-])?layout(-[a-z-]+)?\.ts$/;
const serviceName = /^[a-z]+(-[a-z0-9]+)+\.server\.ts$/;

const camelCase = (kebab: string): string => kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function judge(file: SourceFile): Finding[] {
  const functions = exportedFunctions(file);
  if (functions.length === 0) return [];
  const base = file.path.split('/').at(-1)!;
  const name = camelCase(base.split('.')[0]!);
  // What heatmap/layout.ts lays out is in the name of its folder.
  const whole = name === 'layout' ? camelCase(`layout-${file.path.split('/').at(-2)!}`) : name;
  const [first, second] = functions;
  if (second) {
    return [findingAt(file, second.node, `exports ${second.name} beside ${first!.name}`, 'one exported function a file: move it to a file of its name')];
  }
  if (first!.name !== name && first!.name !== whole) {
    return [findingAt(file, first!.node, `exports ${first!.name} from a file named ${base}`, `name the function ${name}, or the file after it`)];
  }
  if (file.path.startsWith('app/services/') && !serviceName.test(base)) {
    return [findingAt(file, first!.node, `is a service file named ${base}`, 'name it <verb>-<noun>.server.ts')];
  }
  return [];
}

/**
 * A service, domain or layout file exports one function, named as the file: what the product can do
 * is the list of its files. Files of words (types and constants, no function) are free.
 */
export const oneFunctionAFile: HouseRule = (files) =>
  files.filter((file) => places.test(file.path) && !isTest(file)).flatMap(judge);
