import { Button } from '@zendeskgarden/react-buttons';
import { Alert } from '@zendeskgarden/react-notifications';

type MessageViewProps = {
  tone: 'info' | 'warning' | 'error';
  title: string;
  text: string;
  /** The one thing to do about it, if there is one. */
  action?: { label: string; onPress: () => void };
};

/** A panel that has only one thing to say. */
export function MessageView({ tone, title, text, action }: MessageViewProps) {
  return (
    <Alert type={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <Alert.Title>{title}</Alert.Title>
      {text}
      {action && (
        <div style={{ marginTop: 8 }}>
          <Button size="small" onClick={action.onPress}>
            {action.label}
          </Button>
        </div>
      )}
    </Alert>
  );
}
