/**
 * Words that stand in the names of organisations, places and papers, and not in people's: two words with
 * capitals before an old date are a person only if none of these is among them.
 */
export const NO_NAMES: ReadonlySet<string> = new Set(
  `
  abbey academy access account accounts act action active acute address admin administration adult
  aged agency agreed agreement all and annex annual anonymous apms appendix approved area
  assessment audit authority automatic available avenue awaiting bank batch beech birch
  board body branch bridge british bulk bureau business cambridge care castle ccg cedar central
  centre chapter charity chestnut chief children clinic clinical closed closure code codes college
  commissioning committee community company complete completed compliance confidentiality
  consultation contact contract control controller corporation cottage council county crescent
  data date dates december declared default dental dentist department deployed detailed
  development digital direct directive director directorate dispensing district division doctors
  document dormant dpia dpo dr draft drive drs duty early eastern edition education egton elm
  emergency emis enabled end england equality estate european executive export extract facility
  factory family farm february federation file final first follow form formerly foundation
  framework freedom frequency friday from full further gate general global gms go gp gps group
  growth guidance guide gypsy health healthcare here highlands history home homeless homes hospice
  hospital hospitals hours housing how human icb impact implementation in inactive independent
  indicator infirmary information initial inner insurance integrated intermediate international is
  island isle issue it item january jobcentre join joined joint july justice kingdom known
  late later leaflet learning left legal letter letters level lewisham library limited link list
  listed live lmc local location lower ltd main manual market measure medical
  medicine medicines medicus medium meeting member members mental merged merger middle midlands
  minor minutes model monday month multi name named national near network new next nhs no none
  northern not note notes notice november number nursing oak october of office officer old on
  online only open opened opt order organisation other out outer over own paper parent parish part
  partner partners partnership pause paused pcn pct pending per period personal pharmacy phase
  pilot place plan planned plans plc please pms point policy population practice practices
  prescribing present previous primary prison privacy private procedure process programme project
  proposed protection provider provision public publication purchasing quality quarter quay rate
  re reading ready reason record recorded records referral regional register registered
  registration regulation regulations release remedial report research reserve residential
  response responsible retail retired return returns review reviewed revised revision rights rise
  risk river road root rota route row rural safeguarding saint saturday schedule scheduled scheme
  school science score screening sea season second secondary secretary section security see sent
  september series service services set sexual shared shire side signed single sir site social
  society solutions sound source southern special sport spring square st staff stage standard
  start started statement states station status stp strategic strategy sub subject successor such
  summary sunday supplier support sure surgeries surgery survey switch system systems systmone
  table target team tel template temporary terms terrace test text the third this thursday time
  times title to toolkit total tower town tpp track training transfer transport travel travellers
  treatment trust trustees tuesday tyne type u unallocated under unit united university unknown
  until up updated upon upper urgent use used user users valley value various version via
  view village villas vision volume walkin water way wear web wednesday weekly
  welfare well wellbeing western when which will with within without women work workforce working
  works written year yes yorkshire
  `
    .trim()
    .split(/\s+/),
);

/** Words of places that are people's names as often: they make no name by themselves, and spoil none. */
export const NAMES_OF_PLACES_TOO: ReadonlySet<string> = new Set(
  `
  august key london march vale walk wall ward
  april banks black brown close court cross dale day east english field garden gardens grange
  green hall high hill house june lane law lodge long low manor marsh mill moor mount norfolk
  north page park parks pool prior priory queens rivers royal sample short small south stone
  street wells west white wood young
  `
    .trim()
    .split(/\s+/),
);
