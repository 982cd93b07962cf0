import type { UserView } from '../../pages/views/UserView';
import { element } from './element';
import { selectField } from './selectField';

/** Chooses who looks at the page: the server signs in by `?as=` and comes back to `action`. */
export function signInForm(label: string, people: UserView[], current: UserView | undefined, action: string) {
  const nobody = current === undefined ? [{ value: '', name: 'Choose…' }] : [];
  const options = people.map(({ email, name }) => ({ value: email, name: `${email} · ${name}` }));
  const form = element('form', { method: 'get', action, class: 'sign-in' });
  form.append(
    selectField(label, [...nobody, ...options], current?.email ?? '', {
      name: 'as',
      change: () => {
        form.submit();
      },
    }),
  );
  return form;
}
