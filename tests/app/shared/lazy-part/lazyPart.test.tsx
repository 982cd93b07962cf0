import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorBoundary } from '../../../../src/app/shared/error-boundary/ErrorBoundary';
import { lazyPart } from '../../../../src/app/shared/lazy-part/lazyPart';

function Hello({ name }: { name: string }) {
  return <p>Hello {name}</p>;
}

describe('lazyPart', () => {
  it('shows the fallback, then the part, and loads it once however often it is shown', async () => {
    const load = jest.fn(async () => Hello);
    const Part = lazyPart(load, <p>loading</p>);
    const { unmount } = render(<Part name="Ann" />);
    expect(screen.getByText('loading')).toBeInTheDocument();
    expect(await screen.findByText('Hello Ann')).toBeInTheDocument();
    unmount();
    render(<Part name="Ben" />);
    expect(screen.getByText('Hello Ben')).toBeInTheDocument();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('asks for a file that could not be had again, when somebody tries again', async () => {
    // React writes every caught failure to the console.
    const written = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const load = jest
      .fn<Promise<typeof Hello>, []>()
      .mockRejectedValueOnce(new Error('Loading chunk history failed.'))
      .mockResolvedValue(Hello);
    const Part = lazyPart(load, <p>loading</p>);
    render(
      <ErrorBoundary fallback={(again) => <button onClick={again}>Try again</button>}>
        <Part name="Ann" />
      </ErrorBoundary>,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Hello Ann')).toBeInTheDocument();
    expect(load).toHaveBeenCalledTimes(2);
    written.mockRestore();
  });
});
