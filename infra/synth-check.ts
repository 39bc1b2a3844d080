import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run synth`: synthesises every stage with no account and no network, with the built-in
 * CloudFormation validation, and fails unless each stage gave a template and a clean report.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = `${ROOT}cdk.out`;

rmSync(OUT, { recursive: true, force: true });
// Without the selector, `cdk synth` on an app with stages succeeds and reports nothing.
const synth = spawnSync(
  `${ROOT}node_modules/.bin/cdk`,
  ['synth', '**', '--quiet', '--output', OUT, '--no-notices', '--no-version-reporting'],
  { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: withoutAccount(process.env) },
);
const problems = [
  ...(synth.status === 0 ? [] : [`cdk synth ended with ${synth.status}`]),
  ...templateProblems(),
  ...reportProblems(),
];
for (const problem of problems) console.error(`synth: ${problem}`);
if (problems.length === 0) console.log(`synth: ${templates().length} templates, no violations`);
process.exitCode = problems.length === 0 ? 0 : 1;

function withoutAccount(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^(AWS_|CDK_DEFAULT_)/.test(name));
  return Object.fromEntries(kept);
}

function templates(): string[] {
  if (!existsSync(OUT)) return [];
  return readdirSync(OUT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.template.json'),
  );
}

function templateProblems(): string[] {
  return ['dev', 'prod']
    .filter((stage) => !templates().some((name) => name.includes(`assembly-${stage}`)))
    .map((stage) => `the stage ${stage} gave no template`);
}

function reportProblems(): string[] {
  const report = `${OUT}/validation-report.json`;
  if (!existsSync(report)) return ['cdk wrote no validation report'];
  const text = readFileSync(report, 'utf8');
  const { pluginReports = [] } = JSON.parse(text) as {
    pluginReports?: { violations?: { ruleName?: string; description?: string }[] }[];
  };
  return pluginReports
    .flatMap(({ violations = [] }) => violations)
    .map(({ ruleName, description }) => `${ruleName}: ${description}`);
}
