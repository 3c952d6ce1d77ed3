import { createBrowserRouter, redirect } from 'react-router';
import { AppFrame } from './routes/app-frame.tsx';
import { CurrentEdition } from './routes/current-edition.tsx';
import { EditionFrame } from './routes/edition-frame.tsx';
import { NothingHere, NotThere } from './routes/not-there.tsx';

/** The screens of an edition. A list is the frame of its details, so that a desk shows both. */
const screens = [
  {
    index: true,
    loader: ({ params }: { params: { edition?: string } }) => redirect(`/e/${params.edition}/today`),
  },
  { path: 'today', lazy: async () => ({ Component: (await import('./routes/today.tsx')).Today }) },
  {
    lazy: async () => ({ Component: (await import('./routes/programme.tsx')).ProgrammeScreen }),
    children: [
      { path: 'programme', element: null },
      {
        path: 'sessions/:session',
        lazy: async () => ({ Component: (await import('./routes/session.tsx')).SessionScreen }),
      },
    ],
  },
  { path: 'agenda', lazy: async () => ({ Component: (await import('./routes/agenda.tsx')).Agenda }) },
  {
    path: 'meetings',
    lazy: async () => ({ Component: (await import('./routes/meetings.tsx')).MeetingsScreen }),
    children: [
      {
        path: ':meeting',
        lazy: async () => ({ Component: (await import('./routes/meeting.tsx')).MeetingScreen }),
      },
    ],
  },
  {
    path: 'firms',
    lazy: async () => ({ Component: (await import('./routes/firms.tsx')).FirmsScreen }),
    children: [
      { path: ':firm', lazy: async () => ({ Component: (await import('./routes/firm.tsx')).FirmScreen }) },
      {
        path: ':firm/request',
        lazy: async () => ({ Component: (await import('./routes/request-meeting.tsx')).RequestMeeting }),
      },
      {
        path: ':firm/routes',
        lazy: async () => ({ Component: (await import('./routes/legal-routes.tsx')).LegalRoutes }),
      },
      {
        path: ':firm/facts',
        lazy: async () => ({ Component: (await import('./routes/firm-facts.tsx')).FirmFacts }),
      },
      {
        path: ':firm/worksheets',
        lazy: async () => ({ Component: (await import('./routes/worksheets.tsx')).WorksheetsScreen }),
      },
      {
        path: ':firm/worksheets/:worksheet',
        lazy: async () => ({ Component: (await import('./routes/worksheet.tsx')).WorksheetScreen }),
      },
      {
        path: ':firm/teams',
        lazy: async () => ({ Component: (await import('./routes/firm-teams.tsx')).FirmTeams }),
      },
    ],
  },
  {
    path: 'people',
    lazy: async () => ({ Component: (await import('./routes/people.tsx')).PeopleScreen }),
    children: [
      {
        path: ':delegate',
        lazy: async () => ({ Component: (await import('./routes/person.tsx')).PersonScreen }),
      },
    ],
  },
  {
    path: 'whom-to-meet',
    lazy: async () => ({ Component: (await import('./routes/whom-to-meet.tsx')).WhomToMeet }),
  },
  {
    path: 'our-profile',
    lazy: async () => ({ Component: (await import('./routes/our-profile.tsx')).OurProfile }),
  },
  { path: 'visitors', lazy: async () => ({ Component: (await import('./routes/visitors.tsx')).Visitors }) },
  { path: 'me', lazy: async () => ({ Component: (await import('./routes/me.tsx')).MeScreen }) },
  {
    path: 'sign-in',
    lazy: async () => ({
      Component: (await import('@forum/ui/factors/sign-in-and-devices')).SignInAndDevices,
    }),
  },
  { path: 'register', lazy: async () => ({ Component: (await import('./routes/register.tsx')).Register }) },
  { path: '*', element: <NothingHere /> },
];

/** Every screen has an address that can be shared and opened cold; each is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    element: <AppFrame />,
    errorElement: <NotThere />,
    HydrateFallback: () => null,
    children: [
      { path: '/', element: <CurrentEdition /> },
      {
        path: '/forum',
        lazy: async () => ({ Component: (await import('./routes/front-page.tsx')).FrontPage }),
      },
      { path: '/sign-in', lazy: async () => ({ Component: (await import('./routes/sign-in.tsx')).SignIn }) },
      {
        path: '/sign-in/link',
        lazy: async () => ({ Component: (await import('./routes/sign-in-link.tsx')).SignInLink }),
      },
      {
        path: '/sign-in/second-factor',
        lazy: async () => ({ Component: (await import('./routes/second-factor.tsx')).SecondFactorScreen }),
      },
      { path: '/me/*', loader: () => redirect('/?to=me') },
      { path: '/e/:edition', element: <EditionFrame />, children: screens },
      { path: '*', element: <NotThere /> },
    ],
  },
]);
