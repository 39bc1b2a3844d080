-- The figures of a day by ICB and for England, from the facts alone, under a policy in which a letter
-- pauses until further notice and only booked dates switch on. It leaves out what coverage by the
-- product also does: proofs, signals but one, flags, labels, retractions, corrections and repeated receipts.
WITH
listings AS (FROM listing WHERE receivedAt <= $knownAt::TIMESTAMP),
memberships AS (FROM membership WHERE receivedAt <= $knownAt::TIMESTAMP),
accesses AS (FROM "default-access" WHERE receivedAt <= $knownAt::TIMESTAMP),
letters AS (FROM "pause-letter" WHERE receivedAt <= $knownAt::TIMESTAMP),
practices AS (
  SELECT practice FROM listings
  UNION SELECT practice FROM memberships
  UNION SELECT practice FROM accesses
  UNION SELECT practice FROM letters
  UNION SELECT practice FROM "list-size" WHERE receivedAt <= $knownAt::TIMESTAMP
  UNION SELECT practice FROM succession WHERE receivedAt <= $knownAt::TIMESTAMP
  UNION SELECT practice FROM "switch-on-booked" WHERE receivedAt <= $knownAt::TIMESTAMP
  UNION SELECT practice FROM "access-counts" WHERE receivedAt <= $knownAt::TIMESTAMP
  UNION SELECT practice FROM dpia WHERE receivedAt <= $knownAt::TIMESTAMP
  UNION SELECT practice FROM "opt-in-step" WHERE receivedAt <= $knownAt::TIMESTAMP
  UNION SELECT practice FROM plan WHERE receivedAt <= $knownAt::TIMESTAMP
  UNION SELECT practice FROM "bulk-104" WHERE receivedAt <= $knownAt::TIMESTAMP
  UNION SELECT practice FROM "declared-status" WHERE receivedAt <= $knownAt::TIMESTAMP
  UNION SELECT practice FROM exemption WHERE receivedAt <= $knownAt::TIMESTAMP
),

-- The register on the day.
held_listing AS (
  FROM listings QUALIFY row_number() OVER (PARTITION BY practice
    ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), receivedAt DESC, id) = 1
),
dates AS (
  SELECT practice, min(closedOn) AS closedOn,
    last(openedOn ORDER BY asAt, receivedAt DESC, id) FILTER (openedOn IS NOT NULL) AS openedOn
  FROM listings GROUP BY practice
),
register AS (
  SELECT practice, coalesce(
    country <> 'england' OR NOT gpPractice OR coalesce(l.openedOn, d.openedOn) > $on::DATE
      OR d.closedOn < $on::DATE OR (status = 'closed' AND d.closedOn IS NULL)
      OR status IN ('dormant', 'proposed'), false) AS isOut
  FROM held_listing l JOIN dates d USING (practice)
),
located AS (
  SELECT practice, icb FROM (
    SELECT practice, icb, asAt, 0 AS rank, receivedAt, id FROM held_listing WHERE icb IS NOT NULL
    UNION ALL SELECT practice, icb, asAt, 1, receivedAt, id FROM memberships WHERE icb IS NOT NULL
  ) QUALIFY row_number() OVER (PARTITION BY practice
    ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), rank, receivedAt DESC, id) = 1
),
exempt AS (
  SELECT DISTINCT practice FROM exemption
  WHERE receivedAt <= $knownAt::TIMESTAMP AND level = 'national'
    AND effectiveOn <= $on::DATE AND endsOn >= $on::DATE
),
sizes AS (FROM "list-size" WHERE receivedAt <= $knownAt::TIMESTAMP),
list_day AS (
  SELECT asAt FROM (SELECT DISTINCT asAt FROM sizes WHERE completeList)
  ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE) LIMIT 1
),
list AS (
  FROM sizes QUALIFY row_number() OVER (PARTITION BY practice
    ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), ownWord DESC, receivedAt DESC, id) = 1
),

