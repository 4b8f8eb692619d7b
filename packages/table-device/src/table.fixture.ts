/** A table with two conditions and all kinds of columns. */
export const table = `# title: hafnium oxide, made for tests
# cite: Nobody et al., Nowhere 2020, table 1
# measured on a Tuesday
# assumed: reads do not disturb

condition,writeEnergyPj,flipPlusToMinus,flipMinusToPlus,enduranceCycles,writeVoltageMv,how,cite
strong,20,1e-4,2e-4,1e6,2500,measured,
weak,0.5,0.03,4e-2,,1200,fitted,"fit of figure 3, by eye"
`;

/** What `table` leaves open. */
export const open = {
  nodeNm: 130,
  supplyV: 1.2,
  sensing: 'single-ended',
  writeTimeNs: 100,
  readEnergyFj: 20,
  readTimeNs: 5,
  cellAreaF2: 48,
  aspectRatio: 3,
  standbyPowerNwPerBit: 0,
};
