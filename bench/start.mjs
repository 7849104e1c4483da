// How long one short run takes, as a ratio to a Java program that does nothing.
//
//   node bench/start.mjs [ROUNDS]
//
// Build first (./edgelint --version). Both run in turn on the same machine, so that the ratio of the
// medians says something even while the machine is busy with other things.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const rounds = Number(process.argv[2] ?? 15);
const work = mkdtempSync(join(tmpdir(), "edgelint-bench-"));

const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
const javac = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "javac") : "javac";
const edgelint = join(root, "server", "target", "dist", "bin", "edgelint");

writeFileSync(
  join(work, "Empty.java"),
  "public class Empty { public static void main(String[] args) {} }\n",
);
execFileSync(javac, ["-d", work, join(work, "Empty.java")]);
// Away from any project, so that the one file and its device are all there is to read.
cpSync(join(root, "examples", "behind-proxy"), join(work, "device"), { recursive: true });

const runs = {
  "empty program": [java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", work, "Empty"],
  "check of one file": [edgelint, "check", join(work, "device", "deployment.json")],
  "check of a device": [edgelint, "check", join(work, "device")],
};

const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, [command, ...rest]] of Object.entries(runs)) {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(command, rest, { stdio: "ignore" });
    times[name].push(Number(process.hrtime.bigint() - start) / 1e6);
    if (status !== 0) {
      throw new Error(`${name} ended with ${status}`);
    }
  }
}
rmSync(work, { recursive: true });

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const floor = median(times["empty program"]);
for (const [name, list] of Object.entries(times)) {
  console.log(`${name.padEnd(20)} ${median(list).toFixed(0).padStart(6)} ms  ${(median(list) / floor).toFixed(1)}×`);
}
