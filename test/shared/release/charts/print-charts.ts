import { POLICY } from '../../../../shared/policy/timeline.ts';
import { chartsOf } from '../../../../shared/release/charts/charts-of.ts';
import { england } from './release.ts';

/** Run as a process of its own, with another time zone and language, by the test of charts. */
const charts = await chartsOf(england(), POLICY);
process.stdout.write(JSON.stringify(charts.map(({ svg }) => svg)));
