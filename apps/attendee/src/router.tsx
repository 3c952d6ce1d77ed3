import { partOf } from '@forum/client/parts/lost-part';
import { FailedOutside, ScreenFailed } from '@forum/ui/states/screen-failed';
import { createBrowserRouter, redirect } from 'react-router';
import { AppFrame } from './screens/frame/app-frame.tsx';
import { CurrentEdition } from './screens/frame/current-edition.tsx';
import { EditionFrame } from './screens/frame/edition-frame.tsx';
import { NothingHere, NotThere } from './screens/frame/not-there.tsx';

/** The screens of an edition. A list is the frame of its details, so that a desk shows both. */
const screens = [
  {
    index: true,
    loader: ({ params }: { params: { edition?: string } }) => redirect(`/e/${params.edition}/today`),
  },
  {
    path: 'today',
    lazy: partOf(async () => ({ Component: (await import('./screens/programme/today.tsx')).Today })),
  },
  {
    lazy: partOf(async () => ({
      Component: (await import('./screens/programme/programme.tsx')).ProgrammeScreen,
    })),
    children: [
      { path: 'programme', element: null },
      {
        path: 'sessions/:session',
        lazy: partOf(async () => ({
          Component: (await import('./screens/programme/session.tsx')).SessionScreen,
        })),
      },
    ],
  },
  {
    path: 'agenda',
    lazy: partOf(async () => ({ Component: (await import('./screens/programme/agenda.tsx')).Agenda })),
  },
  {
    path: 'meetings',
    lazy: partOf(async () => ({
      Component: (await import('./screens/meetings/meetings.tsx')).MeetingsScreen,
    })),
    children: [
      {
        path: ':meeting',
        lazy: partOf(async () => ({
          Component: (await import('./screens/meetings/meeting.tsx')).MeetingScreen,
        })),
      },
    ],
  },
  {
    path: 'firms',
    lazy: partOf(async () => ({ Component: (await import('./screens/firms/firms.tsx')).FirmsScreen })),
    children: [
      {
        path: ':firm',
        lazy: partOf(async () => ({ Component: (await import('./screens/firms/firm.tsx')).FirmScreen })),
      },
      {
        path: ':firm/request',
        lazy: partOf(async () => ({
          Component: (await import('./screens/meetings/request-meeting.tsx')).RequestMeeting,
        })),
      },
      {
        path: ':firm/routes',
        lazy: partOf(async () => ({
          Component: (await import('./screens/firms/legal-routes.tsx')).LegalRoutes,
        })),
      },
      {
        path: ':firm/facts',
        lazy: partOf(async () => ({ Component: (await import('./screens/firms/firm-facts.tsx')).FirmFacts })),
      },
      {
        path: ':firm/worksheets',
        lazy: partOf(async () => ({
          Component: (await import('./screens/firms/worksheets.tsx')).WorksheetsScreen,
        })),
      },
      {
        path: ':firm/worksheets/:worksheet',
        lazy: partOf(async () => ({
          Component: (await import('./screens/firms/worksheet.tsx')).WorksheetScreen,
        })),
      },
      {
        path: ':firm/teams',
        lazy: partOf(async () => ({ Component: (await import('./screens/firms/firm-teams.tsx')).FirmTeams })),
      },
    ],
  },
  {
    path: 'people',
    lazy: partOf(async () => ({ Component: (await import('./screens/people/people.tsx')).PeopleScreen })),
    children: [
      {
        path: ':delegate',
        lazy: partOf(async () => ({ Component: (await import('./screens/people/person.tsx')).PersonScreen })),
      },
    ],
  },
  {
    path: 'whom-to-meet',
    lazy: partOf(async () => ({
      Component: (await import('./screens/meetings/whom-to-meet.tsx')).WhomToMeet,
    })),
  },
  {
    path: 'our-profile',
    lazy: partOf(async () => ({ Component: (await import('./screens/firms/our-profile.tsx')).OurProfile })),
  },
  {
    path: 'visitors',
    lazy: partOf(async () => ({ Component: (await import('./screens/programme/visitors.tsx')).Visitors })),
  },
  {
    path: 'me',
    lazy: partOf(async () => ({ Component: (await import('./screens/people/me.tsx')).MeScreen })),
  },
  {
    path: 'sign-in',
    lazy: partOf(async () => ({
      Component: (await import('@forum/ui/factors/sign-in-and-devices')).SignInAndDevices,
    })),
  },
  {
    path: 'register',
    lazy: partOf(async () => ({ Component: (await import('./screens/people/register.tsx')).Register })),
  },
  { path: '*', element: <NothingHere /> },
];

/** Every screen has an address that can be shared and opened cold; each is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    element: <AppFrame />,
    errorElement: <FailedOutside />,
    HydrateFallback: () => null,
    children: [
      { path: '/', element: <CurrentEdition /> },
      {
        path: '/forum',
        lazy: partOf(async () => ({ Component: (await import('./screens/frame/front-page.tsx')).FrontPage })),
      },
      {
        path: '/sign-in',
        lazy: partOf(async () => ({ Component: (await import('./screens/identity/sign-in.tsx')).SignIn })),
      },
      {
        path: '/sign-in/link',
        lazy: partOf(async () => ({
          Component: (await import('./screens/identity/sign-in-link.tsx')).SignInLink,
        })),
      },
      {
        path: '/sign-in/second-factor',
        lazy: partOf(async () => ({
          Component: (await import('./screens/identity/second-factor.tsx')).SecondFactorScreen,
        })),
      },
      { path: '/me/*', loader: () => redirect('/?to=me') },
      {
        path: '/e/:edition',
        element: <EditionFrame />,
        children: [{ errorElement: <ScreenFailed />, children: screens }],
      },
      { path: '*', element: <NotThere /> },
    ],
  },
]);
