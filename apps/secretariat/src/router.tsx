import { createBrowserRouter, Navigate } from 'react-router';
import { Desk } from './routes/desk.tsx';
import { EditionChoice } from './routes/edition-choice.tsx';

/** Every screen of the desk has an address of its own, below the edition it is about. */
export const router = createBrowserRouter(
  [
    { path: '/', element: <EditionChoice /> },
    {
      path: '/:edition',
      element: <Desk />,
      children: [
        { index: true, element: <Navigate replace to="accreditation" /> },
        {
          path: 'editions',
          lazy: async () => ({ Component: (await import('./routes/editions.tsx')).EditionsScreen }),
        },
        {
          path: 'rotation',
          lazy: async () => ({ Component: (await import('./routes/rotation.tsx')).RotationScreen }),
        },
        {
          path: 'accreditation',
          lazy: async () => ({ Component: (await import('./routes/accreditation.tsx')).AccreditationScreen }),
        },
        {
          path: 'accreditation/:delegate',
          lazy: async () => ({ Component: (await import('./routes/accreditation.tsx')).AccreditationScreen }),
        },
        {
          path: 'delegations',
          lazy: async () => ({ Component: (await import('./routes/delegations.tsx')).DelegationsScreen }),
        },
        {
          path: 'programme',
          lazy: async () => ({ Component: (await import('./routes/programme.tsx')).ProgrammeScreen }),
        },
        {
          path: 'programme/:session',
          lazy: async () => ({ Component: (await import('./routes/programme.tsx')).ProgrammeScreen }),
        },
        {
          path: 'meetings',
          lazy: async () => ({ Component: (await import('./routes/meetings.tsx')).MeetingsScreen }),
        },
        {
          path: 'meetings/:meeting',
          lazy: async () => ({ Component: (await import('./routes/meetings.tsx')).MeetingsScreen }),
        },
        {
          path: 'planner',
          lazy: async () => ({ Component: (await import('./routes/planner.tsx')).PlannerScreen }),
        },
        {
          path: 'planner/:run',
          lazy: async () => ({ Component: (await import('./routes/planner.tsx')).PlannerScreen }),
        },
        {
          path: 'outcomes',
          lazy: async () => ({ Component: (await import('./routes/outcomes.tsx')).OutcomesScreen }),
        },
        {
          path: 'matchmaking',
          lazy: async () => ({ Component: (await import('./routes/matchmaking.tsx')).MatchmakingScreen }),
        },
        {
          path: 'matchmaking/:firm',
          lazy: async () => ({ Component: (await import('./routes/matchmaking.tsx')).MatchmakingScreen }),
        },
        {
          path: 'interpreters',
          lazy: async () => ({ Component: (await import('./routes/interpreters.tsx')).InterpretersScreen }),
        },
        { path: 'hall', lazy: async () => ({ Component: (await import('./routes/hall.tsx')).HallScreen }) },
        {
          path: 'imports',
          lazy: async () => ({ Component: (await import('./routes/imports.tsx')).ImportsScreen }),
        },
        {
          path: 'roles',
          lazy: async () => ({ Component: (await import('./routes/roles.tsx')).RolesScreen }),
        },
        {
          path: 'second-factors',
          lazy: async () => ({
            Component: (await import('./routes/second-factors.tsx')).SecondFactorsScreen,
          }),
        },
        {
          path: 'account',
          lazy: async () => ({
            Component: (await import('@forum/ui/factors/sign-in-and-devices')).SignInAndDevices,
          }),
        },
        {
          path: 'audit',
          lazy: async () => ({ Component: (await import('./routes/audit.tsx')).AuditScreen }),
        },
      ],
    },
  ],
  { basename: '/secretariat' },
);
