import language from '../../../../../translations/ru.json?more';

export const words = language.more;
