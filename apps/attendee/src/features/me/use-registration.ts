import { call, ProblemError } from '@forum/client/http';
import { keyOf } from '@forum/client/query';
import {
  forgetTypedForm,
  keepTypedForm,
  readTypedForm,
  typedFormKey,
} from '@forum/client/offline/typed-form';
import { readRegistration, saveDraft, submitRegistration } from '@forum/contract/delegations/registration';
import type { RegistrationForm as Form } from '@forum/contract/delegations/registration-form';
import { whoAmI } from '@forum/contract/identity/me';
import type { DelegateCategory } from '@forum/domain/people/delegate-category';
import { fieldText } from '@forum/ui/lib/field-text';
import { type SignedIn, useEdition } from '@forum/ui/lib/edition';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formOf, isClosed } from './form-of.ts';
import type { Registration } from './registration-state.tsx';

const savePause = 1_500;

/** A registration being typed: kept here at once and on the server as one pauses, then submitted. */
export function useRegistration(
  registration: Registration | null,
  invitation: string | null,
  invitedAs: DelegateCategory | null | undefined,
  me: SignedIn,
) {
  const { edition } = useEdition();
  const client = useQueryClient();
  const params = { edition: edition.slug };
  const keptAs = typedFormKey(edition.slug, me);
  const [form, setForm] = useState<Form>(() =>
    formOf(registration, readTypedForm(keptAs), invitedAs ?? undefined, me.proposedName),
  );
  const [touched, setTouched] = useState(false);
  const draft = useMutation({
    mutationFn: (typed: Form) =>
      call(saveDraft, { params, body: { draft: typed, ...(invitation ? { invitation } : {}) } }),
    onSuccess: (_, typed) => typed === form && forgetTypedForm(keptAs),
  });
  const submit = useMutation({
    mutationFn: (typed: Form) =>
      call(submitRegistration, {
        params,
        body: { form: typed, ...(registration?.submittedAt ? { version: registration.version } : {}) },
      }),
    onSuccess: (submitted) => {
      forgetTypedForm(keptAs);
      setTouched(false);
      setForm(formOf(submitted, null));
      return Promise.all(
        [readRegistration, whoAmI].map((route) => client.invalidateQueries({ queryKey: keyOf(route) })),
      );
    },
  });
  const { mutate: keep } = draft;
  useEffect(() => {
    if (!touched || isClosed(registration)) return;
    keepTypedForm(keptAs, form);
    const waiting = setTimeout(() => keep(form), savePause);
    return () => clearTimeout(waiting);
  }, [keptAs, form, touched, registration, keep]);
  const change = (part: Partial<Form>) => {
    setTouched(true);
    setForm((before) => ({ ...before, ...part }));
  };
  const changeName = (part: keyof Form['name'], typed: string) => {
    const isText = part === 'display' || part === 'sortKey';
    const language =
      part === 'nativeScript' ? { nativeLanguage: languageOfScript(typed) ?? form.name.nativeLanguage } : {};
    change({ name: { ...form.name, ...language, [part]: isText ? typed : typed || null } });
  };
  return {
    form,
    change,
    changeName,
    draft,
    submit,
    errors: useFieldErrors(submit.error, submit.variables, form),
  };
}

/**
 * What is to be changed, in the reader's words, by the field of the form that each is for; not of a field that was
 * changed since.
 */
function useFieldErrors(error: unknown, sent: Form | undefined, form: Form): Map<string, string> {
  const { i18n } = useTranslation();
  const fields = error instanceof ProblemError ? (error.problem.fields ?? []) : [];
  return new Map(
    fields
      .map((field) => ({ ...field, path: field.path.replace(/^(body\.)?(form\.)?/, '') }))
      .filter(({ path }) => valueAt(sent, path) === valueAt(form, path))
      .map((field) => [field.path, fieldText(field, i18n)]),
  );
}

const valueAt = (form: unknown, path: string): unknown =>
  path.split('.').reduce((value, part) => (value as Record<string, unknown> | null)?.[part], form);
