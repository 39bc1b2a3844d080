import { describe, expect, test } from 'vitest';
import { isNamedLikePatientData } from '../../../../shared/intake/patient-data/column-names.ts';
import { REGISTER_COLUMNS } from '../../../../shared/intake/readers/register-columns.ts';
import { RETURN_COLUMNS } from '../../../../shared/intake/readers/return-columns.ts';
import { inRows } from './files.ts';

test.each(
  `NHS number|nhs_no|NHSNumber|nhsno|NHS No.|NHS #|N.H.S. No|NHS Number (10 digits)*|NHS\nnumber|Pseudonymised NHS number
  Patient name|PatientName|patient_names|Patient's name|Name of patient|Patient|Pt surname|Client name|Service user name
  Forename|Forenames|Surname|First name|LastName|family_name|Given name|Maiden name
  DOB|D.O.B.|d o b|Date of birth|dateOfBirth|date_of_birth|DOB (dd/mm/yyyy)|Birth date|Year of birth|YOB
  Patient ID|PtID|patient_identifier|Patient number|Patient ref|CHI|CHI number|chi_no
  NI number|NI No|NINO|National Insurance Number|Hospital number|hosp_no|MRN|Medical record number|H&C number
  Patient address|patient_postcode`
    .split(/\|(?!$)/)
    .flatMap((names) => names.split(/\n {2}/)),
)('"%s" is named like patient data', (heading) => {
  expect(isNamedLikePatientData(heading)).toBe(true);
});

test.each(
  `NUMBER_OF_PATIENTS|patients_104|NoPatients|No. of patients|Patient numbers|Patients|Total patients|patient_list_size
  PatientsEnabled|SEX|AGE|practice name|PRACTICE_NAME|plan_lead|dpia_signed_by|GP surname|Lead first name|Contact surname
  Name|PCN_NAME|MName|Partner\nName|NHS region|NHS email|NHS England|% with NHS login|Patient participation group
  Patient notes reviewed|Unit|Hospital|NHS number must not be sent|Please do not send patient names|no patient names`
    .split('|')
    .flatMap((names) => names.split(/\n {2}/)),
)('"%s" is not', (heading) => {
  expect(isNamedLikePatientData(heading)).toBe(false);
});

test('no column of ours is', () => {
  const ours = [...Object.values(RETURN_COLUMNS), ...Object.values(REGISTER_COLUMNS)];
  const names = ours.flatMap((list): readonly string[] => list.names);
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter(isNamedLikePatientData)).toEqual([]);
});

describe('in a sheet', () => {
  const COLUMN = 'a column named like patient data';

  test.each<[string, string[][]]>([
    [
      'in the first row',
      [
        ['practice_code', 'NHS number'],
        ['A81001', ''],
      ],
    ],
    ['below titles', [['Tracker'], [], ['as at', '04/12/2023'], ['code', 'Surname']]],
    [
      'far down, over a second table',
      [...Array.from({ length: 60 }, () => ['A81001', '12', 'x']), ['Practice', 'DOB', 'Seen']],
    ],
    [
      'beside a heading with a code, and days as headings',
      [['Practice', 'Coded 1364731000000104', 'NHS number', '04/12/2023']],
    ],
    ['in a file with semicolons', [['code;NHS number;status'], ['A81001;;live']]],
  ])('found %s', (_, rows) => {
    expect(inRows(...rows)).toBe(COLUMN);
  });

  test('a row of data that says such words is none', () => {
    expect(inRows(['code', 'comment'], ['A81001', 'Date of birth'])).toBeUndefined();
  });
});