-- Whose system, and what its extracts show.
naming AS (
  SELECT practice, supplier, asAt, 0 AS rank, -epoch_us(receivedAt) AS receipt, id
  FROM memberships WHERE supplier IS NOT NULL
  UNION ALL SELECT practice, supplier, asAt, 1, 0, id FROM accesses
),
in_force AS (
  FROM naming QUALIFY row_number() OVER (PARTITION BY practice
    ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), rank, receipt, supplier, id) = 1
),
disputed AS (
  SELECT DISTINCT f.practice FROM in_force f JOIN naming n USING (practice, asAt)
  WHERE f.rank = 1 AND n.supplier <> f.supplier
),
own AS (
  SELECT a.* FROM accesses a JOIN in_force f USING (practice, supplier)
  WHERE a.effectiveOn <= $on::DATE
),
held AS (
  FROM own QUALIFY row_number() OVER (PARTITION BY practice
    ORDER BY asAt DESC, "on" DESC, effectiveOn, id) = 1
),
ever AS (SELECT practice, bool_or("on") AS wasOn FROM own GROUP BY practice),
torn AS (
  SELECT practice FROM own JOIN held USING (practice, asAt)
  GROUP BY practice HAVING bool_or(own."on" <> held."on")
),
elsewhere AS (
  SELECT DISTINCT a.practice FROM accesses a JOIN in_force f USING (practice)
  WHERE a.effectiveOn <= $on::DATE AND a."on" AND a.supplier <> f.supplier
),
extract AS (
  SELECT practice, max(a.asAt) AS asAt FROM accesses a JOIN in_force f USING (practice, supplier)
  WHERE a.asAt <= $on::DATE GROUP BY practice
),
booking AS (
  SELECT b.practice, b.asAt, b."on" FROM "switch-on-booked" b
  JOIN in_force f USING (practice, supplier) JOIN extract e ON e.practice = b.practice AND e.asAt = b.asAt
  WHERE b.receivedAt <= $knownAt::TIMESTAMP
  QUALIFY row_number() OVER (PARTITION BY b.practice
    ORDER BY b.ownWord DESC, b.receivedAt DESC, b.id) = 1
),
counts AS (
  SELECT c.* FROM "access-counts" c JOIN in_force f USING (practice, supplier)
  WHERE c.receivedAt <= $knownAt::TIMESTAMP AND c.effectiveOn <= $on::DATE
  QUALIFY row_number() OVER (PARTITION BY c.practice ORDER BY c.asAt > $on::DATE,
    abs(c.asAt - $on::DATE), c.ownWord DESC, c.receivedAt DESC, c.id) = 1
),

-- Letters: sent by the day, not withdrawn, to the supplier in force.
withdrawn AS (
  SELECT practice, max(withdrawnOn) AS upTo FROM letters
  WHERE withdrawnOn <= $on::DATE GROUP BY practice
),
unnamed AS (
  SELECT l.practice, l.sentOn, n.supplier
  FROM (SELECT DISTINCT practice, sentOn FROM letters WHERE "to" IS NULL AND sentOn IS NOT NULL) l
  JOIN naming n USING (practice)
  QUALIFY row_number() OVER (PARTITION BY l.practice, l.sentOn ORDER BY n.asAt > l.sentOn,
    abs(n.asAt - l.sentOn), n.rank, n.receipt, n.supplier, n.id) = 1
),
sent AS (
  SELECT DISTINCT l.practice, l.sentOn, coalesce(l."to", u.supplier) AS addressee
  FROM letters l LEFT JOIN unnamed u USING (practice, sentOn) LEFT JOIN withdrawn w USING (practice)
  WHERE l.sentOn <= $on::DATE AND (w.upTo IS NULL OR l.sentOn > w.upTo)
),
standing AS (
  SELECT s.* FROM sent s LEFT JOIN in_force f USING (practice)
  WHERE s.addressee IS NULL OR f.supplier IS NULL OR s.addressee = f.supplier
),
set_aside AS (
  SELECT DISTINCT b.practice FROM booking b
  JOIN standing s ON s.practice = b.practice AND s.sentOn >= b.asAt
  JOIN letters a ON a.practice = b.practice AND a.acknowledgedOn <= $on::DATE
    AND (a.sentOn = s.sentOn OR (a.sentOn IS NULL AND a.acknowledgedOn >= s.sentOn))
),

