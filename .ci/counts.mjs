// Adds up the test reports of the last build and prints one line that tools can read.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const counts = { tests: 0, failures: 0, errors: 0, skipped: 0 };

function reports(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return ["node_modules", ".git"].includes(entry.name) ? [] : reports(path);
    }
    return /^TEST-.*\.xml$/.test(entry.name) ? [path] : [];
  });
}

for (const report of reports(".")) {
  const text = readFileSync(report, "utf8");
  for (const [suite] of text.matchAll(/<testsuite\b[^>]*>/g)) {
    for (const name of Object.keys(counts)) {
      counts[name] += Number(suite.match(new RegExp(` ${name}="(\\d+)"`))?.[1] ?? 0);
    }
  }
  for (const [, name, message] of text.matchAll(/<testcase name="([^"]*)"[^>]*>\s*<skipped [^>]*?message="([^"]*)"/g)) {
    console.log(`skipped: ${name}: ${message.split("\n")[0]}`);
  }
}

const failed = counts.failures + counts.errors;
console.log(`${counts.tests - failed - counts.skipped} passed, ${failed} failed, ${counts.skipped} skipped`);
process.exitCode = failed > 0 || counts.tests === 0 ? 1 : 0;
