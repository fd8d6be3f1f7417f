import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/**
 * Asks an address of this machine for so many seconds, so many requests at a time over kept connections, in a process of its own so
 * that the server has its own. Prints one line of JSON: requests a second, the median milliseconds, and the bytes of an answer.
 * Arguments: the address, the seconds, how many at a time, and the cookie.
 */
const [address, seconds, atOnce, cookie] = process.argv.slice(2) as [string, string, string, string];
const url = new URL(address);
if (url.hostname !== '127.0.0.1') throw new Error('Only this machine is put under load.');
const agent = new Agent({ keepAlive: true, maxSockets: Number(atOnce) });
const times: number[] = [];
let bytes = 0;

const ask = () =>
  new Promise<void>((resolve, reject) => {
    const start = performance.now();
    const asked = request({ host: url.hostname, port: url.port, path: `${url.pathname}${url.search}`, headers: { cookie }, agent }, (answer) => {
      let length = 0;
      answer.on('data', (part: Buffer) => (length += part.length));
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`));
        bytes = length;
        times.push(performance.now() - start);
        resolve();
      });
    });
    asked.on('error', reject);
    asked.end();
  });

async function untilTime(end: number): Promise<void> {
  while (performance.now() < end) await ask();
}

const workers = (milliseconds: number) => Promise.all(Array.from({ length: Number(atOnce) }, () => untilTime(performance.now() + milliseconds)));
await workers(1_000);
times.length = 0;
const start = performance.now();
await workers(Number(seconds) * 1_000);
const perSecond = times.length / ((performance.now() - start) / 1_000);
const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;
console.log(JSON.stringify({ perSecond, median, bytes }));
agent.destroy();