-- Documents, put together field by field.
dpia_on AS (
  FROM dpia WHERE receivedAt <= $knownAt::TIMESTAMP AND effectiveOn <= $on::DATE
),
dpia_folded AS (
  SELECT practice,
    first(completedOn ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), ownWord DESC, receivedAt DESC, id)
      FILTER (completedOn IS NOT NULL) AS completedOn,
    first(signed ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), ownWord DESC, receivedAt DESC, id)
      FILTER (signed IS NOT NULL) AS signed,
    first(outcome ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), ownWord DESC, receivedAt DESC, id)
      FILTER (outcome IS NOT NULL) AS outcome,
    count(completedOn) + count(signed) + count(outcome) + count(reviewOn) > 0 AS isBegun
  FROM dpia_on GROUP BY practice
),
steps AS (
  SELECT practice, step, "on" FROM "opt-in-step"
  WHERE receivedAt <= $knownAt::TIMESTAMP AND "on" <= $on::DATE
  QUALIFY row_number() OVER (PARTITION BY practice, step
    ORDER BY asAt DESC, ownWord DESC, receivedAt DESC, id) = 1
),
steps_folded AS (SELECT practice, count(*) AS done, max("on") AS lastOn FROM steps GROUP BY practice),
opt_in AS (
  SELECT practice, d.outcome,
    coalesce(s.done, 0) > 0 OR (coalesce(d.isBegun, false) AND coalesce(d.outcome <> 'automatic', true)) AS isBegun,
    CASE WHEN d.signed AND d.outcome = 'opt-in' AND d.completedOn IS NOT NULL AND s.done = 3
      THEN greatest(d.completedOn, s.lastOn) END AS completedOn
  FROM dpia_folded d FULL JOIN steps_folded s USING (practice)
),
plan_on AS (
  FROM plan WHERE receivedAt <= $knownAt::TIMESTAMP AND effectiveOn <= $on::DATE
),
plan_folded AS (
  SELECT practice,
    first(agreedOn ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), ownWord DESC, receivedAt DESC, id)
      FILTER (agreedOn IS NOT NULL) AS agreedOn,
    bool_or(leadNamed) AS leadNamed,
    first(staffTraining ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), ownWord DESC, receivedAt DESC, id)
      FILTER (staffTraining IS NOT NULL) AS staffTraining,
    first(recordReviewProcess ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), ownWord DESC, receivedAt DESC, id)
      FILTER (recordReviewProcess IS NOT NULL) AS recordReviewProcess,
    first(targetOn ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), ownWord DESC, receivedAt DESC, id)
      FILTER (targetOn IS NOT NULL) AS targetOn,
    count(agreedOn) + count(leadNamed) + count(staffTraining) + count(recordReviewProcess)
      + count(targetOn) + count(reviewOn) > 0 AS isBegun
  FROM plan_on GROUP BY practice
),
bulk AS (
  SELECT practice,
    first(doneOn ORDER BY asAt > $on::DATE, abs(asAt - $on::DATE), ownWord DESC, receivedAt DESC, id)
      FILTER (doneOn IS NOT NULL) AS doneOn
  FROM "bulk-104" WHERE receivedAt <= $knownAt::TIMESTAMP AND effectiveOn <= $on::DATE
  GROUP BY practice
),
declared AS (
  FROM "declared-status" WHERE receivedAt <= $knownAt::TIMESTAMP AND effectiveOn <= $on::DATE
  QUALIFY row_number() OVER (PARTITION BY practice ORDER BY asAt > $on::DATE,
    abs(asAt - $on::DATE), ownWord DESC, receivedAt DESC, id) = 1
),

