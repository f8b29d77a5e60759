/** The most that a record's data can be, 65,535 octets: written over by each string or hexadecimal run that is decoded. */
export const scratch = new Uint8Array(0xffff);

/** Numbers of the record being read, by the index of their field: later fields depend on them. */
export const numbers = new Float64Array(16);
