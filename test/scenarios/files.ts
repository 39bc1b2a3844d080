/** A line of epraccur: 27 quoted columns without a header, of which these say something here. */
export function epraccurLine(practice: {
  code: string;
  name: string;
  icb?: string;
  status?: 'A' | 'C';
  closedOn?: string;
  setting?: string;
}): string {
  const cells = Array.from({ length: 27 }, () => '');
  cells[0] = practice.code;
  cells[1] = practice.name;
  cells[2] = 'Y63';
  cells[3] = practice.icb ?? 'QHM';
  cells[9] = 'ZZ99 9ZZ';
  cells[10] = '19740401';
  cells[11] = practice.closedOn ?? '';
  cells[12] = practice.status ?? 'A';
  cells[13] = 'B';
  cells[14] = '16C';
  cells[25] = practice.setting ?? '4';
  return cells.map((cell) => `"${cell}"`).join(',');
}

/** A list-size file in the layout of 2022, every age and sex together. */
export function listSizes(month: string, patients: Readonly<Record<string, number>>): string {
  const header =
    'PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS';
  const lines = Object.entries(patients).map(
    ([code, n]) => `GP_PRAC_PAT_LIST,${month},GP,16C,E38000247,${code},ZZ99 9ZZ,ALL,ALL,${n}`,
  );
  return `${[header, ...lines].join('\n')}\n`;
}
