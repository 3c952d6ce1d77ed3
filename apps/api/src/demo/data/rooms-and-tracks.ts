/** The rooms of the demo, in their order. */
export const demoRooms = {
  namsan: 'Namsan Hall',
  hangang: 'Hangang Hall',
  inwang: 'Inwang Room',
  bukhan: 'Bukhan Room',
  cheonggye: 'Cheonggye Room',
  stage: 'Pitch Stage',
  floor: 'Demonstration Floor',
  watch: 'Watch Floor',
  garden: 'Garden Pavilion',
} as const;

/** The tracks of the demo with their colours. */
export const demoTracks = {
  policy: { name: 'Policy and cooperation', colour: '#3f6f8f' },
  sea: { name: 'Maritime and undersea', colour: '#1f7a8c' },
  air: { name: 'Air and missile defence', colour: '#8a5a9e' },
  space: { name: 'Space and communications', colour: '#4b5fb0' },
  cyber: { name: 'Cyber and data', colour: '#5b7f3a' },
  industry: { name: 'Supply chains and industry', colour: '#a8672a' },
  people: { name: 'People and protection', colour: '#b04a5a' },
} as const;