-- Everything of a practice side by side, and the clauses in order.
picture AS (
  SELECT p.practice, located.icb, held."on" AS isOn, held.asAt AS seenOn, in_force.supplier,
    coalesce(register.isOut, p.practice LIKE 'W%') AS isOut,
    register.practice IS NOT NULL AS isRegistered, exempt.practice IS NOT NULL AS isExempt,
    CASE WHEN list.asAt = (FROM list_day) OR (FROM list_day) IS NULL
        OR (list.asAt > (FROM list_day) AND list.asAt <= $on::DATE)
      THEN list.patients ELSE 0 END AS patients,
    counts.onlineAccounts, counts.accountsWithAccess, counts.asAt AS countedOn, bulk.doneOn,
    coalesce(100.0 * counts.patients104 / nullif(list.patients, 0) > $share104, false) AS isOver,
    counts.patients104 IS NOT NULL AND coalesce(list.patients, 0) > 0 AS isShareKnown,
    coalesce(100 * counts.accountsWithAccess < $accountsUnder * counts.onlineAccounts, false) AS hasFew,
    disputed.practice IS NOT NULL OR torn.practice IS NOT NULL
      OR coalesce(held."on" AND held.supplier = 'TPP' AND held.asAt > opt_in.completedOn, false) AS isTorn,
    opt_in.completedOn AS optedInOn, coalesce(opt_in.isBegun, false) AS hasBegunOptIn, opt_in.outcome,
    booking.practice IS NOT NULL AS isBooked,
    booking.practice IS NOT NULL AND set_aside.practice IS NULL
      AND booking."on" + $overdue::INTEGER >= $on::DATE AS isDue,
    standing.practice IS NOT NULL AS hasLetter, sent.practice IS NOT NULL AS hasAnyLetter,
    coalesce(plan.agreedOn IS NOT NULL AND plan.leadNamed AND plan.staffTraining
      AND plan.recordReviewProcess AND plan.targetOn >= $on::DATE, false) AS hasPlan,
    coalesce(plan.isBegun, false) AS hasBegunPlan, coalesce(ever.wasOn, false) AS wasOn,
    elsewhere.practice IS NOT NULL AS wasOnElsewhere, declared.status AS declared
  FROM practices p
  LEFT JOIN register USING (practice) LEFT JOIN located USING (practice) LEFT JOIN exempt USING (practice)
  LEFT JOIN list USING (practice) LEFT JOIN in_force USING (practice) LEFT JOIN disputed USING (practice)
  LEFT JOIN held USING (practice) LEFT JOIN ever USING (practice) LEFT JOIN torn USING (practice)
  LEFT JOIN elsewhere USING (practice) LEFT JOIN booking USING (practice) LEFT JOIN counts USING (practice)
  LEFT JOIN (SELECT DISTINCT practice FROM standing) standing USING (practice)
  LEFT JOIN (SELECT DISTINCT practice FROM sent) sent USING (practice)
  LEFT JOIN set_aside USING (practice) LEFT JOIN opt_in USING (practice)
  LEFT JOIN plan_folded plan USING (practice) LEFT JOIN bulk USING (practice)
  LEFT JOIN declared USING (practice)
),
decided AS (
  SELECT *, CASE
    WHEN isOut THEN 'out-of-scope'
    WHEN isTorn THEN 'conflict'
    WHEN supplier = 'EMIS' AND (isOn OR isBooked) AND optedInOn IS NOT NULL AND countedOn >= doneOn AND isOver
      THEN 'opt-in'
    WHEN isOn THEN 'live'
    WHEN NOT isOn AND optedInOn IS NOT NULL THEN 'opt-in'
    WHEN isDue THEN 'scheduled'
    WHEN hasLetter THEN 'paused-by-letter'
    WHEN hasPlan THEN 'working-towards'
    WHEN NOT isOn AND wasOn THEN 'reverted'
    WHEN declared IN ('live', 'opt-in', 'paused', 'working-towards') OR wasOnElsewhere
      OR outcome = 'automatic' OR hasBegunOptIn OR hasAnyLetter OR hasBegunPlan THEN 'incomplete'
    ELSE 'no-evidence' END AS status,
    hasFew OR isOver OR (doneOn IS NOT NULL AND NOT coalesce(countedOn >= doneOn AND isShareKnown AND NOT isOver, false))
      AS isRestricted
  FROM picture
),
judged AS (
  SELECT *, status <> 'out-of-scope' AND isRegistered AND NOT isExempt AS isInside,
    status = 'conflict' OR seenOn IS NULL OR seenOn < $fresh::DATE AS isUnknown,
    onlineAccounts IS NOT NULL AND accountsWithAccess IS NOT NULL AS hasAccounts
  FROM decided
)
SELECT
  CASE WHEN grouping(icb) = 1 THEN 'ENGLAND' ELSE coalesce(icb, 'not known') END AS scope_code,
  count(*) FILTER (isInside) AS practices,
  count(*) FILTER (isInside AND status = 'live') AS live,
  count(*) FILTER (isInside AND status = 'live' AND NOT isUnknown) AS live_for_sure,
  count(*) FILTER (isInside AND isUnknown) AS unknown,
  count(*) FILTER (isInside AND status = 'live' AND isRestricted) AS restricted,
  count(*) FILTER (isInside AND status <> 'live' AND declared = 'live') AS declared_live,
  count(*) FILTER (isInside AND status = 'opt-in') AS opt_in,
  count(*) FILTER (isInside AND status = 'scheduled') AS scheduled,
  count(*) FILTER (isInside AND status = 'paused-by-letter') AS paused_by_letter,
  count(*) FILTER (isInside AND status = 'paused-by-letter' AND hasPlan) AS paused_with_plan,
  count(*) FILTER (isInside AND status = 'working-towards') AS working_towards,
  count(*) FILTER (isInside AND status = 'reverted') AS reverted,
  count(*) FILTER (isInside AND status = 'incomplete') AS incomplete,
  count(*) FILTER (isInside AND status = 'conflict') AS conflict,
  count(*) FILTER (isInside AND status = 'no-evidence') AS no_evidence,
  count(*) FILTER (status = 'out-of-scope') AS out_of_scope,
  coalesce(sum(patients) FILTER (isInside), 0) AS patients,
  coalesce(sum(patients) FILTER (isInside AND status = 'live'), 0) AS patients_live,
  coalesce(sum(patients) FILTER (NOT isInside), 0) AS patients_outside,
  sum(onlineAccounts) FILTER (isInside AND hasAccounts) AS online_accounts,
  sum(accountsWithAccess) FILTER (isInside AND hasAccounts) AS accounts_with_access
FROM judged GROUP BY GROUPING SETS ((icb), ())
