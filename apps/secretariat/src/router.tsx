import { partOf } from '@forum/client/parts/lost-part';
import { FailedOutside, ScreenFailed } from '@forum/ui/states/screen-failed';
import { createBrowserRouter } from 'react-router';
import { Desk } from './screens/frame/desk.tsx';
import { FirstPlace } from './features/desk/first-place.tsx';
import { EditionChoice } from './screens/frame/edition-choice.tsx';
import { NothingHere } from './screens/frame/nothing-here.tsx';

/** Every screen of the desk has an address of its own, below the edition it is about. */
export const router = createBrowserRouter(
  [
    {
      errorElement: <FailedOutside />,
      HydrateFallback: () => null,
      children: [
        { path: '/', element: <EditionChoice /> },
        {
          path: '/:edition',
          element: <Desk />,
          children: [
            {
              // A screen that fails leaves the frame around it.
              errorElement: <ScreenFailed />,
              children: [
                { index: true, element: <FirstPlace /> },
                {
                  path: 'editions',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/forum/editions.tsx')).EditionsScreen,
                  })),
                },
                {
                  path: 'rotation',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/forum/rotation.tsx')).RotationScreen,
                  })),
                },
                {
                  path: 'accreditation',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/delegations/accreditation.tsx')).AccreditationScreen,
                  })),
                },
                {
                  path: 'accreditation/:delegate',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/delegations/accreditation.tsx')).AccreditationScreen,
                  })),
                },
                {
                  path: 'delegations',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/delegations/delegations.tsx')).DelegationsScreen,
                  })),
                },
                {
                  path: 'programme',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/programme/programme.tsx')).ProgrammeScreen,
                  })),
                },
                {
                  path: 'programme/:session',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/programme/programme.tsx')).ProgrammeScreen,
                  })),
                },
                {
                  path: 'meetings',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/meetings/meetings.tsx')).MeetingsScreen,
                  })),
                },
                {
                  path: 'meetings/:meeting',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/meetings/meetings.tsx')).MeetingsScreen,
                  })),
                },
                {
                  path: 'planner',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/meetings/planner.tsx')).PlannerScreen,
                  })),
                },
                {
                  path: 'planner/:run',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/meetings/planner.tsx')).PlannerScreen,
                  })),
                },
                {
                  path: 'outcomes',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/meetings/outcomes.tsx')).OutcomesScreen,
                  })),
                },
                {
                  path: 'matchmaking',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/meetings/matchmaking.tsx')).MatchmakingScreen,
                  })),
                },
                {
                  path: 'matchmaking/:firm',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/meetings/matchmaking.tsx')).MatchmakingScreen,
                  })),
                },
                {
                  path: 'interpreters',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/meetings/interpreters.tsx')).InterpretersScreen,
                  })),
                },
                {
                  path: 'hall',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/meetings/hall.tsx')).HallScreen,
                  })),
                },
                {
                  path: 'imports',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/programme/imports.tsx')).ImportsScreen,
                  })),
                },
                {
                  path: 'roles',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/forum/roles.tsx')).RolesScreen,
                  })),
                },
                {
                  path: 'second-factors',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/forum/second-factors.tsx')).SecondFactorsScreen,
                  })),
                },
                {
                  path: 'account',
                  lazy: partOf(async () => ({
                    Component: (await import('@forum/ui/factors/sign-in-and-devices')).SignInAndDevices,
                  })),
                },
                {
                  path: 'audit',
                  lazy: partOf(async () => ({
                    Component: (await import('./screens/forum/audit.tsx')).AuditScreen,
                  })),
                },
                { path: '*', element: <NothingHere /> },
              ],
            },
          ],
        },
      ],
    },
  ],
  { basename: '/secretariat' },
);
